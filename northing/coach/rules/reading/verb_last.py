"""Languages whose verb ends the clause: "Den Umsatz bis Juni um 10 % steigern"."""

import re

from northing.coach.rules.findings import Span
from northing.coach.rules.language import Language
from northing.coach.rules.reading.sentence import Sentence
from northing.coach.rules.reading.words import Word

_LEAST_STEM = 3
_BRACKETS = re.compile(r"\([^)]*\)|„[^“”\"]*[“”\"]")


def main_words(sentence: Sentence, start: int) -> list[tuple[int, Word]]:
    """The words from `start` on that stand in the main clause, with their positions."""
    aside = [span for span in subordinates(sentence) if span.start >= start]
    return [
        (n, word)
        for n, word in enumerate(sentence.words)
        if word.start >= start and not any(s.start <= word.start < s.end for s in aside)
    ]


def subordinates(sentence: Sentence) -> list[Span]:
    """Clauses that hang on a word, from their comma to the next one, and words in brackets."""
    low, spans = sentence.low, []
    language = sentence.language
    for found in language.pattern("opening", "subordinate").finditer(low):
        end = _end_of_clause(low, found.end())
        closes = end + 1 if low[end : end + 1] == "," else end
        spans.append(Span(found.start(), closes))
    spans.extend(Span(found.start(), found.end()) for found in _BRACKETS.finditer(low))
    return spans


def _end_of_clause(low: str, start: int) -> int:
    """Where a clause ends: at a comma or its like, or at the end of the brackets around it."""
    depth = 0
    for place in range(start, len(low)):
        sign = low[place]
        depth += (sign == "(") - (sign == ")")
        if depth < 0 or (depth == 0 and sign in ",;:"):
            return place
    return len(low)


def verb_among(sentence: Sentence, words: list[tuple[int, Word]]) -> tuple[int, Word, str] | None:
    """The first infinitive that closes its clause, with its base form."""
    for place, (n, word) in enumerate(words):
        lemma = infinitive(sentence, word, is_first=n == 0)
        after = words[place + 1 :]
        if lemma and _closes(sentence, [each for _, each in after]):
            last = _helper(sentence, after)
            return (*last, last[1].low) if last else (n, word, lemma)
    return None


def _helper(sentence: Sentence, after: list[tuple[int, Word]]) -> tuple[int, Word] | None:
    """A verb of being able or having that closes a chain of infinitives: "spielen können"."""
    n, word = after[0] if after else (0, None)
    wishes = sentence.language.words("verbs_wish")
    return (n, word) if word and word.low in wishes and word.text[0].islower() else None


def infinitive(sentence: Sentence, word: Word, *, is_first: bool = False) -> str:
    """The base form that a word stands for: "steigern", "abzunehmen"; "" for any other word.

    Nouns are told by their capital, which says nothing in the first word.
    """
    language, low = sentence.language, word.low
    if not word.is_word or (word.text[0].isupper() and not is_first):
        return ""
    if is_base(language, low):
        return low
    for prefix in language.one("opening", "prefixes"):
        if low.startswith(f"{prefix}zu"):
            base = prefix + low[len(prefix) + 2 :]
            if is_base(language, base):
                return base
    return ""


def is_base(language: Language, low: str) -> bool:
    """Whether it is listed as a verb, is one behind a prefix, or ends as only verbs do."""
    if low in language.base_verbs or low in language.words("verbs_wish"):
        return True
    if low in language.words("not_verbs"):
        return False
    prefixes = language.one("opening", "prefixes")
    if any(low.startswith(p) and low[len(p) :] in language.base_verbs for p in prefixes):
        return True
    return low.endswith(tuple(language.one("opening", "verb_endings"))) and len(low) > 6


def participle(language: Language, low: str) -> str:
    """The base form of a participle at the end of a clause, or the participle; "" for others."""
    if low in language.words("participles"):
        return base_of_participle(language, low) or low
    base = base_of_participle(language, low)
    return base if base and ("ge" in low or low.endswith("iert")) else ""


def base_of_participle(language: Language, low: str) -> str:
    """ "eingeführt" gives "einführen"; "" where the lists hold no such verb."""
    for start, rest in _without_ge(low):
        for ending in ("et", "t", "en"):
            if rest.endswith(ending):
                stem = start + rest.removesuffix(ending)
                for base in (f"{stem}en", f"{stem}n"):
                    if base in language.base_verbs:
                        return base
    return ""


def _without_ge(low: str) -> list[tuple[str, str]]:
    made = [("", low)]
    at = low.find("ge")
    while at >= 0:
        made.append((low[:at], low[at + 2 :]))
        at = low.find("ge", at + 1)
    return made


def nominal(language: Language, low: str) -> str:
    """The verb in a noun: "Steigerung" gives "steigern"; "" where there is none."""
    for ending in ("ungen", "ung"):
        stem = low.removesuffix(ending)
        if stem != low and len(stem) > _LEAST_STEM:
            for base in (f"{stem}en", f"{stem}n", f"{stem[:-1]}ern", f"{stem[:-1]}eln"):
                if base in language.base_verbs:
                    return base
    return ""


def imperative(language: Language, low: str) -> str:
    """ "steigere" gives "steigern", "erhöhe" "erhöhen"; "" where there is no such verb."""
    if not low.endswith("e"):
        return ""
    return next((b for b in (f"{low}n", f"{low[:-1]}n") if b in language.base_verbs), "")


def _closes(sentence: Sentence, after: list[Word]) -> bool:
    """Whether nothing that belongs to the clause follows: its end, a joint, a date, a helper."""
    dates = (*sentence.deadlines, *sentence.cadences)
    after = [w for w in after if not any(s.start <= w.start < s.end for s in dates)]
    if not after:
        return True
    word = after[0]
    if not word.is_word and not word.is_number:
        return True
    if word.low in sentence.language.one("opening", "joints"):
        return True
    if word.low in sentence.language.one("opening", "verb_helpers"):
        return True
    return bool(infinitive(sentence, word)) and _closes(sentence, after[1:])
