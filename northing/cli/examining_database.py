"""The database, as `northing doctor` finds it."""

import fcntl
import os
from datetime import UTC, datetime
from pathlib import Path

from northing.cli.database import pending_migrations, sqlite_file, unreachable
from northing.cli.findings import Finding, Findings, warning, well, wrong
from northing.cli.program import Refused
from northing.storage.copies import faults_of

_FULL = "2"
_OLDEST_POSTGRESQL = 15
_SECONDS_AHEAD = 120


def database() -> Findings:
    """Reachable, of this version, durable, whole, and not from the future."""
    from django.db import Error

    file = sqlite_file()
    if file is not None and not file.is_file():
        yield wrong("Database", f"{file} is not there", "Run `northing serve` once: it makes it.")
        return
    try:
        yield _migrations()
        yield from _sqlite(file) if file is not None else _postgresql()
        yield _clock()
    except Refused as refused:
        yield wrong("Database", str(refused), "Cure that first, then look again.")
    except Error as error:
        cure = "Start it, or go back to a copy (docs/installing.md, “Backup”)."
        yield wrong("Database", unreachable(error), cure)


def _migrations() -> Finding:
    pending = pending_migrations()
    if pending:
        said = f"{len(pending)} changes are waiting, first {pending[0]}"
        return warning("Database", said, "Start `northing serve`: it copies and upgrades.")
    return well("Database", "of this version")


def _sqlite(file: Path) -> Findings:
    journal, synchronous = _pragma("journal_mode"), _pragma("synchronous")
    said = f"journal {journal}, synchronous {synchronous}"
    if journal != "wal" or synchronous != _FULL:
        yield wrong("Durability", said, "Move it to a local disk: it must allow WAL and FULL.")
    else:
        yield well("Durability", "write-ahead log, synchronous FULL")
    faults = faults_of(file)
    if faults:
        cure = "Stop Northing and go back to the newest copy that is whole (docs/installing.md)."
        yield wrong("Integrity", faults[0], cure)
    else:
        yield well("Integrity", "whole")
    yield _gate(Path(f"{file}.gate"))


def _gate(path: Path) -> Finding:
    try:
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    except OSError as error:
        cure = f"Make it this user's: chown $USER {path}"
        return wrong("Write gate", f"{path} cannot be opened: {error.strerror}", cure)
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return well("Write gate", "somebody is writing right now")
    finally:
        os.close(descriptor)
    return well("Write gate", "free")


def _postgresql() -> Findings:
    version = int(_asked("SHOW server_version_num")) // 10000
    if version < _OLDEST_POSTGRESQL:
        yield wrong("PostgreSQL", f"version {version}", "Use 15 or newer.")
    else:
        yield well("PostgreSQL", f"version {version}")
    durable = {name: _asked(f"SHOW {name}") for name in ("fsync", "synchronous_commit")}
    said = ", ".join(f"{name} {value}" for name, value in durable.items())
    if "off" in durable.values():
        yield wrong("Durability", said, "Switch them on: an answered check-in must survive.")
    else:
        yield well("Durability", said)


def _clock() -> Finding:
    from northing.activity.queries import newest_moment

    now, newest = datetime.now(UTC), newest_moment()
    if newest is not None and (newest - now).total_seconds() > _SECONDS_AHEAD:
        cure = "Set the clock (timedatectl set-ntp true): days and deadlines hang on it."
        return wrong("Clock", f"{now:%Y-%m-%d %H:%M} UTC, before what was written already", cure)
    return well("Clock", f"{now:%Y-%m-%d %H:%M} UTC")


def _pragma(name: str) -> str:
    return _asked(f"PRAGMA {name}")


def _asked(question: str) -> str:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(question)
        return str(cursor.fetchone()[0])
