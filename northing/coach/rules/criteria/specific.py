"""Specific: two readers would do, or measure, the same. Source: Femmer; ISO 29148."""

from northing.coach.rules.findings import Criterion, Finding, Span, State
from northing.coach.rules.reading.case import Case
from northing.coach.rules.reading.things import sorts_of
from northing.coach.rules.telling import asked, met, not_met

_IT = Criterion.SPECIFIC


def judge(case: Case) -> Finding:
    """Umbrella words, words of degree and open doors; a filled target narrows them down."""
    trying = case.sentence.language.pattern("opening", "trying").search(case.sentence.low)
    if trying is not None:
        return not_met(case, "S3", _IT, (Span(trying.start(), trying.end()),))
    state = case.state(_IT)
    if state is State.MET or (case.fields.has_target and case.has_words):
        return met(case, "S0", _IT)
    rule, spans = _what_is_wide(case)
    if state is State.CANT_TELL or not spans:
        return asked(case, rule, _IT, spans)
    return not_met(case, rule, _IT, spans)


def _what_is_wide(case: Case) -> tuple[str, tuple[Span, ...]]:
    for rule, sort in (("S2", "vague"), ("S1", "umbrella")):
        wide = [word for word in case.sentence.words if sort in sorts_of(case.sentence, word)]
        if wide:
            return rule, (Span(wide[-1].start, wide[-1].end),)
    words = [word for word in case.sentence.words if word.is_word]
    return "S1", (Span(words[-1].start, words[-1].end),) if words else ()
