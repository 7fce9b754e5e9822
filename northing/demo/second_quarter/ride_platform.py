"""Ride platform, second quarter."""

from northing.demo.notation import DONE, MILESTONES, at_most, ended, from_to, step, supports, under
from northing.demo.shapes import KeyResult, Objective, SmartGoal, TeamPlan
from northing.goals.rules.kinds import Ambition, GoalState

_WARRANTY = Objective(
    "Warranty claims cut by a quarter",
    "Every claim is an owner who has to prove that we were wrong.",
    "anton.berg",
    "RP",
    (under("A bike that survives two winters"),),
    (
        KeyResult("Warranty claims per 1,000 bikes", "anton.berg", from_to("57", "43", "claims"),
                  ended("48", {
                      4: "Saddle clamps are one in five. A stronger one costs 80 cents.",
                      13: "Nine fewer per thousand. The display ate the other five.",
                  }), state=GoalState.CARRIED),
        KeyResult("Claims for water in the display a month", "priya.deshmukh",
                  from_to("95", "50", "claims"),
                  ended("120", {
                      3: "Down to 90 and I was glad too early.",
                      7: "Back to 104. The new glue does not like frost.",
                      13: "Worse than at the start. A seal from outside is the next try.",
                  }, known={3: "90", 7: "104"}), state=GoalState.CARRIED),
        KeyResult("Hub motors replaced per 1,000 bikes", "tariq.mansour",
                  from_to("10.4", "8.0", "motors"),
                  ended("9.5", {9: "Half of the returned motors run fine on my bench."}),
                  state=GoalState.CARRIED),
    ),
    state=GoalState.DONE,
)  # fmt: skip

_FLEET = Objective(
    "A test fleet worth the name",
    "Four bikes and three engineers are not a test.",
    "lucia.ortega",
    "RP",
    (under("A bike that survives two winters"),),
    (
        KeyResult("Test bikes on the road", "chiara.romano", from_to("4", "12", "bikes"),
                  ended("12", {8: "Ten ride, two wait for racks."}, said=8,
                        known={8: "10"}), state=GoalState.DONE),
        KeyResult("Test riders who report every week", "lucia.ortega",
                  from_to("5", "12", "riders"),
                  ended("11", {5: "A voice message is a report, too. Since then they come."},
                        said=7), state=GoalState.DONE),
    ),
    state=GoalState.DONE,
)  # fmt: skip

_RELEASES = Objective(
    "Releases without a late evening",
    "Nine in the evening is when mistakes are made and children are in bed.",
    "niamh.byrne",
    "RP",
    (under("Nobody leaves because of planning"),),
    (
        KeyResult("Evening calls for software a month", "niamh.byrne",
                  from_to("25", "12", "calls"),
                  ended("14", {
                      5: "We wrote down every call. Eleven were about one lock.",
                      13: "Two above the target. The lock is next.",
                  }, said=7), state=GoalState.CARRIED),
        KeyResult("Rides that upload at the first try", "emeka.eze",
                  from_to("84.0", "93.0", "%"),
                  ended("91.0", {7: "Retries now wait longer each time. Simple and it works."},
                        said=7), state=GoalState.CARRIED),
        KeyResult("Hours from a report to its fix", "niamh.byrne", from_to("96", "48", "h"),
                  ended("60", {10: "The queue is short on Tuesdays, when nobody is in meetings."}),
                  state=GoalState.CARRIED),
        KeyResult("Releases that need a fix the same night", "viktor.hale", at_most("2", "a month"),
                  ended("1", {6: "One, for a spelling mistake. It counts."}, said=8),
                  ambition=Ambition.COMMITTED, state=GoalState.DONE),
    ),
    state=GoalState.DONE,
)  # fmt: skip

SMART_GOALS = (
    SmartGoal(
        "Salt chamber bought and running", "sofia.karlsson", "RP", MILESTONES, (9, 4),
        (supports("Bikes back for corrosion before their third winter"),),
        ended("2", {5: "It is larger than the door. Henrik took the door out."}, said=7),
        (step("Order", "2.4", "2.1"), step("First 100 hours", "9.4", "9.3")),
        specific="A chamber that holds a whole fork.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Stainless bolts on every new frame", "anton.berg", "RP", DONE, (6, 4),
        (supports("Bikes back for corrosion before their third winter"),), ended("1", said=8),
        specific="All 31 bolts of a frame are stainless.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Glue test for the display", "priya.deshmukh", "RP", from_to("0", "6", "glues"), (10, 4),
        (supports("Claims for water in the display a month"),),
        ended("4", {8: "Four tested, two never arrived."}, said=6, known={8: "4"}),
        specific="Six glues, each wet, warm and frozen.", state=GoalState.DROPPED,
    ),
    SmartGoal(
        "Release checklist used for six releases", "viktor.hale", "RP",
        from_to("0", "6", "releases"), (12, 4),
        (supports("Releases that need a fix the same night"),),
        ended("2", {9: "People tick without reading. Nineteen lines are too many."}, said=7),
        specific="Every release has a list with names.", state=GoalState.CARRIED,
    ),
    SmartGoal(
        "Open twenty returned hub motors", "tariq.mansour", "RP", from_to("0", "20", "motors"),
        (8, 4), (supports("Hub motors replaced per 1,000 bikes"),),
        ended("20", {4: "Seven opened, three were never broken."}, said=8, known={4: "7"}),
        specific="Twenty motors, one page each.", state=GoalState.DONE,
    ),
)  # fmt: skip

PLAN = TeamPlan((_WARRANTY, _FLEET, _RELEASES), SMART_GOALS)
