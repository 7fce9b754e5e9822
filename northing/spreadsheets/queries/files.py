"""The files on their way in, always for whoever uploaded them."""

import json
import zlib
from uuid import UUID

from northing.people.models import Person
from northing.people.queries import NotFound
from northing.spreadsheets.files.wire import from_wire
from northing.spreadsheets.models import ImportedFile
from northing.spreadsheets.rules.cells import Upload

MOST_FILES = 10


class FileNotFound(NotFound):
    """No such upload, or somebody else's: the two look alike from outside."""


def waiting_files_of(person: Person) -> list[ImportedFile]:
    """The latest uploads of a person that are not imported yet, without their cells."""
    found = ImportedFile.objects.filter(organization=person.organization, person=person)
    waiting = found.filter(applied_at=None).defer("cells")
    return list(waiting.order_by("-uploaded_at")[:MOST_FILES])


def file_of(person: Person, key: UUID) -> ImportedFile:
    """One upload of a person, with the import that it became. Raises FileNotFound."""
    found = (
        ImportedFile.objects.select_related("became")
        .filter(organization=person.organization, person=person, pk=key)
        .first()
    )
    if found is None:
        raise FileNotFound(str(key))
    return found


def upload_of(file: ImportedFile) -> Upload:
    """The sheets of an upload as they were read."""
    return from_wire(json.loads(zlib.decompress(bytes(file.cells))))
