"""Qualitative: an objective points, its key results count. Source: Niven."""

from northing.coach.rules.findings import Criterion, Finding, Span
from northing.coach.rules.reading.case import Case
from northing.coach.rules.reading.units import both_ends, with_unit
from northing.coach.rules.telling import asked, met, not_met

_IT = Criterion.QUALITATIVE


def judge(case: Case) -> Finding:
    """A number in an objective belongs to a key result; upkeep belongs to a healthy number."""
    sentence = case.sentence
    if not case.has_words:
        return asked(case, "Q1", _IT)
    ends = both_ends(sentence)
    spans = ((ends,) if ends else _counted(case)) or sentence.quantity("multiple")
    if spans:
        return not_met(case, "Q1", _IT, spans[:1])
    if case.opening.lemma in sentence.language.words("verbs_upkeep") and case.opening.span:
        return met(case, "Q2", _IT, (case.opening.span,))
    return met(case, "Q0", _IT)


def _counted(case: Case) -> tuple[Span, ...]:
    """Amounts with what they count; the "one" of "one team" counts nothing."""
    pairs = [(amount, with_unit(case.sentence, amount)) for amount in case.sentence.amounts]
    return tuple(
        whole
        for amount, whole in pairs
        if whole != amount or not case.sentence.quoted(amount).isalpha()
    )
