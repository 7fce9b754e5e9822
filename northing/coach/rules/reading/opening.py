"""How a statement opens: what stands before the verb, and whether a verb stands there at all."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from northing.coach.rules.findings import Span
from northing.coach.rules.language import Language
from northing.coach.rules.reading.sentence import ON_THE_DESK, Sentence
from northing.coach.rules.reading.words import Word


class Opening(StrEnum):
    """What the first word after the lead-in is."""

    VERB = "verb"
    WISH = "wish"
    GERUND = "gerund"
    PAST = "past"
    NOUN = "noun"
    SIGN = "sign"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Opened:
    """The opening of a statement: its first word that counts, and what that word is."""

    kind: Opening
    word: Word | None
    lemma: str = ""
    position: int = 0

    @property
    def span(self) -> Span | None:
        return Span(self.word.start, self.word.end) if self.word else None


_LONGEST_LEAD_IN = 12


@lru_cache(ON_THE_DESK)
def opened(sentence: Sentence) -> Opened:
    """What the statement opens with, once dates, rhythms and "I will" are set aside."""
    start = _after_lead_in(sentence)
    rest = [(n, word) for n, word in enumerate(sentence.words) if word.start >= start]
    if not rest:
        return Opened(Opening.NOTHING, None)
    position, word = rest[0]
    if not word.is_word:
        return Opened(Opening.SIGN, word, word.low, position)
    return _judged(sentence, word, position)


def _after_lead_in(sentence: Sentence) -> int:
    """The place after everything that a verb may stand behind."""
    language = sentence.language
    lead_in, low, place = language.pattern("opening", "lead_in"), sentence.low, 0
    aside = {
        s.start: s.end
        for s in sorted(
            [*sentence.deadlines, *sentence.cadences, *sentence.compared], key=lambda s: s.end
        )
    }
    for _ in range(12):
        step = aside.get(place)
        if step is None or not low[step:].strip(" .,;:"):
            found = lead_in.match(low, place)
            step = found.end() if found else None
        if step is None:
            found = language.single("opening", "subject_will").match(sentence.text, place)
            step = found.end() if found else None
        if step is None or step == place or not low[step:].strip():
            return place
        place = step
    return place


def _judged(sentence: Sentence, word: Word, position: int) -> Opened:
    language = sentence.language
    low = word.low
    if low in language.words("verbs_wish"):
        return Opened(Opening.WISH, word, low, position)
    if low in language.words("noun_or_verb"):
        kind = Opening.NOUN if _is_noun_here(sentence, position) else Opening.VERB
        return Opened(kind, word, low, position)
    if is_verb(language, low):
        return Opened(Opening.VERB, word, low, position)
    stem = stem_of(language, low)
    if stem and low.endswith("ing"):
        return Opened(Opening.GERUND, word, stem, position)
    if stem and low.endswith("ed"):
        return Opened(Opening.PAST, word, stem, position)
    return Opened(Opening.NOUN, word, low, position)


def finished(sentence: Sentence) -> Span | None:
    """A participle or "is live", "exists": the thing is there."""
    found = sentence.language.pattern("opening", "finished").search(sentence.low)
    return Span(found.start(), found.end()) if found else None


def is_verb(language: Language, low: str) -> bool:
    """Whether a word is the base form of a verb, by the lists or by its making."""
    verbs = language.base_verbs
    if low in verbs:
        return True
    prefixes = language.one("opening", "prefixes")
    head, _, tail = low.partition("-")
    if tail:
        return tail in verbs and (head in prefixes or head in verbs)
    if any(low.startswith(each) and low[len(each) :] in verbs for each in prefixes):
        return True
    ends = low.endswith(tuple(language.one("opening", "verb_endings")))
    return ends and low not in language.words("not_verbs")


def stem_of(language: Language, low: str) -> str:
    """The base form of a gerund or past form: "hiring" gives "hire"; "" where there is none."""
    for ending in ("ing", "ied", "ed", "es", "s"):
        if low.endswith(ending) and len(low) > len(ending) + 2:
            stem = low.removesuffix(ending)
            doubled = stem[:-1] if stem[-1:] == stem[-2:-1] else stem
            for base in (stem, f"{stem}e", doubled, f"{stem}y"):
                if base in language.base_verbs:
                    return base
    return ""


def _is_noun_here(sentence: Sentence, position: int) -> bool:
    """Whether a word that may be both is the subject or head of a noun phrase."""
    language, words = sentence.language, sentence.words
    following = words[position + 1 :]
    if not following:
        return True
    after = following[0]
    if after.low in language.one("opening", "noun_before"):
        return True
    if after.low in language.one("opening", "determiner") or after.is_number:
        return False
    low = sentence.low[after.start :]
    finite = language.pattern("opening", "finite").search(low)
    subordinate = language.pattern("opening", "subordinate").search(low)
    if finite and (subordinate is None or finite.start() < subordinate.start()):
        return True
    if words[position].low in language.words("verbs_direction"):
        return False
    return _ends_in_participle(sentence, position)


_STOP = re.compile(
    r"[.,;:()]|\b(?:by|to|in|on|with|for|from|at|across|within|before|and|or|of|as)\b"
)


def _ends_in_participle(sentence: Sentence, position: int) -> bool:
    """Whether the first phrase ends in a participle: "Survey created", "Test plan approved"."""
    phrase: list[str] = []
    for word in sentence.words[position + 1 :]:
        if _STOP.fullmatch(word.low) or not word.is_word:
            break
        phrase.append(word.low)
    if not phrase:
        return False
    irregular = sentence.language.words("participles")
    last = phrase[-1]
    return last in irregular or (last.endswith("ed") and bool(stem_of(sentence.language, last)))
