"""Everything that the coach finds in goals seen together."""

from northing.coach.rules.findings import Finding
from northing.coach.rules.sets import balance, coverage, load, number, overlap
from northing.coach.rules.sets.goal_set import GoalSet

_JUDGES = (number.judge, balance.judge, load.judge, overlap.judge, coverage.judge)


def assess_set(goals: GoalSet) -> tuple[Finding, ...]:
    """Number, balance, load, overlap and coverage, in the order of the suggestions."""
    return tuple(finding for judge in _JUDGES for finding in judge(goals))
