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


def test_a_language_model_is_named_and_never_its_key(prepared: Installation) -> None:
    assert "Language model: none" in prepared.run("doctor").stdout
    settings = {
        "NORTHING_LANGUAGE_MODEL_URL": "https://models.example.org/v1",
        "NORTHING_LANGUAGE_MODEL_MODEL": "small-writer",
        "NORTHING_LANGUAGE_MODEL_KEY": "canary-5f3a",
    }
    ended = prepared.run("doctor", **settings)
    assert "ok       Language model: small-writer at models.example.org\n" in ended.stdout
    plain = settings | {"NORTHING_LANGUAGE_MODEL_URL": "http://models.example.org/v1"}
    noticed = prepared.run("doctor", **plain)
    assert "warning  Language model: small-writer at models.example.org, not encrypted" in (
        noticed.stdout
    )
    assert "canary" not in ended.stdout + ended.stderr + noticed.stdout + noticed.stderr


def test_settings_of_a_language_model_that_do_not_fit_are_noticed(prepared: Installation) -> None:
    settings = {
        "NORTHING_LANGUAGE_MODEL_URL": "https://models.example.org/v1",
        "NORTHING_LANGUAGE_MODEL_MODEL": "small-writer",
    }
    for changed, said in (
        ({"NORTHING_LANGUAGE_MODEL_URL": "models.example.org"}, "with its scheme"),
        (
            {"NORTHING_LANGUAGE_MODEL_URL": "https://x:canary@models.example.org"},
            "user and password",
        ),
        ({"NORTHING_LANGUAGE_MODEL_MODEL": ""}, "Name the model"),
        ({"NORTHING_LANGUAGE_MODEL_KEY": "canary canary"}, "key holds blanks"),
        ({"NORTHING_LANGUAGE_MODEL_TIMEOUT": "600"}, "NORTHING_LANGUAGE_MODEL_TIMEOUT"),
    ):
        ended = prepared.run("doctor", **settings | changed)
        assert ended.returncode == 1
        assert said in ended.stdout
        assert "canary" not in ended.stdout + ended.stderr
