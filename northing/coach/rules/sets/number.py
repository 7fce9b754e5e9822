"""How many: objectives of an owner in a cycle, key results of an objective. Source: Doerr."""

from northing.coach.rules.findings import Criterion, Finding, State
from northing.coach.rules.sets.goal_set import GoalSet
from northing.coach.rules.statements import Kind
from northing.coach.rules.telling import not_met, tell

_IT = Criterion.NUMBER
_KEY_RESULTS = range(2, 6)
_MOST_OBJECTIVES = 5


def judge(goals: GoalSet) -> list[Finding]:
    """Two to five key results, where it is an objective; at most five objectives."""
    found = []
    if goals.objectives is not None and goals.objectives > _MOST_OBJECTIVES:
        found.append(not_met(goals.first, "Set1", _IT, quoted=str(goals.objectives)))
    number = len(goals.key_results)
    if not number and goals.first.kind is Kind.OBJECTIVE:
        found.append(not_met(goals.first, "Set2_none", _IT))
    if number in _KEY_RESULTS:
        found.append(tell(goals.first, "Set2_met", _IT, State.MET, quoted=str(number)))
    elif number:
        rule = "Set2_one" if number == 1 else "Set2"
        found.append(not_met(goals.first, rule, _IT, quoted=str(number)))
    return found
