"""Filters, places of pages, paths and headers that nobody's browser would send: 4xx, at once."""

from collections.abc import Iterator
from time import process_time
from urllib.parse import quote, urlencode

import pytest

from tests.access import hostile
from tests.access.town import HERE, Town
from tests.access.visiting import ask, browser_of

SECONDS = 1.0
OF_A_LIST = ("view", "cycle", "team", "owner", "kind", "says", "pace", "due", "q", "sort")
FILTERS = {
    "goals": (*OF_A_LIST, "after", "before", "root", "format", "page", "owner_id"),
    "map": ("root", "view", "lens"),
    "palette": ("q",),
    "pick/goals": ("q",),
    "pick/people": ("q",),
    "pick/teams": ("q",),
    "my/week/check-in": ("goal",),
    "goals/new": ("kind", "cycle", "parent", "pillar"),
    "teams/workshop-network": ("present",),
    "admin/people": ("page", "q", "left"),
}
ODD = (
    *(hostile.TEXTS[name] for name in ("huge", "null", "half a pair", "not UTF-8", "markup")),
    *("9999-12-31", "0000-00-00", "2027-02-30", "10000-01-01"),
    *("-1", "9" * 30, "٣", "NaN", "~~", "%", "_", "\\", "'", "-due"),
    "00000000-0000-0000-0000-000000000000",
)
PLACES = ("", "~", "~x", "~9999-12-31", "~" + "9" * 20, "~-1", "~٣", "~" + "9" * 5000, "~a\x00b")
PATHS = (
    *("o/{}", "kr/{}", "s/{}", "goals/{}/edit", "goals/{}/log", "goals/{}/check-ins", "people/{}"),
    *("teams/{}", "cycles/{}", "drafts/{}", "admin/people/{}", "import/{}/columns", "{}", "o/{}-x"),
)
ODD_PATHS = ("%00", "a%00b", "%FF%FE", "%ED%A0%80", "٣", "%F0%9F%98%80", "..", "%2E%2E%2F", "new")
ODD_PATHS += ("a%0D%0AX-Y:%20z", "x" * 20_000, "WN-1'", "%25", "%3Cscript%3E", "-")
HEADERS = (
    *(("Referer", one) for one in ("http://[::1", "http://[x", "//\x00", "x" * 50_000)),
    *(("Cookie", one) for one in ("sessionid=\x00\xff", "csrftoken=;;=; a", "messages=x:y:z")),
    *(("Accept", one) for one in ("\x00", "text/csv" * 1_000, "application/json")),
    *(("X-Forwarded-For", one) for one in ("\x00,1.2.3.4", "::::", "x" * 5_000)),
    ("HX-Request", "true"),
    ("HX-Current-URL", "http://[x"),
    ("Accept-Language", "x-" * 5_000),
    ("Range", "bytes=0-1"),
    ("Origin", "null"),
)
TYPES = ("multipart/form-data", "multipart/form-data; boundary=", "text/html; charset=none")
TYPES += ("application/x-www-form-urlencoded; charset=utf-7", "application/json", "\x00")


def _filters() -> Iterator[str]:
    for place, names in FILTERS.items():
        for number, name in enumerate(names):
            # Each field gets a part of what is odd, all of it together every value several times.
            for value in ODD[number % 3 :: 1 if len(names) < 3 else 3]:
                owner = {"owner": "x"} if name == "owner_id" else {}
                yield f"{place}?{urlencode({name: value, **owner})}"


def _places(town: Town) -> Iterator[str]:
    key = town.goals["organization"].objective.pk.hex
    for sort in ("written", "due", "says", "-says", "statement"):
        for number, place in enumerate(PLACES):
            side = ("after", "before")[number % 2]
            yield "goals?" + urlencode({"view": "table", "sort": sort, side: key + place})


def _paths() -> Iterator[str]:
    for number, path in enumerate(PATHS):
        for odd in ODD_PATHS[number % 2 :: 2]:
            yield path.format(odd if "%" in odd else quote(odd))


def _faults(town: Town, actor: str, addresses: Iterator[str]) -> list[str]:
    faults = []
    for address in addresses:
        begun = process_time()
        status = ask(town, actor, f"/{HERE}/{address}").status
        seconds = process_time() - begun
        if status >= 500 or seconds > SECONDS:
            faults.append(f"{address[:100]} answered {status} after {seconds:.1f} seconds")
    return faults


def test_no_filter_breaks_a_page(town: Town) -> None:
    assert _faults(town, "organization owner", _filters()) == []


def test_no_place_in_a_list_breaks_it(town: Town) -> None:
    assert _faults(town, "organization owner", _places(town)) == []


def test_no_path_breaks_a_page(town: Town) -> None:
    assert _faults(town, "organization owner", _paths()) == []


@pytest.mark.parametrize("actor", ["owner", "nobody"])
def test_no_header_breaks_a_page(actor: str, town: Town) -> None:
    faults = []
    for path in (f"/{HERE}/goals/new", f"/{HERE}/drafts/goal-new", "/sign-in", "/"):
        for method in ("GET", "POST"):
            for name, value in HEADERS:
                header = {f"HTTP_{name.upper().replace('-', '_')}": value}
                sent = {"draft_key": "goal-new"} if method == "POST" else None
                answer = ask(town, actor, path, sent, method=method, **header)
                if answer.status >= 500:
                    faults.append((method, path, name, value[:30], answer.status))
    assert faults == []


@pytest.mark.parametrize("path", ["goals/new", "import", "drafts/goal-new", "strategy/edit"])
def test_no_kind_of_body_breaks_a_form(path: str, town: Town) -> None:
    statuses = {
        kind: ask(town, "organization owner", f"/{HERE}/{path}", b"a=%\xff&&=", content_type=kind)
        for kind in TYPES
    }
    assert {kind: one.status for kind, one in statuses.items() if one.status >= 500} == {}


def test_thousands_of_fields_are_not_read(town: Town) -> None:
    fields = {f"kr{number}_statement": "x" for number in range(5_000)}
    assert ask(town, "owner", f"/{HERE}/goals/new", fields).status == 400


def test_what_an_address_cannot_say_is_told_in_words(town: Town) -> None:
    answer = ask(town, "owner", f"/{HERE}/goals?due=2027-02-30&says=never&sort=up")
    assert answer.status == 422
    for words in ("“2027-02-30” is not a day", "“never” is not one of", "“up” is not one of"):
        assert words in answer.text


def test_a_form_sent_too_late_is_kept_if_it_is_no_larger_than_a_draft(town: Town) -> None:
    browser = browser_of(town, "nobody")
    for text, kept in (("Owners feel looked after", True), ("x" * hostile.MUCH * 2, False)):
        browser.post(f"/{HERE}/goals/new", {"draft_key": "goal-new", "statement": text})
        assert ("kept_form" in browser.session) is kept
        browser.session.flush()
        browser.cookies.clear()
