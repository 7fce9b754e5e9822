"""Style sheets, scripts, fonts: hashed and compressed once collected, plain before that."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.contrib.staticfiles import finders
from django.core.management import call_command
from whitenoise.storage import CompressedManifestStaticFilesStorage

_STAMP = "collected-from"
# What comes with htmx and no page uses.
_UNUSED = ["htmx-4*", "htmax-*", "hx-*", "ext", "htmx-2.js"]


class StaticFiles(CompressedManifestStaticFilesStorage):  # type: ignore[misc]
    """Names with a hash of the content, as soon as the files are collected."""

    def stored_name(self, name: str) -> str:
        return str(super().stored_name(name)) if self.hashed_files else name


def are_collected() -> bool:
    """Whether what is served is made from the files of this very version."""
    stamp = Path(settings.STATIC_ROOT) / _STAMP
    return stamp.is_file() and stamp.read_text(encoding="ascii") == _digest()


def collect() -> None:
    """Put hashed and compressed files into the data directory, unless they are there already."""
    if are_collected():
        return
    call_command(
        "collectstatic",
        interactive=False,
        verbosity=0,
        skip_checks=True,
        ignore_patterns=_UNUSED,
    )
    (Path(settings.STATIC_ROOT) / _STAMP).write_text(_digest(), encoding="ascii")


def _digest() -> str:
    digest = hashlib.sha256()
    for name, path in sorted(_package_files()):
        digest.update(f"{name}\\0{hashlib.sha256(path.read_bytes()).hexdigest()}\\n".encode())
    return digest.hexdigest()


def _package_files() -> Iterator[tuple[str, Path]]:
    for finder in finders.get_finders():
        for name, storage in finder.list([]):
            yield name, Path(storage.path(name))
