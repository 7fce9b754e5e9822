"""The words under which a goal is found. Pure."""

import re
import unicodedata
from collections.abc import Iterable

LONGEST_WORD = 24
MOST_WORDS = 40
_WORD = re.compile(r"[^\W_]+")
_SHORT_ID = re.compile(r"[a-z0-9]{1,6}-[0-9][0-9.]*")


def words_of(short_id: str, statement: str) -> frozenset[str]:
    """What a goal is found by: its short id, and the words of its statement without accents."""
    return frozenset([_folded(short_id), *_words(statement)][:MOST_WORDS])


def typed_words(text: str) -> tuple[str, ...]:
    """What somebody searches for: each of these begins a word of the goal. At most five."""
    found: dict[str, None] = {}
    for part in _folded(text).split():
        for word in [part] if _SHORT_ID.fullmatch(part) else _words(part):
            found[word[:LONGEST_WORD]] = None
    return tuple(found)[:5]


def _words(text: str) -> Iterable[str]:
    return dict.fromkeys(word[:LONGEST_WORD] for word in _WORD.findall(_folded(text)))


def _folded(text: str) -> str:
    """Without case and accents: "Élodie" is "elodie", "Straße" is "strasse"."""
    plain = unicodedata.normalize("NFKD", text)
    return "".join(one for one in plain if not unicodedata.combining(one)).casefold()
