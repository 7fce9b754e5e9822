"""The statement said better: what can be kept is kept, what only its author knows is a blank."""

import re
from collections.abc import Mapping
from typing import Any

from northing.coach.rules.findings import Criterion, Rewrite, Span, State
from northing.coach.rules.reading.case import Case
from northing.coach.rules.reading.opening import Opening, finished, stem_of
from northing.coach.rules.reading.things import sorts_of
from northing.coach.rules.reading.units import with_unit
from northing.coach.rules.statements import Kind
from northing.coach.rules.telling import messages, with_blanks

_ENDS = " .,;:–-"
_MOST_WORDS = 10


def with_numbers(case: Case) -> Rewrite | None:
    """ "Raise bread sales from [now?] to [target?]"; None unless it opens with a direction."""
    if not _has_direction(case) or case.sentence.amounts:
        return None
    closing = _closing_verb(case)
    if closing is not None:
        words, verb = closing
        return _filled(case, "measure", verb, statement=words + _until(case))
    words, tail = _tail(case)
    return _filled(case, "measure", tail, statement=words)


def with_start(case: Case) -> Rewrite | None:
    """The start put where it belongs; None where the words are about work."""
    if not _has_direction(case):
        return None
    amounts = case.sentence.amounts
    if not amounts:
        return with_numbers(case)
    before = case.sentence.low[: amounts[0].start].split()
    ways = _ways(case)
    if before[-1:] == [str(ways.get("by_word", ""))]:
        return with_both_ends(case, _with_word_before(case, amounts[0]))
    if before[-1:] != [str(ways.get("to_word", ""))]:
        return _filled(case, "now", "", statement=_plain(case))
    at = _with_word_before(case, amounts[0]).start
    text = case.sentence.text
    parts = {"before": text[:at], "after": text[at:].strip().rstrip(_ENDS)}
    return _filled(case, "start", "", **parts)


def with_date(case: Case) -> Rewrite | None:
    """The same words and until when; None where they only name something."""
    sentence = case.sentence
    is_named = case.opening.kind is Opening.NOUN and not sentence.has_finite_verb
    if is_named and not sentence.amounts and finished(sentence) is None:
        return None
    closing = _closing_verb(case)
    if closing is not None:
        words, verb = closing
        return _filled(case, "date", _until(case) + verb, statement=words)
    return _filled(case, "date", _until(case), statement=_plain(case))


def with_both_ends(case: Case, amount: Span) -> Rewrite | None:
    """ "by 10 %" becomes "from [now?] to [target?]"."""
    text = case.sentence.text
    kept = text[: amount.start].rstrip()
    rest = text[amount.end :].strip().rstrip(_ENDS)
    tail = f" {rest}" if rest else _until(case)
    if rest and case.sentence.language.verb_is_last:
        kept += _until(case)
    return _filled(case, "measure", tail, statement=kept)


def with_effect(case: Case) -> Rewrite | None:
    """Work turned into what it is for: the use, the readers, the ability, the effect."""
    what = _object(case)
    if not _is_a_thing(case, what) or case.state(Criterion.SINGLE_FOCUS) is State.NOT_MET:
        return None
    way = "sense" if case.kind is Kind.OBJECTIVE else _way_of(case)
    if way == "learning" and not _is_made(case) and "learners" in _ways(case):
        way, what = "learners", what.lstrip("0123456789 ")
    tail = "" if case.kind is Kind.OBJECTIVE else _deadline(case) or _until(case)
    return _filled(case, way, tail, object=what)


def with_direction(case: Case) -> Rewrite | None:
    """A bare metric with both ends."""
    return _filled(case, "number", _until(case), object=_plain(case))


def split(case: Case, second: Span) -> Rewrite:
    """Two lines instead of one."""
    text = case.sentence.text
    joints = case.sentence.language.pattern("parts_of", "joint")
    first = text[: second.start].rstrip()
    while found := re.search(rf"(?:{joints.pattern})$", f"{first.lower()} "):
        first = first[: found.start()].rstrip()
        if not first:
            break
    rest = text[second.start :].strip()
    return with_blanks(f"{first.rstrip(' ,;')}\n{rest[:1].upper()}{rest[1:]}")


