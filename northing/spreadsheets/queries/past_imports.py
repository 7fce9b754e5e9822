"""The imports of an organization, for those who may import."""

import zlib
from collections.abc import Sequence
from uuid import UUID

from northing.goals.queries.gate import visible_to
from northing.goals.queries.viewer import Viewer
from northing.people.models import Person
from northing.people.queries import NotFound
from northing.spreadsheets.models import Import
from northing.spreadsheets.queries.states import in_parts
from northing.spreadsheets.rules.undoing import Left

MOST_IMPORTS = 50


class ImportNotFound(NotFound):
    """No such import here."""


def imports_of(person: Person) -> Sequence[Import]:
    """The latest imports of the person's organization, whoever made them, newest first."""
    found = Import.objects.filter(organization=person.organization).defer("rejected")
    return list(found.select_related("by", "undone_by").order_by("-at", "-id")[:MOST_IMPORTS])


def import_of(person: Person, key: UUID) -> Import:
    """One import of the person's organization. Raises ImportNotFound."""
    found = (
        Import.objects.select_related("by", "undone_by", "organization")
        .filter(organization=person.organization, pk=key)
        .first()
    )
    if found is None:
        raise ImportNotFound(f"There is no import {key} here. `northing import --list` shows them.")
    return found


def rejected_by(person: Person, key: UUID) -> tuple[str, str]:
    """The name of a file that the person imported, and its rejected rows as CSV.

    Raises ImportNotFound, also for what others imported: their file is theirs.
    """
    imported = import_of(person, key)
    if imported.by_id != person.pk:
        raise ImportNotFound(str(key))
    rejected = bytes(imported.rejected)
    return imported.name, zlib.decompress(rejected).decode() if rejected else ""


def left_by(imported: Import, person: Person) -> tuple[Sequence[Left], int]:
    """The goals that undoing left, with the reasons, as far as the person may see them now, and
    how many others there are."""
    told = [Left(UUID(key), label, reason) for key, label, reason in imported.undone["left"]]
    gate = visible_to(Viewer.of(person))
    seen: set[UUID] = set()
    for part in in_parts({one.key for one in told}):
        seen.update(gate.filter(pk__in=part).values_list("pk", flat=True))
    shown = [one for one in told if one.key in seen]
    return shown, len(told) - len(shown) + int(imported.undone["hidden"])
