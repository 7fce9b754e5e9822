"""Paired: a count with a number that keeps it honest. Source: Doerr; what can be gamed is gamed."""

from northing.coach.rules.findings import Criterion, Finding, Span
from northing.coach.rules.reading.case import Case
from northing.coach.rules.reading.things import sorts_of
from northing.coach.rules.reading.units import with_unit
from northing.coach.rules.telling import asked, met

_IT = Criterion.PAIRED


def judge(case: Case) -> Finding | None:
    """A bare count of people or things is asked about, a pair praised; None where neither is."""
    guard = _guard(case)
    if guard is not None:
        return met(case, "G0", _IT, (guard,))
    count = _bare_count(case)
    return asked(case, "G1", _IT, (count,)) if count else None


def _guard(case: Case) -> Span | None:
    """The second amount behind a joint of pairs: "…, of which 20 % renew"."""
    sentence = case.sentence
    for joint in sentence.language.pattern("quantity", "pair").finditer(sentence.low):
        before = [amount for amount in sentence.amounts if amount.end <= joint.start()]
        after = [amount for amount in sentence.amounts if amount.start >= joint.end()]
        if before and after:
            return with_unit(sentence, after[0])
    return None


def _bare_count(case: Case) -> Span | None:
    sentence = case.sentence
    if len(sentence.amounts) != 1 or sentence.percents or sentence.baselines:
        return None
    amount = sentence.amounts[0]
    after = [word for word in sentence.words if word.start >= amount.end][:3]
    counted = next((w for w in after if {"people", "artefacts"} & set(sorts_of(sentence, w))), None)
    if counted is None:
        return None
    return Span(amount.start, max(counted.end, with_unit(sentence, amount).end))
