"""Qualitative: an objective points, its key results count. Source: Niven."""

from northing.coach.rules.findings import Criterion, Finding, State
from northing.coach.rules.reading.case import Case
from northing.coach.rules.telling import asked, met, not_met

_IT = Criterion.QUALITATIVE


def judge(case: Case) -> Finding:
    """A number in an objective belongs to a key result; upkeep belongs to a healthy number."""
    sentence = case.sentence
    if not case.has_words:
        return asked(case, "Q1", _IT)
    spans = sentence.amounts or sentence.quantity("multiple")
    if spans and case.state(Criterion.MEASURABLE) is not State.NOT_MET:
        return not_met(case, "Q1", _IT, spans[:1])
    if case.opening.lemma in sentence.language.words("verbs_upkeep") and case.opening.span:
        return met(case, "Q2", _IT, (case.opening.span,))
    return met(case, "Q0", _IT)
