"""Whom a cell means: by e-mail or name, never by a guess between two people."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from rapidfuzz import fuzz, process, utils

from northing.spreadsheets.rules import terms
from northing.spreadsheets.rules.cells import Cell
from northing.spreadsheets.rules.drafts import PersonRef
from northing.spreadsheets.rules.entries import Entry
from northing.spreadsheets.rules.report import Findings, Option
from northing.spreadsheets.rules.snapshot import KnownPerson, Snapshot
from northing.spreadsheets.rules.words import compared, keyed, one_line

_EMAIL = re.compile(r"[^\s@<>,;()]+@[^\s@<>,;()]+\.[^\s@<>,;()]+")
_SEVERAL = re.compile(r"\s*(?:[;/\n&+]| and | und )\s*")
_NEAR = 80
CREATE, ME = "create", "me"


@dataclass(slots=True)
class People:
    """Everybody whom a file names, each looked up and asked about once."""

    snapshot: Snapshot
    findings: Findings
    named: dict[str, PersonRef] = field(default_factory=dict)

    @property
    def me(self) -> PersonRef:
        """The importing person."""
        return _known(self.snapshot.me)

    @property
    def new(self) -> list[PersonRef]:
        """Those who are to be added, each once."""
        found = [person for person in self.named.values() if person.key is None]
        return list(dict.fromkeys(found))

    def owners(self, entry: Entry, cell: Cell) -> list[PersonRef]:
        """The people a cell names, the owner first; empty where nobody is named yet."""
        if terms.is_undecided(cell.text):
            self.findings.warn(
                entry.at(cell),
                cell.text,
                "an e-mail address or a name",
                f"Taken for now: {self.snapshot.me.name}. Name the owner when it is decided.",
            )
            return []
        names = people_in(cell.text, self.snapshot.people)
        found = [person for name in names if (person := self._person(entry, cell, name))]
        if len(found) > 1:
            self.findings.warn(
                entry.at(cell),
                cell.text,
                "one accountable person",
                f"{found[0].name} becomes the owner, the others contribute.",
            )
        return found

    def _person(self, entry: Entry, cell: Cell, text: str) -> PersonRef | None:
        key = compared(text)
        if key not in self.named:
            self.named[key] = self._looked_up(entry, cell, text)
        return self.named[key]

    def _looked_up(self, entry: Entry, cell: Cell, text: str) -> PersonRef:
        email = email_in(text)
        exact = [p for p in self.snapshot.people if _is_meant(p, text, email)]
        present = [person for person in exact if not person.has_left]
        if len(present) == 1:
            return _known(present[0])
        name = name_of(text)
        if len(present) > 1:
            return self._chosen(entry, cell, text, name, present, None)
        if exact:
            return self._chosen(entry, cell, text, name, [], None, f"{exact[0].name} has left.")
        near = [] if email else _near(name, self.snapshot.people)
        if near:
            return self._chosen(entry, cell, text, name, near, None)
        return self._unknown(entry, cell, text, name, email)

    def _unknown(self, entry: Entry, cell: Cell, text: str, name: str, email: str) -> PersonRef:
        """Somebody new: one answer for all of them, or an own one."""
        everybody = self.findings.ask(
            "people",
            "People who are not here yet:",
            [
                Option(CREATE, "Add them, without a sign-in"),
                Option(ME, f"{self.snapshot.me.name} owns their goals for now"),
            ],
            default=CREATE,
            place=entry.at(cell),
            found=[text],
        )
        return self._chosen(entry, cell, text, name, [], everybody, email=email)

    def _chosen(
        self,
        entry: Entry,
        cell: Cell,
        text: str,
        name: str,
        candidates: Sequence[KnownPerson],
        default: str | None,
        why: str = "",
        *,
        email: str = "",
    ) -> PersonRef:
        options = [Option(_handle(p), f"{p.name} {p.email}".strip()) for p in candidates]
        options += [
            Option(CREATE, f"Add {name}, without a sign-in"),
            Option(ME, f"{self.snapshot.me.name} owns the goal for now"),
        ]
        answer = self.findings.ask(
            f"person:{keyed(text)}",
            why or f"Who is {text}?",
            options,
            default=default,
            place=entry.at(cell),
            found=[text],
            takes_text=True,
        )
        if answer in (None, CREATE):
            return self._new(name, email or email_in(text))
        if answer == ME:
            return self.me
        return self.answered(answer or "", name, email)

    def answered(self, answer: str, name: str, email: str) -> PersonRef:
        """An answer that names somebody: the person who is there, or a new one."""
        known = [p for p in self.snapshot.people if _is_meant(p, answer, email_in(answer))]
        if len(known) == 1:
            return _known(known[0])
        return self._new(name_of(answer) or name, email_in(answer) or email)

    def _new(self, name: str, email: str) -> PersonRef:
        """A new person; the same name and e-mail of one file are one person."""
        for other in self.new:
            same_name = compared(other.name) == compared(name)
            if (email and other.email == email) or (same_name and not (email and other.email)):
                merged = PersonRef(other.name, None, other.email or email)
                self._replace(other, merged)
                return merged
        return PersonRef(name, None, email)

    def _replace(self, old: PersonRef, new: PersonRef) -> None:
        for key, person in self.named.items():
            if person == old:
                self.named[key] = new


def people_in(text: str, known: Iterable[KnownPerson] = ()) -> list[str]:
    """The people a cell names: `Ann & Bo`, `ann@x.org; bo@x.org`; `Berg, Tom` is one person."""
    line = one_line(text)
    if any(_is_meant(person, line, email_in(line)) for person in known):
        return [line]
    found: list[str] = []
    for part in _SEVERAL.split(text):
        pieces = [piece.strip() for piece in part.split(",") if piece.strip()]
        if len(pieces) == 2 and all(len(piece.split()) == 1 for piece in pieces):
            in_order = "@" not in part
            found += [f"{pieces[1]} {pieces[0]}"] if in_order else pieces
        else:
            found += pieces
    return list(dict.fromkeys(one_line(name) for name in found))


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


def _is_meant(person: KnownPerson, text: str, email: str) -> bool:
    if email:
        return person.email.casefold() == email
    words = compared(text)
    return words in (compared(person.name), compared(_handle(person)))


def _near(name: str, people: Sequence[KnownPerson]) -> list[KnownPerson]:
    """Present people with nearly this name, or whose first name alone it is."""
    present = [person for person in people if not person.has_left]
    names = {number: person.name for number, person in enumerate(present)}
    found = process.extract(
        name, names, scorer=fuzz.WRatio, processor=utils.default_process, score_cutoff=_NEAR,
        limit=4,
    )  # fmt: skip
    return [present[number] for _, _, number in found]


def _known(person: KnownPerson) -> PersonRef:
    return PersonRef(person.name, person.key, person.email)


def _handle(person: KnownPerson) -> str:
    return person.email or person.name
