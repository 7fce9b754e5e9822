"""Paired: a count with a number that keeps it honest. Source: Doerr; what can be gamed is gamed."""

from northing.coach.rules.findings import Criterion, Finding, Span
from northing.coach.rules.reading.case import Case
from northing.coach.rules.reading.things import sorts_of
from northing.coach.rules.telling import asked, met

_IT = Criterion.PAIRED


def judge(case: Case) -> Finding:
    """A bare count of people or things is asked about; a share, a rating or a pair is not."""
    count = _bare_count(case)
    if count is None:
        return met(case, "G0", _IT)
    return asked(case, "G1", _IT, (count,))


def _bare_count(case: Case) -> Span | None:
    sentence = case.sentence
    if len(sentence.amounts) != 1 or sentence.percents or sentence.baselines:
        return None
    amount = sentence.amounts[0]
    after = [word for word in sentence.words if word.start >= amount.end][:2]
    counted = next((w for w in after if {"people", "artefacts"} & set(sorts_of(sentence, w))), None)
    return Span(amount.start, counted.end) if counted else None
