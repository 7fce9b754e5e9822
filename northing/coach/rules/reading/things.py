"""What a statement is about: people, things made, things measured, words that cover anything."""

from collections import Counter
from collections.abc import Iterator

from northing.coach.rules.reading.opening import Opened, Opening
from northing.coach.rules.reading.sentence import Sentence
from northing.coach.rules.reading.words import Word

SORTS = ("people", "artefacts", "metrics", "umbrella", "vague", "habits")
_VERB_CLASSES = (
    "verbs_outcome",
    "verbs_activity",
    "verbs_hollow",
    "verbs_wish",
    "noun_or_verb",
)
_MOST_COUNTED = 4
_MOST_CONTENT = 7
_NEAR_AMOUNT = 4


def verb_classes(sentence: Sentence, lemma: str) -> list[str]:
    """The classes that a verb is listed in, such as `verbs_outcome`."""
    return [name for name in _VERB_CLASSES if lemma in sentence.language.words(name)]


def sorts_of(sentence: Sentence, word: Word) -> list[str]:
    """The sorts of thing that a word names; its plural counts, too."""
    return [name for name in SORTS if sentence.language.holds(name, word.low)]


def of_things(sentence: Sentence, opening: Opened) -> Iterator[str]:
    """Features: which sorts of thing stand where."""
    sorts = [sorts_of(sentence, word) for word in sentence.words]
    kind = "verb" if opening.kind is Opening.VERB else "other"
    yield from _by_place(sentence, opening, sorts, kind)
    yield from _by_count(sentence, sorts)
    yield from _of_object(sentence, opening)
    for amount in sentence.amounts:
        near = [n for n, word in enumerate(sentence.words) if word.start >= amount.end]
        named = [name for n in near[:_NEAR_AMOUNT] for name in sorts[n]]
        yield from (f"amount of={name}&{kind}" for name in named[:2])


def _by_place(
    sentence: Sentence, opening: Opened, sorts: list[list[str]], kind: str
) -> Iterator[str]:
    finite = sentence.first_finite_verb
    for n, (word, names) in enumerate(zip(sentence.words, sorts, strict=True)):
        for name in names:
            yield f"holds={name}"
            if 0 <= n - opening.first <= 2:
                yield f"early={name}&{kind}"
            if finite is not None and word.end <= finite.start:
                yield f"subject={name}"
            if n == len(sorts) - 1:
                yield f"last={name}&{kind}"


def _by_count(sentence: Sentence, sorts: list[list[str]]) -> Iterator[str]:
    counted = Counter(
        name
        for word, names in zip(sentence.words, sorts, strict=True)
        if word.is_word
        for name in names or ["none"]
    )
    for name in (*SORTS, "none"):
        yield f"count={name}:{min(counted[name], _MOST_COUNTED)}"


def _of_object(sentence: Sentence, opening: Opened) -> Iterator[str]:
    """What the opening verb acts on, and how much is said beside it."""
    small = sentence.language.tell_tale
    acted_on = opening.acted_on(sentence)
    content = [word for word in acted_on if word.is_word and word.low not in small]
    length = min(len(content), _MOST_CONTENT)
    yield f"content={length}"
    yield f"content={length}&kind={sentence.kind}"
    if not content or opening.kind is not Opening.VERB:
        return
    for name in sorts_of(sentence, content[0]) or ["none"]:
        yield f"object={name}"
        yield f"lemma={opening.lemma}&object={name}"
        for each in verb_classes(sentence, opening.lemma):
            yield f"class={each}&object={name}"
