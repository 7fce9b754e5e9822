"""How a statement opens: what stands before the verb, and whether a verb stands there at all."""

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from northing.coach.rules.findings import Span
from northing.coach.rules.language import Language
from northing.coach.rules.reading import verb_last
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
    begin: int | None = None
    """Where the clause of a verb that stands last begins; None where the verb leads."""

    @property
    def span(self) -> Span | None:
        return Span(self.word.start, self.word.end) if self.word else None

    def acted_on(self, sentence: Sentence) -> tuple[Word, ...]:
        """The words that the verb acts on: those after it, or those before a last one."""
        if self.begin is not None:
            return sentence.words[self.begin : self.position]
        return sentence.words[self.position + 1 :]

    @property
    def first(self) -> int:
        """The position of the first word after the lead-in."""
        return self.position if self.begin is None else self.begin


@lru_cache(ON_THE_DESK)
def opened(sentence: Sentence) -> Opened:
    """What the statement opens with, once dates, rhythms and "I will" are set aside."""
    start = _after_lead_in(sentence)
    rest = [(n, word) for n, word in enumerate(sentence.words) if word.start >= start]
    if not rest:
        return Opened(Opening.NOTHING, None)
    if sentence.language.verb_is_last:
        return _opened_at_end(sentence, rest)
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


def _opened_at_end(sentence: Sentence, rest: list[tuple[int, Word]]) -> Opened:
    """The verb that closes the main clause; else the participle there, or how the clause begins."""
    language = sentence.language
    begin, first = rest[0]
    words = verb_last.main_words(sentence, first.start)
    found = verb_last.verb_among(sentence, words)
    subject = _finite_before(sentence, words, found[1] if found else None)
    if found is not None and not subject:
        position, word, lemma = found
        kind = Opening.WISH if lemma in language.words("verbs_wish") else Opening.VERB
        return Opened(kind, word, lemma, position, begin)
    if not first.is_word:
        done = _participle_at_end(sentence, words)
        return done or Opened(Opening.SIGN, first, first.low, begin)
    commanded = verb_last.imperative(language, first.low)
    following = sentence.words[begin + 1 : begin + 2]
    if commanded and following and following[0].low in language.one("opening", "determiner"):
        return Opened(Opening.VERB, first, commanded, begin)
    if not subject and (done := _participle_at_end(sentence, words)):
        return done
    stem = verb_last.nominal(language, first.low)
    if stem:
        return Opened(Opening.GERUND, first, stem, begin)
    return Opened(Opening.NOUN, first, first.low, begin)


def _finite_before(sentence: Sentence, words: list[tuple[int, Word]], verb: Word | None) -> bool:
    """Whether a finite verb of the main clause stands before `verb`: then it has a subject."""
    starts = {word.start for _, word in words}
    end = verb.start if verb else len(sentence.low)
    finite = sentence.language.pattern("opening", "finite")
    return any(
        m.start() in starts and m.start() < end and sentence.text[m.start()].islower()
        for m in finite.finditer(sentence.low)
    )


def _participle_at_end(sentence: Sentence, words: list[tuple[int, Word]]) -> Opened | None:
    """ "500 Bäume gepflanzt", "Handbuch bis Mai fertig": said of a thing that is done."""
    dates = (*sentence.deadlines, *sentence.cadences)
    clause = [
        (n, w) for n, w in words if w.is_word and not any(s.start <= w.start < s.end for s in dates)
    ]
    if not clause:
        return None
    position, last = clause[-1]
    stem = "" if last.text[0].isupper() else verb_last.participle(sentence.language, last.low)
    return Opened(Opening.PAST, last, stem, position, words[0][0]) if stem else None


def finished(sentence: Sentence) -> Span | None:
    """A participle or "is live", "exists": the thing is there."""
    found = sentence.language.pattern("opening", "finished").search(sentence.low)
    return Span(found.start(), found.end()) if found else None


def may_be_noun(sentence: Sentence, opening: Opened) -> bool:
    """Whether the first word may as well be a noun: "Test bikes on the road", not "Test the …"."""
    language, after = sentence.language, sentence.words[opening.position + 1 :]
    if opening.lemma not in language.words("noun_or_verb") or not after:
        return False
    counted = any(amount.start <= after[0].start < amount.end for amount in sentence.amounts)
    return not counted and after[0].low not in language.one("opening", "determiner")


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
