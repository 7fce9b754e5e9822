"""Copies of a SQLite database while it is in use: complete, durable and verified.

A plain copy of the file would miss what still lies in the write-ahead log beside it.
"""

import os
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from northing.storage.places import make_private

KEPT = 5


class CopyFailed(OSError):
    """The copy could not be made or is not whole; nothing may be changed before there is one."""


def copy_database(source: Path, folder: Path, at: datetime, keep: int = KEPT) -> Path:
    """Copy a database into `folder`, named by the moment `at`; keep the newest `keep` copies.

    The copy is on disk and its integrity is checked when this returns. Raises CopyFailed.
    """
    make_private(folder)
    copy = folder / f"northing-{at:%Y%m%dT%H%M%S%f}Z.sqlite3"
    unfinished = copy.with_suffix(".unfinished")
    try:
        _copy(source, unfinished)
        _check(unfinished)
        _sync(unfinished)
        unfinished.rename(copy)
        _sync(folder)
    except (OSError, sqlite3.Error) as error:
        unfinished.unlink(missing_ok=True)
        raise CopyFailed(f"{source} could not be copied to {folder}: {error}") from error
    for old in copies_in(folder)[keep:]:
        old.unlink(missing_ok=True)
    return copy


def copies_in(folder: Path) -> list[Path]:
    """The finished copies, newest first."""
    return sorted(folder.glob("northing-*.sqlite3"), reverse=True)


def faults_of(database: Path) -> list[str]:
    """What SQLite's integrity check and foreign keys complain about; nothing means whole."""
    with closing(_read_only(database)) as connection:
        found = [row[0] for row in connection.execute("PRAGMA integrity_check(20)")]
        orphans = connection.execute("PRAGMA foreign_key_check").fetchmany(20)
    faults = [] if found == ["ok"] else found
    return [*faults, *(f"a row of {row[0]} points at a missing row of {row[2]}" for row in orphans)]


def _copy(source: Path, target: Path) -> None:
    target.unlink(missing_ok=True)
    descriptor = os.open(target, os.O_CREAT | os.O_WRONLY | os.O_EXCL, 0o600)
    os.close(descriptor)
    with closing(_read_only(source)) as from_file, closing(sqlite3.connect(target)) as to_file:
        from_file.backup(to_file)
        # A copy stands alone: no log beside it that could be forgotten when it is moved.
        to_file.execute("PRAGMA journal_mode=DELETE")


def _check(copy: Path) -> None:
    faults = faults_of(copy)
    if faults:
        raise CopyFailed(f"the copy is not whole: {faults[0]}")


def _read_only(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=30)


def _sync(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
