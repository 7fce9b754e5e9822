"""People by forms: inviting, changing, links, leaving; refused to all others with who can."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from northing.people.actions.joining import NewPerson, add_person
from northing.people.models import Organization, Person
from northing.people.queries import teams_of
from northing.people.rules import Role
from tests.cast import TODAY, Kestrel

SignIn = Callable[..., Client]
PEOPLE = "/kestrel/admin/people"
AIKO = f"{PEOPLE}/aiko-sato"
FORM = {
    "name": "Aiko Sato",
    "title": "Repair quality",
    "role": "champion",
    "manager": "Ruth Adeyemi",
    "teams": "Owner care, WN",
    "version": "1",
}


@pytest.fixture
def admin(kestrel: Kestrel, signed_in: SignIn) -> Client:
    """The owner, signed in."""
    return signed_in(kestrel.marijke)


def test_an_invitation_ends_with_a_link_that_is_shown_once(admin: Client) -> None:
    sent = {"name": "Noor Rahimi", "email": "noor@kestrel.example", "role": "member", "team": "WN"}
    answer = admin.post(PEOPLE, sent)
    assert answer["Location"] == f"{PEOPLE}/noor-rahimi"
    assert "/sign-in/link?token=" in admin.get(answer["Location"]).content.decode()
    assert "/sign-in/link?token=" not in admin.get(answer["Location"]).content.decode()


def test_who_belongs_elsewhere_too_is_let_in_without_a_link(admin: Client) -> None:
    elsewhere = Organization.objects.create(name="Other", slug="other", key="OT")
    add_person(elsewhere, NewPerson("Noor Rahimi", "noor@kestrel.example"))
    sent = {"name": "Noor Rahimi", "email": "noor@kestrel.example", "role": "member"}
    page = admin.get(admin.post(PEOPLE, sent)["Location"]).content.decode()
    assert "also belongs to another organization" in page
    assert "/sign-in/link?token=" not in page


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"email": "nobody"}, "not an e-mail address"),
        ({"email": "ines.okafor@kestrel.example"}, "Ines Okafor has this address already"),
        ({"name": ""}, "Type a name."),
        ({"manager": "Zed"}, "Nobody here is called Zed"),
        ({"team": "Zed"}, "no team called Zed"),
        ({"role": "king"}, "Choose one of the offered words"),
    ],
)
def test_what_does_not_fit_is_named_and_what_was_typed_stays(
    admin: Client, change: dict[str, str], words: str
) -> None:
    sent = {"name": "Noor Rahimi", "email": "noor@kestrel.example", "role": "member", **change}
    answer = admin.post(PEOPLE, sent)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert words in page
    assert sent["email"] in page
    assert not Person.objects.filter(name="Noor Rahimi").exists()


def test_a_person_changes(kestrel: Kestrel, admin: Client) -> None:
    assert admin.post(AIKO, FORM)["Location"] == AIKO
    aiko = Person.objects.get(pk=kestrel.aiko.pk)
    assert (aiko.title, aiko.role, aiko.manager) == ("Repair quality", "champion", kestrel.ruth)
    assert set(teams_of(aiko)) == {kestrel.care, kestrel.workshop}


def test_the_second_of_two_editors_sees_both_versions_and_chooses(
    kestrel: Kestrel, admin: Client
) -> None:
    admin.post(AIKO, {**FORM, "title": "First"})
    answer = admin.post(AIKO, {**FORM, "title": "Second"})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert "Changed meanwhile by Marijke van Dalen" in page
    assert "First" in page
    assert "Second" in page
    admin.post(AIKO, {**FORM, "title": "Second", "version": "2", "keep": "mine"})
    assert Person.objects.get(pk=kestrel.aiko.pk).title == "Second"


def test_keeping_theirs_changes_nothing(kestrel: Kestrel, admin: Client) -> None:
    assert admin.post(AIKO, {**FORM, "keep": "theirs"})["Location"] == AIKO
    assert Person.objects.get(pk=kestrel.aiko.pk).title == ""


def test_leaving_asks_who_takes_over(kestrel: Kestrel, admin: Client) -> None:
    answer = admin.post(f"{AIKO}/leave")
    assert answer.status_code == 422
    assert "Aiko Sato owns 1 open goal" in answer.content.decode()
    assert admin.post(f"{AIKO}/leave", {"successor": "Ines Okafor"}).status_code == 303
    assert Person.objects.get(pk=kestrel.aiko.pk).left_on == TODAY
    assert admin.post(f"{AIKO}/return").status_code == 303
    assert Person.objects.get(pk=kestrel.aiko.pk).left_on is None


@pytest.mark.parametrize("who", ["ines", "tomas", "helena"])
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("get", ""),
        ("post", ""),
        ("get", "/aiko-sato"),
        ("post", "/aiko-sato"),
        ("post", "/aiko-sato/link"),
        ("post", "/aiko-sato/leave"),
        ("post", "/aiko-sato/return"),
    ],
)
def test_others_are_told_who_can(
    kestrel: Kestrel, signed_in: SignIn, who: str, method: str, path: str
) -> None:
    client = signed_in(getattr(kestrel, who))
    answer = getattr(client, method)(PEOPLE + path, FORM)
    assert answer.status_code == 403
    assert "Ask Marijke van Dalen" in answer.content.decode()


def test_an_admin_makes_nobody_an_owner(kestrel: Kestrel, signed_in: SignIn) -> None:
    priit = add_person(
        kestrel.organization, NewPerson("Priit Saar", "priit@kestrel.example", Role.ADMIN)
    )
    assert signed_in(priit).post(AIKO, {**FORM, "role": "owner"}).status_code == 403
    assert Person.objects.get(pk=kestrel.aiko.pk).role == Role.MEMBER


def test_fields_that_no_form_has_change_nothing(kestrel: Kestrel, admin: Client) -> None:
    extra = {"left_on": "2020-01-01", "key": "XX", "email": "new@x.example", "handle": "new"}
    admin.post(AIKO, {**FORM, **extra})
    aiko = Person.objects.get(pk=kestrel.aiko.pk)
    assert (aiko.left_on, aiko.key, aiko.handle) == (None, "AS", "aiko-sato")
    assert aiko.email == "aiko.sato@kestrel.example"


def test_people_are_found_by_a_few_letters(admin: Client) -> None:
    page = admin.get(f"{PEOPLE}?q=sat").content.decode()
    assert "Aiko Sato" in page
    assert "Ruth Adeyemi" not in page


@pytest.mark.parametrize("query", ["?page=0", "?page=-1", "?page=x", "?page=99999999", "?q=%00"])
def test_odd_addresses_show_a_page(admin: Client, query: str) -> None:
    assert admin.get(PEOPLE + query).status_code == 200


def test_the_list_takes_as_many_statements_for_many_people(kestrel: Kestrel, admin: Client) -> None:
    with CaptureQueriesContext(connection) as few:
        admin.get(PEOPLE)
    Person.objects.bulk_create(
        Person(organization=kestrel.organization, name=f"P {n}", handle=f"p-{n}", key=f"P{n}")
        for n in range(120)
    )
    with CaptureQueriesContext(connection) as many:
        page = admin.get(PEOPLE).content.decode()
    assert len(many) == len(few) <= 10
    assert "?page=2" in page


def test_a_persons_page_shows_what_one_may_see_and_no_more(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    type(kestrel.training).objects.filter(pk=kestrel.training.pk).update(visibility="private")
    page = signed_in(kestrel.ruth).get("/kestrel/people/ines-okafor").content.decode()
    assert "Same-week repair share" in page
    assert "Train 12 mechanics" not in page


def test_ones_own_page_tells_who_made_links(kestrel: Kestrel, admin: Client) -> None:
    admin.post(f"{PEOPLE}/ines-okafor/link")
    ines = Client()
    assert kestrel.ines.account is not None
    ines.force_login(kestrel.ines.account, "sesame.backends.ModelBackend")
    assert "Marijke van Dalen, <time" in ines.get("/kestrel/people/ines-okafor").content.decode()
