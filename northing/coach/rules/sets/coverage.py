"""Coverage: would the key results prove the objective? Asked, as Google's playbook does."""

from northing.coach.rules.criteria.answers import answered
from northing.coach.rules.findings import Criterion, Finding, State
from northing.coach.rules.reading.case import Case
from northing.coach.rules.sets.goal_set import GoalSet
from northing.coach.rules.sets.overlap import stems
from northing.coach.rules.telling import asked, in_quotes, not_met

_LEAST = 2


def judge(goals: GoalSet) -> list[Finding]:
    """One question for the set; if the answer is no, one for each key result that may be beside it.

    Key results often share no word with their objective and prove it all the same, so R2 waits
    until somebody says that they are not enough.
    """
    if len(goals.key_results) < _LEAST:
        return []
    found = [answered(goals.first, Criterion.COVERAGE, question="Set3", yes="Set3_met")]
    if goals.first.fields.answers.get(Criterion.COVERAGE) == "not_yet":
        apart = (unrelated(goals.first, case) for case in goals.key_results)
        found += [each for each in apart if each is not None]
    if all(case.state(Criterion.OUTCOME) is State.NOT_MET for case in goals.key_results):
        found.append(not_met(goals.first, "Set5", Criterion.COVERAGE))
    return found


def unrelated(objective: Case, key_result: Case) -> Finding | None:
    """R2: asked where objective and key result share no word."""
    language = objective.sentence.language
    shared = stems(objective.sentence.text, language) & stems(key_result.sentence.text, language)
    if shared or not objective.has_words or not key_result.has_words:
        return None
    if key_result.fields.answers.get(Criterion.COVERAGE) == "yes":
        return None
    quoted = in_quotes(key_result, key_result.sentence.text)
    return asked(key_result, "R2", Criterion.COVERAGE, quoted=quoted)
