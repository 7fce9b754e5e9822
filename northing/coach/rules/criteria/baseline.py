"""The start: today's number, or what the target is compared with. Source: Lamorte; GitLab."""

from decimal import Decimal

from northing.coach.rules.findings import Criterion, Finding, Span
from northing.coach.rules.reading.case import Case
from northing.coach.rules.rewriting import with_both_ends, with_numbers
from northing.coach.rules.telling import met, not_met

_IT = Criterion.BASELINE
_BOUNDS = ("at_least", "at_most", "between", "milestones", "done")


def judge(case: Case) -> Finding:
    """Met by a filled start, by a measure that needs none, or by words such as "from 8 to 9"."""
    placeholder = _placeholder(case)
    if placeholder is not None:
        return not_met(case, "B5", _IT, (placeholder,))
    if _points_the_wrong_way(case):
        spans = (case.opening.span,) if case.opening.span else ()
        return not_met(case, "B4", _IT, spans)
    if case.fields.measure == "baseline" or _finds_out(case):
        return met(case, "B3", _IT)
    if case.fields.measure in _BOUNDS:
        return met(case, "B0_bound", _IT)
    if case.fields.baseline is not None:
        return met(case, "B0_field", _IT)
    if case.sentence.baselines:
        return met(case, "B0", _IT, case.sentence.baselines[:1])
    share = _by_percent(case)
    if share is not None:
        return not_met(case, "B2", _IT, (share,), rewrite=with_both_ends(case, share))
    return not_met(case, "B1", _IT, rewrite=with_numbers(case))


def _placeholder(case: Case) -> Span | None:
    found = case.sentence.language.pattern("baseline", "placeholder").search(case.sentence.text)
    return Span(found.start(), found.end()) if found else None


def _finds_out(case: Case) -> bool:
    """ "Establish the baseline of …": to know the number is the goal."""
    return bool(case.sentence.language.pattern("baseline", "finds_out").search(case.sentence.low))


def _by_percent(case: Case) -> Span | None:
    """ "by 10 %" with nothing to count from."""
    found = case.sentence.language.pattern("baseline", "by_percent").search(case.sentence.low)
    return Span(found.start(), found.end()) if found else None


def _points_the_wrong_way(case: Case) -> bool:
    """Whether the target is the start, or lies on the other side of what the verb says."""
    ends = _ends(case)
    if ends is None:
        return False
    start, target = ends
    if start == target:
        return case.fields.measure not in _BOUNDS
    words = case.sentence.language.words
    lemma = case.opening.lemma
    if target > start:
        return lemma in words("verbs_down")
    return lemma in words("verbs_up")


def _ends(case: Case) -> tuple[Decimal, Decimal] | None:
    fields = case.fields
    if fields.baseline is not None and fields.target is not None:
        return fields.baseline, fields.target
    found = case.sentence.language.pattern("baseline", "both_ends").search(case.sentence.low)
    if found is None:
        return None
    start, target = (each for each in found.groups() if each is not None)
    language = case.sentence.language
    return language.number(start), language.number(target)
