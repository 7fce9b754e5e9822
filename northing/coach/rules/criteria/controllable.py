"""Controllable: in the hands of those who carry it. Source: Niven; Wodtke."""

from northing.coach.rules.criteria.answers import answered
from northing.coach.rules.findings import Criterion, Finding, Span
from northing.coach.rules.reading.case import Case
from northing.coach.rules.telling import asked

_IT = Criterion.CONTROLLABLE


def judge(case: Case) -> Finding:
    """Asked; luck and strangers' free choice are named in the question."""
    return judge_chance(case) or asked(case, "C2", _IT)


def judge_chance(case: Case) -> Finding | None:
    """The answer, or luck and strangers' free choice where they decide; else None."""
    if case.fields.answers.get(_IT):
        return answered(case, _IT, question="C2", yes="C0")
    outside = case.sentence.language.pattern("opening", "others_choice").search(case.sentence.low)
    if outside is None:
        return None
    return asked(case, "C1", _IT, (Span(outside.start(), outside.end()),))
