"""Copies of a database in use are whole, verified, private, and only the newest are kept."""

import sqlite3
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from northing.storage.copies import CopyFailed, copies_in, copy_database, faults_of

AT = datetime(2027, 2, 15, 9, 0, tzinfo=UTC)


@pytest.fixture
def database(tmp_path: Path) -> sqlite3.Connection:
    """A database in WAL whose rows still lie in the log beside it."""
    connection = sqlite3.connect(tmp_path / "northing.sqlite3")
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("CREATE TABLE note (text)")
    connection.execute("INSERT INTO note VALUES ('answered')")
    connection.commit()
    return connection


def test_a_copy_holds_what_still_lies_in_the_log(
    database: sqlite3.Connection, tmp_path: Path
) -> None:
    copy = copy_database(tmp_path / "northing.sqlite3", tmp_path / "backups", AT)
    assert sqlite3.connect(copy).execute("SELECT text FROM note").fetchall() == [("answered",)]
    assert not copy.with_name(f"{copy.name}-wal").exists()


def test_a_copy_is_private(database: sqlite3.Connection, tmp_path: Path) -> None:
    copy = copy_database(tmp_path / "northing.sqlite3", tmp_path / "backups", AT)
    assert copy.stat().st_mode & 0o777 == 0o600
    assert copy.parent.stat().st_mode & 0o777 == 0o700


def test_only_the_newest_copies_are_kept(database: sqlite3.Connection, tmp_path: Path) -> None:
    for day in range(8):
        copy_database(
            tmp_path / "northing.sqlite3", tmp_path / "backups", AT + timedelta(days=day), keep=5
        )
    names = [copy.name for copy in copies_in(tmp_path / "backups")]
    assert len(names) == 5
    assert names[0].startswith("northing-20270222")


def test_a_damaged_database_is_not_copied(tmp_path: Path) -> None:
    damaged = tmp_path / "northing.sqlite3"
    damaged.write_bytes(b"SQLite format 3\x00" + b"\xff" * 4096)
    with pytest.raises(CopyFailed):
        copy_database(damaged, tmp_path / "backups", AT)
    assert not list((tmp_path / "backups").iterdir())


def test_a_missing_database_is_not_copied(tmp_path: Path) -> None:
    with pytest.raises(CopyFailed):
        copy_database(tmp_path / "nowhere.sqlite3", tmp_path / "backups", AT)


def test_rows_that_point_nowhere_are_faults(tmp_path: Path) -> None:
    path = tmp_path / "loose.sqlite3"
    with sqlite3.connect(path) as connection:
        connection.execute("CREATE TABLE team (id PRIMARY KEY)")
        connection.execute("CREATE TABLE person (team REFERENCES team)")
        connection.execute("INSERT INTO person VALUES (7)")
    assert faults_of(path) == ["a row of person points at a missing row of team"]
