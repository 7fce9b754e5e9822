"""The doors: forged forms, other hosts, other sites, cookies, headers of every page."""

import re

import pytest
from django.conf import settings
from django.test import Client
from pytest_django import Settings

from northing.config.settings import BASE_URL
from northing.people.sign_in_links import sign_in_link
from northing.web.local import local_path
from tests.access.policy import POLICY
from tests.access.routes import ORGANIZATION, filled, is_inside, routes
from tests.access.town import HERE, Town
from tests.access.visiting import NOBODY, ask, browser_of, undone

NEW = f"/{HERE}/goals/new"
SESSION = settings.SESSION_COOKIE_NAME
ELSEWHERE = (
    "https://evil.example",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/%09/evil.example\n",
    "http:evil.example",
    "javascript:alert(1)",
    "data:text/html,x",
    "evil.example",
    "/kestrel\r\nSet-Cookie: a=b",
    "@evil.example",
    "",
)
PAGES = ("/sign-in", "/", "/kestrel/goals", "/kestrel/nothing", "/welcome", "/static/css/base.css")
HOSTS = ("evil.example", "evil.example:80", "", "[::1", "a" * 500, "localhost.evil.example")


@pytest.mark.parametrize("route", [route for route in routes() if POLICY[route].post is not None])
def test_a_form_without_its_token_does_nothing(route: str, town: Town) -> None:
    row = POLICY[route]
    path = filled(route, HERE, row.at(town, row.asked[0]))
    kind = {"content_type": "application/json"} if row.is_json else {}
    for actor in ("organization owner", "owner", "admin"):
        sent = row.sends(town, row.asked[0])
        answer = ask(town, actor, path, sent, method="POST", is_strict=True, **kind)
        assert (answer.status, answer.wrote) == (403, False)


@pytest.mark.parametrize("origin", ["https://evil.example", "null"])
def test_a_token_is_worth_nothing_on_another_site(origin: str, town: Town) -> None:
    browser = browser_of(town, "owner", is_strict=True)
    token = _token_in(browser.get(NEW).content.decode())
    sent = POLICY[f"{ORGANIZATION}/goals/new"].sends(town, "") | {"csrfmiddlewaretoken": token}
    with undone():
        assert browser.post(NEW, sent, headers={"Origin": origin}).status_code == 403
        assert browser.post(NEW, sent).status_code == 303


def _token_in(page: str) -> str:
    found = re.search(r'name="csrfmiddlewaretoken" value="(\w+)"', page)
    assert found is not None
    return found[1]


@pytest.mark.parametrize("route", [route for route in routes() if POLICY[route].get is not None])
def test_every_page_and_refusal_comes_with_its_guards(route: str, town: Town) -> None:
    row = POLICY[route]
    path = filled(route, HERE, row.at(town, row.asked[0]))
    for actor in ("owner", "organization owner", NOBODY):
        answer = ask(town, actor, path)
        policy = answer.headers["Content-Security-Policy"]
        assert "default-src 'self'" in policy
        assert "unsafe" not in policy
        assert answer.headers["X-Frame-Options"] == "DENY"
        assert ask(town, actor, path, method="HEAD").status == answer.status
        if is_inside(route) and actor != NOBODY:
            assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("path", PAGES)
def test_refusing_a_strange_name_is_guarded_too(path: str, town: Town) -> None:
    for host in HOSTS:
        answer = ask(town, "owner", path, HTTP_HOST=host)
        assert answer.status == 400 if "static" not in path else answer.status in (200, 400)
        if answer.status == 400:
            assert "default-src 'self'" in answer.headers["Content-Security-Policy"]
            assert answer.headers["X-Frame-Options"] == "DENY"


@pytest.mark.parametrize("there", ELSEWHERE)
def test_no_way_on_leads_to_another_site(there: str) -> None:
    assert local_path(there) == "/"


def test_what_a_session_was_before_signing_in_opens_nothing_after(town: Town) -> None:
    token = sign_in_link(town.account_of("member")).partition("token=")[2]
    with undone():
        browser = browser_of(town, NOBODY)
        browser.post(NEW, {"draft_key": "goal-new", "statement": "Before"})
        before = browser.cookies[SESSION].value
        assert browser.post("/sign-in/link", {"token": token}).status_code == 303
        assert before not in ("", browser.cookies[SESSION].value)
        assert browser.get(NEW).status_code == 200
        browser.cookies[SESSION] = before
        assert browser.get(NEW).status_code == 302


def test_nobody_else_chooses_a_session(town: Town) -> None:
    with undone():
        browser = browser_of(town, NOBODY)
        browser.cookies[SESSION] = "chosen-by-somebody-else"
        browser.post(NEW, {"draft_key": "goal-new", "statement": "Before"})
        assert browser.cookies[SESSION].value != "chosen-by-somebody-else"


@pytest.mark.parametrize("actor", ["deactivated", "left"])
def test_a_link_opens_nothing_for_who_is_no_longer_here(actor: str, town: Town) -> None:
    path = sign_in_link(town.account_of(actor)).removeprefix(BASE_URL)
    with undone():
        browser = browser_of(town, NOBODY)
        browser.post("/sign-in/link", {"token": path.partition("token=")[2]})
        assert browser.get(NEW).status_code in (302, 404)


def test_cookies_are_for_our_pages_alone(town: Town, settings: Settings) -> None:
    settings.SESSION_COOKIE_SECURE = settings.CSRF_COOKIE_SECURE = True
    token = sign_in_link(town.account_of("owner")).partition("token=")[2]
    with undone():
        browser = Client()
        browser.post("/sign-in/link", {"token": token})
        browser.get(NEW)
        browser.post(NEW, POLICY[f"{ORGANIZATION}/goals/new"].sends(town, ""))
        cookies = browser.cookies
    assert {SESSION, "csrftoken", "northing_draft_done"} <= set(cookies)
    assert cookies[SESSION]["httponly"]
    for name, cookie in cookies.items():
        flags = (cookie["samesite"], bool(cookie["secure"]), cookie["domain"])
        assert (name, *flags) == (name, "Lax", True, "")
