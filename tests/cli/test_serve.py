"""`northing serve` on a fresh folder, again, and when something is in its way."""

import os
import signal
import socket
import sqlite3
import time
from collections.abc import Callable

import pytest

from tests.cli.installation import Installation, Server, free_port, is_gone

Serve = Callable[..., Server]


def test_the_first_run_makes_everything_private_and_prints_a_set_up_link(
    installation: Installation, served: Serve
) -> None:
    server = served("--port", str(free_port()))
    server.read_until("/welcome?token=")
    assert server.status_of("/healthz") == 200
    assert server.status_of("/sign-in") == 200
    for path in [installation.folder, *installation.folder.glob("*")]:
        assert path.stat().st_mode & 0o077 == 0, path


@pytest.mark.usefixtures("prepared")
def test_it_ends_by_a_signal_at_once_and_well(served: Serve) -> None:
    for with_signal in (signal.SIGTERM, signal.SIGINT):
        server = served("--port", str(free_port()))
        started = time.monotonic()
        assert server.stop(with_signal) == 0
        assert time.monotonic() - started < 5


def test_a_killed_server_takes_its_workers_along_and_starts_again(
    prepared: Installation, served: Serve
) -> None:
    port = str(free_port())
    server = served("--port", port)
    workers = server.workers()
    server.process.kill()
    assert workers
    assert all(map(is_gone, workers))
    assert served("--port", port).status_of("/healthz") == 200


@pytest.mark.usefixtures("prepared")
def test_a_killed_worker_is_replaced(served: Serve) -> None:
    server = served("--port", str(free_port()))
    os.kill(server.workers()[0], signal.SIGKILL)
    time.sleep(1)
    assert server.status_of("/healthz") == 200


def test_a_taken_port_is_refused_when_it_was_asked_for(installation: Installation) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        ended = installation.run("serve", "--port", str(port))
    assert ended.returncode == 1
    assert f"Port {port} on 127.0.0.1 is taken" in ended.stderr
    assert f"--port {port + 1}" in ended.stderr


def test_an_upgrade_copies_the_database_first(prepared: Installation, served: Serve) -> None:
    with sqlite3.connect(prepared.folder / "northing.sqlite3") as database:
        database.execute("DELETE FROM django_migrations WHERE app = 'sessions'")
        database.execute("DROP TABLE django_session")
    server = served("--port", str(free_port()))
    assert "Copied the database to" in server.said
    assert len(list((prepared.folder / "backups").glob("*.sqlite3"))) == 1


def test_a_database_of_a_newer_northing_is_refused_by_name(prepared: Installation) -> None:
    with sqlite3.connect(prepared.folder / "northing.sqlite3") as database:
        database.execute(
            "INSERT INTO django_migrations (app, name, applied) "
            "VALUES ('goals', '0999_from_the_future', '2030-01-01')"
        )
    ended = prepared.run("serve", "--port", str(free_port()))
    assert ended.returncode == 1
    assert "written by a newer Northing (goals 0999_from_the_future)" in ended.stderr


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"DATABASE_URL": "nonsense"}, "DATABASE_URL"),
        ({"DATABASE_URL": "mysql://u:pw@host/db"}, "PostgreSQL"),
        (
            {"DATABASE_URL": "postgresql://u:hidden@127.0.0.1:1/db"},
            "does not answer at 127.0.0.1:1",
        ),
        ({"NORTHING_MAIL_URL": "mail.example.org"}, "NORTHING_MAIL_URL"),
        ({"NORTHING_TRUSTED_PROXIES": "one"}, "NORTHING_TRUSTED_PROXIES"),
        ({"NORTHING_URL": "goals.example.org"}, "NORTHING_URL"),
    ],
)
def test_a_wrong_setting_is_refused_by_name_without_its_password(
    installation: Installation, settings: dict[str, str], said: str
) -> None:
    ended = installation.run("serve", "--port", str(free_port()), **settings)
    assert ended.returncode == 1
    assert said in ended.stderr
    assert "hidden" not in ended.stderr
    assert "Traceback" not in ended.stderr


def test_several_workers_are_for_postgresql(prepared: Installation) -> None:
    ended = prepared.run("serve", "--port", str(free_port()), "--workers", "4")
    assert ended.returncode == 1
    assert "postgresql://" in ended.stderr


def test_a_data_directory_that_is_a_file_is_refused(installation: Installation) -> None:
    installation.folder.touch()
    ended = installation.run("serve")
    assert ended.returncode == 1
    assert "is a file, not a folder" in ended.stderr
