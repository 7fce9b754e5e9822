"""People, first quarter."""

from northing.demo.notation import ended, from_to, supports, under
from northing.demo.shapes import KeyResult, Objective, SmartGoal, TeamPlan
from northing.goals.rules.kinds import GoalState

_ROTAS = Objective(
    "A rota one can plan a birthday with",
    "Sanne missed her daughter’s birthday because of a shift that changed at noon.",
    "grace.mwangi",
    "PE",
    (under("We know why people leave"),),
    (
        KeyResult("Shifts changed less than three days ahead", "grace.mwangi",
                  from_to("310", "220", "a month"),
                  ended("240", {7: "Half of all changes come from four workshops."}, said=6),
                  state=GoalState.CARRIED),
        KeyResult("Workshops with a written rota", "grace.mwangi", from_to("5", "11", "workshops"),
                  ended("11", {5: "In Breda it hung on the fridge. Fine, it is written."}, said=8),
                  state=GoalState.DONE),
    ),
    state=GoalState.DONE,
)  # fmt: skip

_STARTS = Objective(
    "Nobody starts alone",
    "Two mechanics left in their first month. One had not been given a locker.",
    "linnea.holm",
    "PE",
    (under("We know why people leave"),),
    (
        KeyResult("New people who would recommend their start", "linnea.holm",
                  from_to("44", "65", "%"),
                  ended("58", {9: "A locker, a name on it, a person who knows you come."}, said=7),
                  state=GoalState.CARRIED),
        KeyResult("Days until a new mechanic works alone", "linnea.holm", from_to("63", "50", "d"),
                  ended("55", said=6), state=GoalState.CARRIED),
    ),
    state=GoalState.DONE,
)  # fmt: skip

SMART_GOALS = (
    SmartGoal(
        "Talk with everybody who left", "farah.haddad", "PE", from_to("0", "7", "talks"), (8, 4),
        (supports("People who would leave over planning"),),
        ended("7", {5: "Not one of them spoke of money first."}, said=8),
        specific="Seven talks with people who left within a year.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Lockers with names in all workshops", "linnea.holm", "PE",
        from_to("0", "11", "workshops"), (9, 4),
        (supports("New people who would recommend their start"),), ended("11", said=9),
        specific="Every mechanic has a locker before the first day.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Learn to read our own balance sheet", "joost.kramer", "PE", from_to("0", "4", "evenings"),
        (10, 4), (), ended("3", said=6),
        specific="Four evenings with Adaeze, open to everybody.", state=GoalState.DONE,
    ),
)  # fmt: skip

PLAN = TeamPlan(
    (
        _ROTAS,
        _STARTS,
    ),
    SMART_GOALS,
)
