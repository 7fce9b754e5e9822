"""Reading what somebody typed into a form: every problem by field, every word kept."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.http import QueryDict

from northing.measures.numbers import NumberRefused
from northing.measures.typed import typed_number
from northing.people.models import Organization, Person
from northing.people.queries import NotFound, named_person, people_in

MOST_NAMES = 100


class Typed:
    """The fields of a sent form. Reading a field that does not fit notes its problem."""

    def __init__(self, values: Mapping[str, str] | QueryDict) -> None:
        self.values = values
        self.problems: dict[str, str] = {}

    def text(self, name: str) -> str:
        """The text without blanks around it; null characters are a problem."""
        text = self.values.get(name, "").strip()
        if "\x00" in text:
            self.problems[name] = "It holds a null character. Remove it."
        return text.replace("\x00", "")

    def choice(self, name: str, allowed: type, default: str) -> str:
        """One of the words of an enumeration; anything else is a problem."""
        word = self.text(name) or default
        if word not in {str(member.value) for member in allowed}:  # type: ignore[attr-defined]
            self.problems[name] = "Choose one of the offered words."
            return default
        return word

    def day(self, name: str) -> date | None:
        """A day as 2027-03-31 (what date fields send), or None when empty."""
        text = self.text(name)
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError:
            self.problems[name] = f"“{text[:40]}” is not a day. Type it as 2027-03-31."
            return None

    def number(self, name: str, unit: str = "") -> Decimal | None:
        """An exact number, or None when empty."""
        text = self.text(name)
        if not text:
            return None
        try:
            return typed_number(text, unit)
        except NumberRefused as refusal:
            self.problems[name] = str(refusal)
            return None

    def whole(self, name: str) -> int | None:
        """A whole number without sign, or None when empty."""
        text = self.text(name)
        if not text:
            return None
        if not (text.isascii() and text.isdigit() and len(text) < 10):
            self.problems[name] = f"“{text[:40]}” is not a whole number."
            return None
        return int(text)

    def key(self, name: str) -> UUID | None:
        """A key that the page itself put there; anything else counts as none."""
        try:
            return UUID(self.text(name))
        except ValueError:
            return None

    def person(self, name: str, organization: Organization) -> Person | None:
        """The person chosen from the list, or named by name, e-mail or handle."""
        text, chosen = self.text(name), self.key(f"{name}_id")
        if chosen is not None:
            found = people_in(organization).filter(pk=chosen).first()
            if found is not None and (not text or text == found.name):
                return found
        if not text:
            return None
        try:
            return named_person(organization, text)
        except NotFound as missing:
            self.problems[name] = str(missing)
            return None

    def people(self, name: str, organization: Organization) -> list[Person]:
        """Several people, separated by commas or lines, by name, e-mail or handle."""
        found = []
        for part in self.names(name):
            try:
                found.append(named_person(organization, part))
            except NotFound as missing:
                self.problems[name] = str(missing)
        return found

    def names(self, name: str) -> list[str]:
        """Names separated by commas or lines; more than anybody types is a problem."""
        parts = [part.strip() for part in self.text(name).replace("\n", ",").split(",")]
        names = [part for part in parts if part]
        if len(names) > MOST_NAMES:
            self.problems[name] = f"These are {len(names)} names. Type at most {MOST_NAMES}."
            return []
        return names
