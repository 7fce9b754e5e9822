"""Signing in: by password, by link, out; the same answer to those who have no account."""

import re
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import pytest
from django.core import mail
from django.core.cache import cache
from django.test import Client
from pytest_django import Settings

from northing.people.actions.accounts import give_sign_in_link, set_password
from northing.people.models import Account, Organization, Person
from northing.people.sign_in_links import sign_in_link
from tests.cast import TODAY, Kestrel

SignIn = Callable[[Person], Client]
PASSWORD = "a sentence that nobody guesses"


@pytest.fixture(autouse=True)
def _no_limits_reached(db: None) -> None:
    cache.clear()


@pytest.fixture
def ines(kestrel: Kestrel) -> Person:
    """Somebody with a password."""
    assert kestrel.ines.account is not None
    set_password(kestrel.ines.account, PASSWORD)
    return kestrel.ines


def by_password(client: Client, person: Person, password: str = PASSWORD, **more: str) -> int:
    return client.post(
        "/sign-in", {"email": person.email, "password": password, **more}
    ).status_code


def path_of(link: str) -> str:
    parts = urlsplit(link)
    return f"{parts.path}?{parts.query}"


def test_a_password_signs_in_and_leads_to_my_week(ines: Person, client: Client) -> None:
    answer = client.post("/sign-in", {"email": f" {ines.email.upper()}", "password": PASSWORD})
    assert (answer.status_code, answer["Location"]) == (303, "/")
    assert client.get("/")["Location"] == "/kestrel/my/week"


def test_one_comes_back_to_where_one_was_going(ines: Person, client: Client) -> None:
    asked = client.get("/kestrel/goals?team=WN")
    assert asked["Location"] == "/sign-in?next=/kestrel/goals%3Fteam%3DWN"
    sent = {"email": ines.email, "password": PASSWORD, "next": "/kestrel/goals?team=WN"}
    assert client.post("/sign-in", sent)["Location"] == "/kestrel/goals?team=WN"


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://evil.example",
        "//evil.example",
        "///evil.example",
        "/\\evil.example",
        "\\/evil.example",
        "http:/evil.example",
        "javascript:alert(1)",
        "/%0d%0aSet-Cookie:x=1\r\nX: y",
        "/\t/evil.example",
        "evil.example",
        "https:evil.example",
        "/\n//evil.example",
    ],
)
@pytest.mark.parametrize("door", ["/sign-in", "/set-password", "/sign-in/link"])
def test_no_door_leads_to_another_site(
    ines: Person, client: Client, door: str, elsewhere: str
) -> None:
    assert ines.account is not None
    sent = {"email": ines.email, "password": PASSWORD, "next": elsewhere}
    if door == "/sign-in/link":
        query = urlsplit(sign_in_link(ines.account)).query
        sent["token"] = parse_qs(query)["token"][0]
    if door == "/set-password":
        client.force_login(ines.account, "sesame.backends.ModelBackend")
        sent |= {"present": PASSWORD, "password": "another long sentence"}
    answer = client.post(door, sent)
    assert (answer.status_code, answer["Location"]) == (303, "/")


def test_a_wrong_password_and_an_unknown_address_look_alike(ines: Person, client: Client) -> None:
    pages = []
    for email in (ines.email, "nobody@x.example"):
        answer = client.post("/sign-in", {"email": email, "password": "wrong wrong wrong"})
        assert answer.status_code == 422
        page = re.sub('(?<=csrfmiddlewaretoken" value=")[^"]*', "", answer.content.decode())
        pages.append(page.replace(email, ""))
    assert pages[0] == pages[1]


def test_what_was_typed_stays_but_never_the_password(ines: Person, client: Client) -> None:
    page = client.post("/sign-in", {"email": ines.email, "password": "wrong one"}).content.decode()
    assert ines.email in page
    assert "wrong one" not in page


def test_the_fields_are_known_to_password_managers(client: Client, db: None) -> None:
    page = client.get("/sign-in").content.decode()
    assert 'autocomplete="username"' in page
    assert 'autocomplete="current-password"' in page
    assert "onpaste" not in page


def test_the_session_is_renewed_by_signing_in(ines: Person, client: Client) -> None:
    session = client.session
    session["kept"] = "before"
    session.save()
    before = session.session_key
    by_password(client, ines)
    assert client.session.session_key != before


def test_guessing_a_password_ends_after_a_few_attempts(ines: Person, client: Client) -> None:
    answers = [by_password(client, ines, f"guess number {n}") for n in range(8)]
    assert answers[0] == 422
    assert answers[-1] == 429
    assert by_password(client, ines) == 429


def test_a_forged_forwarding_header_does_not_help_guessing(ines: Person, client: Client) -> None:
    answers = [
        client.post(
            "/sign-in",
            {"email": ines.email, "password": f"guess number {n}"},
            headers={"X-Forwarded-For": f"10.0.0.{n}"},
        ).status_code
        for n in range(8)
    ]
    assert answers[-1] == 429


