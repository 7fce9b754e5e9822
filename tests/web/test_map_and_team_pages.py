"""The map and the team page show what one may see, in a constant number of statements."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from northing.goals.models import Goal
from northing.people.models import Person
from tests.cast import Kestrel, key_result, objective, said

SignIn = Callable[[Person], Client]
MAP, TEAM = "/kestrel/map", "/kestrel/teams/workshop-network"


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.mark.parametrize("view", ["map", "outline", "table"])
def test_each_view_shows_the_same_goals(kestrel: Kestrel, signed_in: SignIn, view: str) -> None:
    shown = page(signed_in(kestrel.ruth), f"{MAP}?view={view}")
    for words in ("Always riding", "Every bike back", "Broken on Monday", "Train 12 mechanics"):
        assert words in shown


def test_a_smart_goal_under_a_key_result_stands_under_its_objective(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    kestrel.training.links_up.update(parent=kestrel.repair_share)
    assert "Train 12 mechanics" in page(signed_in(kestrel.ruth), MAP)


def test_the_map_begins_at_any_goal(kestrel: Kestrel, signed_in: SignIn) -> None:
    shown = page(signed_in(kestrel.ruth), f"{MAP}?root=WN-1")
    assert "Train 12 mechanics" in shown
    assert "Every bike back" not in shown


def test_a_goal_that_serves_nothing_is_told(kestrel: Kestrel, signed_in: SignIn) -> None:
    objective("On its own", kestrel.tomas, kestrel.cycle)
    assert "1 goal points at nothing" in page(signed_in(kestrel.ruth), MAP)


@pytest.mark.parametrize("address", [MAP, TEAM, f"{MAP}?view=table", "/kestrel/strategy"])
def test_a_private_goal_is_nowhere(kestrel: Kestrel, signed_in: SignIn, address: str) -> None:
    Goal.objects.filter(pk=kestrel.training.pk).update(visibility="private")
    assert "Train 12 mechanics" not in page(signed_in(kestrel.ruth), address)


def test_the_inspector_of_a_private_goal_is_not_there(kestrel: Kestrel, signed_in: SignIn) -> None:
    Goal.objects.filter(pk=kestrel.training.pk).update(visibility="private")
    assert signed_in(kestrel.ruth).get("/kestrel/map/inspect/IO-1").status_code == 404


def test_a_lead_reads_the_week_in_a_sentence(kestrel: Kestrel, signed_in: SignIn) -> None:
    said(kestrel.repair_share, "70", 8)
    said(kestrel.slot_wait, "6", 2, help_wanted=True)
    shown = page(signed_in(kestrel.ines), TEAM)
    assert "1 of 3 on track, 1 off track; 1 asks for help" in shown


def test_a_meeting_shows_one_goal_a_screen(kestrel: Kestrel, signed_in: SignIn) -> None:
    shown = page(signed_in(kestrel.ines), f"{TEAM}?present=0")
    assert "Broken on Monday" in shown
    assert "Median wait" not in shown


@pytest.mark.parametrize("number", ["-1", "x", "99999999", "٣"])
def test_an_odd_number_of_a_goal_is_no_error(
    kestrel: Kestrel, signed_in: SignIn, number: str
) -> None:
    assert signed_in(kestrel.ines).get(f"{TEAM}?present={number}").status_code == 200


def test_a_team_without_goals_says_so(kestrel: Kestrel, signed_in: SignIn) -> None:
    assert "This team has no goals" in page(signed_in(kestrel.ruth), "/kestrel/teams/owner-care")


@pytest.mark.parametrize("address", [MAP, TEAM, "/kestrel/strategy", "/kestrel/cycles/2027-q1"])
def test_statements_do_not_grow_with_goals(
    kestrel: Kestrel, signed_in: SignIn, address: str
) -> None:
    client = signed_in(kestrel.ines)
    client.get(address)
    small = statements(client, address)
    for number in range(12):
        parent = objective(
            f"O{number}", kestrel.ines, kestrel.cycle, kestrel.workshop, [kestrel.company]
        )
        key_result(f"K{number}", kestrel.ines, parent, "0", "10")
    assert statements(client, address) == small <= 10


def statements(client: Client, address: str) -> int:
    with CaptureQueriesContext(connection) as queries:
        client.get(address)
    return len(queries)
