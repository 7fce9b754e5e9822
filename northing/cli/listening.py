"""Listening: an address that is free, and a server that ends as a whole."""

import ctypes
import errno
import gc
import signal
import socket
import threading
import time
from collections.abc import Callable
from functools import cache
from typing import Any

from northing.cli.program import Refused

FIRST_PORT = 8000
PORTS_TRIED = 50
THREADS = 4
SECONDS_TO_FIRST_PAGES = 2.0
SECONDS_TO_END = 10
_DIE_WITH_PARENT = 1  # PR_SET_PDEATHSIG of <linux/prctl.h>


def choose_port(host: str, wanted: int | None) -> int:
    """The wanted port when it is free, else Refused; without a wish the first free from 8000 on."""
    if wanted is not None:
        _check_free(host, wanted)
        return wanted
    for port in range(FIRST_PORT, FIRST_PORT + PORTS_TRIED):
        if _is_free(host, port):
            return port
    raise Refused(
        f"Ports {FIRST_PORT} to {FIRST_PORT + PORTS_TRIED - 1} are taken on {host}. "
        "Choose one: northing serve --port 9000"
    )


def serve(host: str, port: int, workers: int, when_ready: Callable[[], None]) -> None:
    """Serve until a signal comes; returns after the last answer was sent.

    The application is loaded once, here; each worker is a fork of this process.
    """
    from granian.constants import Interfaces
    from granian.server import Server

    _application()
    gc.freeze()

    server = Server(
        "northing.config.wsgi:application",
        address=host,
        port=port,
        interface=Interfaces.WSGI,
        workers=workers,
        blocking_threads=THREADS,
        websockets=False,
        log_enabled=False,
        respawn_failed_workers=True,
        respawn_interval=0.2,
        workers_kill_timeout=SECONDS_TO_END,
    )
    ready = threading.Thread(target=_call_when_answering, args=(host, port, when_ready))
    ready.daemon = True
    _start_after_the_workers(server, ready)
    server.serve(target_loader=load_application, wrap_loader=False)


def load_application() -> Any:
    """The application inside a worker, which ends when the process that started it is gone."""
    ctypes.CDLL(None).prctl(_DIE_WITH_PARENT, signal.SIGKILL)
    _read_for_the_coach_soon()
    return _application()


def _read_for_the_coach_soon() -> None:
    """The coach reads its languages once the first pages are out, not when somebody types."""
    from northing.coach.rules.assessing import read_languages

    later = threading.Timer(SECONDS_TO_FIRST_PAGES, read_languages)
    later.daemon = True
    later.start()


@cache
def _application() -> Any:
    from django.core.wsgi import get_wsgi_application
    from django.urls import get_resolver

    application = get_wsgi_application()
    # Pages and their templates are loaded now, not by the first person who asks for one.
    _ = get_resolver().url_patterns
    return application


def _start_after_the_workers(server: Any, thread: threading.Thread) -> None:
    """Forking is for processes with one thread: this one begins when the workers have begun."""
    spawn = server._spawn_workers  # noqa: SLF001  (there is no hook between spawning and serving)

    def spawn_and_start(*arguments: Any) -> None:
        spawn(*arguments)
        thread.start()

    server._spawn_workers = spawn_and_start  # noqa: SLF001


def _call_when_answering(host: str, port: int, call: Callable[[], None]) -> None:
    reachable = {"0.0.0.0": "127.0.0.1", "::": "::1"}.get(host, host)  # noqa: S104
    for _ in range(1200):
        try:
            with socket.create_connection((reachable, port), timeout=1):
                break
        except OSError:
            time.sleep(0.025)
    else:
        return
    call()


def _is_free(host: str, port: int) -> bool:
    try:
        _bind(host, port)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            return False
        raise Refused(_cannot_bind(host, port, error)) from error
    return True


def _check_free(host: str, port: int) -> None:
    if not _is_free(host, port):
        raise Refused(
            f"Port {port} on {host} is taken by another program. End that one, or choose another: "
            f"northing serve --port {min(port + 1, 65535)}"
        )


def _cannot_bind(host: str, port: int, error: OSError) -> str:
    if error.errno == errno.EACCES:
        return f"Port {port} is reserved for the system. Choose one above 1023."
    return (
        f"This machine cannot listen on {host}:{port}: {error.strerror or error}. Choose "
        "an address of this machine: northing serve --host 127.0.0.1"
    )


def _bind(host: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    with socket.socket(family) as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind((host, port))
