"""Who leaves hands over: goals to a successor, reports to the manager, private goals to nobody."""

import pytest

from northing.goals.actions.handing_over import leave_with_goals
from northing.goals.models import Goal
from northing.people.actions.leaving import come_back
from northing.people.models import Person, Team
from northing.people.rules import PersonRefused
from tests.cast import TODAY, Kestrel


def test_open_goals_go_to_the_successor(kestrel: Kestrel) -> None:
    leave_with_goals(kestrel.ines.pk, kestrel.aiko, kestrel.marijke, TODAY)
    assert not Goal.objects.filter(owner=kestrel.ines).exists()
    assert Goal.objects.get(pk=kestrel.objective.pk).owner == kestrel.aiko


def test_goals_need_a_successor(kestrel: Kestrel) -> None:
    with pytest.raises(PersonRefused, match="Ines Okafor owns 3 open goals"):
        leave_with_goals(kestrel.ines.pk, None, kestrel.marijke, TODAY)
    assert not Person.objects.get(pk=kestrel.ines.pk).has_left


def test_a_private_goal_stays_with_whoever_wrote_it(kestrel: Kestrel) -> None:
    Goal.objects.filter(pk=kestrel.training.pk).update(visibility="private")
    leave_with_goals(kestrel.ines.pk, kestrel.aiko, kestrel.marijke, TODAY)
    assert Goal.objects.get(pk=kestrel.training.pk).owner == kestrel.ines


def test_reports_and_led_teams_find_somebody_else(kestrel: Kestrel) -> None:
    leave_with_goals(kestrel.ines.pk, kestrel.ruth, kestrel.marijke, TODAY)
    assert Person.objects.get(pk=kestrel.aiko.pk).manager == kestrel.tomas
    assert Team.objects.get(pk=kestrel.workshop.pk).lead == kestrel.ruth


def test_the_last_owner_does_not_leave(kestrel: Kestrel) -> None:
    with pytest.raises(PersonRefused, match="last owner"):
        leave_with_goals(kestrel.marijke.pk, None, kestrel.marijke, TODAY)


@pytest.mark.parametrize("successor", ["ines", "gone"])
def test_a_successor_is_somebody_else_who_is_here(kestrel: Kestrel, successor: str) -> None:
    Person.objects.filter(pk=kestrel.ruth.pk).update(left_on=TODAY)
    kestrel.ruth.refresh_from_db()
    chosen = kestrel.ines if successor == "ines" else kestrel.ruth
    with pytest.raises(PersonRefused, match="somebody else"):
        leave_with_goals(kestrel.ines.pk, chosen, kestrel.marijke, TODAY)


def test_who_left_may_come_back(kestrel: Kestrel) -> None:
    leave_with_goals(kestrel.aiko.pk, kestrel.ines, kestrel.marijke, TODAY)
    assert not come_back(kestrel.aiko.pk, kestrel.marijke).has_left
