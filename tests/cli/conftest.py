"""Installations to run commands on."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.cli.installation import Installation, Server, free_port


@pytest.fixture
def installation(tmp_path: Path) -> Installation:
    """A data directory that is not there yet."""
    return Installation(tmp_path / "northing", {})


@pytest.fixture(scope="session")
def made_once(tmp_path_factory: pytest.TempPathFactory) -> Installation:
    """A data directory after a first run. Copy it; never change it."""
    made = Installation(tmp_path_factory.mktemp("made") / "northing", {})
    made.serve("--port", str(free_port())).stop()
    return made


@pytest.fixture
def prepared(made_once: Installation, installation: Installation) -> Installation:
    """A data directory of one's own, after a first run."""
    shutil.copytree(made_once.folder, installation.folder)
    return installation


@pytest.fixture
def served(installation: Installation) -> Iterator[Callable[..., Server]]:
    """`served("--port", "…")`: a server that ends with the test."""
    servers: list[Server] = []

    def start(*options: str, **settings: str) -> Server:
        servers.append(installation.serve(*options, **settings))
        return servers[-1]

    yield start
    for server in servers:
        server.stop()
