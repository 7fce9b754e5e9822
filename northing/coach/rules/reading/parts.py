"""The parts of a statement between its joints, and which of them could be goals of their own."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise

from northing.coach.rules.findings import Span
from northing.coach.rules.reading import verb_last
from northing.coach.rules.reading.opening import Opening, is_verb, opened, stem_of
from northing.coach.rules.reading.sentence import ON_THE_DESK, Sentence, masked
from northing.coach.rules.reading.words import Word

_SHORT = 4


class Double(StrEnum):
    """Why a statement looks like two goals."""

    VERBS = "two verbs, each with an object"
    AMOUNTS = "two amounts of different things"
    CLAUSES = "two sentences"
    NOUNS = "two things to be changed"
    LIST = "a list of things"
    STRONG = "a strong joint"


@dataclass(frozen=True, slots=True)
class Part:
    """Words between two joints. `joint` is what stands before them."""

    words: tuple[Word, ...]
    joint: str
    is_aside: bool

    @property
    def span(self) -> Span:
        return Span(self.words[0].start, self.words[-1].end)

    @property
    def content(self) -> tuple[Word, ...]:
        return tuple(word for word in self.words if word.is_word)


@lru_cache(ON_THE_DESK)
def parts_of(sentence: Sentence) -> tuple[Part, ...]:
    """The statement cut at "and", commas and their like; never inside brackets or dates."""
    language = sentence.language
    clear = masked(
        sentence.low,
        [
            *_brackets(sentence),
            *sentence.deadlines,
            *sentence.baselines,
            *sentence.confidences,
            *(verb_last.subordinates(sentence) if language.verb_is_last else ()),
        ],
    )
    joints = [
        Span(m.start(), m.end()) for m in language.pattern("parts_of", "joint").finditer(clear)
    ]
    asides = [m.start() for m in language.pattern("parts_of", "aside").finditer(clear)]
    begin = opened(sentence)
    start = sentence.words[begin.first].start if begin.word else 0
    cuts = [Span(start, start), *(joint for joint in joints if joint.start > start)]
    made: list[Part] = []
    since = start
    for n, cut in enumerate(cuts):
        end = cuts[n + 1].start if n + 1 < len(cuts) else len(sentence.low)
        words = tuple(
            w for w in sentence.words if cut.end <= w.start and w.end <= end and w.low[0].isalnum()
        )
        if words:
            aside = any(since <= place < words[0].start for place in asides)
            made.append(Part(words, sentence.low[cut.start : cut.end].strip(), aside))
            if language.verb_is_last and _verb_at(sentence, made[-1]) is not None:
                since = made[-1].span.end  # a verb that ends its clause ends what was aside
    return tuple(made)


@lru_cache(ON_THE_DESK)
def doubles(sentence: Sentence) -> tuple[tuple[Double, Span], ...]:
    """Every reason to read the statement as two goals, with the second of them."""
    parts = parts_of(sentence)
    found = [
        (reason, part.span)
        for first, part in pairwise(parts)
        for reason in _reasons(sentence, parts, first, part)
    ]
    return tuple(dict.fromkeys(found))


def _reasons(
    sentence: Sentence, parts: Sequence[Part], before: Part, part: Part
) -> Iterator[Double]:
    first = parts[0]
    if not part.is_aside:
        own = _has_own_verb(sentence, first) and _has_own_verb(sentence, part)
        if own and not _shares(sentence, part):
            yield Double.VERBS
        if _is_clause(sentence, first) and _is_clause(sentence, part):
            yield Double.CLAUSES
        if part.joint in sentence.language.one("parts_of", "strong"):
            yield Double.STRONG
        if _is_change_of_two(sentence, parts, part):
            yield Double.NOUNS
        if _is_bare(sentence, first) and len(part.words) <= _SHORT:
            yield Double.LIST
    one, two = _amount(sentence, before), _amount(sentence, part)
    if one and two and one != two and not part.is_aside:
        yield Double.AMOUNTS


def _is_bare(sentence: Sentence, part: Part) -> bool:
    """A few words without a verb: "health", "fewer tabs"."""
    has_verb = _has_own_verb(sentence, part) or _is_clause(sentence, part)
    return not has_verb and len(part.words) <= _SHORT


def _brackets(sentence: Sentence) -> list[Span]:
    return [
        Span(m.start(), m.end()) for m in re.finditer(r"\([^)]*\)|\"[^\"]*\"|“[^”]*”", sentence.low)
    ]


def _verb_at(sentence: Sentence, part: Part) -> int | None:
    """Where its leading verb stands: at its start, an adverb or "to" set aside."""
    language = sentence.language
    if language.verb_is_last:
        return _verb_at_end(sentence, part)
    for n, word in enumerate(part.words[:3]):
        if is_verb(language, word.low) and (
            word.low not in language.words("noun_or_verb") or _acts(sentence, part, n)
        ):
            return n
        if not (word.low.endswith("ly") or word.low in language.one("parts_of", "before_verb")):
            return None
    return None


def _verb_at_end(sentence: Sentence, part: Part) -> int | None:
    """Where the infinitive that closes a part stands; dates may follow it."""
    first = sentence.words[0].start
    for n in range(len(part.words) - 1, -1, -1):
        word = part.words[n]
        if verb_last.infinitive(sentence, word, is_first=word.start == first):
            return n
        if not any(s.start <= word.start < s.end for s in sentence.deadlines):
            return None
    return None


def _acts(sentence: Sentence, part: Part, n: int) -> bool:
    """Whether a word that may be a noun is a verb here: it leads, or stands like one that does."""
    leads = opened(sentence).kind is Opening.VERB
    following = part.words[n + 1 :]
    if part.joint == "" and n == 0:
        return leads
    if not following:
        return False
    low = following[0].low
    if low in sentence.language.one("opening", "noun_before"):
        return False
    if leads and len(following) > 1:
        return True
    return (
        low in sentence.language.one("opening", "determiner")
        or following[0].is_number
        or low.endswith("s")
    )


def _has_own_verb(sentence: Sentence, part: Part) -> bool:
    """A verb and an object after it."""
    at = _verb_at(sentence, part)
    if at is not None and sentence.language.verb_is_last:
        return at > 0
    return at is not None and len(part.words) > at + 1


def _shares(sentence: Sentence, part: Part) -> bool:
    """Whether the object is that of the part before: "find and fix them"."""
    pronouns = sentence.language.one("parts_of", "pronouns")
    at = _verb_at(sentence, part) or 0
    if sentence.language.verb_is_last:
        return all(word.low in pronouns for word in part.words[:at])
    return any(word.low in pronouns for word in part.words[at + 1 : at + 5])


def _is_clause(sentence: Sentence, part: Part) -> bool:
    """Whether it has a subject and a finite verb, or a thing and what was done to it."""
    language = sentence.language
    low = sentence.low[part.span.start : part.span.end]
    finite = language.pattern("opening", "finite").search(low)
    if finite and finite.start() > 0:
        return True
    last = part.words[-1].low
    if language.verb_is_last:
        is_noun = part.words[-1].text[0].isupper()
        done = not is_noun and bool(verb_last.participle(language, last))
        return done and len(part.words) > 1
    done = last in language.words("participles") or (
        last.endswith("ed") and bool(stem_of(language, last))
    )
    return done and len(part.words) > 1 and _verb_at(sentence, part) is None


def _is_change_of_two(sentence: Sentence, parts: Sequence[Part], part: Part) -> bool:
    if len(part.words) > _SHORT + 1:
        return False
    begin = opened(sentence)
    changes = begin.kind in (
        Opening.VERB,
        Opening.GERUND,
    ) and begin.lemma in sentence.language.words("verbs_outcome")
    if sentence.language.verb_is_last:
        bare = _verb_at(sentence, parts[0]) is None and len(parts[0].words) <= _SHORT
        return changes and bare
    return (
        changes
        and part is parts[-1]
        and len(part.words) <= _SHORT
        and _verb_at(sentence, part) is None
        and not _is_clause(sentence, part)
    )


def _amount(sentence: Sentence, part: Part) -> str:
    """What a part counts: the word after its last amount, or its sign; "" without an amount."""
    held = [a for a in sentence.amounts if part.span.start <= a.start < part.span.end]
    if not held:
        return ""
    after = [w.low for w in part.words if w.start >= held[-1].end]
    before = [w.low for w in part.words if w.end <= held[-1].start]
    return " ".join([*(before[-1:]), *(after[:2])]) or "amount"
