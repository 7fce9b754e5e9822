"""Growth, first quarter."""

from northing.demo.notation import DONE, MILESTONES, at_most, ended, from_to, step, supports, under
from northing.demo.shapes import KeyResult, Objective, SmartGoal, TeamPlan
from northing.goals.rules.kinds import Ambition, GoalState

_RIDE = Objective(
    "Ride first, then talk",
    "We talked for an hour and rode for five minutes.",
    "diego.marin",
    "GR",
    (under("The last discount"),),
    (
        KeyResult("Test rides a week", "nadia.benali", from_to("55", "100", "rides"),
                  ended("90", {3: "Booking with three fields instead of eleven: plus 14.",
                               11: "Saturday is full, so we ride on Thursday evening as well."},
                        said=7), state=GoalState.CARRIED),
        KeyResult("First-ride score", "nadia.benali", from_to("28", "40", "points"),
                  ended("33", {7: "We now know that the hill matters more than the talk."}),
                  state=GoalState.CARRIED),
        KeyResult("Test rides that end in a sale", "diego.marin", from_to("17", "21", "%"),
                  ended("19", said=6), state=GoalState.CARRIED),
        KeyResult("Days from test ride to keys", "theo.laurent", from_to("26", "20", "d"),
                  ended("21", {9: "Papers on paper: four days. Papers by phone: one."}, said=7),
                  state=GoalState.CARRIED),
    ),
    state=GoalState.DONE,
)  # fmt: skip

_HEARSAY = Objective(
    "Heard of it from a neighbour",
    "Our best sellers are already riding our bikes.",
    "marta.nowak",
    "GR",
    (under("The last discount"),),
    (
        KeyResult("Sales that name an owner as the reason", "marta.nowak", from_to("8", "15", "%"),
                  ended("12", {5: "Nobody had asked before. Eight in a hundred said it unasked."}),
                  state=GoalState.CARRIED),
        KeyResult("Cost of one new owner", "jonas.keller", at_most("250", "€"),
                  ended("238", {3: "Radio off. It was louder than useful."}, said=8),
                  ambition=Ambition.COMMITTED, state=GoalState.CARRIED),
    ),
    state=GoalState.DONE,
)  # fmt: skip

SMART_GOALS = (
    SmartGoal(
        "Booking a ride with three fields", "jonas.keller", "GR", DONE, (3, 4),
        (supports("Test rides a week"),), ended("1", said=9),
        specific="Name, number, hour. Nothing else.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Call every cancelled rider", "finn.obrien", "GR", from_to("0", "60", "calls"), (9, 4),
        (supports("Test rides a week"),),
        ended("60", {5: "A third forgot, a third found no parking. For a car."}, said=8),
        specific="Sixty calls, one reason each.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Signing papers on the phone", "theo.laurent", "GR", MILESTONES, (8, 4),
        (supports("Days from test ride to keys"),), ended("2", said=7),
        (step("Agreed with the bank", "4.4", "4.3"), step("Ten buyers tried it", "8.4", "8.4")),
        specific="Nobody comes twice because of a signature.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Talk with 30 owners who brought a friend", "marta.nowak", "GR",
        from_to("0", "30", "owners"), (10, 4),
        (supports("Sales that name an owner as the reason"),),
        ended("30", {7: "None of them wants money. Three want a bell with their name."}, said=8),
        specific="Thirty talks of twenty minutes.", state=GoalState.DONE,
    ),
)  # fmt: skip

PLAN = TeamPlan((_RIDE, _HEARSAY), SMART_GOALS)
