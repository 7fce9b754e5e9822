"""Finance, first quarter."""

from northing.demo.notation import DONE, MILESTONES, ended, from_to, step, supports, under
from northing.demo.shapes import KeyResult, Objective, SmartGoal, TeamPlan
from northing.goals.rules.kinds import Ambition, GoalState

_BOOKS = Objective(
    "One set of numbers",
    "Sales, stock and books each had a number for the same bike.",
    "erik.dahl",
    "FI",
    (under("Money to last the year"),),
    (
        KeyResult("Working days to close the month", "erik.dahl", from_to("19", "13", "d"),
                  ended("14", {5: "Nineteen days, of which six are waiting for each other.",
                               13: "One day short. Stock counts were late twice."}, said=7,
                        known={5: "19"}),
                  ambition=Ambition.COMMITTED, state=GoalState.CARRIED),
        KeyResult("Invoices paid on the day they are due", "yara.haidar", from_to("58", "75", "%"),
                  ended("70", said=7), state=GoalState.CARRIED),
        KeyResult("Error of the cash forecast", "tim.verhoeven", from_to("31", "20", "%"),
                  ended("22", {9: "Wrong by a quarter, but always in the same direction."},
                        known={9: "26"}),
                  state=GoalState.CARRIED),
    ),
    state=GoalState.DONE,
)  # fmt: skip

SMART_GOALS = (
    SmartGoal(
        "One list of bikes for sales, stock and books", "erik.dahl", "FI", MILESTONES, (9, 4),
        (supports("One set of numbers"),), ended("2", said=7),
        (step("Agree on one number a bike", "3.4", "3.4"), step("Old lists closed", "9.4", "9.3")),
        specific="Each bike has one number from frame to owner.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Backups tried once a month", "priit.saar", "FI", from_to("0", "3", "trials"), (12, 4),
        (supports("One set of numbers"),),
        ended("3", {5: "First trial took nine hours. Nobody had done it before."}, said=8,
              known={5: "1"}),
        specific="Each month one system is brought back from its backup.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Invoices on the day they come", "yara.haidar", "FI", DONE, (7, 4),
        (supports("Invoices paid on the day they are due"),), ended("1", said=8),
        specific="No invoice lies unopened overnight.", state=GoalState.DONE,
    ),
)  # fmt: skip

PLAN = TeamPlan((_BOOKS,), SMART_GOALS)
