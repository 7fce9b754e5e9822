"""The port to listen on: the one that was asked for, or the next that is free."""

import socket
from collections.abc import Iterator

import pytest

from northing.cli import listening
from northing.cli.program import Refused
from tests.cli.installation import free_port


@pytest.fixture
def taken() -> Iterator[int]:
    """A port on which another program listens."""
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        other.listen()
        yield other.getsockname()[1]


def test_a_free_port_is_taken_as_asked() -> None:
    port = free_port()
    assert listening.choose_port("127.0.0.1", port) == port


def test_a_taken_port_is_refused_with_another_one(taken: int) -> None:
    with pytest.raises(Refused, match=f"northing serve --port {taken + 1}"):
        listening.choose_port("127.0.0.1", taken)


def test_without_a_wish_the_next_free_port_is_found(
    taken: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "FIRST_PORT", taken)
    assert taken < listening.choose_port("127.0.0.1", None) < taken + 50


def test_when_all_are_taken_one_is_asked_to_choose(
    taken: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listening, "FIRST_PORT", taken)
    monkeypatch.setattr(listening, "PORTS_TRIED", 1)
    with pytest.raises(Refused, match="--port"):
        listening.choose_port("127.0.0.1", None)


@pytest.mark.parametrize("host", ["192.0.2.1", "no.such.host.invalid"])
def test_an_address_of_another_machine_is_refused(host: str) -> None:
    with pytest.raises(Refused, match="cannot listen"):
        listening.choose_port(host, free_port())
