"""The demo: six pairs of eyes while it is all there is, and gone when its owner says so."""

from collections.abc import Callable

import pytest
from django.test import Client

from northing.people.models import Account, Organization, Person
from northing.people.rules import Role
from tests.cast import Kestrel

SignIn = Callable[..., Client]


@pytest.fixture
def demo(kestrel: Kestrel) -> Kestrel:
    """The cast as the demo organization."""
    kestrel.organization.is_demo = True
    kestrel.organization.save()
    return kestrel


def test_a_visitor_becomes_one_of_them_with_one_click(demo: Kestrel, client: Client) -> None:
    assert "Ines Okafor" in client.get("/demo").content.decode()
    answer = client.post("/demo/see-as", {"person": "ines-okafor"})
    assert answer["Location"] == "/kestrel/my/week"
    assert client.get("/kestrel/people/ines-okafor").status_code == 200


@pytest.mark.parametrize("door", ["/sign-in", "/sign-in/link?token=used"])
def test_every_door_of_the_demo_leads_into_it(demo: Kestrel, client: Client, door: str) -> None:
    assert 'href="/demo"' in client.get(door).content.decode()
    Organization.objects.create(name="Real", slug="real", key="RE")
    assert 'href="/demo"' not in client.get(door).content.decode()


@pytest.mark.parametrize("person", ["helena-brandt", "nobody", "", "\x00"])
def test_nobody_becomes_anybody_else(demo: Kestrel, client: Client, person: str) -> None:
    assert client.post("/demo/see-as", {"person": person}).status_code == 404


def test_beside_a_real_organization_only_its_own_people_switch(
    demo: Kestrel, client: Client, signed_in: SignIn
) -> None:
    Organization.objects.create(name="Real", slug="real", key="RE")
    assert client.get("/demo")["Location"] == "/sign-in?next=/demo"
    assert client.post("/demo/see-as", {"person": "ines-okafor"}).status_code == 302
    inside = signed_in(demo.ruth, Client())
    assert inside.post("/demo/see-as", {"person": "ines-okafor"}).status_code == 303


def test_nobody_switches_into_an_account_of_another_organization(
    demo: Kestrel, client: Client
) -> None:
    other = Organization.objects.create(name="Other", slug="other", key="OT", is_demo=True)
    Person.objects.create(
        organization=other, account=demo.ines.account, name="Ines", handle="ines", key="IN"
    )
    assert client.post("/demo/see-as", {"person": "ines-okafor"}).status_code == 404


def test_without_a_demo_there_is_no_such_page(kestrel: Kestrel, client: Client) -> None:
    assert client.get("/demo").status_code == 404
    assert client.post("/demo/see-as", {"person": "ines-okafor"}).status_code == 404


def test_only_the_owner_removes_it(demo: Kestrel, signed_in: SignIn) -> None:
    answer = signed_in(demo.ines).post("/demo/remove", {"name": "Kestrel Bikes"})
    assert answer.status_code == 403
    assert "Marijke van Dalen" in answer.content.decode()


def test_removing_asks_first_and_then_leaves_nothing(demo: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(demo.marijke)
    assert "Type Kestrel Bikes" in client.post("/demo/remove").content.decode()
    assert client.post("/demo/remove", {"name": "Kestrel"}).status_code == 422
    assert client.post("/demo/remove", {"name": "Kestrel Bikes"})["Location"] == "/"
    assert not Organization.objects.exists()
    assert not Account.objects.exists()
    assert "northing serve" in client.get("/").content.decode()


def test_a_real_organization_is_never_removed(kestrel: Kestrel, signed_in: SignIn) -> None:
    assert kestrel.marijke.role == Role.OWNER
    client = signed_in(kestrel.marijke)
    assert client.post("/demo/remove", {"name": "Kestrel Bikes"}).status_code == 404
    assert Organization.objects.exists()
