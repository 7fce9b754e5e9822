"""A sentence as named features, which the word models weigh."""

from collections.abc import Iterator
from itertools import pairwise

from northing.coach.rules.reading import verb_last
from northing.coach.rules.reading.opening import Opened, Opening, opened, stem_of
from northing.coach.rules.reading.parts import doubles, parts_of
from northing.coach.rules.reading.sentence import Sentence
from northing.coach.rules.reading.things import of_things, verb_classes
from northing.coach.rules.reading.words import Word

_PARTS_OF_TIME = (
    "deadlines",
    "baselines",
    "habits",
    "cadences",
    "service_levels",
    "confidences",
)
_QUANTITIES = ("coverage", "none_of", "multiple", "standard")


def features(sentence: Sentence) -> frozenset[str]:
    """The names of everything that a word model may weigh, such as `lemma=launch`."""
    opening = opened(sentence)
    kind = sentence.kind
    return frozenset(
        [
            f"kind={kind}",
            *_of_opening(sentence, opening),
            *_of_amounts(sentence),
            *_of_length(sentence),
            *_of_words(sentence, opening),
            *_of_joints(sentence),
            *_of_doubles(sentence),
            *of_things(sentence, opening),
        ]
    )


def _of_opening(sentence: Sentence, opening: Opened) -> Iterator[str]:
    lemma, kind = opening.lemma, sentence.kind
    yield f"opens={opening.kind}"
    yield f"opens={opening.kind}&kind={kind}"
    yield f"lemma={lemma}" if opening.kind is Opening.VERB else f"first={lemma or '0'}"
    for name in verb_classes(sentence, lemma):
        yield f"class={name}&opens={opening.kind}"
        yield f"class={name}&kind={kind}&opens={opening.kind}"
    rest = [plain(word) for word in opening.acted_on(sentence)]
    for n, word in enumerate(rest[:3]):
        yield f"after{n}={word}"
    if rest:
        yield f"lemma+after={lemma}+{rest[0]}"


def _of_amounts(sentence: Sentence) -> Iterator[str]:
    amounts, words = sentence.amounts, sentence.words
    yield f"amounts={min(len(amounts), 3)}"
    yield f"amounts={min(len(amounts), 2)}&kind={sentence.kind}"
    yield from (f"has={name}" for name in _PARTS_OF_TIME if getattr(sentence, name))
    yield from (f"has={name}" for name in _QUANTITIES if sentence.quantity(name))
    if sentence.percents:
        yield "has=percent"
    ends = {amount.end for amount in amounts}
    starts = {amount.end for amount in amounts} | {amount.end + 1 for amount in amounts}
    for word, after in pairwise(words):
        if word.end in ends or (not word.is_word and word.start in starts):
            yield f"amount+{plain(after)}"
    if amounts and words and amounts[0].start <= words[0].start + 1:
        yield "begins=amount"


def _of_length(sentence: Sentence) -> Iterator[str]:
    length = min(len(sentence.words) // 4, 8)
    yield f"length={length}"
    yield f"length={length}&kind={sentence.kind}"
    yield f"short={len(sentence.words) <= 3}"


def _of_words(sentence: Sentence, opening: Opened) -> Iterator[str]:
    for word in map(plain, sentence.words):
        yield f"word={word}"
        if len(word) > 5:
            yield f"ends={word[-3:]}"
    if sentence.words:
        last = sentence.words[-1]
        yield f"last={plain(last)}"
        yield f"last={plain(last)}&opens={opening.kind}"
        if sort_of(sentence, last) == "participle":
            yield "last=participle"
    if sentence.has_finite_verb:
        yield "has=finite"


def _of_joints(sentence: Sentence) -> Iterator[str]:
    """Joints between clauses, what follows them, and whether amounts stand on both sides."""
    joints = sentence.language.one("opening", "joints")
    amounts = [amount.start for amount in sentence.amounts]
    words = sentence.words
    for before, word, after in zip(words, words[1:], words[2:], strict=False):
        if word.low not in joints:
            continue
        joint = word.low if word.is_word else "sign"
        yield f"joint={joint}"
        yield f"joint={sort_of(sentence, before)}+{joint}+{sort_of(sentence, after)}"
        yield f"joint={joint}+{plain(after)}"
        yield f"joint={joint}+{sort_of(sentence, after)}"
        if any(at < word.start for at in amounts) and any(at > word.start for at in amounts):
            yield f"joint={joint}&amounts=both"
    verbs = sum(sort_of(sentence, word) == "verb" for word in sentence.words)
    yield f"verbs={min(verbs, 5)}"


def _of_doubles(sentence: Sentence) -> Iterator[str]:
    reasons = {reason for reason, _ in doubles(sentence)}
    for reason in reasons:
        yield f"double={reason.name}"
        yield f"double={reason.name}&kind={sentence.kind}"
    yield f"doubles={len(reasons)}"
    yield f"parts={min(len(parts_of(sentence)), 4)}"


def sort_of(sentence: Sentence, word: Word) -> str:
    """verb, either (verb or noun), gerund, participle, number, sign or other."""
    language, low = sentence.language, word.low
    if not word.is_word:
        return "number" if word.is_number else "sign"
    if language.verb_is_last:
        if verb_last.infinitive(sentence, word):
            return "verb"
        return "participle" if verb_last.participle(language, low) else "other"
    if low in language.words("noun_or_verb"):
        return "either"
    if low in language.base_verbs:
        return "verb"
    for ending, name in (("ing", "gerund"), ("ed", "participle")):
        if low.endswith(ending) and stem_of(language, low):
            return name
    return "other"


def plain(word: Word) -> str:
    """A word as the models know it: any number is "0", the s of a plural is off."""
    if word.is_number:
        return "0"
    low = word.low
    return low[:-1] if len(low) > 3 and low.endswith("s") and not low.endswith("ss") else low
