"""Action verb: who acts stands in front. Source: University of New Mexico; approach goals."""

from northing.coach.rules.findings import Criterion, Finding, Span, State
from northing.coach.rules.reading.case import Case
from northing.coach.rules.reading.opening import Opening
from northing.coach.rules.rewriting import with_verb
from northing.coach.rules.statements import Kind
from northing.coach.rules.telling import asked, met, not_met

_IT = Criterion.ACTION_VERB


def judge(case: Case) -> Finding:
    """Whether a base form of a verb leads, once "I will" and dates are set aside."""
    state = case.state(_IT)
    opening = (case.opening.span,) if case.opening.span else ()
    if state is State.CANT_TELL:
        return asked(case, "V1", _IT, opening)
    if state is State.NOT_MET and _measure_acts(case):
        return met(case, "V0_field", _IT, opening)
    if state is State.NOT_MET:
        wish = case.opening.kind is Opening.WISH
        return not_met(case, "V2" if wish else "V1", _IT, opening, rewrite=with_verb(case))
    away = case.sentence.language.pattern("opening", "away_from").search(case.sentence.low)
    if away is not None:
        return met(case, "V3", _IT, (Span(away.start(), away.end()),))
    return met(case, "V0", _IT, opening)


def _measure_acts(case: Case) -> bool:
    """Whether the words name a number and the form says which way it goes."""
    is_named = case.opening.kind is Opening.NOUN
    is_measured = case.fields.has_target or case.fields.measure == "baseline"
    return case.kind is Kind.KEY_RESULT and is_measured and is_named
