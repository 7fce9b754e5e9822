"""Attainable: one's own confidence, and how far the numbers jump. Source: Google."""

from decimal import Decimal

from northing.coach.rules.criteria.answers import answered
from northing.coach.rules.findings import Criterion, Finding, Span
from northing.coach.rules.reading.case import Case
from northing.coach.rules.telling import asked

_IT = Criterion.ATTAINABLE
_FAR = Decimal(3)
_LEAST_SURE = 5


def judge(case: Case) -> Finding:
    """Asked; a jump to three times the start, or little confidence, is named in the question."""
    if case.fields.answers.get(_IT):
        return answered(case, _IT, question="A2", yes="A0")
    if _is_far(case):
        spans = tuple(Span(s.start, s.end) for s in case.sentence.amounts[-1:])
        return asked(case, "A1", _IT, spans, quoted=_jump(case))
    return asked(case, "A2", _IT)


def _is_far(case: Case) -> bool:
    fields = case.fields
    if fields.is_stretch or not fields.baseline or fields.target is None:
        return False
    return fields.target / fields.baseline >= _FAR


def _jump(case: Case) -> str:
    fields = case.fields
    unit = f" {fields.unit}" if fields.unit else ""
    return f"{fields.baseline} → {fields.target}{unit}"
