"""Whom a cell means: somebody who is here, or somebody new; never a guess between two people."""

from collections.abc import Sequence

from northing.spreadsheets.rules import terms
from northing.spreadsheets.rules.cells import Cell
from northing.spreadsheets.rules.drafts import PersonRef
from northing.spreadsheets.rules.entries import Entry
from northing.spreadsheets.rules.people_index import PeopleIndex, email_in, name_of
from northing.spreadsheets.rules.report import Findings, Option, Place
from northing.spreadsheets.rules.snapshot import KnownPerson, Snapshot
from northing.spreadsheets.rules.words import compared, keyed

CREATE, ME = "create", "me"


class People:
    """Everybody whom a file names, each looked up and asked about once.

    Cells are read into keys first: only when all are read is it known that a name in one row and
    an address in another are the same new person.
    """

    def __init__(self, snapshot: Snapshot, findings: Findings) -> None:
        self._me = snapshot.me
        self._index = PeopleIndex(snapshot.people)
        self._findings = findings
        self._named: dict[str, PersonRef] = {}
        self._new_by_name: dict[str, PersonRef] = {}
        self._new_by_email: dict[str, PersonRef] = {}

    @property
    def me(self) -> PersonRef:
        """The importing person."""
        return _known(self._me)

    @property
    def new(self) -> list[PersonRef]:
        """Those who are to be added, each once."""
        people = (self.person(key) for key in self._named)
        return list(dict.fromkeys(person for person in people if person.key is None))

    def person(self, key: str) -> PersonRef:
        """Whom a key means, once every cell was read."""
        person = self._named[key]
        return self._merged(person) if person.key is None else person

    def keys_in(self, entry: Entry, cell: Cell) -> list[str]:
        """The people a cell names, the owner first; empty where nobody is named yet."""
        if terms.is_undecided(cell.text):
            self._findings.warn(
                entry.at(cell),
                cell.text,
                "an e-mail address or a name",
                f"Taken for now: {self._me.name}. Name the owner when it is decided.",
            )
            return []
        names = self._index.named_in(cell.text)
        for name in names:
            if compared(name) not in self._named:
                self._named[compared(name)] = self._looked_up(entry.at(cell), name)
        if len(names) > 1:
            self._findings.warn(
                entry.at(cell),
                cell.text,
                "one accountable person",
                f"{names[0]} becomes the owner, the others contribute.",
            )
        return [compared(name) for name in names]

    def key_of_answer(self, answer: str) -> str:
        """The key of somebody whom an answer names: who is here, or somebody new."""
        self._named.setdefault(compared(answer), self._answered(answer, name_of(answer), ""))
        return compared(answer)

    def _looked_up(self, place: Place, text: str) -> PersonRef:
        meant = self._index.meant(text)
        present = [person for person in meant if not person.has_left]
        if len(present) == 1:
            return _known(present[0])
        if meant:
            why = "" if present else f"{meant[0].name} has left."
            return self._asked(place, text, present, why=why)
        if not email_in(text) and (near := self._index.near(name_of(text))):
            return self._asked(place, text, near)
        return self._asked(place, text, [], default=self._for_everybody(place, text))

    def _for_everybody(self, place: Place, text: str) -> str | None:
        """One answer for all new people; each has an own question besides."""
        return self._findings.ask(
            "people",
            "People who are not here yet:",
            [
                Option(CREATE, "Add them, without a sign-in"),
                Option(ME, f"{self._me.name} owns their goals for now"),
            ],
            default=CREATE,
            place=place,
            found=[text],
        )

    def _asked(
        self,
        place: Place,
        text: str,
        candidates: Sequence[KnownPerson],
        *,
        default: str | None = None,
        why: str = "",
    ) -> PersonRef:
        name = name_of(text)
        options = [Option(_handle(p), f"{p.name} {p.email}".strip()) for p in candidates]
        answer = self._findings.ask(
            f"person:{keyed(text)}",
            why or f"Who is {text}?",
            [
                *options,
                Option(CREATE, f"Add {name}, without a sign-in"),
                Option(ME, f"{self._me.name} owns the goal for now"),
            ],
            default=default,
            place=place,
            found=[text],
            takes_text=True,
        )
        if answer == ME:
            return self.me
        if answer in (None, CREATE):
            return self._new(name, email_in(text))
        return self._answered(answer or "", name, email_in(text))

    def _answered(self, answer: str, name: str, email: str) -> PersonRef:
        meant = self._index.meant(answer)
        if len(meant) == 1:
            return _known(meant[0])
        return self._new(name_of(answer) or name, email_in(answer) or email)

    def _new(self, name: str, email: str) -> PersonRef:
        """Remember somebody new, by name and by address."""
        person = PersonRef(name, None, email)
        known = self._new_by_name.get(compared(name))
        if known is None or (email and not known.email):
            self._new_by_name[compared(name)] = person
        if email:
            self._new_by_email.setdefault(email, person)
        return person

    def _merged(self, person: PersonRef) -> PersonRef:
        """The one record of a new person: the address decides, then the name."""
        if person.email:
            return self._new_by_email[person.email]
        return self._new_by_name[compared(person.name)]


def _known(person: KnownPerson) -> PersonRef:
    return PersonRef(person.name, person.key, person.email)


def _handle(person: KnownPerson) -> str:
    return person.email or person.name
