"""Somebody with a browser, as far as a server can tell: a connection, cookies, forms."""

import time
from dataclasses import dataclass, field
from html.parser import HTMLParser
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode, urlsplit

SECONDS_TO_ANSWER = 60


class NoAnswer(OSError):
    """The server went away before it answered."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back, and how long it took from the first byte sent to the last received."""

    status: int
    body: bytes
    headers: dict[str, str]
    seconds: float


@dataclass(slots=True)
class Visitor:
    """One signed-in person at a server. Keeps a connection open; use from one thread at a time."""

    address: str
    session: str
    _cookies: dict[str, str] = field(default_factory=dict)
    _connection: HTTPConnection | None = None

    def get(self, path: str, **headers: str) -> Answer:
        """Open a page."""
        return self._ask("GET", path, "", headers)

    def post(self, path: str, fields: dict[str, str]) -> Answer:
        """Send a form as a page does: with its cookies, from this very site."""
        kind = "application/x-www-form-urlencoded"
        headers = {"Content-Type": kind, "Origin": self.address}
        return self._ask("POST", path, urlencode(fields), headers)

    def form(self, path: str, action: str) -> dict[str, str]:
        """The hidden fields of the form that a page sends to an address."""
        answer = self.get(path)
        if answer.status != 200:
            raise AssertionError(f"{path} answered {answer.status}")
        reader = _FormReader(action)
        reader.feed(answer.body.decode())
        return reader.fields

    def cookie(self, name: str) -> str:
        """A cookie that the server has set."""
        return self._cookies[name]

    def leave(self) -> None:
        """Close the connection."""
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _ask(self, method: str, path: str, body: str, headers: dict[str, str]) -> Answer:
        cookies = {"sessionid": self.session, **self._cookies}
        told = "; ".join(f"{name}={value}" for name, value in cookies.items())
        began = time.perf_counter()
        try:
            connection = self._connected()
            connection.request(method, path, body or None, {"Cookie": told, **headers})
            response = connection.getresponse()
            content = response.read()
        except (OSError, HTTPException) as error:
            self.leave()
            raise NoAnswer(str(error)) from error
        seconds = time.perf_counter() - began
        for cookie in response.headers.get_all("Set-Cookie") or ():
            name, _, value = cookie.partition(";")[0].partition("=")
            self._cookies[name] = value
        return Answer(response.status, content, dict(response.headers.items()), seconds)

    def _connected(self) -> HTTPConnection:
        if self._connection is None:
            place = urlsplit(self.address)
            assert place.hostname is not None
            self._connection = HTTPConnection(place.hostname, place.port, SECONDS_TO_ANSWER)
        return self._connection


class _FormReader(HTMLParser):
    """Collects the hidden fields of the one form with an action."""

    def __init__(self, action: str) -> None:
        super().__init__()
        self._action = action
        self._is_inside = False
        self.fields: dict[str, str] = {}

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        told = dict(attrs)
        if tag == "form":
            self._is_inside = told.get("action") == self._action
        elif tag == "input" and self._is_inside and told.get("type") == "hidden":
            self.fields[told.get("name") or ""] = told.get("value") or ""

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._is_inside = False
