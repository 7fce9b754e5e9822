"""The write gate of SQLite: writers wait their turn in the order they came.

SQLite's busy handler is not a queue: under load one writer can starve for seconds. Here a
transaction first takes a ticket among the threads of this process, then a file lock among the
processes of this machine, and only then begins. Readers never wait.
"""

import fcntl
import os
from collections import deque
from pathlib import Path
from threading import Lock


class WriteGate:
    """A first-come-first-served lock across threads and, by its file, across processes."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self._guard = Lock()
        self._waiting: deque[Lock] = deque()
        self._taken = False
        self._file: int | None = None

    def enter(self) -> None:
        """Wait until every earlier writer has left, then hold the gate."""
        self._wait_for_threads()
        try:
            self._wait_for_processes()
        except BaseException:
            self._wake_next()
            raise

    def leave(self) -> None:
        """Let the next writer in. Call exactly once for each `enter`."""
        if self._file is not None:
            fcntl.flock(self._file, fcntl.LOCK_UN)
        self._wake_next()

    def _wait_for_threads(self) -> None:
        with self._guard:
            if not self._taken:
                self._taken = True
                return
            ticket = Lock()
            ticket.acquire()
            self._waiting.append(ticket)
        ticket.acquire()

    def _wait_for_processes(self) -> None:
        if self._path is None:
            return
        if self._file is None:
            self._file = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        fcntl.flock(self._file, fcntl.LOCK_EX)

    def _wake_next(self) -> None:
        with self._guard:
            if self._waiting:
                self._waiting.popleft().release()
            else:
                self._taken = False


_gates: dict[str, WriteGate] = {}
_gates_guard = Lock()


def gate_of(database: str) -> WriteGate:
    """The one gate of this process for a database file (an in-memory database has no file)."""
    with _gates_guard:
        if database not in _gates:
            in_memory = database == ":memory:" or "mode=memory" in database
            path = None if in_memory else Path(f"{database}.gate")
            _gates[database] = WriteGate(path)
        return _gates[database]


def forget_gates_after_fork() -> None:
    """A forked child must not share the parent's open lock file: its lock would be the parent's."""
    _gates.clear()


os.register_at_fork(after_in_child=forget_gates_after_fork)
