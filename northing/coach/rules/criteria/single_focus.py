"""Single focus: one goal, one number."""

from northing.coach.rules.findings import Criterion, Finding, Span, State
from northing.coach.rules.reading.case import Case
from northing.coach.rules.reading.parts import Double, doubles, parts_of
from northing.coach.rules.reading.units import with_unit
from northing.coach.rules.rewriting import split
from northing.coach.rules.telling import asked, met, not_met

_IT = Criterion.SINGLE_FOCUS
_APART = (Double.VERBS, Double.CLAUSES, Double.AMOUNTS)


def judge(case: Case) -> Finding:
    """Two verbs with an object each, two amounts of different things, two sentences."""
    state = case.state(_IT)
    found = doubles(case.sentence)
    spans = tuple(dict.fromkeys(_whole(case, span) for _, span in found))
    if state is State.MET:
        apart = any(reason in _APART for reason, _ in found)
        shared = not apart and len(parts_of(case.sentence)) > 1
        return met(case, "F2" if shared else "F0", _IT)
    if state is State.CANT_TELL:
        return asked(case, "F1", _IT, spans[:1])
    if not spans:
        parts = parts_of(case.sentence)
        spans = (_whole(case, parts[-1].span),) if len(parts) > 1 else ()
    apart = any(reason in _APART for reason, _ in found)
    rewrite = split(case, spans[0]) if spans and apart else None
    return not_met(case, "F1", _IT, spans[:1], rewrite=rewrite)


def _whole(case: Case, span: Span) -> Span:
    """With the sign or unit of an amount at its end."""
    last = next((a for a in case.sentence.amounts if a.end == span.end), None)
    return Span(span.start, with_unit(case.sentence, last).end) if last else span
