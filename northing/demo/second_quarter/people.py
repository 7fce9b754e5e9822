"""People, second quarter."""

from northing.demo.notation import DONE, MILESTONES, ended, from_to, step, supports, under
from northing.demo.shapes import KeyResult, Objective, SmartGoal, TeamPlan
from northing.goals.rules.kinds import GoalState, Visibility

_HOLD = Objective(
    "Plans that hold for a week",
    "Whoever swaps a shift on Thursday for Friday swaps an evening of somebody’s life.",
    "joost.kramer",
    "PE",
    (under("Nobody leaves because of planning"),),
    (
        KeyResult("Shifts changed less than three days ahead", "grace.mwangi",
                  from_to("240", "150", "a month"),
                  ended("160", {
                      4: "Most changes begin with a sick note, but not most of the pain.",
                      13: "Ten above the target. Ghent and Brussels are what is left.",
                  }, said=7), state=GoalState.CARRIED),
        KeyResult("Leads who plan together with their team", "joost.kramer",
                  from_to("6", "14", "leads"),
                  ended("12", {8: "Two leads say they have no time for it, and no rota either."},
                        said=7), state=GoalState.DONE),
    ),
    state=GoalState.DONE,
)  # fmt: skip

_FIRST_DAY = Objective(
    "A first day worth telling",
    "The first evening at home somebody asks how it was.",
    "linnea.holm",
    "PE",
    (under("Nobody leaves because of planning"),),
    (
        KeyResult("New people who would recommend their start", "linnea.holm",
                  from_to("58", "75", "%"),
                  ended("70", {5: "A bike, a key, a lunch. In this order."}, said=7),
                  state=GoalState.CARRIED),
        KeyResult("Days until a new mechanic works alone", "linnea.holm", from_to("55", "40", "d"),
                  ended("41", {11: "One mentor for three was too much. One for two works."},
                        said=7), state=GoalState.CARRIED),
    ),
    state=GoalState.DONE,
)  # fmt: skip

SMART_GOALS = (
    SmartGoal(
        "Rota two weeks ahead in Ghent", "grace.mwangi", "PE", DONE, (9, 4),
        (supports("Shifts changed less than three days ahead"),),
        ended("1", {7: "Jef signed it. His team checks the wall every Friday now."}, said=7),
        specific="On Friday the rota of the week after next hangs on the wall.",
        state=GoalState.DONE,
    ),
    SmartGoal(
        "A bike ready on the first morning", "linnea.holm", "PE", from_to("0", "10", "bikes"),
        (12, 4), (supports("New people who would recommend their start"),), ended("10", said=8),
        specific="Ten starters, ten bikes, each in the right size.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Talk about pay with the works council", "farah.haddad", "PE", MILESTONES, (11, 4),
        (supports("Nobody leaves because of planning"),), ended("2", said=6),
        (step("First talk", "4.4", "4.4"), step("Paper agreed", "11.4", "11.3")),
        specific="One paper both sides sign.", state=GoalState.DONE,
        visibility=Visibility.PRIVATE, seen_by=("marijke.vandalen",),
    ),
)  # fmt: skip

PLAN = TeamPlan(
    (
        _HOLD,
        _FIRST_DAY,
    ),
    SMART_GOALS,
)
