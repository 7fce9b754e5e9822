"""Ride platform, first quarter."""

from northing.demo.notation import DONE, MILESTONES, at_most, ended, from_to, step, supports, under
from northing.demo.shapes import KeyResult, Objective, SmartGoal, TeamPlan
from northing.goals.rules.kinds import Ambition, GoalState

_CLAIMS = Objective(
    "We know what breaks",
    "Four hundred claims a month, and nobody could name the first three causes.",
    "anton.berg",
    "RP",
    (under("A bike that does not mind the weather"),),
    (
        KeyResult("Warranty claims per 1,000 bikes", "anton.berg", from_to("63", "54", "claims"),
                  ended("57", {
                      5: "The list begins: saddle, display, motor.",
                      13: "Six fewer, nearly all of them saddle clamps.",
                  }), state=GoalState.CARRIED),
        KeyResult("Claims for water in the display a month", "priya.deshmukh",
                  from_to("102", "70", "claims"),
                  ended("95", {9: "It is not the glass. It is the plug behind it."}),
                  state=GoalState.CARRIED),
        KeyResult("Hub motors replaced per 1,000 bikes", "tariq.mansour",
                  from_to("11.0", "9.5", "motors"), ended("10.4", said=6),
                  state=GoalState.CARRIED),
        KeyResult("Claims with a cause written down", "anton.berg", from_to("20", "90", "%"),
                  ended("93", {3: "One word is enough. With one word everybody joined."}, said=8),
                  ambition=Ambition.COMMITTED, state=GoalState.DONE),
    ),
    state=GoalState.DONE,
)  # fmt: skip

_CALM = Objective(
    "Software that lets people sleep",
    "Last quarter somebody was called on 31 evenings.",
    "niamh.byrne",
    "RP",
    (under("We know why people leave"),),
    (
        KeyResult("Evening calls for software a month", "niamh.byrne", from_to("31", "20", "calls"),
                  ended("25", {7: "Whoever is called now writes one line. I read them all."}),
                  state=GoalState.CARRIED),
        KeyResult("Rides that upload at the first try", "emeka.eze", from_to("77.0", "88.0", "%"),
                  ended("84.0", {11: "Old phones are half of what is left."}, said=7),
                  state=GoalState.CARRIED),
        KeyResult("Hours from a report to its fix", "rafael.pinto", from_to("130", "80", "h"),
                  ended("96", said=6), state=GoalState.CARRIED),
        KeyResult("Releases that need a fix the same night", "viktor.hale", at_most("3", "a month"),
                  ended("2", {5: "Four. One of them at midnight, on my birthday."}, said=6,
                        known={5: "4"}),
                  ambition=Ambition.COMMITTED, state=GoalState.CARRIED),
    ),
    state=GoalState.DONE,
)  # fmt: skip

_FIRST_FLEET = Objective(
    "A test fleet worth the name",
    "Testing by engineers finds what engineers do.",
    "lucia.ortega",
    "RP",
    (under("A bike that does not mind the weather"),),
    (
        KeyResult("Test bikes on the road", "chiara.romano", from_to("0", "10", "bikes"),
                  ended("4", {9: "Six frames went to owners who waited. Right, and slow for us."}),
                  state=GoalState.CARRIED),
    ),
    state=GoalState.CARRIED,
)  # fmt: skip

SMART_GOALS = (
    SmartGoal(
        "One word for the cause of each claim", "anton.berg", "RP", DONE, (3, 4),
        (supports("Claims with a cause written down"),), ended("1", said=9),
        specific="Twelve words to choose from, no free text.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Stronger saddle clamp on the line", "anton.berg", "RP", MILESTONES, (10, 4),
        (supports("Warranty claims per 1,000 bikes"),),
        ended("2", {9: "Supplier asked twice whether we mean it."}, said=7),
        (step("Break ten of the old ones", "3.4", "3.3"),
         step("New one on the line", "10.4", "10.4")),
        specific="A clamp that holds 120 kilograms on cobbles.", state=GoalState.DONE,
    ),
    SmartGoal(
        "On-call list with six names", "niamh.byrne", "RP", from_to("2", "6", "people"), (6, 4),
        (supports("Evening calls for software a month"),), ended("6", said=8),
        specific="Six people share it, a week each.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Upload tested on ten old phones", "emeka.eze", "RP", from_to("0", "10", "phones"),
        (8, 4), (supports("Rides that upload at the first try"),),
        ended("8", {5: "Two of them cannot be charged any more."}, said=7),
        specific="Ten phones, each older than five years.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Four test riders in Turin", "chiara.romano", "RP", from_to("0", "4", "riders"), (9, 4),
        (supports("Test bikes on the road"),), ended("4", said=8),
        specific="Four people who ride daily, in the hills.", state=GoalState.DONE,
    ),
)  # fmt: skip

PLAN = TeamPlan((_CLAIMS, _CALM, _FIRST_FLEET), SMART_GOALS)
