"""One request to the language model: no redirect, no proxy, and an end that nothing can put off."""

import socket
import ssl
from contextlib import closing
from http.client import HTTPConnection, HTTPException, HTTPResponse
from threading import Thread
from time import monotonic
from typing import Any

from northing.coach.wordings.endpoint import Endpoint

MOST_BYTES = 64 * 1024


class CallFailed(Exception):
    """The model did not answer as it should: the message says what is wrong and the cure."""


class _Plain(socket.socket):
    """A socket on which no reading waits past `end`, however slowly the bytes drip."""

    end = 0.0

    def recv_into(self, *arguments: Any, **named: Any) -> int:
        self.settimeout(_left(self.end))
        return super().recv_into(*arguments, **named)


class _Secure(ssl.SSLSocket):
    """The same over TLS."""

    end = 0.0

    def recv_into(self, *arguments: Any, **named: Any) -> int:
        self.settimeout(_left(self.end))
        return super().recv_into(*arguments, **named)


def post(endpoint: Endpoint, body: bytes) -> bytes:
    """Send a body and return that of the answer, within the endpoint's timeout in all.

    Raises CallFailed for everything else that can happen.
    """
    end = monotonic() + endpoint.timeout
    try:
        return _sent(endpoint, body, end)
    except TimeoutError:
        raise CallFailed(
            f"It took longer than {endpoint.timeout:g} seconds. Try again; when it stays so, "
            "a smaller model or a longer NORTHING_LANGUAGE_MODEL_TIMEOUT helps."
        ) from None
    except ssl.SSLError:
        raise CallFailed(
            "Its certificate is not one that this server trusts, or it does not speak TLS. "
            "Whoever runs Northing checks NORTHING_LANGUAGE_MODEL_URL and SSL_CERT_FILE."
        ) from None
    except socket.gaierror:
        raise CallFailed(
            "There is no machine of that name. "
            "Whoever runs Northing checks NORTHING_LANGUAGE_MODEL_URL."
        ) from None
    except OSError:
        raise CallFailed(
            "It does not take the connection. Whoever runs Northing checks that it is running "
            "and that NORTHING_LANGUAGE_MODEL_URL names its port."
        ) from None
    except (HTTPException, ValueError):
        raise CallFailed(
            "What answers there does not speak HTTP. "
            "Whoever runs Northing checks NORTHING_LANGUAGE_MODEL_URL."
        ) from None


def _sent(endpoint: Endpoint, body: bytes, end: float) -> bytes:
    connection = HTTPConnection(endpoint.hostname, endpoint.port)
    connection.default_port = 443 if endpoint.is_secure else 80
    with closing(connection):
        connection.sock = _connected(endpoint, end)
        connection.request("POST", endpoint.path, body, _headers(endpoint))
        with closing(connection.getresponse()) as response:
            return _body(response)


def _headers(endpoint: Endpoint) -> dict[str, str]:
    headers = {"Content-Type": "application/json", "Accept": "application/json"}
    if endpoint.key:
        headers["Authorization"] = f"Bearer {endpoint.key}"
    return headers


def _body(response: HTTPResponse) -> bytes:
    if response.status != 200:
        raise CallFailed(_cure_of(response.status))
    body = response.read(MOST_BYTES + 1)
    if len(body) > MOST_BYTES:
        raise CallFailed(
            f"It sent more than {MOST_BYTES // 1024} KB, and nothing of it was taken. "
            "Try again, or choose another model."
        )
    return body


def _cure_of(status: int) -> str:
    said = f"It answered with status {status}. "
    if 300 <= status < 400:
        return said + (
            "Redirects are not followed: whoever runs Northing sets "
            "NORTHING_LANGUAGE_MODEL_URL to the address that it leads to."
        )
    if status in (401, 403):
        return said + "Whoever runs Northing checks NORTHING_LANGUAGE_MODEL_KEY."
    if status in (404, 405):
        return said + (
            "Whoever runs Northing checks the model's name and the address, "
            "which ends before /chat/completions, often in /v1."
        )
    if status == 429:
        return said + "It has been asked too much, or what was paid for is used up. Try later."
    if status >= 500:
        return said + "It is out of order. Try again in some minutes."
    return said + "It does not take the request. Whoever runs Northing checks the model's name."


def _connected(endpoint: Endpoint, end: float) -> socket.socket:
    """A connection to the first of the machine's addresses that takes it."""
    refusal: OSError = socket.gaierror("no address")
    for family, kind, protocol, _, address in _addresses(endpoint, end):
        plain = _Plain(family, kind, protocol)
        plain.end = end
        try:
            plain.settimeout(_left(end))
            plain.connect(address)
            return _secured(plain, endpoint) if endpoint.is_secure else plain
        except OSError as error:
            plain.close()
            refusal = error
    raise refusal


def _secured(plain: _Plain, endpoint: Endpoint) -> _Secure:
    context = ssl.create_default_context()
    context.sslsocket_class = _Secure
    plain.settimeout(_left(plain.end))
    secure = context.wrap_socket(plain, server_hostname=endpoint.hostname)
    assert isinstance(secure, _Secure)  # noqa: S101  (what the context was told to make)
    secure.end = plain.end
    return secure


def _addresses(endpoint: Endpoint, end: float) -> list[Any]:
    """The addresses of the host. A resolver knows no time-out, so it is not waited for longer."""
    found: list[Any] = []
    faults: list[Exception] = []

    def look_up() -> None:
        try:
            found.extend(
                socket.getaddrinfo(endpoint.hostname, endpoint.port, type=socket.SOCK_STREAM)
            )
        except (OSError, ValueError) as error:
            faults.append(error)

    resolver = Thread(target=look_up, daemon=True)
    resolver.start()
    resolver.join(_left(end))
    if resolver.is_alive():
        raise TimeoutError
    if faults:
        raise socket.gaierror(str(faults[0]))
    return found


def _left(end: float) -> float:
    left = end - monotonic()
    if left <= 0:
        raise TimeoutError
    return left
