"""Teams: keys, a tree without circles, and closing when empty."""

from dataclasses import replace

import pytest

from northing.goals.actions.handing_over import close_team_without_goals
from northing.goals.models import Goal
from northing.people.actions.changing import EditedMeanwhile
from northing.people.actions.teams import TeamFacts, change_team, close_team, create_team
from northing.people.models import Membership, Team
from northing.people.rules import PersonRefused, RightMissing
from tests.cast import TODAY, Kestrel


def facts_of(team: Team) -> TeamFacts:
    return TeamFacts(team.name, team.key, team.purpose, team.lead, team.parent)


def test_a_team_without_a_key_gets_one_from_its_name(kestrel: Kestrel) -> None:
    team = create_team(TeamFacts("Ride platform"), kestrel.marijke)
    assert (team.key, team.slug) == ("RP", "ride-platform")


@pytest.mark.parametrize("key", ["W", "WN", "TOOLONG", "1A", "Ü1", "IO", "KB"])
def test_keys_that_do_not_fit_or_are_taken_are_refused(kestrel: Kestrel, key: str) -> None:
    with pytest.raises(PersonRefused) as refused:
        create_team(TeamFacts("Ride platform", key), kestrel.marijke)
    assert list(refused.value.problems) == ["key"]


def test_a_circle_of_teams_is_refused_and_spelled_out(kestrel: Kestrel) -> None:
    below = create_team(TeamFacts("Mobile", parent=kestrel.workshop), kestrel.marijke)
    wanted = replace(facts_of(kestrel.workshop), parent=below)
    with pytest.raises(PersonRefused, match="Workshop network → Mobile → Workshop network"):
        change_team(kestrel.workshop.pk, wanted, kestrel.marijke, 1)


def test_the_second_of_two_editors_is_told(kestrel: Kestrel) -> None:
    wanted = replace(facts_of(kestrel.care), name="Care")
    change_team(kestrel.care.pk, wanted, kestrel.marijke, 1)
    with pytest.raises(EditedMeanwhile):
        change_team(kestrel.care.pk, replace(wanted, name="Owners"), kestrel.marijke, 1)


def test_a_team_with_people_is_not_closed(kestrel: Kestrel) -> None:
    with pytest.raises(PersonRefused, match="Ruth Adeyemi"):
        close_team(kestrel.care.pk, kestrel.marijke, TODAY)


def test_a_team_with_open_goals_is_not_closed(kestrel: Kestrel) -> None:
    Membership.objects.filter(team=kestrel.workshop).delete()
    with pytest.raises(PersonRefused, match="Broken on Monday"):
        close_team_without_goals(kestrel.workshop, kestrel.marijke, TODAY)


def test_a_goal_that_not_all_see_is_not_named(kestrel: Kestrel) -> None:
    Membership.objects.filter(team=kestrel.workshop).delete()
    Goal.objects.filter(team=kestrel.workshop).update(visibility="team")
    with pytest.raises(PersonRefused, match="A goal that not all see"):
        close_team_without_goals(kestrel.workshop, kestrel.marijke, TODAY)


def test_a_team_above_another_is_not_closed(kestrel: Kestrel) -> None:
    create_team(TeamFacts("Mobile", parent=kestrel.care), kestrel.marijke)
    Membership.objects.filter(team=kestrel.care).delete()
    with pytest.raises(PersonRefused, match="Mobile"):
        close_team(kestrel.care.pk, kestrel.marijke, TODAY)


def test_an_empty_team_closes(kestrel: Kestrel) -> None:
    Membership.objects.filter(team=kestrel.care).delete()
    assert close_team(kestrel.care.pk, kestrel.marijke, TODAY).closed_on == TODAY


def test_a_champion_makes_no_team(kestrel: Kestrel) -> None:
    with pytest.raises(RightMissing):
        create_team(TeamFacts("Ride platform"), kestrel.tomas)
