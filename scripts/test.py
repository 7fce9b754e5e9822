"""The whole suite, on SQLite and then on PostgreSQL.

Usage: python -m scripts.test [--rules | --coach | --sqlite | --postgres] [anything pytest takes]

Pure rules and browser tests say nothing about a database, so they run in the first pass only. A
test that starts processes of its own and means both databases is marked `each_database`.
"""

import os
import subprocess
import sys

from scripts.machine import MissingPieceError, chromium
from scripts.pure_tests import pure_test_files
from scripts.sources import ROOT
from scripts.throwaway_postgres import throwaway_postgres

WORKERS = "2"
NOTHING_COLLECTED = 5


def main(arguments: list[str]) -> int:
    """Run what was asked for; the exit status is pytest's, the first that is not 0."""
    first, rest = (arguments or [""])[0], arguments[1:]
    passes = {
        "--rules": [_rules],
        "--coach": [_coach],
        "--sqlite": [_on_sqlite],
        "--postgres": [_on_postgres],
    }
    if first not in passes:
        rest = arguments
    try:
        statuses = [run(rest) for run in passes.get(first, [_on_sqlite, _on_postgres])]
    except MissingPieceError as missing:
        print(missing, file=sys.stderr)
        return 2
    return next((status for status in statuses if status), 0)


def _rules(rest: list[str]) -> int:
    """Without Django: the whole point of a pure rule is that it needs none."""
    return _pure(rest, is_coach=False)


def _coach(rest: list[str]) -> int:
    """The rules of the coach: many texts read, which takes longer than the other rules."""
    return _pure(rest, is_coach=True)


def _pure(rest: list[str], *, is_coach: bool) -> int:
    paths = [path.relative_to(ROOT) for path in pure_test_files()]
    wanted = [str(path) for path in paths if ("coach" in path.parts) is is_coach]
    return _pytest(["-p", "no:django", "-p", "no:xdist", *wanted, *rest], database="")


def _on_sqlite(rest: list[str]) -> int:
    os.environ["NORTHING_TEST_CHROMIUM"] = chromium()
    _title("The whole suite on SQLite")
    return _pytest(_in_parallel(rest), database="")


def _on_postgres(rest: list[str]) -> int:
    _title("What touches the database, on PostgreSQL")
    with throwaway_postgres() as address:
        status = _pytest([*_in_parallel(rest), "--database-only"], database=address)
    return 0 if status == NOTHING_COLLECTED else status


def _in_parallel(rest: list[str]) -> list[str]:
    return ["-n", WORKERS, "--dist", "worksteal", *rest]


def _pytest(arguments: list[str], database: str) -> int:
    environment = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    if database:
        environment["DATABASE_URL"] = database
    command = [sys.executable, "-m", "pytest", *arguments]
    return subprocess.run(command, cwd=ROOT, env=environment, check=False).returncode


def _title(text: str) -> None:
    print(f"\n{text}\n{'─' * len(text)}", flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
