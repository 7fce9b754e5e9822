"""Sending requests as somebody, each of them undone as soon as it is answered."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from time import perf_counter
from typing import Any

from django.conf import settings
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.db import connection, transaction
from django.test import Client

from tests.access.town import Town

NOBODY = "nobody"
_SESSIONS = import_module(settings.SESSION_ENGINE).SessionStore
_WRITING = ("INSERT", "UPDATE", "DELETE", "REPLACE")


@dataclass(frozen=True, slots=True)
class Answer:
    """What came back: also whether anything but a session was written, and how long it took."""

    status: int
    text: str
    headers: Mapping[str, str]
    wrote: bool
    seconds: float

    @property
    def leads_to(self) -> str:
        """Where it redirects to; empty for no redirect."""
        return self.headers.get("Location", "") or self.headers.get("HX-Redirect", "")


def sign_everybody_in(town: Town) -> None:
    """One session for each actor, kept as a cookie."""
    for actor in (*town.people, *town.rival_people):
        account = town.account_of(actor)
        session = _SESSIONS()
        session[SESSION_KEY] = str(account.pk)
        session[BACKEND_SESSION_KEY] = settings.AUTHENTICATION_BACKENDS[0]
        session[HASH_SESSION_KEY] = account.get_session_auth_hash()
        session.create()
        town.cookies[actor] = session.session_key


@cache
def _browser(*, is_strict: bool) -> Client:
    """One for all: a new one would look for every static file first. A fault is answered as 500."""
    return Client(raise_request_exception=False, enforce_csrf_checks=is_strict)


def browser_of(town: Town, actor: str, *, is_strict: bool = False) -> Client:
    """A browser in which somebody is signed in; a strict one sends no token by itself."""
    client = _browser(is_strict=is_strict)
    client.cookies.clear()
    if actor != NOBODY:
        client.cookies[settings.SESSION_COOKIE_NAME] = town.cookies[actor]
    return client


def ask(
    town: Town, actor: str, path: str, sent: Any = None, *, method: str = "", **options: Any
) -> Answer:
    """GET a path as somebody, or POST what is sent to it; whatever it changed is undone."""
    client = browser_of(town, actor, is_strict=options.pop("is_strict", False))
    method = method or ("GET" if sent is None else "POST")
    with undone(), _watched() as writes:
        begun = perf_counter()
        response = _send(client, method, path, sent, options)
        text = response.getvalue().decode(errors="replace")
        seconds = perf_counter() - begun
    return Answer(response.status_code, text, response.headers, bool(writes), seconds)


@contextmanager
def undone() -> Iterator[None]:
    """Everything written inside is rolled back."""
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _send(client: Client, method: str, path: str, sent: Any, options: dict[str, Any]) -> Any:
    if method in ("GET", "HEAD"):
        return getattr(client, method.lower())(path, **options)
    if method == "POST" and not isinstance(sent, bytes):
        return client.post(path, sent or {}, **options)
    return client.generic(method, path, sent or "", **options)


@contextmanager
def _watched() -> Iterator[list[str]]:
    writes: list[str] = []

    def watch(execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.lstrip().startswith(_WRITING) and "django_session" not in sql:
            writes.append(sql)
        return execute(sql, params, many, context)

    with connection.execute_wrapper(watch):
        yield writes
