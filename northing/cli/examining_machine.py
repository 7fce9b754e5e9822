"""The machine and the data directory, as `northing doctor` finds them."""

import os
import shutil
import sqlite3
import sys
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from northing.cli.database import BACKUPS, check_versions
from northing.cli.findings import Finding, Findings, warning, well, wrong
from northing.cli.program import Refused
from northing.coach.wordings.endpoint import Endpoint
from northing.storage.copies import copies_in
from northing.storage.places import data_directory, is_private

_MEGABYTE = 1024 * 1024
_LITTLE_SPACE = 100
_SOME_SPACE = 1024
_NETWORK = frozenset({"nfs", "nfs4", "cifs", "smb3", "fuse.sshfs", "9p", "glusterfs", "ceph"})


def machine() -> Findings:
    """What can be said before any setting is read."""
    version = ".".join(map(str, sys.version_info[:3]))
    said = f"Python {version}, SQLite {sqlite3.sqlite_version}"
    try:
        check_versions()
        yield well("Versions", said)
    except Refused as refused:
        yield wrong("Versions", said, str(refused))
    yield _folder(data_directory())
    yield _time_zones()


def settings_and_files() -> Findings:
    """What the settings say, and the files in the data directory."""
    from django.conf import settings

    folder: Path = settings.DATA_DIR
    yield _space(folder)
    yield _file_system(folder)
    yield _secret(folder / "secret-key")
    yield _copies(folder / BACKUPS)
    yield _static()
    yield _address(settings.BASE_URL, settings.DEBUG)
    yield _mail(settings.HAS_MAIL)
    yield _language_model(settings.LANGUAGE_MODEL)


def _folder(folder: Path) -> Finding:
    name = "Data directory"
    if not folder.is_dir():
        return wrong(name, f"{folder} is not there", "Run `northing serve` once: it makes it.")
    if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
        cure = "Make it this user's: chown, or choose another by NORTHING_DATA_DIR."
        return wrong(name, f"{folder} cannot be written by this user", cure)
    if not is_private(folder):
        mode = f"{folder.stat().st_mode & 0o777:o}"
        return warning(name, f"{folder} is open to others (mode {mode})", f"chmod 700 {folder}")
    return well(name, str(folder))


def _time_zones() -> Finding:
    try:
        ZoneInfo("Europe/Brussels")
    except ZoneInfoNotFoundError:
        return wrong("Time zones", "none are known", "Install the package tzdata.")
    return well("Time zones", "known")


def _space(folder: Path) -> Finding:
    free = shutil.disk_usage(folder).free // _MEGABYTE
    said = f"{free:,} MB free"
    if free < _LITTLE_SPACE:
        return wrong("Disk", said, "Make room: without it no check-in can be kept.")
    if free < _SOME_SPACE:
        return warning("Disk", said, "Make room before it runs out.")
    return well("Disk", said)


def _file_system(folder: Path) -> Finding:
    kind = file_system_of(folder)
    if kind in _NETWORK:
        cure = "SQLite needs a local disk. Move the data directory, or use PostgreSQL."
        return wrong("File system", f"{kind}, over a network", cure)
    return well("File system", kind or "local")


def file_system_of(folder: Path) -> str:
    """The kind of file system that holds a folder: "ext4"; empty where the kernel does not say."""
    mounts = Path("/proc/self/mounts")
    best, kind = "", ""
    for line in mounts.read_text().splitlines() if mounts.exists() else []:
        _, place, found, *_ = line.split(" ")
        is_above = folder.resolve() == Path(place) or Path(place) in folder.resolve().parents
        if is_above and len(place) >= len(best):
            best, kind = place, found
    return kind


def _secret(path: Path) -> Finding:
    if os.environ.get("NORTHING_SECRET_KEY"):
        return well("Secret", "given by NORTHING_SECRET_KEY")
    if not is_private(path):
        return wrong("Secret", f"{path} can be read by others", f"chmod 600 {path}")
    return well("Secret", "only this user can read it")


def _copies(folder: Path) -> Finding:
    copies = copies_in(folder)
    if not copies:
        return well("Copies", "none yet: one is made before each upgrade of a SQLite database")
    return well("Copies", f"{len(copies)}, the newest {copies[0]}")


def _static() -> Finding:
    from northing.web.static_files import are_collected

    if are_collected():
        return well("Static files", "those of this version")
    return warning(
        "Static files", "not those of this version", "Start `northing serve`: it collects them."
    )


def _address(url: str, is_debugging: bool) -> Finding:
    if is_debugging:
        return wrong("Address", "NORTHING_DEBUG is on", "Unset it: it shows the code to visitors.")
    if url.startswith("http://") and not url.startswith(("http://127.", "http://localhost")):
        cure = "Put a proxy with TLS in front and set NORTHING_URL to its https address."
        return warning("Address", f"{url} is not encrypted", cure)
    return well("Address", url)


def _mail(has_mail: bool) -> Finding:
    said = "a server is set" if has_mail else "none: admins hand out sign-in links instead"
    return well("Mail", said)


def _language_model(endpoint: Endpoint | None) -> Finding:
    """What is set, without asking the model: it may cost money."""
    name = "Language model"
    if endpoint is None:
        return well(name, "none: the coach's rules need none")
    said = f"{endpoint.model} at {endpoint.host}"
    if not endpoint.is_secure and not endpoint.is_this_machine:
        cure = "Give NORTHING_LANGUAGE_MODEL_URL its https address: statements and the key travel."
        return warning(name, f"{said}, not encrypted", cure)
    return well(name, said)
