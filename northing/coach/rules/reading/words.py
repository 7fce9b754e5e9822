"""A text cut into words, with the place of each in code points."""

import re
from dataclasses import dataclass

_WORD = re.compile(r"[^\W\d_]+(?:['’\-][^\W\d_]+)*|\d+(?:[.,]\d+)*|[^\w\s]", re.UNICODE)


@dataclass(frozen=True, slots=True)
class Word:
    """A word, a number or a sign. `low` is in lower case, with plain apostrophes."""

    text: str
    low: str
    start: int
    end: int

    @property
    def is_word(self) -> bool:
        return self.text[0].isalpha()

    @property
    def is_number(self) -> bool:
        return self.text[0].isdigit()


def lowered(text: str) -> str:
    """Lower case of the same length, so that places stay places; plain apostrophes and blanks."""
    return "".join(map(_low, text))


def _low(sign: str) -> str:
    if sign in "’‘ʼ":
        return "'"
    if sign.isspace():
        return " "
    low = sign.lower()
    return low if len(low) == 1 else sign


def words_of(text: str) -> tuple[Word, ...]:
    """The words, numbers and signs of a text, in order."""
    low = lowered(text)
    return tuple(
        Word(text[found.start() : found.end()], found[0], found.start(), found.end())
        for found in _WORD.finditer(low)
    )
