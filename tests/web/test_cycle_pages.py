"""Cycles by their pages."""

from collections.abc import Callable

import pytest
from django.test import Client

from northing.cycles.models import Cycle
from northing.goals.models import Goal
from northing.people.models import Person
from tests import cast
from tests.cast import Kestrel

SignIn = Callable[[Person], Client]
NEW = "/kestrel/cycles/new"


def typed(**changes: str) -> dict[str, str]:
    fields = {"name": "Q2 2027", "start": "2027-04-05", "due": "2027-07-04", "cadence": "weekly"}
    return fields | {"check_in_weekday": "0", "parent": ""} | changes


def test_a_champion_plans_the_next_quarter(kestrel: Kestrel, signed_in: SignIn) -> None:
    answer = signed_in(kestrel.tomas).post(NEW, typed())
    assert answer["Location"] == "/kestrel/cycles/q2-2027"
    assert Cycle.objects.get(slug="q2-2027").state == "planning"


REFUSED = [
    ("no name", {"name": ""}, "id_name-error"),
    ("ends before it starts", {"due": "2027-01-01"}, "id_due-error"),
    ("no day", {"start": ""}, "id_start-error"),
    ("not inside its parent", {"parent": "2027-q1"}, "id_parent-error"),
    ("a weekday that is none", {"check_in_weekday": "9"}, "id_check_in_weekday-error"),
    ("a hundred years", {"due": "2127-01-01"}, "id_due-error"),
]


@pytest.mark.parametrize(
    ("changes", "place"), [r[1:] for r in REFUSED], ids=[r[0] for r in REFUSED]
)
def test_what_does_not_fit_is_refused_at_its_field(
    kestrel: Kestrel, signed_in: SignIn, changes: dict[str, str], place: str
) -> None:
    answer = signed_in(kestrel.tomas).post(NEW, typed(**changes))
    assert answer.status_code == 422
    assert place in answer.content.decode()


def test_a_name_is_taken_once(kestrel: Kestrel, signed_in: SignIn) -> None:
    signed_in(kestrel.tomas).post(NEW, typed())
    answer = signed_in(kestrel.tomas).post(NEW, typed())
    assert "already a cycle called Q2 2027" in answer.content.decode()


def test_members_do_not_run_cycles(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.ruth)
    assert client.get(NEW).status_code == 403
    assert client.post("/kestrel/cycles/2027-q1/state", {"state": "closing"}).status_code == 403


def test_a_cycle_goes_one_step_at_a_time(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.tomas)
    assert client.post("/kestrel/cycles/2027-q1/state", {"state": "planning"}).status_code == 422
    client.post("/kestrel/cycles/2027-q1/state", {"state": "closing"})
    kestrel.cycle.refresh_from_db()
    assert kestrel.cycle.state == "closing"


def test_the_page_counts_only_what_the_viewer_may_see(kestrel: Kestrel, signed_in: SignIn) -> None:
    kestrel.slot_wait.visibility = "private"
    kestrel.slot_wait.save()
    mine = signed_in(kestrel.aiko).get("/kestrel/cycles").content.decode()
    others = signed_in(kestrel.ruth).get("/kestrel/cycles").content.decode()
    assert "5 goals" in mine
    assert "4 goals" in others


def test_a_cycle_shows_its_teams_page_by_page(
    kestrel: Kestrel, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = "northing.insights.queries.cycle_facts.TEAMS_OF_A_PAGE"
    cast.objective("Owners wait less", kestrel.ruth, kestrel.cycle, kestrel.care)
    client = signed_in(kestrel.aiko)
    whole = _teams_of(client, "")
    assert whole == ["Owner care", "Workshop network", "No team"]
    monkeypatch.setattr(page, 1)
    assert _teams_of(client, "?page=1") + _teams_of(client, "?page=2") == whole


def _teams_of(client: Client, query: str) -> list[str]:
    shown = client.get(f"/kestrel/cycles/2027-q1{query}").content.decode()
    names = ("Owner care", "Workshop network", "No team")
    rows = shown.partition("<tbody>")[2]
    return [name for name in names if f">{name}<" in rows]


def test_a_team_with_none_but_hidden_goals_is_not_among_them(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    Goal.objects.filter(team=kestrel.workshop).update(visibility="private", owner=kestrel.ines)
    assert "Workshop network" in _teams_of(signed_in(kestrel.ines), "")
    assert "Workshop network" not in _teams_of(signed_in(kestrel.ruth), "")


def test_an_unknown_cycle_is_not_there(kestrel: Kestrel, signed_in: SignIn) -> None:
    assert signed_in(kestrel.ruth).get("/kestrel/cycles/q9").status_code == 404
