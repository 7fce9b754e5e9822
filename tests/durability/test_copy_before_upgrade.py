"""The copy that `northing serve` makes before it upgrades a database is the whole database."""

import sqlite3
from contextlib import closing
from pathlib import Path

from bench.check_ins_at_once import burst
from bench.trials import Trial, trial
from northing.storage.copies import faults_of

PEOPLE = 5


def test_it_holds_what_was_answered_before_a_crash_and_is_whole() -> None:
    with trial(PEOPLE) as begun:
        assert burst(begun, begun.visitors(), each=1).is_clean
        begun.site.kill()
        _as_of_an_older_version(begun)
        begun.start_again()
        (copy,) = (begun.folder / "backups").glob("*.sqlite3")
        assert faults_of(copy) == []
        assert _check_ins_in(copy) == PEOPLE
        assert copy.stat().st_mode & 0o077 == 0


def _as_of_an_older_version(begun: Trial) -> None:
    """Take a migration back that `serve` will then find missing."""
    with closing(sqlite3.connect(begun.database)) as database, database:
        database.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
        database.execute("DROP TABLE django_session")


def _check_ins_in(copy: Path) -> int:
    with closing(sqlite3.connect(f"file:{copy}?mode=ro", uri=True)) as database:
        return int(database.execute("SELECT count(*) FROM check_ins_checkin").fetchone()[0])
