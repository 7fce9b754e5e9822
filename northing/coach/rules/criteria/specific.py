"""Specific: two readers would do, or measure, the same. Source: Femmer; ISO 29148."""

from northing.coach.rules.criteria.outcome import is_gauge
from northing.coach.rules.findings import Criterion, Finding, Span, State
from northing.coach.rules.reading.case import Case
from northing.coach.rules.reading.opening import Opening
from northing.coach.rules.reading.things import sorts_of
from northing.coach.rules.reading.words import Word
from northing.coach.rules.statements import Kind
from northing.coach.rules.telling import asked, met, not_met

_IT = Criterion.SPECIFIC
_FEW = 5


def judge(case: Case) -> Finding | None:
    """Umbrella words, words of degree and open doors; a filled target narrows them down.

    None for the bare name of a number: that it is one says enough.
    """
    blank = _blank(case)
    if blank is not None:
        return not_met(case, "S3_blank", _IT, (blank,))
    trying = case.sentence.language.pattern("opening", "trying").search(case.sentence.low)
    if trying is not None:
        return not_met(case, "S3", _IT, (Span(trying.start(), trying.end()),))
    state = case.state(_IT)
    if state is State.MET or (case.fields.has_target and case.has_words):
        return met(case, "S4" if _is_first_try(case) else "S0", _IT)
    rule, spans = _what_is_wide(case)
    if not spans and is_gauge(case):
        return None
    if not spans:
        spans = _bare_object(case)
    if state is State.CANT_TELL or not spans:
        return asked(case, rule, _IT, spans)
    return not_met(case, rule, _IT, spans)


def _blank(case: Case) -> Span | None:
    """The first "[who?]" of an objective; with numbers it is the start that waits for them."""
    if case.kind is not Kind.OBJECTIVE:
        return None
    found = case.sentence.language.pattern("baseline", "placeholder").search(case.sentence.text)
    return Span(*found.span()) if found and found[0].startswith("[") else None


def _is_first_try(case: Case) -> bool:
    """Whether a result is asked of somebody who is new to it: learning comes first."""
    if case.kind is not Kind.SMART_GOAL or not case.fields.is_new_skill:
        return False
    learns = case.sentence.language.one("opening", "learns")
    return not any(word.low in learns for word in case.sentence.words)


def _what_is_wide(case: Case) -> tuple[str, tuple[Span, ...]]:
    """The last word of degree, or else the last umbrella word; no span where there is neither."""
    for rule, sort in (("S2", "vague"), ("S1", "umbrella")):
        wide = _wide_words(case, sort)
        if wide:
            return rule, (Span(wide[-1].start, wide[-1].end),)
    return "S1", ()


def _wide_words(case: Case, sort: str) -> list[Word]:
    """Words of a sort that nothing narrows: "people", not "people who had a stroke".

    What stands before "the" is a verb, no noun: "riders trust the date".
    """
    language, words = case.sentence.language, case.sentence.words
    acts, narrows = language.one("opening", "acts"), language.one("opening", "narrows")
    objects = language.one("opening", "before_object")
    found = [
        (word, after)
        for before, word, after in zip((None, *words), words, (*words[1:], None), strict=False)
        if sort in sorts_of(case.sentence, word)
        and not (before and before.low in acts)
        and not (after and after.low in objects)
    ]
    bare = [
        word
        for word, after in found
        if after is None or not (after.low in narrows or _is_head(case, sort, after))
    ]
    return bare or ([] if case.kind is Kind.OBJECTIVE else [word for word, _ in found])


def _is_head(case: Case, sort: str, after: Word) -> bool:
    """Whether an umbrella word only says of which sort the word after it is: "market leader"."""
    language = case.sentence.language
    is_small = after.low in language.tell_tale or after.low in language.base_verbs
    is_degree = after.low.endswith("ly") or after.low in language.words("vague")
    joins = after.low in language.one("opening", "joints")
    return sort == "umbrella" and after.is_word and not (is_small or is_degree or joins)


def _bare_object(case: Case) -> tuple[Span, ...]:
    """The last word of a short goal without any scope: "Increase *revenue*"."""
    words = [word for word in case.sentence.words if word.is_word]
    verb = case.opening.word
    if case.opening.begin is not None and verb is not None:
        words = [verb, *(word for word in case.opening.acted_on(case.sentence) if word.is_word)]
    short = len(words) <= _FEW and case.kind is not Kind.OBJECTIVE
    if not short or case.opening.kind is not Opening.VERB or len(words) < 2:
        return ()
    last = words[-1]
    is_small = last.low in case.sentence.language.tell_tale
    return () if is_small else (Span(last.start, last.end),)
