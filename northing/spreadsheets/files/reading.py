"""The parent's side: an upload in, sheets of cells out, the parsing in a process of its own."""

import json
import logging
import os
import subprocess
import sys
import tempfile
from pathlib import Path
from typing import IO

from northing.spreadsheets.files import limits
from northing.spreadsheets.files.refusal import FileRefused
from northing.spreadsheets.files.wire import from_wire
from northing.spreadsheets.rules.cells import Upload

logger = logging.getLogger(__name__)

_PACKAGES = Path(__file__).resolve().parents[3]


def read_file(name: str, content: bytes) -> Upload:
    """The sheets of an XLSX or CSV file of at most 32 MiB.

    Raises FileRefused, with the cure, for whatever is too large, damaged, encrypted, not a table,
    or costs more memory or time than a plan can need.
    """
    check_size(len(content))
    with tempfile.TemporaryFile() as question, tempfile.TemporaryFile() as answer:
        question.write(json.dumps(Path(name).name).encode() + b"\n")
        question.write(content)
        question.seek(0)
        ended = _run_child(question, answer)
        answer.seek(0)
        return _upload(answer.read(), ended)


def check_size(size: int) -> None:
    """Refuse a file by its size alone, before it is read: raises FileRefused."""
    if size > limits.MAX_FILE:
        raise FileRefused(
            found=f"The file has {size / limits.MEBIBYTE:,.0f} MiB.",
            expected=f"at most {limits.MAX_FILE // limits.MEBIBYTE} MiB",
            cure="Copy the sheets with goals into a new workbook, or import the file in parts.",
        )


def _run_child(question: IO[bytes], answer: IO[bytes]) -> subprocess.CompletedProcess[bytes]:
    try:
        return subprocess.run(
            [sys.executable, "-P", "-m", "northing.spreadsheets.files.child"],
            stdin=question,
            stdout=answer,
            stderr=subprocess.PIPE,
            timeout=limits.CHILD_WALL_SECONDS,
            env={"PYTHONPATH": str(_PACKAGES), "PATH": os.defpath, "PYTHONUTF8": "1"},
            check=False,
        )
    except subprocess.TimeoutExpired as fault:
        raise _beyond_limits() from fault


def _upload(answer: bytes, ended: subprocess.CompletedProcess[bytes]) -> Upload:
    if ended.returncode == 1:
        # A fault of ours rather than of the file: the operator reads about it in the log.
        logger.error("The spreadsheet reader failed: %s", ended.stderr.decode()[-2000:])
        raise _unreadable()
    if ended.returncode != 0:
        raise _beyond_limits()
    record = json.loads(answer)
    if "refused" in record:
        raise FileRefused(**record["refused"])
    return from_wire(record["upload"])


def _unreadable() -> FileRefused:
    return FileRefused(
        found="The file cannot be read.",
        expected="a workbook or CSV file as spreadsheet programs save it",
        cure="Open it in a spreadsheet program and save it anew as .xlsx.",
    )


def _beyond_limits() -> FileRefused:
    return FileRefused(
        found="Reading the file takes more memory or time than a table of goals can need.",
        expected=f"at most {limits.MAX_CELLS:,} filled cells, laid out without far-off cells",
        cure="Copy the table alone, as values, into a new workbook and save that.",
    )
