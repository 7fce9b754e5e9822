"""What pages cost: processor time a request inside the WSGI application, beside a bare page.

`NORTHING_DATA_DIR=… python -m bench.pages large-1000,large-10000 goals o my/week` prints for each
page and organization, all of them taking turns, the least of several rounds in milliseconds, how
many times the bare pages of the same run that is (see bench.bare), by how much it is dearer than
in the first organization, the number of statements, and the size of the answer, plain and
compressed. Words `o`, `kr` and `s` stand for a goal of that kind. The database is one that
bench.large made.
"""

import gzip
import os
import sys
import time
from collections.abc import Callable, Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

import django

# Short rounds: on a busy machine a few of them are not disturbed.
ROUNDS, REQUESTS = 30, 4
BARE = ("(bare)", "(tuples)")
Ask = Callable[[], tuple[int, bytes]]


def main(slugs: Sequence[str], pages: Sequence[str]) -> None:
    """Measure the pages of organizations as their first persons."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "northing.config.settings")
    django.setup()
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    settings.TEMPLATES[0]["DIRS"].append(Path(__file__).parent / "templates")
    settings.ROOT_URLCONF = "bench.bare"
    settings.ALLOWED_HOSTS = ["*"]
    application = get_wsgi_application()
    asks = {(name, ""): _asker(application, f"/{name[1:-1]}", "") for name in BARE}
    cookies = {slug: _session(slug) for slug in slugs}
    for page in ("framed", *pages):
        for slug, cookie in cookies.items():
            asks[page, slug] = _asker(application, f"/{slug}/{_address(slug, page)}", cookie)
    _report(asks)


def _report(asks: dict[tuple[str, str], Ask]) -> None:
    answers = {name: ask() for name, ask in asks.items()}
    least = _least(asks)
    bare, tuples = (least[name, ""] for name in BARE)
    print(f"{'page':<18} {'of':<13} {'ms':>6} {'x bare':>7} {'x tuples':>9} {'more':>6}", end="")
    print(f" {'statements':>11} {'kB':>5} {'gz':>5}")
    first: dict[str, float] = {}
    for (page, slug), ask in asks.items():
        spent, (status, body) = least[page, slug], answers[page, slug]
        more = spent / first.setdefault(page, spent) - 1
        print(
            f"{page:<18} {slug:<13} {spent * 1000:6.2f} {spent / bare:7.1f} {spent / tuples:9.1f}"
            f" {more:6.0%} {_statements(ask):>11} {len(body) / 1000:5.0f}"
            f" {len(gzip.compress(body, 6)) / 1000:5.0f}"
            + ("" if status == 200 else f"  status {status}")
        )


def _least(asks: dict[tuple[str, str], Ask]) -> dict[tuple[str, str], float]:
    """The least processor time of each page, the pages taking turns."""
    least = dict.fromkeys(asks, float("inf"))
    for _ in range(ROUNDS):
        for name, ask in asks.items():
            began = time.process_time()
            for _ in range(REQUESTS):
                ask()
            least[name] = min(least[name], (time.process_time() - began) / REQUESTS)
    return least


def _asker(application: Any, address: str, cookie: str) -> Ask:
    path, _, query = address.partition("?")
    statuses: list[str] = []

    def start(status: str, headers: Any, error: Any = None) -> None:
        statuses[:] = [status]

    def ask() -> tuple[int, bytes]:
        answer = application(environ_of(path, query, cookie), start)
        body = b"".join(answer)
        answer.close()
        return int(statuses[0][:3]), body

    return ask


def environ_of(path: str, query: str, cookie: str) -> dict[str, Any]:
    """What a WSGI server tells of a GET request."""
    return {
        "REQUEST_METHOD": "GET",
        "PATH_INFO": path,
        "QUERY_STRING": query,
        "SERVER_NAME": "localhost",
        "SERVER_PORT": "8000",
        "SERVER_PROTOCOL": "HTTP/1.1",
        "HTTP_HOST": "127.0.0.1:8000",
        "HTTP_COOKIE": cookie,
        "wsgi.input": BytesIO(),
        "wsgi.errors": sys.stderr,
        "wsgi.url_scheme": "http",
        "wsgi.version": (1, 0),
        "wsgi.multithread": False,
        "wsgi.multiprocess": False,
        "wsgi.run_once": False,
    }


def _session(slug: str) -> str:
    from django.test import Client

    from northing.people.models import Person

    person = Person.objects.select_related("account").get(organization__slug=slug, handle="p-0")
    client = Client()
    assert person.account is not None
    client.force_login(person.account, "allauth.account.auth_backends.AuthenticationBackend")
    return f"sessionid={client.cookies['sessionid'].value}; csrftoken={'a' * 32}"


def _address(slug: str, page: str) -> str:
    from northing.goals.models import Goal
    from northing.web.addresses import goal_address

    kind = {"o": "objective", "kr": "key_result", "s": "smart"}.get(page)
    if kind is None:
        return page
    goals = Goal.objects.filter(organization__slug=slug, kind=kind, visibility="organization")
    goal = goals.order_by("-id")[10]
    return goal_address(goal.kind, goal.short_id, goal.statement)


def _statements(ask: Ask) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        ask()
    return len(captured)


if __name__ == "__main__":
    main(sys.argv[1].split(","), sys.argv[2:] or ["goals", "goals?view=table", "o", "kr", "s"])
