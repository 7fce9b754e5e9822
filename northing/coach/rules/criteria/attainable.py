"""Attainable: one's own confidence, and how far the numbers jump. Source: Google."""

from decimal import Decimal

from northing.coach.rules.criteria.answers import answered
from northing.coach.rules.criteria.baseline import ends_of
from northing.coach.rules.findings import Criterion, Finding
from northing.coach.rules.reading.case import Case
from northing.coach.rules.reading.units import both_ends
from northing.coach.rules.telling import asked, met

_IT = Criterion.ATTAINABLE
_FAR = Decimal(3)
_LEAST_SURE = 5
_MOST_SURE = 8
_WHOLE = Decimal(100)


def judge(case: Case) -> Finding:
    """Asked; a far jump, all or nothing, and little confidence are named in the question."""
    if case.fields.answers.get(_IT):
        return answered(case, _IT, question="A2", yes="A0")
    return judge_jump(case) or _of_confidence(case)


def judge_jump(case: Case) -> Finding | None:
    """A way of three times the start, or to all or nothing; None where it is neither."""
    ends = ends_of(case)
    if ends is None or case.fields.is_stretch:
        return None
    start, target = ends
    place = both_ends(case.sentence)
    spans = (place,) if place else ()
    if start and target and max(target / start, start / target) >= _FAR:
        return asked(case, "A1", _IT, spans, quoted=_way(case, start, target))
    if target == 0 or (target == _WHOLE and _is_share(case)):
        return asked(case, "A1_whole", _IT, spans, quoted=_way(case, start, target))
    return None


def _of_confidence(case: Case) -> Finding:
    sure = case.fields.confidence
    if sure is None:
        return asked(case, "A2", _IT)
    quoted = f"{sure}/10"
    if sure < _LEAST_SURE:
        return asked(case, "A2_low", _IT, quoted=quoted)
    if sure > _MOST_SURE:
        return asked(case, "A2_high", _IT, quoted=quoted)
    return met(case, "A0_sure", _IT, quoted=quoted)


def _is_share(case: Case) -> bool:
    return case.fields.unit.strip() == "%" or bool(case.sentence.percents)


def _way(case: Case, start: Decimal, target: Decimal) -> str:
    unit = f" {case.fields.unit}" if case.fields.unit else ""
    return f"{start} → {target}{unit}"
