"""Northing as it is installed: commands run in processes of their own, on a folder of their own."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from dataclasses import dataclass
from pathlib import Path

NORTHING = str(Path(sys.executable).parent / "northing")
SECONDS = 60


@dataclass(slots=True)
class Installation:
    """A data directory and the settings that commands see."""

    folder: Path
    settings: dict[str, str]

    def run(self, *command: str, **settings: str) -> subprocess.CompletedProcess[str]:
        """Run a command to its end."""
        return subprocess.run(
            [NORTHING, *command],
            env=self.environment(settings),
            cwd=self.folder.parent,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            check=False,
            timeout=SECONDS,
        )

    def serve(self, *options: str, command: str = "serve", **settings: str) -> "Server":
        """Start serving; returns when it says that it is ready."""
        process = subprocess.Popen(
            [NORTHING, command, *options],
            env=self.environment(settings),
            cwd=self.folder.parent,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        server = Server(process)
        try:
            server.read_until("Northing is at ")
        except BaseException:
            server.stop()
            raise
        return server

    def environment(self, settings: dict[str, str]) -> dict[str, str]:
        outside = {
            name: value
            for name, value in os.environ.items()
            if not name.startswith(("NORTHING_", "DATABASE_", "DJANGO_"))
        }
        return {**outside, "NORTHING_DATA_DIR": str(self.folder), **self.settings, **settings}


@dataclass(slots=True)
class Server:
    """A server that runs, and what it has said."""

    process: subprocess.Popen[str]
    said: str = ""

    def read_until(self, words: str) -> None:
        assert self.process.stdout is not None
        while words not in self.said:
            line = self.process.stdout.readline()
            if not line:
                raise AssertionError(f"it ended with {self.process.wait()}:\n{self.said}")
            self.said += line

    @property
    def address(self) -> str:
        line = next(one for one in self.said.splitlines() if "Northing is at" in one)
        return line.split("Northing is at ")[1].split()[0].rstrip("/")

    def status_of(self, path: str) -> int:
        """The status that an address answers with."""
        try:
            with urllib.request.urlopen(self.address + path, timeout=10) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code

    def stop(self, with_signal: int = signal.SIGTERM) -> int:
        """End it; returns its exit status."""
        if self.process.poll() is None:
            self.process.send_signal(with_signal)
        try:
            output, _ = self.process.communicate(timeout=30)
        except subprocess.TimeoutExpired:
            self.process.kill()
            output, _ = self.process.communicate()
        self.said += output or ""
        return self.process.returncode

    def workers(self) -> list[int]:
        """The processes that answer."""
        path = f"/proc/{self.process.pid}/task/{self.process.pid}/children"
        return [int(pid) for pid in Path(path).read_text().split()]


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def is_gone(pid: int, seconds: float = 5) -> bool:
    """Whether a process ends within a time (one that waits to be collected has ended)."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        try:
            state = Path(f"/proc/{pid}/stat").read_text().rsplit(") ", 1)[1][0]
        except (FileNotFoundError, ProcessLookupError):
            return True
        if state == "Z":
            return True
        time.sleep(0.05)
    return False
