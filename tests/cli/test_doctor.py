"""`northing doctor` says what is wrong and the cure, and ends with 1 when something is."""

import sqlite3

from tests.cli.installation import Installation


def test_a_fresh_installation_is_well(prepared: Installation) -> None:
    ended = prepared.run("doctor")
    assert ended.returncode == 0, ended.stdout
    for said in ("write-ahead log, synchronous FULL", "Integrity: whole", "All is well"):
        assert said in ended.stdout


def test_before_the_first_run_it_says_what_to_do(installation: Installation) -> None:
    ended = installation.run("doctor")
    assert ended.returncode == 1
    assert "Run `northing serve` once" in ended.stdout
    assert not installation.folder.exists()


def test_open_doors_are_noticed(prepared: Installation) -> None:
    prepared.folder.chmod(0o755)
    (prepared.folder / "secret-key").chmod(0o644)
    ended = prepared.run("doctor")
    assert ended.returncode == 1
    assert f"chmod 700 {prepared.folder}" in ended.stdout
    assert f"chmod 600 {prepared.folder / 'secret-key'}" in ended.stdout


def test_debugging_and_a_wrong_clock_are_noticed(prepared: Installation) -> None:
    prepared.run("createuser", "i@k.example", "--name", "Ines", "--organization", "Kestrel")
    with sqlite3.connect(prepared.folder / "northing.sqlite3") as database:
        database.execute("UPDATE activity_entry SET at = '2100-01-01 00:00:00'")
    ended = prepared.run("doctor", NORTHING_DEBUG="true")
    assert ended.returncode == 1
    assert "NORTHING_DEBUG is on" in ended.stdout
    assert "before what was written already" in ended.stdout


def test_a_damaged_database_is_noticed(prepared: Installation) -> None:
    database = prepared.folder / "northing.sqlite3"
    database.write_bytes(database.read_bytes()[:8192] + b"\xff" * 60_000)
    ended = prepared.run("doctor")
    assert ended.returncode == 1
    assert "Traceback" not in ended.stdout + ended.stderr
