"""The first run: by the set-up link alone, once, and with nothing half-made."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine
from django.test import Client

from northing.people.models import Account, Organization, Person
from northing.people.set_up_link import set_up_link
from tests.cast import NOW, Kestrel

pytestmark = pytest.mark.usefixtures("db", "monday")
FIELDS = {
    "organization": "Kestrel Bikes",
    "name": "Ines Okafor",
    "email": "ines@kestrel.example",
    "time_zone": "Europe/Brussels",
    "first_month": "4",
}


def token() -> str:
    return parse_qs(urlsplit(set_up_link()).query)["token"][0]


def test_three_fields_and_a_sentence_lead_to_the_first_goal(client: Client) -> None:
    answer = client.post("/welcome", {**FIELDS, "token": token()})
    assert answer["Location"] == "/kestrel-bikes/goals/new"
    assert client.get(answer["Location"]).status_code == 200
    assert client.get("/")["Location"] == "/kestrel-bikes/my/week"


def test_a_spreadsheet_may_come_first(client: Client) -> None:
    answer = client.post("/welcome", {**FIELDS, "token": token(), "then": "import"})
    assert answer["Location"] == "/kestrel-bikes/import"


def test_the_password_is_optional_and_never_default(client: Client) -> None:
    client.post("/welcome", {**FIELDS, "token": token()})
    assert not Account.objects.get().has_usable_password()


def test_the_link_works_once(client: Client) -> None:
    link = token()
    client.post("/welcome", {**FIELDS, "token": link})
    assert Client().get(f"/welcome?token={link}").status_code == 410
    assert Client().post("/welcome", {**FIELDS, "token": link}).status_code == 410
    assert Organization.objects.count() == 1


def test_the_link_lasts_a_day(client: Client) -> None:
    link = token()
    with time_machine.travel(NOW + timedelta(hours=25), tick=False):
        assert client.get(f"/welcome?token={link}").status_code == 410


@pytest.mark.parametrize("forged", ["", "x", "InNldC11cCI:1tj:abc"])
def test_without_the_link_nothing_is_made(client: Client, forged: str) -> None:
    assert client.post("/welcome", {**FIELDS, "token": forged}).status_code == 410
    assert not Person.objects.exists()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"organization": " "}, "Type the name of your organization."),
        ({"name": ""}, "Type your name."),
        ({"email": "nobody"}, "not an e-mail address"),
        ({"time_zone": "Mars"}, "not a time zone"),
        ({"first_month": "13"}, "first quarter begins"),
        ({"password": "short"}, "too short"),
    ],
)
def test_what_does_not_fit_is_named_and_what_was_typed_stays(
    client: Client, change: dict[str, str], words: str
) -> None:
    answer = client.post("/welcome", {**FIELDS, **change, "token": token()})
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert {**FIELDS, **change}["organization"] in page
    assert not Account.objects.exists()


def test_before_the_first_run_the_front_door_says_how_to_begin(client: Client) -> None:
    assert "northing serve" in client.get("/").content.decode()


def test_after_the_first_run_it_asks_to_sign_in(kestrel: Kestrel, client: Client) -> None:
    assert client.get("/")["Location"] == "/sign-in"
    assert client.get(f"/welcome?token={token()}").status_code == 410
