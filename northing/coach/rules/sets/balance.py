"""Balance: early signs and late results, sure and unsure. Source: Doerr; Google."""

from northing.coach.rules.findings import Criterion, Finding
from northing.coach.rules.reading.case import Case
from northing.coach.rules.sets.goal_set import GoalSet
from northing.coach.rules.sets.overlap import likeness
from northing.coach.rules.telling import in_quotes, messages, not_met

_IT = Criterion.BALANCE
_SAME = 0.8
_SURE = 8
_UNSURE = 3


def judge(goals: GoalSet) -> list[Finding]:
    """What all key results of a set have in common and should not."""
    if len(goals.key_results) < 2:
        return []
    return [*_timing(goals), *_twice(goals), *_confidence(goals)]


def _timing(goals: GoalSet) -> list[Finding]:
    sides = {_side(case) for case in goals.key_results}
    if len(sides) != 1 or "" in sides:
        return []
    said = messages(goals.first.sentence.language.code)[f"Set4_{sides.pop()}"]
    return [not_met(goals.first, "Set4", _IT, quoted=said["reason"])]


def _side(case: Case) -> str:
    """leading or lagging, by the words of the metric; "" where they do not tell."""
    words = {word.low for word in case.sentence.words}
    held = [n for n in ("leading", "lagging") if words & case.sentence.language.words(n)]
    return held[0] if len(held) == 1 else ""


def _twice(goals: GoalSet) -> list[Finding]:
    cases = goals.key_results
    for n, one in enumerate(cases):
        for other in cases[n + 1 :]:
            like = likeness(one.sentence.text, other.sentence.text, one.sentence.language)
            if like.score >= _SAME:
                shared = in_quotes(one, " ".join(sorted(like.shared)))
                return [not_met(goals.first, "Set6", _IT, quoted=shared)]
    return []


def _confidence(goals: GoalSet) -> list[Finding]:
    said = [case.fields.confidence for case in goals.key_results]
    known = [each for each in said if each is not None]
    if len(known) != len(said):
        return []
    if min(known) >= _SURE or max(known) <= _UNSURE:
        least, most = min(known), max(known)
        quoted = f"{least}/10" if least == most else f"{least}–{most} / 10"
        return [not_met(goals.first, "Set7", _IT, quoted=quoted)]
    return []
