"""Taking a file in: read once by the child process, kept until it is imported."""

import json
import zlib
from collections.abc import Mapping
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from northing.people.actions.rights import require_admin
from northing.people.models import Person
from northing.spreadsheets.files import read_file
from northing.spreadsheets.files.wire import to_wire
from northing.spreadsheets.models import Import, ImportedFile

KEPT_FOR = timedelta(days=30)
LONGEST_WISH = 1_000


def take_in(name: str, content: bytes, by: Person) -> ImportedFile:
    """Read and keep an uploaded file. Raises FileRefused, and RightMissing for non-admins.

    The child process runs before anything is locked or written. Files older than a month go, and
    with them what was kept of their rows.
    """
    require_admin(by)
    upload = read_file(name, content)
    cells = zlib.compress(json.dumps(to_wire(upload), ensure_ascii=False).encode())
    with transaction.atomic():
        old = ImportedFile.objects.filter(organization=by.organization, person=by)
        too_old = timezone.now() - KEPT_FOR
        old.filter(uploaded_at__lt=too_old).delete()
        past = Import.objects.filter(organization=by.organization, by=by, at__lt=too_old)
        past.exclude(rejected_rows=0).update(rejected=b"", rejected_rows=0)
        return ImportedFile.objects.create(
            organization=by.organization, person=by, name=upload.name[:255], cells=cells
        )


def keep_wishes(
    file: ImportedFile, *, mapping: Mapping[str, str] | None, answers: Mapping[str, str] | None
) -> None:
    """Keep what a person said about columns or questions; None leaves either as it is."""
    if mapping is not None:
        file.mapping = _kept(mapping)
    if answers is not None:
        file.answers = _kept(answers)
    file.save(update_fields=["mapping", "answers"])


def _kept(wishes: Mapping[str, str]) -> dict[str, str]:
    """Wishes without null characters, which no database keeps; nobody chooses or types more."""
    plain = {
        key.replace("\x00", "")[:LONGEST_WISH]: wish.replace("\x00", "")[:LONGEST_WISH]
        for key, wish in wishes.items()
    }
    return {key: wish for key, wish in plain.items() if wish}
