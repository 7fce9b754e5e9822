"""Finance, second quarter."""

from northing.demo.notation import DONE, MILESTONES, ended, from_to, step, supports, under
from northing.demo.shapes import KeyResult, Objective, SmartGoal, TeamPlan
from northing.goals.rules.kinds import Ambition, GoalState

_BOOKS = Objective(
    "Books we can trust",
    "We decided about 200 bikes on a number that was wrong by a tenth.",
    "erik.dahl",
    "FI",
    (under("Money to last the year"),),
    (
        KeyResult("Working days to close the month", "erik.dahl", from_to("14", "8", "d"),
                  ended("9", {
                      5: "First month under twelve days.",
                      13: "Nine. Two of them are matching by hand.",
                  }, said=7,
                        known={5: "11"}), ambition=Ambition.COMMITTED, state=GoalState.CARRIED),
        KeyResult("Invoices paid on the day they are due", "yara.haidar", from_to("70", "85", "%"),
                  ended("81", {8: "Paying early helps nobody. We stopped that, too."}, said=7),
                  state=GoalState.CARRIED),
        KeyResult("Error of the cash forecast", "tim.verhoeven", from_to("22", "12", "%"),
                  ended("14", {6: "I had left out the tax. It is a large thing to leave out."}),
                  state=GoalState.CARRIED),
    ),
    state=GoalState.DONE,
)  # fmt: skip

SMART_GOALS = (
    SmartGoal(
        "Bank file read by the books", "erik.dahl", "FI", DONE, (10, 4),
        (supports("Working days to close the month"),),
        ended("1", {9: "Two currencies made it lie for a week."}, said=7),
        specific="Nobody types a bank line again.", state=GoalState.DONE,
    ),
    SmartGoal(
        "Retire two systems without single sign-on", "priit.saar", "FI",
        from_to("0", "2", "systems"), (11, 4), (supports("Working days to close the month"),),
        ended("2", {8: "One is off. It had eleven users, ten of them had left."}, said=8,
              known={8: "1"}),
        specific="The old ticket system and the old file server are switched off.",
        state=GoalState.DONE,
    ),
    SmartGoal(
        "Cash plan for thirteen weeks", "tim.verhoeven", "FI", MILESTONES, (7, 4),
        (supports("Error of the cash forecast"),), ended("2", said=7),
        (step("Sheet with Adaeze", "3.4", "3.3"), step("Read in the Monday meeting", "7.4", "7.0")),
        specific="One sheet, thirteen weeks, read every Monday.", state=GoalState.DONE,
    ),
)  # fmt: skip

PLAN = TeamPlan((_BOOKS,), SMART_GOALS)
