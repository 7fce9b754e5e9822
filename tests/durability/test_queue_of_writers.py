"""Transactions on SQLite begin in the order in which they were asked for."""

import time
from collections.abc import Callable
from pathlib import Path
from threading import Thread

from django.db.utils import ConnectionHandler
from pytest_django import DjangoDbBlocker

from northing.config.databases import sqlite_at
from northing.storage.gate import gate_of

WRITERS = 12


def test_transactions_take_turns_in_the_order_in_which_they_came(
    tmp_path: Path, django_db_blocker: DjangoDbBlocker
) -> None:
    with django_db_blocker.unblock():
        assert _turns_taken(tmp_path) == list(range(WRITERS))


def _turns_taken(tmp_path: Path) -> list[int]:
    database = str(tmp_path / "northing.sqlite3")
    connections = ConnectionHandler({"default": sqlite_at(database)})
    turns: list[int] = []

    def write(number: int) -> None:
        connection = connections["default"]
        connection.set_autocommit(False, force_begin_transaction_with_broken_autocommit=True)
        turns.append(number)
        connection.commit()
        connection.close()

    gate = gate_of(database)
    gate.enter()
    writers = [Thread(target=write, args=(number,)) for number in range(WRITERS)]
    for number, writer in enumerate(writers, start=1):
        writer.start()
        _wait_until(lambda waiting=number: len(gate._waiting) == waiting)
    gate.leave()
    for writer in writers:
        writer.join(10)
    return turns


def _wait_until(happened: Callable[[], bool], seconds: float = 10) -> None:
    end = time.monotonic() + seconds
    while not happened():
        assert time.monotonic() < end
        time.sleep(0.002)
