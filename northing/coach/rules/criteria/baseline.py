"""The start: today's number, or what the target is compared with. Source: Lamorte; GitLab."""

from decimal import Decimal

from northing.coach.rules.findings import Criterion, Finding, Span
from northing.coach.rules.offering import baseline_offered
from northing.coach.rules.reading.case import Case
from northing.coach.rules.reading.units import both_ends, with_unit
from northing.coach.rules.rewriting import with_both_ends, with_start
from northing.coach.rules.telling import asked, met, not_met

_IT = Criterion.BASELINE
_BOUNDS = ("at_least", "at_most", "between", "milestones", "done")


def judge(case: Case) -> Finding:
    """Met by a filled start, by a measure that needs none, or by words such as "from 8 to 9"."""
    placeholder = _placeholder(case)
    if placeholder is not None:
        return not_met(case, "B5", _IT, (placeholder,))
    if _points_the_wrong_way(case):
        return not_met(case, "B4", _IT, _wrong_words(case))
    if case.fields.measure == "baseline" or _finds_out(case):
        return met(case, "B3", _IT)
    if case.fields.measure in _BOUNDS or _is_kept(case):
        return met(case, "B0_bound", _IT)
    if case.fields.baseline is not None:
        return met(case, "B0_field", _IT)
    if case.sentence.baselines:
        offers = baseline_offered(case)
        return met(case, "B0", _IT, (_start(case),), offers=offers)
    if not case.has_words:
        return asked(case, "B1", _IT)
    share = _by_percent(case)
    if share is not None:
        rewrite = with_both_ends(case, share)
        return not_met(case, "B2", _IT, (share,), rewrite=rewrite)
    return not_met(case, "B1", _IT, rewrite=with_start(case))


def ends_of(case: Case) -> tuple[Decimal, Decimal] | None:
    """Start and target, as filled or as written; None where one of them is unknown."""
    fields = case.fields
    if fields.baseline is not None and fields.target is not None:
        return fields.baseline, fields.target
    found = case.sentence.language.pattern("baseline", "both_ends").search(case.sentence.low)
    if found is None:
        return None
    start, target = (each for each in found.groups() if each is not None)
    language = case.sentence.language
    return language.number(start), language.number(target)


def _start(case: Case) -> Span:
    """The words that tell the start; both ends of the way where they stand together."""
    stated = case.sentence.baselines[0]
    ends = both_ends(case.sentence)
    if ends and stated.start <= ends.start < stated.end:
        return ends
    last = next((a for a in case.sentence.amounts if a.end == stated.end), stated)
    end = with_unit(case.sentence, last).end
    opens = case.sentence.text.startswith("(", stated.start)
    return Span(stated.start, end + (opens and case.sentence.text.startswith(")", end)))


def _placeholder(case: Case) -> Span | None:
    found = case.sentence.language.pattern("baseline", "placeholder").search(case.sentence.text)
    return Span(found.start(), found.start() + len(found[0].rstrip())) if found else None


def _finds_out(case: Case) -> bool:
    """ "Establish the baseline of …": to know the number is the goal."""
    return bool(case.sentence.language.pattern("baseline", "finds_out").search(case.sentence.low))


def _is_kept(case: Case) -> bool:
    """ "Keep the wait below 5 minutes": a number that must not slip."""
    upkeep = case.sentence.language.words("verbs_upkeep")
    return bool(case.sentence.amounts) and case.opening.lemma in upkeep


def _by_percent(case: Case) -> Span | None:
    """ "by 10 %" with nothing to count from."""
    found = case.sentence.language.pattern("baseline", "by_percent").search(case.sentence.low)
    return Span(found.start(), found.end()) if found else None


def _points_the_wrong_way(case: Case) -> bool:
    """Whether the target is the start, or lies on the other side of what the verb says."""
    ends = ends_of(case)
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


def _wrong_words(case: Case) -> tuple[Span, ...]:
    """What contradicts itself: the two ends as written, else the verb."""
    ends = both_ends(case.sentence)
    return tuple(each for each in (ends or case.opening.span,) if each is not None)