def with_verb(case: Case) -> Rewrite | None:
    """ "Reducing churn" becomes "Reduce churn"; None where no verb can be made."""
    opening, sentence = case.opening, case.sentence
    if sentence.language.verb_is_last:
        return None
    if opening.kind is not Opening.GERUND or opening.word is None:
        return None
    following = sentence.words[opening.position + 1 : opening.position + 2]
    last = sentence.words[-1].low
    is_done = last.endswith("ed") and bool(stem_of(sentence.language, last))
    is_name = is_done or sentence.has_finite_verb or finished(sentence) is not None
    if is_name or not following or not following[0].low[0].isalnum():
        return None
    rest = sentence.text[opening.word.end :].rstrip()
    return with_blanks(f"{opening.lemma.capitalize()}{rest}")


def _has_direction(case: Case) -> bool:
    words = case.sentence.language.words
    lists = ("verbs_direction", "verbs_up", "verbs_down")
    return case.opening.kind is Opening.VERB and any(
        case.opening.lemma in words(each) for each in lists
    )


def _ways(case: Case) -> Mapping[str, Any]:
    ways: Mapping[str, Any] = messages(case.sentence.language.code)["rewrites"]
    return ways


def _filled(case: Case, way: str, tail: str, **parts: str) -> Rewrite | None:
    blanks: Mapping[str, str] = messages(case.sentence.language.code)["blanks"]
    text = str(_ways(case).get(way, ""))
    if not text:
        return None
    filling = {**blanks, **parts, "by": tail}
    return with_blanks(re.sub(r"\{(\w+)\}", lambda found: filling[found[1]], text))


def _closing_verb(case: Case) -> tuple[str, str] | None:
    """The words before a verb that stands last, and that verb; None where it leads."""
    opening, text = case.opening, _plain(case)
    ends = opening.kind in (Opening.VERB, Opening.PAST) and opening.begin is not None
    if not ends or opening.word is None:
        return None
    words = text[: opening.word.start].rstrip()
    return (words, f" {text[opening.word.start :]}") if words else None


def _tail(case: Case) -> tuple[str, str]:
    """The words without the date at their end, and that date, or until when."""
    text = _plain(case)
    last = max(case.sentence.deadlines, default=None)
    if last is None:
        return text, _until(case)
    if last.end < len(text) or last.start == 0:
        return text, ""
    return text[: last.start].rstrip(_ENDS), f" {text[last.start :]}"


def _deadline(case: Case) -> str:
    """The dates that the words already hold."""
    return "".join(f" {case.sentence.quoted(each)}" for each in case.sentence.deadlines[:1])


def _until(case: Case) -> str:
    """The end of the sentence: nothing where it has a date, else the due day or a blank."""
    if case.sentence.deadlines:
        return ""
    said = messages(case.sentence.language.code)
    ways: Mapping[str, Any] = said["rewrites"]
    is_habit = case.sentence.habits and case.state(Criterion.OUTCOME) is not State.MET
    habit = "habit_" if is_habit and "habit_until" in ways else ""
    due = case.fields.due or case.fields.cycle_due
    if due is None:
        return str(ways[f"{habit}until_blank"]).replace("{date}", said["blanks"]["date"])
    day = str(ways.get("day", "{day} {month}"))
    months = str(ways["months"]).split()
    words = day.replace("{day}", str(due.day)).replace("{month}", months[due.month - 1])
    return str(ways[f"{habit}until"]).replace("{due}", words)


