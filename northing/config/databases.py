"""The database: SQLite in the data directory, or PostgreSQL by DATABASE_URL."""

from typing import Any

import dj_database_url
from django.core.exceptions import ImproperlyConfigured

from northing.config.environment import Environment

# FULL: an answered check-in survives a power cut, not only a crash. The busy time-out is the last
# resort of a writer outside the gate (another program on the file). No memory map: with it every
# thread's connection counts the whole file as its own memory, and a failing disk would end the
# process instead of one request; pages are as fast without.
_PRAGMAS = (
    "PRAGMA journal_mode=WAL;"
    "PRAGMA synchronous=FULL;"
    "PRAGMA temp_store=MEMORY;"
    "PRAGMA cache_size=-8000;"
)

_WRONG_URL = (
    "DATABASE_URL is not the address of a PostgreSQL database. Write it as "
    "postgresql://user:password@host:5432/northing, or unset it to use SQLite."
)


def database_of(environment: Environment) -> dict[str, Any]:
    """Django's settings of the one database."""
    if environment.database_url:
        return _by_url(environment.database_url)
    return sqlite_at(str(environment.data_dir / "northing.sqlite3"))


def sqlite_at(path: str) -> dict[str, Any]:
    """A SQLite database with the durability and the write gate that Northing relies on."""
    return {
        "ENGINE": "northing.storage.sqlite",
        "NAME": path,
        "CONN_MAX_AGE": None,
        # Tests run on a file, as the server does: one in memory has neither WAL nor a gate.
        "TEST": {"NAME": f"{path}-test"},
        "OPTIONS": {
            "transaction_mode": "IMMEDIATE",
            "timeout": 30,
            "init_command": _PRAGMAS,
        },
    }


def _by_url(url: str) -> dict[str, Any]:
    try:
        settings: dict[str, Any] = dict(dj_database_url.parse(url))
    except ValueError:
        raise ImproperlyConfigured(_WRONG_URL) from None
    if settings["ENGINE"] == "django.db.backends.sqlite3":
        return sqlite_at(str(settings["NAME"]))
    if settings["ENGINE"] != "django.db.backends.postgresql":
        raise ImproperlyConfigured(_WRONG_URL)
    settings["CONN_MAX_AGE"] = 0
    settings.setdefault("OPTIONS", {})["pool"] = {"min_size": 1, "max_size": 8, "timeout": 30}
    return settings
