"""What browsers and attackers are told: headers, cookies, hosts, forms from elsewhere."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from urllib.parse import parse_qs, urlsplit
from uuid import UUID

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, get_resolver

from northing.activity.models import Entry
from northing.people.models import Account
from northing.people.sign_in_links import sign_in_link
from tests.cast import Kestrel

SignIn = Callable[..., Client]
OPEN = ("/", "/sign-in", "/sign-in/link?token=x", "/welcome", "/demo", "/healthz", "/no/where")
INSIDE = (
    "my/week",
    "goals",
    "goals/new",
    "o/WN-1-broken-on-monday-riding-by-friday",
    "kr/WN-1.1",
    "s/IO-1",
    "map",
    "strategy",
    "cycles",
    "teams",
    "people/ines-okafor",
    "import",
    "admin/people",
    "admin/people/aiko-sato",
    "admin/teams",
    "admin/organization",
    "palette?q=a",
)
SAMPLE = {"organization": "kestrel", "handle": "aiko-sato", "slug": "owner-care"}
INLINE = re.compile(r"<style|\sstyle=|\son[a-z]+=\"|javascript:|<script(?![^>]*\ssrc=)")
POLICY = {
    "default-src": "'self'",
    "img-src": "'self' data:",
    "object-src": "'none'",
    "base-uri": "'none'",
    "form-action": "'self'",
    "frame-ancestors": "'none'",
}


def check_headers(answer: object) -> None:
    headers = answer.headers  # type: ignore[attr-defined]
    policy = dict(
        part.strip().split(" ", 1) for part in headers["Content-Security-Policy"].split(";")
    )
    assert policy == POLICY
    assert headers["X-Frame-Options"] == "DENY"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize("path", OPEN)
def test_every_open_page_has_its_headers(kestrel: Kestrel, client: Client, path: str) -> None:
    check_headers(client.get(path))


def test_every_page_inside_has_its_headers_and_nothing_inline(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    client = signed_in(kestrel.marijke)
    for path in INSIDE:
        answer = client.get(f"/kestrel/{path}")
        assert answer.status_code == 200, path
        check_headers(answer)
        assert answer["Cache-Control"] == "private, no-store"
        assert not INLINE.search(answer.content.decode()), path


def test_cookies_are_out_of_reach_of_scripts_and_of_other_sites(
    kestrel: Kestrel, client: Client
) -> None:
    assert kestrel.ines.account is not None
    query = parse_qs(urlsplit(sign_in_link(kestrel.ines.account)).query)
    client.get("/sign-in")
    client.post("/sign-in/link", {"token": query["token"][0]})
    session = client.cookies[settings.SESSION_COOKIE_NAME]
    assert (session["httponly"], session["samesite"]) == (True, "Lax")
    assert client.cookies["csrftoken"]["samesite"] == "Lax"


@pytest.mark.parametrize(
    "host", ["evil.example", "127.0.0.1.evil.example", "evil.example:8000", ""]
)
@pytest.mark.parametrize("path", ["/sign-in", "/nowhere"])
def test_other_hosts_get_no_answer(db: None, client: Client, path: str, host: str) -> None:
    assert client.get(path, headers={"host": host}).status_code == 400


@pytest.mark.parametrize(
    "header", ["X-Forwarded-Host", "X-Host", "Forwarded", "X-Original-URL", "X-Rewrite-URL"]
)
def test_forwarded_names_are_not_believed(db: None, client: Client, header: str) -> None:
    page = client.get("/sign-in", headers={header: "evil.example"})
    assert page.status_code == 200
    assert "evil.example" not in page.content.decode()


def addresses() -> Iterator[str]:
    """Every address, with sample words where it takes some."""
    for pattern in get_resolver().url_patterns:
        assert isinstance(pattern, URLPattern)
        yield "/" + re.sub(r"<(?:(\w+):)?(\w+)>", _sample, str(pattern.pattern))


def _sample(place: re.Match[str]) -> str:
    return str(UUID(int=7)) if place[1] == "uuid" else SAMPLE.get(place[2], "WN-1")


INSIDE_ADDRESSES = [path for path in addresses() if path.startswith("/kestrel")]


@pytest.mark.parametrize("origin", [None, "https://evil.example"])
def test_no_form_from_elsewhere_is_taken(kestrel: Kestrel, origin: str | None) -> None:
    strict = Client(enforce_csrf_checks=True)
    assert kestrel.marijke.account is not None
    strict.force_login(kestrel.marijke.account, "sesame.backends.ModelBackend")
    before = Entry.objects.count(), Account.objects.count()
    headers = {"Origin": origin} if origin else {}
    taken = {path: strict.post(path, headers=headers).status_code for path in addresses()}
    assert {path for path, status in taken.items() if status not in (403, 404, 405)} == set()
    assert (Entry.objects.count(), Account.objects.count()) == before


def test_nothing_inside_opens_without_signing_in(kestrel: Kestrel, client: Client) -> None:
    for path in INSIDE_ADDRESSES:
        for answer in (client.get(path), client.post(path)):
            is_asked = answer.get("Location", "").startswith("/sign-in?next=/kestrel")
            assert is_asked or answer.status_code == 405, path


def test_nobody_finds_anything_of_another_organization(kestrel: Kestrel, signed_in: SignIn) -> None:
    type(kestrel.organization).objects.create(name="Other", slug="other", key="OT")
    client = signed_in(kestrel.marijke)
    for path in INSIDE_ADDRESSES:
        other = path.replace("/kestrel", "/other", 1)
        statuses = {client.get(other).status_code, client.post(other).status_code}
        assert statuses <= {404, 405}, other


@pytest.mark.parametrize("path", ["/%00", "/kestrel/people/%00", "/kestrel/pick/people?q=%00"])
def test_null_characters_break_nothing(kestrel: Kestrel, signed_in: SignIn, path: str) -> None:
    assert signed_in(kestrel.ines).get(path).status_code in (200, 404)


def test_errors_look_like_our_pages_and_show_no_code(db: None) -> None:
    page = Client(raise_request_exception=False).get("/nowhere/at/all").content.decode()
    assert "Nothing at this address" in page
    assert "Traceback" not in page


def test_settings_for_the_open_internet_pass_djangos_own_check(tmp_path: object) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "django", "check", "--deploy", "--fail-level", "WARNING"],
        env={
            "DJANGO_SETTINGS_MODULE": "northing.config.settings",
            "NORTHING_DATA_DIR": str(tmp_path),
            "NORTHING_URL": "https://goals.example.org",
            "NORTHING_TRUSTED_PROXIES": "1",
        },
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.returncode == 0, ended.stderr
