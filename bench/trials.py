"""A server with people at it, and what its database holds afterwards."""

import sqlite3
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from math import ceil
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import Lock
from uuid import UUID

from bench.side_by_side import run_task, surroundings
from bench.visitor import Visitor
from tests.browser.running_site import Site, free_port, start


class Trial:
    """A server on its own data directory that can be killed and comes back at its address."""

    def __init__(self, folder: Path, people: int) -> None:
        self.folder = folder
        self.port = free_port()
        self.owners: Sequence[dict[str, str]] = run_task(
            surroundings(folder), "owners", str(people)
        )
        self.site: Site = start(folder, self.port)

    @property
    def database(self) -> Path:
        return self.folder / "northing.sqlite3"

    def visitors(self) -> list["Owner"]:
        """Everybody of the organization, at their browsers."""
        return [
            Owner(Visitor(self.site.address, owner["session"]), owner["check_in"])
            for owner in self.owners
        ]

    def start_again(self) -> None:
        """Serve the same data directory at the same address."""
        self.site = start(self.folder, self.port)

    def recorded(self) -> Counter[UUID]:
        """How many check-ins the database holds for each request."""
        with closing(sqlite3.connect(self.database)) as connection:
            rows = connection.execute("SELECT request_key FROM check_ins_checkin").fetchall()
        return Counter(UUID(key) for (key,) in rows)

    def differences(self) -> list[str]:
        """The stored columns that are not what the records say."""
        found: list[str] = run_task(surroundings(self.folder), "rebuild")["differences"]
        return found

    def log(self) -> str:
        """What the server said since it was last started."""
        return (self.folder / "server.log").read_text(errors="replace")


class Owner:
    """Somebody at a browser who checks in on one key result."""

    def __init__(self, visitor: Visitor, check_in: str) -> None:
        self.visitor = visitor
        self.check_in = check_in

    def filled_form(self, value: int) -> dict[str, str]:
        """The form of the key result as its page gives it, with a value typed in."""
        hidden = self.visitor.form(self.check_in, self.check_in)
        assert {"csrfmiddlewaretoken", "request_key", "seen"} <= hidden.keys(), sorted(hidden)
        return {**hidden, "value": str(value), "confidence": "6", "note": ""}


class Tally:
    """Counts and times that many threads add to."""

    def __init__(self) -> None:
        self._lock = Lock()
        self.seconds: list[float] = []
        self.statuses: Counter[int] = Counter()
        self.answered: list[UUID] = []

    def add(self, status: int, seconds: float, request: str = "") -> None:
        """One answer; to a sent form with its request key, 303 is a check-in taken."""
        with self._lock:
            self.statuses[status] += 1
            self.seconds.append(seconds)
            if status == 303 and request:
                self.answered.append(UUID(request))


@contextmanager
def trial(people: int) -> Iterator[Trial]:
    """Start a server with people; it is stopped and its folder removed at the end."""
    with TemporaryDirectory(prefix="northing-trial-") as folder:
        begun = Trial(Path(folder), people)
        try:
            yield begun
        finally:
            begun.site.stop()


def percentile(values: Sequence[float], share: float) -> float:
    """The value that so large a share of the values does not exceed (nearest rank)."""
    return sorted(values)[max(ceil(share * len(values)) - 1, 0)]
