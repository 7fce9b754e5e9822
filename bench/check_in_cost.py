"""What a check-in costs: processor time inside the WSGI application, form to answer.

`NORTHING_DATA_DIR=… python -m bench.check_in_cost large-1000 large-10000` sends check-ins on key
results of organizations that bench.large made, taking turns between them, and prints for each the
least of several rounds in milliseconds, and the number of statements.
"""

import os
import sys
import time
from collections.abc import Callable
from io import BytesIO
from itertools import count, cycle
from typing import Any
from urllib.parse import urlencode

import django

# Short rounds: on a busy machine a few of them are not disturbed.
ROUNDS, CHECK_INS = 28, 5
TOKEN = "a" * 32
Send = Callable[[], None]


def main(slugs: list[str]) -> None:
    """Measure check-ins of the first person of each organization."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "northing.config.settings")
    django.setup()
    from django.conf import settings
    from django.core.wsgi import get_wsgi_application

    settings.ALLOWED_HOSTS = ["*"]
    application = get_wsgi_application()
    sends = {slug: _sender(application, slug) for slug in slugs}
    least = dict.fromkeys(slugs, float("inf"))
    for _ in range(ROUNDS):
        for slug, send in sends.items():
            began = time.process_time()
            for _ in range(CHECK_INS):
                send()
            least[slug] = min(least[slug], (time.process_time() - began) / CHECK_INS)
    print(f"{'organization':<16} {'ms':>6} {'statements':>11}")
    for slug, send in sends.items():
        print(f"{slug:<16} {least[slug] * 1000:6.2f} {_statements(send):>11}")


def _sender(application: Any, slug: str) -> Send:
    """Sends the next check-in each time it is called; it must be taken."""
    from bench.known import known_of

    known = known_of(slug)
    addresses, numbers = cycle(known["check_ins"]), count()
    statuses: list[str] = []

    def start(status: str, headers: Any, error: Any = None) -> None:
        statuses[:] = [status]

    def send() -> None:
        value = str(41 + next(numbers) % 9)
        path = f"/{slug}/{next(addresses)}"
        answer = application(_environ(path, known["session"], value), start)
        b"".join(answer)
        answer.close()
        assert statuses[0].startswith("303"), (path, statuses)

    return send


def _environ(path: str, session: str, value: str) -> dict[str, Any]:
    from bench.pages import environ_of
    from northing.storage.keys import new_key

    fields = {"csrfmiddlewaretoken": TOKEN, "request_key": str(new_key()), "value": value}
    body = urlencode({**fields, "confidence": "6", "note": "One bay too few."}).encode()
    return {
        **environ_of(path, "", f"sessionid={session}; csrftoken={TOKEN}"),
        "REQUEST_METHOD": "POST",
        "CONTENT_TYPE": "application/x-www-form-urlencoded",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": BytesIO(body),
    }


def _statements(send: Send) -> int:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    with CaptureQueriesContext(connection) as captured:
        send()
    return len(captured)


if __name__ == "__main__":
    main(sys.argv[1:] or ["large-10000"])
