"""Requests are numbered: who reports a fault and who reads the log speak of the same one."""

import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from northing.config.logs import formatter, logging_by
from northing.web import failures


def _fail(request: HttpRequest) -> HttpResponse:
    very_private = "what only Ines may know"
    raise LookupError(f"nothing under {len(very_private)}")


def _answer(request: HttpRequest) -> HttpResponse:
    return HttpResponse("fine")


urlpatterns = [path("fails", _fail), path("fine", _answer)]
handler500 = failures.broken


@pytest.fixture
def browser(settings: Any) -> Client:
    """A browser in front of a page that fails."""
    settings.ROOT_URLCONF = __name__
    return Client(raise_request_exception=False)


def _listening(form: str) -> Iterator[io.StringIO]:
    written = io.StringIO()
    handler = logging.StreamHandler(written)
    handler.setFormatter(formatter(form))
    loggers = [logging.getLogger(name) for name in ("django.request", "northing.requests")]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.addHandler(handler)
    loggers[1].setLevel(logging.INFO)
    yield written
    for logger, level in zip(loggers, levels, strict=True):
        logger.removeHandler(handler)
        logger.setLevel(level)


@pytest.fixture
def as_json() -> Iterator[io.StringIO]:
    """What the log says as JSON, requests included."""
    yield from _listening("json")


@pytest.fixture
def as_text() -> Iterator[io.StringIO]:
    """What the log says as text, requests included."""
    yield from _listening("text")


def _lines(written: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in written.getvalue().splitlines()]


def test_the_page_of_a_fault_shows_the_number_that_the_log_has(
    browser: Client, as_json: io.StringIO
) -> None:
    answer = browser.get("/fails")
    number = answer["X-Request-ID"]
    assert answer.status_code == 500
    assert f">{number}</b>" in answer.content.decode()
    fault, told = _lines(as_json)
    assert (fault["request"], told["request"]) == (number, number)
    assert (fault["level"], fault["message"]) == ("error", "Internal Server Error: /fails")
    assert "LookupError: nothing under 23" in fault["exception"]
    assert "Ines" not in as_json.getvalue()  # no local values


def test_a_request_is_told_without_its_query(browser: Client, as_json: io.StringIO) -> None:
    browser.get("/fine?token=very-secret")
    [told] = _lines(as_json)
    assert (told["method"], told["path"], told["status"]) == ("GET", "/fine", 200)
    assert told["milliseconds"] >= 0
    assert "very-secret" not in as_json.getvalue()


def test_every_request_has_a_number_of_its_own(browser: Client, as_json: io.StringIO) -> None:
    answers = [browser.get("/fine") for _ in range(20)]
    assert len({line["request"] for line in _lines(as_json)}) == 20
    assert not any("X-Request-ID" in answer for answer in answers)  # answers tell nothing apart


def test_as_text_a_line_ends_with_the_number(browser: Client, as_text: io.StringIO) -> None:
    number = browser.get("/fails")["X-Request-ID"]
    first, *traceback, last = as_text.getvalue().splitlines()
    assert first.endswith(f" error django.request: Internal Server Error: /fails [{number}]")
    assert traceback[0] == "Traceback (most recent call last):"
    assert "answered method=GET path=/fails status=500" in last


def test_an_address_cannot_forge_a_line(browser: Client, as_text: io.StringIO) -> None:
    browser.get("/fine%0A2026-11-28 error forged: yes")
    assert not any("error forged" in line[:40] for line in as_text.getvalue().splitlines())


def test_a_line_outside_a_request_has_no_number() -> None:
    record = logging.LogRecord("northing.mail", logging.WARNING, "", 1, "No server", (), None)
    line = formatter("text").format(record)
    assert line.endswith(" warning northing.mail: No server")
    assert "request" not in json.loads(formatter("json").format(record))


@pytest.mark.parametrize(("requests", "level"), [(True, "INFO"), (False, "WARNING")])
def test_requests_are_told_when_somebody_wants_it(requests: bool, level: str) -> None:
    loggers = logging_by("text", requests=requests)["loggers"]
    assert loggers["northing.requests"]["level"] == level
