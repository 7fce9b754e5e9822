"""Running processes of a bench beside each other, on a database of their own."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from scripts.sources import ROOT
from scripts.throwaway_postgres import throwaway_postgres

SECONDS_AT_MOST = 1800


@contextmanager
def own_database(vendor: str) -> Iterator[dict[str, str]]:
    """The surroundings of processes on a fresh database, "sqlite" or "postgresql"."""
    with TemporaryDirectory(prefix="northing-bench-") as folder:
        if vendor == "sqlite":
            yield surroundings(Path(folder))
            return
        with throwaway_postgres() as address:
            yield surroundings(Path(folder), DATABASE_URL=address)


def surroundings(data_dir: Path, **more: str) -> dict[str, str]:
    """The environment of a process of Northing that knows nothing of other data directories."""
    outside = {k: v for k, v in os.environ.items() if not k.startswith(("NORTHING_", "DATABASE_"))}
    return {**outside, "NORTHING_DATA_DIR": str(data_dir), "PYTHONPATH": str(ROOT), **more}


def run_task(environment: Mapping[str, str], *task: str) -> Any:
    """What one task of bench.task gives."""
    return run_tasks(environment, [task])[0]


def run_tasks(environment: Mapping[str, str], tasks: Sequence[Sequence[str]]) -> list[Any]:
    """What tasks of bench.task give that run at the same time, each in its process.

    Raises RuntimeError with the words of the first process that fails; none is left running.
    """
    started = [_start(environment, task) for task in tasks]
    try:
        return [_outcome(process) for process in started]
    finally:
        for process in started:
            if process.poll() is None:
                process.kill()
            process.wait()


def _start(environment: Mapping[str, str], task: Sequence[str]) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, "-m", "bench.task", *task],
        cwd=ROOT,
        env=dict(environment),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def _outcome(process: subprocess.Popen[str]) -> Any:
    said, complaint = process.communicate(timeout=SECONDS_AT_MOST)
    if process.returncode:
        raise RuntimeError(f"{process.args} failed:\n{complaint[-4000:]}")
    return json.loads(said.splitlines()[-1])
