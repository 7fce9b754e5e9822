"""A stand-in for a language model: a real server on loopback that speaks chat completions."""

import json
import socket
import ssl
import subprocess
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import Any

from northing.coach.wordings.endpoint import Endpoint, endpoint_at

Behaviour = Callable[["_Handler"], None]
KEY = "sk-canary-5f3a"
MODEL = "small-writer"


@dataclass
class StandIn:
    """A running stand-in. `behaviour` is what it does; `asked` what it was sent."""

    port: int
    behaviour: Behaviour
    asked: list[dict[str, Any]] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    paths: list[str] = field(default_factory=list)
    ended: Event = field(default_factory=Event)
    scheme: str = "http"

    @property
    def url(self) -> str:
        """Its base address."""
        return f"{self.scheme}://127.0.0.1:{self.port}/v1"

    def endpoint(self, timeout: float = 5.0) -> Endpoint:
        """How Northing would be set to ask it."""
        return endpoint_at(self.url, MODEL, KEY, timeout)


class _Handler(BaseHTTPRequestHandler):
    stand_in: StandIn

    def do_POST(self) -> None:
        """Keep what was sent, then behave."""
        sent = self.rfile.read(int(self.headers["Content-Length"]))
        self.stand_in.asked.append(json.loads(sent))
        self.stand_in.headers.append({name.lower(): text for name, text in self.headers.items()})
        self.stand_in.paths.append(self.path)
        with suppress(OSError):
            self.stand_in.behaviour(self)

    def log_message(self, *arguments: Any) -> None:
        """Nothing."""


@contextmanager
def standing_in(
    behaviour: Behaviour, secured_by: ssl.SSLContext | None = None
) -> Iterator[StandIn]:
    """A stand-in on a free port, for as long as the block lasts."""
    handler = type("Handler", (_Handler,), {})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.handle_error = lambda *arguments: None  # type: ignore[method-assign]
    server.block_on_close = False
    stand_in = StandIn(server.server_address[1], behaviour)
    if secured_by is not None:
        server.socket = secured_by.wrap_socket(server.socket, server_side=True)
        stand_in.scheme = "https"
    handler.stand_in = stand_in  # type: ignore[attr-defined]
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    try:
        yield stand_in
    finally:
        stand_in.ended.set()
        server.shutdown()
        server.server_close()
        thread.join()


def completion(content: Any) -> bytes:
    """The body of a chat completion that says something."""
    message = {"role": "assistant", "content": content}
    choice = {"index": 0, "message": message, "finish_reason": "stop"}
    told = {"id": "chatcmpl-1", "object": "chat.completion", "model": MODEL, "choices": [choice]}
    return json.dumps(told).encode()


def saying(*wordings: Any) -> Behaviour:
    """It answers as asked: a JSON list."""
    return sending(completion(json.dumps(wordings)))


def sending(
    body: bytes,
    status: int = 200,
    kind: str = "application/json",
    headers: Sequence[tuple[str, str]] = (),
) -> Behaviour:
    """It answers with these bytes."""

    def behave(handler: _Handler) -> None:
        handler.send_response(status)
        handler.send_header("Content-Type", kind)
        handler.send_header("Content-Length", str(len(body)))
        for name, text in headers:
            handler.send_header(name, text)
        handler.end_headers()
        handler.wfile.write(body)

    return behave


def raw(*parts: bytes, pause: float = 0.0) -> Behaviour:
    """It writes bytes as they are, one part after the other, and closes."""

    def behave(handler: _Handler) -> None:
        for part in parts:
            handler.connection.sendall(part)
            if pause:
                time.sleep(pause)
        handler.close_connection = True

    return behave


def dripping(before: bytes, drop: bytes, pause: float = 0.05) -> Behaviour:
    """It begins, then writes a drop at a time, without end."""

    def behave(handler: _Handler) -> None:
        handler.connection.sendall(before)
        while not handler.stand_in.ended.wait(pause):
            handler.connection.sendall(drop)

    return behave


def silent(handler: _Handler) -> None:
    """It takes the request and says nothing."""
    handler.stand_in.ended.wait(60)


def endless(handler: _Handler) -> None:
    """It sends as much as is taken."""
    handler.connection.sendall(b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n")
    while not handler.stand_in.ended.is_set():
        handler.connection.sendall(b"[" * 65536)


def free_port() -> int:
    """A port at which nobody listens."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def own_certificate(folder: Path) -> Path:
    """A certificate for 127.0.0.1 that nobody signed but itself, with its key, in one file."""
    file = folder / "own.pem"
    command = ["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2"]
    names = ["-subj", "/CN=127.0.0.1", "-addext", "subjectAltName=IP:127.0.0.1"]
    to = ["-keyout", str(file), "-out", str(folder / "only.crt")]
    subprocess.run([*command, *names, *to], check=True, capture_output=True)
    file.write_bytes(file.read_bytes() + (folder / "only.crt").read_bytes())
    return file
