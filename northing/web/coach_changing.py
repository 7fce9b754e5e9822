"""The coach beside the form in which a goal is changed: what its columns and rows tell."""

from northing.coach.queries.told import told_about
from northing.goals.models import Goal
from northing.goals.rules.kinds import GoalKind
from northing.web.coach_reading import ANSWERS, DELIBERATE, STEPS

GOAL = "coach_goal"
"""The field that names the goal that is being changed."""

_METHOD_OF = {
    GoalKind.OBJECTIVE: "okr",
    GoalKind.KEY_RESULT: "key_result",
    GoalKind.SMART: "smart",
}
OF_THE_COACH = ("method", "cycle", "parent", GOAL, STEPS)
"""Fields that the form carries for the coach alone; nobody types into them."""


def values_beside(goal: Goal) -> dict[str, str]:
    """What the coach reads beside the typed fields, as the composer's fields would say it."""
    told = told_about(goal)
    return {
        "method": _METHOD_OF[GoalKind(goal.kind)],
        "cycle": goal.cycle.slug,
        "parent": goal.short_id if told.is_linked else "",
        GOAL: goal.short_id,
        STEPS: str(told.steps),
        DELIBERATE: " ".join(f"statement:{rule}" for rule in sorted(told.deliberate)),
        ANSWERS: " ".join(f"statement:{name}={said}" for name, said in told.answers.items()),
    }
