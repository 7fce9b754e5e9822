"""Workshop network, first quarter."""

from northing.demo.notation import DONE, MILESTONES, ended, from_to, step, supports, under
from northing.demo.shapes import KeyResult, Objective, SmartGoal, TeamPlan
from northing.goals.rules.kinds import Ambition, GoalState

_CALENDAR = Objective(
    "Eleven workshops, one calendar",
    "An owner who finds one door closed should be shown the next open one.",
    "ines.okafor",
    "WN",
    (under("Repairs nobody dreads"),),
    (
        KeyResult("Same-week repair share", "ines.okafor", from_to("44", "55", "%"),
                  ended("51", {
                      3: "First honest count: 44, and we had told everybody 60.",
                      13: "Seven points. Owners noticed before we did.",
                  }, said=7, known={3: "44"}), state=GoalState.CARRIED),
        KeyResult("Median wait for a workshop slot", "joao.mendes", from_to("9.5", "7.0", "d"),
                  ended("8.1", {7: "Two workshops keep their best slots off the calendar."}),
                  state=GoalState.CARRIED),
        KeyResult("Repeat repairs within 30 days", "aiko.sato", from_to("10.2", "8.5", "%"),
                  ended("9.6", {11: "No idea what moves it. Next quarter I read them one by one."}),
                  state=GoalState.CARRIED),
        KeyResult("Workshops on the shared calendar", "joao.mendes",
                  from_to("0", "11", "workshops"),
                  ended("11", {5: "Antwerp and Delft joined on the same day."}, said=8),
                  ambition=Ambition.COMMITTED, state=GoalState.DONE),
    ),
    state=GoalState.DONE,
)  # fmt: skip

_SKILLS = Objective(
    "Mechanics who can and may",
    "Half of our mechanics may not open a motor, so half of the motors wait.",
    "bram.dewit",
    "WN",
    (under("Repairs nobody dreads"),),
    (
        KeyResult("Mechanics trained to level 2", "bram.dewit", from_to("10", "24", "mechanics"),
                  ended("22", {9: "Two a week is the most one teacher can do."}, said=7),
                  state=GoalState.CARRIED),
        KeyResult("Mobile-mechanic visits a week", "luca.ferri", from_to("0", "20", "visits"),
                  ended("12", {
                      3: "First visit: a flat tyre on the third floor.",
                      9: "A bicycle with a trailer is too slow. I want a van.",
                  }, known={3: "1"}), state=GoalState.CARRIED),
        KeyResult("Tools missing at the weekly count", "hanna.virtanen",
                  from_to("60", "30", "tools"), ended("31", said=7), state=GoalState.CARRIED),
        KeyResult("Workshops open at the hour on the door", "jef.claes",
                  from_to("5", "8", "workshops"),
                  ended("8", {7: "Opening an hour later and keeping it beats opening early."},
                        said=8), state=GoalState.CARRIED),
    ),
    state=GoalState.DONE,
)  # fmt: skip

SMART_GOALS = (
    SmartGoal(
        "Shared calendar in six workshops", "joao.mendes", "WN", from_to("0", "6", "workshops"),
        (6, 4), (supports("Workshops on the shared calendar"),), ended("6", said=8),
        specific="Six workshops keep all slots in one calendar.", state=GoalState.DONE,
    ),
    SmartGoal(
        "First mobile mechanic", "luca.ferri", "WN", MILESTONES, (5, 4),
        (supports("Mobile-mechanic visits a week"),),
        ended("2", {3: "Trailer, stand, forty parts. It stands in my kitchen."}, said=7),
        (step("Buy what fits on a trailer", "2.4", "2.4"), step("First ten visits", "5.4", "5.2")),
        specific="One mechanic, three days a week, in Utrecht.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Weekly count of tools", "hanna.virtanen", "WN", DONE, (4, 4),
        (supports("Tools missing at the weekly count"),), ended("1", said=8),
        specific="Every Friday at four, ten minutes, in each workshop.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Level 2 exam for 24 mechanics", "bram.dewit", "WN", from_to("10", "24", "mechanics"),
        (12, 4), (supports("Mechanics trained to level 2"),),
        ended("22", {11: "Two failed and want to try again. Good."}, said=7),
        specific="Twenty-four pass the same exam.", state=GoalState.DONE,
    ),
    SmartGoal(
        "One price list for common repairs", "sanne.visser", "WN", from_to("0", "40", "prices"),
        (9, 4), (supports("Repairs nobody dreads"),),
        ended("40", {5: "Brussels was dearer by a third for a chain. Not any more."}, said=7),
        specific="Forty repairs cost the same in eleven workshops.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Waiting corner with coffee in Antwerp", "mateusz.kowal", "WN", DONE, (8, 4), (),
        ended("0", {7: "The room is a store. It stays one."}, said=5),
        specific="Four chairs and a machine.", state=GoalState.DROPPED,
    ),
    SmartGoal(
        "Key for the bay in Rotterdam", "pieter.bos", "WN", DONE, (3, 4),
        (supports("Workshops open at the hour on the door"),), ended("1", said=9),
        specific="We open it ourselves, without the caretaker.", state=GoalState.DONE,
    ),
)  # fmt: skip

PLAN = TeamPlan((_CALENDAR, _SKILLS), SMART_GOALS)
