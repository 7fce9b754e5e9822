"""The database before it is served: reachable, of this version, copied before it changes."""

import fcntl
import os
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path

from northing.cli.program import Refused
from northing.storage.copies import CopyFailed, copy_database

OLDEST_PYTHON = (3, 11)
OLDEST_SQLITE = (3, 38, 0)
BACKUPS = "backups"


def check_versions() -> None:
    """Refuse a Python or SQLite that Northing does not run on."""
    if sys.version_info < OLDEST_PYTHON:
        raise Refused("Northing needs Python 3.11 or newer. Make its environment with a newer one.")
    if sqlite3.sqlite_version_info < OLDEST_SQLITE:
        raise Refused(
            f"This Python has SQLite {sqlite3.sqlite_version}; Northing needs 3.38 or newer. "
            "Use a newer Python, or PostgreSQL by DATABASE_URL."
        )


def sqlite_file() -> Path | None:
    """The SQLite database of the settings, or None on PostgreSQL."""
    from django.db import connection

    return Path(str(connection.settings_dict["NAME"])) if connection.vendor == "sqlite" else None


def bring_up_to_date() -> Path | None:
    """Migrate when needed, after a copy of a SQLite database; returns the copy.

    Refused: a database that does not answer, one written by a newer Northing, no copy possible.
    """
    from django.core.management import call_command

    _ask_postgresql()
    with _alone():
        database = sqlite_file()
        is_new = database is not None and not (database.is_file() and database.stat().st_size)
        if database is None:
            # The limits on guessing count in the database, over all workers.
            call_command("createcachetable", verbosity=0)
        if not pending_migrations():
            return None
        copy = None if database is None or is_new else _copy_of(database)
        with _one_sync_at_the_end() if is_new else nullcontext():
            call_command("migrate", verbosity=0, interactive=False, skip_checks=True)
    return copy


def pending_migrations() -> list[str]:
    """The migrations that this version has and the database has not: "goals 0002_…"."""
    from django.db import Error, connection
    from django.db.migrations.loader import MigrationLoader

    _ask_postgresql()
    try:
        loader = MigrationLoader(connection)
    except Error as error:
        raise Refused(unreachable(error)) from error
    known = set(loader.disk_migrations)
    applied = set(loader.applied_migrations)
    newer = sorted(f"{app} {name}" for app, name in applied - known if app in loader.migrated_apps)
    if newer:
        raise Refused(
            f"The database was written by a newer Northing ({', '.join(newer)}). Nothing was "
            "changed. Install that version again, or go back to a copy from before the upgrade."
        )
    return sorted(f"{app} {name}" for app, name in known - applied)


def unreachable(error: Exception) -> str:
    """What to say about a database that does not answer; never with its password."""
    from django.conf import settings
    from django.db import connection

    reason = (str(error).strip().splitlines() or ["no reason given"])[0]
    if connection.vendor == "sqlite":
        return (
            f"The database {connection.settings_dict['NAME']} cannot be used: {reason}. "
            f"See `northing doctor`; copies lie in {settings.DATA_DIR / BACKUPS}."
        )
    where = connection.settings_dict
    return (
        f"PostgreSQL does not answer at {where['HOST'] or 'its socket'}:{where['PORT'] or 5432} "
        f"for database {where['NAME']!r} as {where['USER']!r}: {reason}. Check DATABASE_URL: "
        "postgresql://user:password@host:5432/northing"
    )


@contextmanager
def _one_sync_at_the_end() -> Iterator[None]:
    """A database that holds nothing yet is made without waiting for the disk at every step."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("PRAGMA synchronous=OFF")
    yield
    connection.close()
    with Path(str(connection.settings_dict["NAME"])).open("rb") as file:
        os.fsync(file.fileno())


def _ask_postgresql() -> None:
    """One plain connection: the pool of the server would go on trying, and not say why."""
    from django.db import Error, connection

    if connection.vendor != "postgresql":
        return
    import psycopg

    known = connection.settings_dict
    options = {key: value for key, value in known["OPTIONS"].items() if key != "pool"}
    try:
        with connection.wrap_database_errors:
            psycopg.connect(
                dbname=known["NAME"],
                user=known["USER"] or None,
                password=known["PASSWORD"] or None,
                host=known["HOST"] or None,
                port=known["PORT"] or None,
                connect_timeout=5,
                **options,
            ).close()
    except Error as error:
        raise Refused(unreachable(error)) from error


def _copy_of(database: Path) -> Path:
    from django.conf import settings

    try:
        return copy_database(database, settings.DATA_DIR / BACKUPS, datetime.now(UTC))
    except CopyFailed as error:
        raise Refused(f"The database was not upgraded, for lack of a copy: {error}") from error


@contextmanager
def _alone() -> Iterator[None]:
    """One at a time, among the processes of this machine and, by PostgreSQL, of all machines."""
    from django.conf import settings
    from django.db import Error, connection

    with (settings.DATA_DIR / "upgrading.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if connection.vendor != "postgresql":
            yield
            return
        try:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_lock(%s)", [_UPGRADE])
        except Error as error:
            raise Refused(unreachable(error)) from error
        try:
            yield
        finally:
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_unlock(%s)", [_UPGRADE])


_UPGRADE = 0x6E6F727468696E67  # "northing" in ASCII
