"""Concise: said in one breath, in words that everybody knows. Source: Niven."""

import re

from northing.coach.rules.findings import Criterion, Finding, Span
from northing.coach.rules.reading.case import Case
from northing.coach.rules.statements import Kind
from northing.coach.rules.telling import asked, met, not_met

_IT = Criterion.CONCISE
_MOST_WORDS = {Kind.OBJECTIVE: 20}
_MOST_WORDS_OF_ANY = 35
_LEAST_SHORT_FORMS = 2
_SHORT_FORM = re.compile(r"\b[A-Z][A-Z0-9&]{1,6}s?\b")


def judge(case: Case) -> Finding:
    """At most 20 words for an objective, 35 for any goal; one abbreviation in an objective."""
    words = [word for word in case.sentence.words if word.is_word or word.is_number]
    if not words:
        return asked(case, "S5", _IT, quoted="0")
    if len(words) > _MOST_WORDS.get(case.kind, _MOST_WORDS_OF_ANY):
        return not_met(case, "S5", _IT, quoted=str(len(words)))
    short = _short_forms(case)
    if case.kind is Kind.OBJECTIVE and len(short) >= _LEAST_SHORT_FORMS:
        return not_met(case, "S6", _IT, short)
    return met(case, "S5_met", _IT)


def _short_forms(case: Case) -> tuple[Span, ...]:
    """Words in capitals, unless everything is."""
    if case.sentence.text.isupper():
        return ()
    found = {m[0]: Span(m.start(), m.end()) for m in _SHORT_FORM.finditer(case.sentence.text)}
    return tuple(sorted(found.values()))
