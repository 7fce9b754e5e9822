"""Measurable: a metric and a target. Source: Doerr; SMART; Locke and Latham."""

from northing.coach.rules.findings import Criterion, Finding, Span, State
from northing.coach.rules.offering import measure_offered
from northing.coach.rules.reading.case import Case
from northing.coach.rules.reading.opening import Opening
from northing.coach.rules.reading.units import both_ends, with_unit
from northing.coach.rules.rewriting import with_numbers
from northing.coach.rules.statements import Kind
from northing.coach.rules.telling import asked, met, not_met

_IT = Criterion.MEASURABLE


def judge(case: Case) -> Finding:
    """Met by a filled target or by an amount in the words; else what kind of amount is missing."""
    if case.fields.has_target:
        return met(case, "M0_field", _IT)
    if case.fields.measure == "baseline":
        return met(case, "M0_baseline", _IT)
    state = case.state(_IT)
    if state is State.MET:
        return _praised(case)
    if state is State.CANT_TELL:
        return asked(case, "M1", _IT)
    return _missed(case)


def _praised(case: Case) -> Finding:
    sentence = case.sentence
    offers = measure_offered(case)
    standards = sentence.quantity("standard")
    if standards and (case.reaches_a_standard or not sentence.amounts):
        return met(case, "M5", _IT, standards[:1])
    covered = sentence.quantity("coverage")
    if covered and not sentence.amounts:
        return met(case, "M4", _IT, covered[:1])
    ends = both_ends(sentence)
    if ends is not None:
        return met(case, "M0", _IT, (ends,), offers=offers)
    amounts = tuple(with_unit(sentence, amount) for amount in sentence.amounts)
    spans = amounts or sentence.habits or sentence.quantity("multiple") or covered
    return met(case, "M0", _IT, spans[:2], offers=offers)


def _missed(case: Case) -> Finding:
    opening = case.opening
    if opening.kind is Opening.VERB and _is_direction(case) and opening.span is not None:
        return not_met(case, "M3", _IT, (opening.span,), rewrite=with_numbers(case))
    digits = _digits_of_names(case)
    if digits:
        is_date = digits[0] in case.sentence.deadlines
        return not_met(case, "M2" if is_date else "M2_name", _IT, digits)
    if case.kind is Kind.KEY_RESULT and _is_done_or_not(case):
        return not_met(case, "M6", _IT, (opening.span,) if opening.span else ())
    return not_met(case, "M1", _IT)


def _is_direction(case: Case) -> bool:
    return case.opening.lemma in case.sentence.language.words("verbs_direction")


def _digits_of_names(case: Case) -> tuple[Span, ...]:
    """Dates and names that hold digits: what a hurried reader takes for an amount."""
    spans = [*case.sentence.deadlines, *case.sentence.names]
    with_digits = [s for s in spans if any(c.isdigit() for c in case.sentence.quoted(s))]
    return tuple(sorted(with_digits)[:1])


def _is_done_or_not(case: Case) -> bool:
    activity = case.state(Criterion.OUTCOME) is State.NOT_MET
    words = case.sentence.language.words
    if case.opening.lemma in words("verbs_hollow") | words("verbs_outcome"):
        return False
    return activity and case.opening.kind in (Opening.VERB, Opening.NOUN)
