"""Whatever is sent to a form: no fault, no wait, nothing half-written, and words at the field."""

import re
from collections.abc import Iterator, Mapping
from html import unescape
from time import process_time
from typing import Any
from urllib.parse import urlencode

import pytest
from django.core.cache import cache
from pytest_django import Settings

from tests.access import hostile
from tests.access.forms import FORMS, Form, kinds_of
from tests.access.stored import contents, counts, too_long
from tests.access.town import Town
from tests.access.visiting import browser_of, undone

SECONDS = 1.0
TYPE = "application/x-www-form-urlencoded"
VALUES: Mapping[str, tuple[Any, ...]] = {
    "texts": tuple(hostile.TEXTS.values()),
    "numbers": hostile.NUMBERS,
    "days": hostile.DAYS,
    "wholes": hostile.WHOLES,
    "words": hostile.WORDS,
    "keys": hostile.KEYS,
}
# What all fields of a kind hold at once.
TOGETHER: Mapping[str, tuple[Any, ...]] = {
    "texts": tuple(hostile.TEXTS[name] for name in ("huge", "null", "not UTF-8", "markup")),
    "numbers": ("9" * 28, "NaN", "1e1000000"),
    "days": ("9999-12-31", "0001-01-01"),
    "wholes": ("-1",),
    "words": ("none",),
    "keys": ("00000000-0000-0000-0000-000000000000",),
}
_TOLD = re.compile(r'aria-invalid="true"|class="error"|data-error-summary|class="notice|<p><b>')
_LINK = re.compile(r'<li><a href="#([^"]+)"')


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Settings) -> None:
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_a_form_bears_what_is_sent_to_it(form: Form, town: Town) -> None:
    faults = [
        f"{changed}: {fault}"
        for changed, fields in hostile_fields(form, town)
        for fault in sent(form, fields, town)
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_a_form_bears_missing_and_repeated_fields(form: Form, town: Town) -> None:
    filled = form.filled(town, "")
    ways = {"all missing": {}, "all twice": {name: [one, "x"] for name, one in filled.items()}}
    ways |= {f"no {name}": {n: v for n, v in filled.items() if n != name} for name in filled}
    ways |= {"turned round": {name: ["x", one] for name, one in filled.items()}}
    faults = [f"{way}: {fault}" for way, one in ways.items() for fault in sent(form, one, town)]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize("form", FORMS, ids=str)
def test_a_form_takes_no_field_that_it_does_not_offer(form: Form, town: Town) -> None:
    filled = form.filled(town, "")
    offered = {name for names in kinds_of(form).values() for name in names}
    unoffered = {name: one for name, one in hostile.UNOFFERED.items() if name not in offered}
    status, expected = _left_behind(form, filled, town)
    found_status, found = _left_behind(form, filled | unoffered, town)
    assert found_status == status
    assert [name for name in found if found[name] != expected[name]] == []


def hostile_fields(form: Form, town: Town) -> Iterator[tuple[str, dict[str, Any]]]:
    """The form filled in rightly but for one field, in turn, or for all of one kind."""
    filled = form.filled(town, "")
    for kind, names in kinds_of(form).items():
        for number, value in enumerate(VALUES[kind] if names else ()):
            name = names[number % len(names)]
            yield f"{name}={value[:30]!r}", filled | {name: value}
        for value in TOGETHER[kind] if len(names) > 1 else ():
            yield f"{kind}={value[:30]!r}", filled | dict.fromkeys(names, value)


def sent(form: Form, fields: Mapping[str, Any], town: Town) -> list[str]:
    """What is wrong with the answer to a form."""
    cache.clear()
    with undone():
        before = counts()
        browser, begun = browser_of(town, form.actor), process_time()
        answer = browser.post(form.address(town), _encoded(fields), content_type=TYPE)
        seconds = process_time() - begun
        text = answer.getvalue().decode()
        faults = list(_faults(answer.status_code, text))
        if seconds > SECONDS:
            faults.append(f"{seconds:.1f} seconds")
        if answer.status_code >= 400 and counts() != before:
            faults.append("refused, yet something was written")
        if answer.status_code in (302, 303):
            faults += _stored_faults(browser, answer["Location"])
    return faults


def _faults(status: int, text: str) -> Iterator[str]:
    if status >= 500 or status == 400:
        yield f"answered {status}"
    if status == 422 and not _TOLD.search(text):
        yield "refused without a word at a field"
    for linked in _LINK.findall(text):
        if f'id="{unescape(linked)}"' not in text:
            yield f"the problem leads to #{linked}, which is not there"


def _stored_faults(browser: Any, address: str) -> list[str]:
    """What was taken can be shown and fits into its columns."""
    shown = browser.get(address.partition("#")[0], follow=True).status_code
    return [f"{address} answered {shown}"] * (shown >= 500) + too_long()


def _encoded(fields: Mapping[str, Any]) -> str:
    return urlencode(fields, doseq=True, errors="surrogatepass")


def _left_behind(form: Form, fields: Mapping[str, Any], town: Town) -> Any:
    cache.clear()
    with undone():
        answer = browser_of(town, form.actor).post(
            form.address(town), _encoded(fields), content_type=TYPE
        )
        return answer.status_code, contents()
