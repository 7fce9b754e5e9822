"""Teams and the organization by forms."""

from collections.abc import Callable

import pytest
from django.test import Client

from northing.people.models import Membership, Organization, Team
from tests.cast import Kestrel

SignIn = Callable[..., Client]
TEAMS = "/kestrel/admin/teams"
CARE = f"{TEAMS}/owner-care"
ORGANIZATION = "/kestrel/admin/organization"
CARE_FORM = {"name": "Care", "key": "OC", "purpose": "", "lead": "Ruth Adeyemi", "version": "1"}
FORM = {
    "name": "Kestrel",
    "key": "KB",
    "time_zone": "Europe/Brussels",
    "early": "10",
    "behind": "5",
    "far_behind": "30",
    "version": "1",
}


@pytest.fixture
def admin(kestrel: Kestrel, signed_in: SignIn) -> Client:
    """The owner, signed in."""
    return signed_in(kestrel.marijke)


def test_a_new_team_stands_in_the_tree(admin: Client) -> None:
    sent = {"name": "Mobile mechanics", "parent": "Workshop network", "lead": "Aiko Sato"}
    assert admin.post(TEAMS, sent)["Location"] == TEAMS
    team = Team.objects.get(slug="mobile-mechanics")
    assert (team.key, team.parent.slug, team.lead.name) == ("MM", "workshop-network", "Aiko Sato")
    assert "Mobile mechanics" in admin.get(TEAMS).content.decode()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"name": " "}, "Type a name."),
        ({"key": "WN"}, "begins other short ids already"),
        ({"lead": "Zed"}, "Nobody here is called Zed"),
        ({"parent": "Zed"}, "no team called Zed"),
        ({"parent": "Owner care"}, "circle"),
        ({"purpose": "x" * 401}, "over 400 characters"),
    ],
)
def test_a_team_that_does_not_fit_is_named_and_stays_typed(
    admin: Client, change: dict[str, str], words: str
) -> None:
    answer = admin.post(CARE, {**CARE_FORM, **change})
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_two_editors_of_a_team_choose(admin: Client) -> None:
    admin.post(CARE, {**CARE_FORM, "name": "First"})
    answer = admin.post(CARE, {**CARE_FORM, "name": "Second"})
    assert answer.status_code == 409
    assert "First" in answer.content.decode()


def test_a_team_closes_when_empty_only(kestrel: Kestrel, admin: Client) -> None:
    assert "Take everybody out" in admin.post(f"{CARE}/close").content.decode()
    Membership.objects.filter(team=kestrel.care).delete()
    assert admin.post(f"{CARE}/close")["Location"] == TEAMS
    assert admin.get(CARE).status_code == 404


def test_the_organization_changes(kestrel: Kestrel, admin: Client) -> None:
    assert admin.post(ORGANIZATION, FORM)["Location"] == ORGANIZATION
    now = Organization.objects.get(pk=kestrel.organization.pk)
    assert (now.name, now.time_zone, now.far_behind_percent) == ("Kestrel", "Europe/Brussels", 30)


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"early": "many"}, "not a whole number"),
        ({"early": ""}, "whole number from 0 to 100"),
        ({"far_behind": "2"}, "must not begin before"),
        ({"time_zone": "Mars"}, "not a time zone"),
        ({"key": "!"}, "2 to 4 letters"),
    ],
)
def test_an_organization_that_does_not_fit_is_named(
    admin: Client, change: dict[str, str], words: str
) -> None:
    answer = admin.post(ORGANIZATION, {**FORM, **change})
    assert answer.status_code == 422
    assert words in answer.content.decode()


def test_two_editors_of_the_organization_choose(admin: Client) -> None:
    admin.post(ORGANIZATION, FORM)
    assert admin.post(ORGANIZATION, {**FORM, "name": "Other"}).status_code == 409


@pytest.mark.parametrize("path", [TEAMS, CARE, f"{CARE}/close", ORGANIZATION])
def test_others_are_told_who_can(kestrel: Kestrel, signed_in: SignIn, path: str) -> None:
    answer = signed_in(kestrel.tomas).post(path, FORM)
    assert answer.status_code == 403
    assert "Ask Marijke van Dalen" in answer.content.decode()
