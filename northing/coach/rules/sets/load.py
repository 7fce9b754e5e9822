"""Load: how many goals one person carries in a cycle."""

from northing.coach.rules.findings import Criterion, Finding, State
from northing.coach.rules.sets.goal_set import GoalSet
from northing.coach.rules.telling import not_met, tell

_MOST = 7


def judge(goals: GoalSet) -> list[Finding]:
    """At most seven open goals a person and cycle; two to four are better."""
    if goals.carried is None:
        return []
    quoted = str(goals.carried)
    if goals.carried > _MOST:
        return [not_met(goals.first, "Set8", Criterion.LOAD, quoted=quoted)]
    return [tell(goals.first, "Set8_met", Criterion.LOAD, State.MET, quoted=quoted)]