def test_guessing_many_addresses_ends_too(ines: Person, client: Client) -> None:
    for number in range(12):
        sent = {"email": f"p{number}@x.example", "password": "guess"}
        last = client.post("/sign-in", sent)
    assert last.status_code == 429
    assert last["Retry-After"] == "300"


@pytest.mark.parametrize(
    "sent",
    [{}, {"email": "\x00@x.example", "password": "x"}, {"email": "x" * 9000, "password": "x"}],
)
def test_odd_input_is_refused_and_never_breaks(
    db: None, client: Client, sent: dict[str, str]
) -> None:
    assert client.post("/sign-in", sent).status_code == 422


def test_a_link_asks_first_and_signs_in_once(kestrel: Kestrel, client: Client) -> None:
    assert kestrel.ines.account is not None
    link = path_of(sign_in_link(kestrel.ines.account))
    assert "Sign in as Ines Okafor" in client.get(link).content.decode()
    assert client.get("/")["Location"] == "/sign-in"
    token = parse_qs(urlsplit(link).query)["token"][0]
    assert client.post("/sign-in/link", {"token": token})["Location"] == "/"
    assert client.get("/")["Location"] == "/kestrel/my/week"
    assert Client().post("/sign-in/link", {"token": token}).status_code == 410
    assert Client().get(link).status_code == 410


def test_a_handed_link_leads_to_a_first_password(kestrel: Kestrel, client: Client) -> None:
    query = urlsplit(give_sign_in_link(kestrel.ines, kestrel.marijke)).query
    answer = client.post("/sign-in/link", {"token": parse_qs(query)["token"][0]})
    assert answer["Location"] == "/set-password?next=%2F"
    chosen = client.post("/set-password", {"password": PASSWORD, "next": "/"})
    assert chosen["Location"] == "/"
    assert by_password(Client(), kestrel.ines) == 303


def test_a_link_is_mailed_to_known_addresses_and_the_answer_is_the_same(
    kestrel: Kestrel, client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.HAS_MAIL = True
    monkeypatch.setattr("threading.Thread.start", lambda thread: thread.run())
    answers = [
        client.post("/sign-in/send-link", {"email": email}).content.decode().replace(email, "")
        for email in (kestrel.ines.email, "nobody@x.example")
    ]
    assert answers[0] == answers[1]
    assert [message.to for message in mail.outbox] == [[kestrel.ines.email]]
    assert "http://127.0.0.1:8000/sign-in/link?token=" in mail.outbox[0].body


def test_a_forged_host_never_gets_into_a_mailed_link(
    kestrel: Kestrel, client: Client, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.HAS_MAIL = True
    monkeypatch.setattr("threading.Thread.start", lambda thread: thread.run())
    headers = {"X-Forwarded-Host": "evil.example", "Forwarded": "host=evil.example"}
    client.post("/sign-in/send-link", {"email": kestrel.ines.email}, headers=headers)
    assert "evil.example" not in mail.outbox[0].body


def test_without_mail_one_is_told_to_ask_an_admin(client: Client, db: None) -> None:
    assert "Ask an admin" in client.get("/sign-in").content.decode()
    assert client.post("/sign-in/send-link", {"email": "a@b.example"}).status_code == 422


def test_signing_out_ends_the_session(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.ines)
    assert client.post("/sign-out")["Location"] == "/sign-in"
    assert client.get("/kestrel/people/ines-okafor").status_code == 302


def test_signing_out_takes_a_form(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.ines)
    assert client.get("/sign-out").status_code == 405
    assert client.get("/kestrel/people/ines-okafor").status_code == 200


def test_a_new_password_asks_for_the_present_one(ines: Person, client: Client) -> None:
    by_password(client, ines)
    new = "quite another sentence"
    assert client.post("/set-password", {"password": new}).status_code == 422
    assert client.post("/set-password", {"present": PASSWORD, "password": new}).status_code == 303
    assert by_password(Client(), ines, new) == 303


@pytest.mark.parametrize("password", ["short", "1234567890", "ines.okafor@kestrel.example", ""])
def test_passwords_that_are_easily_guessed_are_refused(
    kestrel: Kestrel, signed_in: SignIn, password: str
) -> None:
    answer = signed_in(kestrel.ines).post("/set-password", {"password": password})
    assert answer.status_code == 422
    assert not Account.objects.get(pk=kestrel.ines.account_id).has_usable_password()


def test_whoever_belongs_to_several_organizations_chooses(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    other = Organization.objects.create(name="Other", slug="other", key="OT")
    Person.objects.create(
        organization=other, account=kestrel.ines.account, name="Ines", handle="ines", key="IN"
    )
    page = signed_in(kestrel.ines).get("/").content.decode()
    assert "/kestrel/my/week" in page
    assert "/other/my/week" in page


def test_whoever_left_everywhere_is_told(kestrel: Kestrel, signed_in: SignIn) -> None:
    Person.objects.filter(pk=kestrel.ines.pk).update(left_on=TODAY)
    assert "no organization" in signed_in(kestrel.ines).get("/").content.decode().lower()