def _way_of(case: Case) -> str:
    """How work of this sort is turned, by its verb: "built", "Dashboard created"."""
    verbs: Mapping[str, str] = _ways(case)["verbs"]
    lemma = case.opening.lemma
    done = finished(case.sentence)
    if lemma in case.sentence.language.words("verbs_hollow") and _is_about_people(case):
        return "others"
    if case.opening.kind is not Opening.VERB and done is not None:
        language = case.sentence.language
        low = case.sentence.low[done.start : done.end].split()
        lemma = next((stem for word in low[::-1] if (stem := stem_of(language, word))), lemma)
    way = next((way for way, listed in verbs.items() if lemma in listed.split()), "effect")
    return "effect" if way == "taking_part" and not _is_an_event(case) else way


def _is_an_event(case: Case) -> bool:
    """Whether people come to it; yes where the language does not list what they come to."""
    events = str(_ways(case).get("events", "")).split()
    return not events or any(word.low in events for word in case.sentence.words)


def _is_a_thing(case: Case, what: str) -> bool:
    """Whether an object can stand in another sentence: short, and no "with …" or "more"."""
    words = what.lower().split()
    if not words or len(words) > _MOST_WORDS:
        return False
    language = case.sentence.language
    return words[0] not in language.one("opening", "narrows") | language.words("vague")


def _is_about_people(case: Case) -> bool:
    last = [word for word in case.sentence.words if word.is_word][-1:]
    return any("people" in sorts_of(case.sentence, word) for word in last)


def _is_made(case: Case) -> bool:
    """Whether the words name something that one makes or holds: "teach a *course*"."""
    return any("artefacts" in sorts_of(case.sentence, word) for word in case.sentence.words)


def _object(case: Case) -> str:
    """What the work is done on: the words after the verb, without its date or its rhythm."""
    done = finished(case.sentence)
    word = case.opening.word
    if word is None:
        return ""
    if case.sentence.language.verb_is_last:
        return _object_before(case)
    if case.opening.kind in (Opening.NOUN, Opening.PAST) and done and done.start > word.start:
        return _the(case, case.sentence.text[word.start : done.start].strip(_ENDS))
    start = word.end if case.opening.kind is not Opening.NOUN else word.start
    ends = [span.start for span in case.sentence.deadlines if span.start > start]
    words = _without_rhythm(case, start, min(ends, default=len(case.sentence.text)))
    return words[:1].lower() + words[1:] if words[1:2].islower() else words


def _without_rhythm(case: Case, start: int, end: int) -> str:
    """The words from `start` to `end`; a rhythm at their end says how often, not what."""
    text = case.sentence.text
    for each in reversed(case.sentence.cadences):
        if start <= each.start and each.end >= len(text[:end].rstrip(_ENDS)):
            end = min(end, each.start)
    return text[start:end].strip(_ENDS)


def _object_before(case: Case) -> str:
    """The words before a verb that stands last, without their dates; nouns keep their capital."""
    sentence, opening = case.sentence, case.opening
    words = opening.acted_on(sentence) if opening.begin is not None else sentence.words
    dates = (*sentence.deadlines, *sentence.cadences)
    kept = [w for w in words if not any(s.start <= w.start < s.end for s in dates)]
    if not kept:
        return ""
    text = sentence.text[kept[0].start : kept[-1].end]
    small = kept[0].low in sentence.language.one("opening", "determiner")
    return text[:1].lower() + text[1:] if small else text


def _the(case: Case, words: str) -> str:
    """With an article where the language has one that fits any noun."""
    article = str(_ways(case).get("article", ""))
    first = words.split(" ", 1)[0].lower()
    if not words or not article or first in case.sentence.language.one("opening", "determiner"):
        return words
    return f"{article} {words[:1].lower() + words[1:] if words[1:2].islower() else words}"


def _with_word_before(case: Case, amount: Span) -> Span:
    """The amount with its unit and the word before it: "to 440", "by 20 people"."""
    whole = with_unit(case.sentence, amount)
    before = case.sentence.low[: amount.start].rstrip()
    return Span(before.rfind(" ") + 1, whole.end)


def _plain(case: Case) -> str:
    return case.sentence.text.strip().rstrip(" .;,")
