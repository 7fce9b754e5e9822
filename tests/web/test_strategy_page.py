"""The strategy's page and form."""

from collections.abc import Callable

from django.test import Client

from northing.people.models import Person
from northing.strategy.models import Pillar, Strategy
from tests.cast import Kestrel

SignIn = Callable[[Person], Client]
EDIT = "/kestrel/strategy/edit"


def typed(**changes: str) -> dict[str, str]:
    return {
        "version": "1",
        "mission": "Make the car the second choice",
        "pillar0_name": "Riding",
    } | changes


def test_a_champion_writes_the_strategy(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.tomas)
    assert client.post(EDIT, typed(vision="Streets for people")).status_code == 303
    page = client.get("/kestrel/strategy").content.decode()
    assert "Make the car the second choice" in page
    assert "Streets for people" in page


def test_a_member_reads_it_and_is_told_who_writes(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.ruth)
    assert client.get("/kestrel/strategy").status_code == 200
    assert client.get(EDIT).status_code == 403


def test_a_pillar_that_is_no_longer_named_is_retired_and_keeps_its_goals(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    signed_in(kestrel.tomas).post(EDIT, typed())
    kestrel.pillar.refresh_from_db()
    assert kestrel.pillar.retired_on is not None
    assert kestrel.pillar.links_down.count() == 1


def test_a_renamed_pillar_stays_the_same_pillar(kestrel: Kestrel, signed_in: SignIn) -> None:
    fields = typed(pillar0_name="On the road", pillar0_key=str(kestrel.pillar.pk))
    signed_in(kestrel.tomas).post(EDIT, fields)
    assert Pillar.objects.get(retired_on=None) == kestrel.pillar


def test_two_pillars_of_one_name_are_refused(kestrel: Kestrel, signed_in: SignIn) -> None:
    answer = signed_in(kestrel.tomas).post(EDIT, typed(pillar1_name="riding"))
    assert answer.status_code == 422
    assert not Strategy.objects.exists()


def test_the_second_writer_sees_both_versions(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.tomas)
    client.post(EDIT, typed())
    late = client.post(EDIT, typed(mission="Something else"))
    assert late.status_code == 409
    assert "Make the car the second choice" in late.content.decode()
    assert "Something else" in late.content.decode()


def test_earlier_versions_are_told(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.tomas)
    client.post(EDIT, typed())
    client.post(EDIT, typed(version="2", mission="A newer one"))
    assert (
        "<del>Make the car the second choice</del>"
        in client.get("/kestrel/strategy").content.decode()
    )
