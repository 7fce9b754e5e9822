"""Searching as one types: bounded, as one may see, in a constant number of statements."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from northing.goals.models import Goal
from northing.people.models import Person
from tests.cast import Kestrel, key_result

SignIn = Callable[..., Client]


def labels(answer: Any) -> list[str]:
    assert answer.status_code == 200
    return [item["label"] for item in answer.json()["items"]]


def groups(answer: Any) -> dict[str, list[str]]:
    found = answer.json()["groups"]
    return {group["name"]: [item["label"] for item in group["items"]] for group in found}


def test_people_are_picked_by_name_or_address(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.ruth)
    assert labels(client.get("/kestrel/pick/people?q=okaf")) == ["Ines Okafor"]
    assert labels(client.get("/kestrel/pick/people?q=aiko.s")) == ["Aiko Sato"]


def test_who_left_is_not_picked(kestrel: Kestrel, signed_in: SignIn) -> None:
    Person.objects.filter(pk=kestrel.aiko.pk).update(left_on="2027-01-01")
    assert labels(signed_in(kestrel.ruth).get("/kestrel/pick/people?q=aiko")) == []


def test_goals_are_picked_with_their_short_id_in_front(kestrel: Kestrel, signed_in: SignIn) -> None:
    answer = signed_in(kestrel.ruth).get("/kestrel/pick/goals?q=repair")
    assert labels(answer) == ["WN-1.1 Same-week repair share"]
    assert answer.json()["items"][0]["id"] == str(kestrel.repair_share.pk)


def test_a_private_goal_is_never_offered(kestrel: Kestrel, signed_in: SignIn) -> None:
    Goal.objects.filter(pk=kestrel.training.pk).update(visibility="private")
    client = signed_in(kestrel.ruth)
    assert labels(client.get("/kestrel/pick/goals?q=train")) == []
    assert "Goals" not in groups(client.get("/kestrel/palette?q=train"))


def test_teams_are_picked_by_name_or_key(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.ruth)
    for typed in ("care", "oc", "OWNER"):
        assert labels(client.get(f"/kestrel/pick/teams?q={typed}")) == ["Owner care"]


def test_a_picker_offers_ten_and_says_that_there_are_more(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    for number in range(12):
        key_result(f"Measure {number}", kestrel.ines, kestrel.objective, "0", "1", "")
    answer = signed_in(kestrel.ruth).get("/kestrel/pick/goals?q=measure").json()
    assert len(answer["items"]) == 10
    assert answer["more"] is True


def test_the_empty_palette_offers_ones_own_goals_and_what_to_do(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    shown = groups(signed_in(kestrel.aiko).get("/kestrel/palette?q="))
    assert shown["Yours"] == ["Median wait for a workshop slot"]
    assert shown["Do"][:2] == ["Check in", "New goal"]


def test_the_palette_finds_things_to_do_goals_people_and_teams(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    client = signed_in(kestrel.marijke)
    assert groups(client.get("/kestrel/palette?q=excel"))["Do"] == ["Import a spreadsheet"]
    shown = groups(client.get("/kestrel/palette?q=workshop"))
    assert shown["Goals"] == ["Median wait for a workshop slot"]
    assert shown["Teams"] == ["Workshop network"]
    assert groups(client.get("/kestrel/palette?q=ruth"))["People"] == ["Ruth Adeyemi"]


def test_the_palette_tells_goals_of_other_quarters_apart(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    Goal.objects.filter(pk=kestrel.repair_share.pk).update(state="done")
    found = signed_in(kestrel.ruth).get("/kestrel/palette?q=repair").json()["groups"]
    hints = [item["hint"] for group in found for item in group["items"]]
    assert hints == ["WN-1.1 · Q1 2027"]


def test_a_viewer_is_offered_nothing_to_write(kestrel: Kestrel, signed_in: SignIn) -> None:
    offered = groups(signed_in(kestrel.helena).get("/kestrel/palette?q="))["Do"]
    assert not {"New goal", "Check in", "Invite somebody", "Organization"} & set(offered)


@pytest.mark.parametrize("letters", ["", "r", "work slot", "wn-1", "a b c d e f", "%00", "%25_'"])
def test_the_palette_shows_twelve_at_most_in_ten_statements_at_most(
    kestrel: Kestrel, signed_in: SignIn, letters: str
) -> None:
    client = signed_in(kestrel.marijke)
    with CaptureQueriesContext(connection) as asked:
        shown = groups(client.get(f"/kestrel/palette?q={letters}"))
    assert len(asked) <= 10
    assert sum(map(len, shown.values())) <= 12


def test_every_place_that_the_palette_offers_is_there(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.marijke)
    found = client.get("/kestrel/palette?q=").json()["groups"]
    for place in {item["href"] for group in found for item in group["items"]}:
        assert client.get(place, follow=True).status_code == 200, place
