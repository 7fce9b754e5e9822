"""Load: how many goals one person carries in a cycle."""

from northing.coach.rules.findings import Criterion, Finding, State
from northing.coach.rules.sets.goal_set import GoalSet
from northing.coach.rules.telling import not_met, tell

MOST_CARRIED = 7
"""Open goals with a number that one person keeps in mind."""


def judge(goals: GoalSet) -> list[Finding]:
    """At most seven open goals a person and cycle; two to four are better."""
    if goals.carried is None:
        return []
    quoted = str(goals.carried)
    if goals.carried > MOST_CARRIED:
        return [not_met(goals.first, "Set8", Criterion.LOAD, quoted=quoted)]
    return [tell(goals.first, "Set8_met", Criterion.LOAD, State.MET, quoted=quoted)]
