"""Northing as its users meet it: the real server, on a free port, over a copy of the demo."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

BIN = Path(sys.executable).parent
SECONDS_TO_START = 30


@dataclass(frozen=True, slots=True)
class Site:
    """A running server and the folder that it keeps everything in."""

    address: str
    data_dir: Path
    server: subprocess.Popen[bytes]

    def run(self, *command: str) -> str:
        """What a command of Northing prints, run beside the server."""
        return run(command, self.data_dir, self.address)

    @property
    def processes(self) -> list[int]:
        """The server and its workers, by process id."""
        parent = self.server.pid
        children = Path(f"/proc/{parent}/task/{parent}/children").read_text(encoding="ascii")
        return [parent, *map(int, children.split())]

    def kill(self) -> None:
        """End every process of the server at once, as a crash of the machine would."""
        for process in self.processes:
            with suppress(ProcessLookupError):
                os.kill(process, signal.SIGKILL)
        self.server.wait()

    def stop(self) -> None:
        """End the server by its own process id, and wait until it has ended."""
        self.server.send_signal(signal.SIGTERM)
        try:
            self.server.wait(timeout=15)
        except subprocess.TimeoutExpired:
            self.server.kill()
            self.server.wait()


def start(data_dir: Path, port: int | None = None, **settings: str) -> Site:
    """Serve a data directory with `settings`; returns when the first answer has come."""
    port = port or free_port()
    address = f"http://127.0.0.1:{port}"
    log = (data_dir / "server.log").open("wb")
    server = subprocess.Popen(
        [str(BIN / "northing"), "serve", "--port", str(port)],
        env=surroundings(data_dir, address) | settings,
        cwd=data_dir,
        stdin=subprocess.DEVNULL,
        stdout=log,
        stderr=log,
    )
    log.close()
    site = Site(address, data_dir, server)
    try:
        _wait_for_an_answer(site)
    except BaseException:
        site.stop()
        raise
    return site


def copy_of(template: Path, to: Path) -> Path:
    """A data directory of one's own, from one in which no server runs."""
    shutil.copytree(template, to, ignore=shutil.ignore_patterns("*.gate", "server.log"))
    return to


def run(command: tuple[str, ...], data_dir: Path, address: str = "http://127.0.0.1:8000") -> str:
    """Run `northing …` on a data directory and return what it printed."""
    done = subprocess.run(
        [str(BIN / "northing"), *command],
        env=surroundings(data_dir, address),
        cwd=data_dir,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, f"northing {' '.join(command)}:\n{done.stdout}{done.stderr}"
    return done.stdout


def surroundings(data_dir: Path, address: str) -> dict[str, str]:
    """The environment of the server: SQLite in the data directory, its own secret."""
    outside = {k: v for k, v in os.environ.items() if not k.startswith(("NORTHING_", "DATABASE_"))}
    ours = {"NORTHING_DATA_DIR": str(data_dir), "NORTHING_URL": address}
    return {**outside, **ours, "NORTHING_OPEN_DEMO": "true"}


def free_port() -> int:
    """A port that nobody listens on at this moment."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def _wait_for_an_answer(site: Site) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and site.server.poll() is None:
        try:
            with urllib.request.urlopen(f"{site.address}/sign-in", timeout=5):
                return
        except urllib.error.HTTPError as error:
            raise AssertionError(f"/sign-in answered {error.code}:\n{_log(site)}") from error
        except OSError:
            time.sleep(0.02)
    raise AssertionError(f"the server did not start:\n{_log(site)}")


def _log(site: Site) -> str:
    return (site.data_dir / "server.log").read_text(errors="replace")[-4000:]
