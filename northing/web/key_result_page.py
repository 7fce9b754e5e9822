"""The key result page: trust one number."""

from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import Any

from northing.goals.models import Goal
from northing.goals.queries.around import Below, goals_below
from northing.goals.rules.kinds import GoalKind
from northing.goals.rules.roadmap import Carrier, Roadmap, roadmap_of
from northing.measures.measure import Kind
from northing.measures.pace import Pace
from northing.web.assessments import assessment_context
from northing.web.formats import percent, plural
from northing.web.goal_head import head_of
from northing.web.goal_lines import goal_line
from northing.web.measured_page import measure_of, measured_context
from northing.web.page import PageRequest


def key_result_context(request: PageRequest, goal: Goal) -> Mapping[str, Any]:
    """Everything the page shows, in six statements beside the goal itself."""
    below = goals_below(request.viewer, goal)
    carriers = [one for one in below if one.goal.kind == GoalKind.SMART]
    base = f"/{request.organization.slug}/"
    head = head_of(request, goal)
    return {
        "head": head,
        "goal": goal,
        **measured_context(request, goal),
        "carriers": [
            (goal_line(one.goal, base, request.today), one.contributes) for one in carriers
        ],
        "supporting": [
            (goal_line(one.goal, base, request.today), one.contributes)
            for one in below
            if one.goal.kind != GoalKind.SMART
        ],
        "roadmap": _roadmap(request, goal, carriers),
        **assessment_context(request, goal, head),
    }


def _roadmap(request: PageRequest, goal: Goal, carriers: Sequence[Below]) -> str:
    """What is odd about the number and its roadmap, in a sentence; empty when nothing is."""
    measure = measure_of(goal)
    if measure is None or measure.kind is not Kind.FROM_TO or not goal.is_open:
        return ""
    progress = None if goal.progress is None else Fraction(goal.progress)
    known = [Carrier(one.goal.state, one.goal.is_met) for one in carriers]
    is_early = goal.pace(request.today) in (Pace.EARLY, Pace.NO_DATA)
    found = roadmap_of(progress, known, is_early=is_early)
    if found is Roadmap.DONE_BUT_UNMOVED:
        goals = plural(len([one for one in known if one.counts]), "SMART goal")
        verb = "is" if goals.startswith("1 ") else "are"
        return (
            f"The roadmap is done, but the number has not moved. {goals} {verb} reached, "
            f"{percent(progress)} of the way is covered. What was it that did not work?"
        )
    if found is Roadmap.MOVES_UNPLANNED:
        return (
            f"The number moves, but nobody planned why. {percent(progress)} of the way is covered "
            "and no SMART goal carries it. What is behind it, and will it go on?"
        )
    return ""
