"""The people who are here, found by name or e-mail; and what a cell says of names."""

import re
from collections import defaultdict
from collections.abc import Sequence

from rapidfuzz import fuzz, process, utils

from northing.spreadsheets.rules.snapshot import KnownPerson
from northing.spreadsheets.rules.words import compared, one_line

# Bounded as addresses are, and only where one may begin: a cell may hold 32,767 characters.
_EMAIL = re.compile(r"(?<![^\s@<>,;()])[^\s@<>,;()]{1,64}@[^\s@<>,;()]{1,190}\.[^\s@<>,;()]{1,63}")
_SEVERAL = re.compile(r"\s*(?:[;/\n&+]| and | und )\s*")
_NEAR = 80
_MOST_NEAR = 4


class PeopleIndex:
    """Everybody of an organization, looked up without going through them all."""

    def __init__(self, people: Sequence[KnownPerson]) -> None:
        self._by_email: dict[str, list[KnownPerson]] = defaultdict(list)
        self._by_name: dict[str, list[KnownPerson]] = defaultdict(list)
        self._present = [person for person in people if not person.has_left]
        self._names = [utils.default_process(person.name) for person in self._present]
        for person in people:
            self._by_name[compared(person.name)].append(person)
            if person.email:
                self._by_email[person.email.casefold()].append(person)

    def meant(self, text: str) -> list[KnownPerson]:
        """Who has exactly this e-mail address or, without one, this name."""
        email = email_in(text)
        return self._by_email.get(email, []) if email else self._by_name.get(compared(text), [])

    def near(self, name: str) -> list[KnownPerson]:
        """Present people with nearly this name, or whose first name alone it is."""
        found = process.extract(
            utils.default_process(name),
            self._names,
            scorer=fuzz.WRatio,
            score_cutoff=_NEAR,
            limit=_MOST_NEAR,
        )
        return [self._present[number] for _, _, number in found]

    def named_in(self, text: str) -> list[str]:
        """The people a cell names: `Ann & Bo`, `a@x.org; b@x.org`; `Berg, Tom` is one person."""
        line = one_line(text)
        if self.meant(line):
            return [line]
        names = [name for part in _SEVERAL.split(text) for name in _between_commas(part)]
        return list(dict.fromkeys(one_line(name) for name in names))


def email_in(text: str) -> str:
    """The e-mail address in a text, in small letters, or nothing."""
    found = _EMAIL.search(text)
    return found.group().casefold() if found else ""


def name_of(text: str) -> str:
    """A name for a person: the text without its address, else one made of the address."""
    without = one_line(re.sub(r"[<>()\[\]]", " ", _EMAIL.sub(" ", text)))
    if without:
        return without[:200]
    local = email_in(text).partition("@")[0].partition("+")[0]
    words = [word for word in re.split(r"[._-]+", local) if word]
    return " ".join(f"{word[0].upper()}{word[1:]}" + "." * (len(word) == 1) for word in words)


def _between_commas(part: str) -> list[str]:
    """`Berg, Tom` is Tom Berg; `Ann Lee, Bo Berg` and addresses are several people."""
    pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
    is_reversed = len(pieces) == 2 and all(len(piece.split()) == 1 for piece in pieces)
    return [f"{pieces[1]} {pieces[0]}"] if is_reversed and "@" not in part else pieces
