"""Words as they are compared: without case, accents, marks and needless spaces."""

import re
import unicodedata
from functools import lru_cache

_APART = re.compile(r"[^\w%#&/+]+")
_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")


@lru_cache(maxsize=50_000)
def compared(text: str) -> str:
    """A text for comparison: `"Schlüsselergebnis "` and `"SCHLUSSELERGEBNIS"` become equal."""
    spelled = text.casefold().replace("ß", "ss")
    letters = unicodedata.normalize("NFKD", spelled)
    plain = "".join(letter for letter in letters if not unicodedata.combining(letter))
    return " ".join(_APART.sub(" ", plain.replace("_", " ")).split())


def without_brackets(text: str) -> str:
    """A text without what stands in round or square brackets."""
    return _BRACKETED.sub(" ", text)


def bracketed(text: str) -> list[str]:
    """What stands in brackets."""
    return [found[1:-1].strip() for found in _BRACKETED.findall(text)]


def one_line(text: str) -> str:
    """A text on one line, with single spaces."""
    return " ".join(text.split())


def keyed(text: str) -> str:
    """A text as part of the key of a question: one line, small letters."""
    return one_line(text).casefold()[:200]
