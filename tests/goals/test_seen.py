"""The gate as a condition of a statement says the same as the gate itself."""

from itertools import product

import pytest

from northing.goals.models import Goal
from northing.goals.queries.gate import GoalNotFound, visible_goal, visible_to
from northing.goals.queries.rows import seen_rows
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.kinds import Visibility
from northing.people.models import Person, Team
from tests import cast
from tests.cast import Kestrel


def restricted(kestrel: Kestrel) -> list[Goal]:
    """A goal for every visibility, team, owner and circle of people."""
    goals = []
    teams = (None, kestrel.workshop, kestrel.care)
    people: tuple[list[Person], ...] = ([], [kestrel.aiko], [kestrel.ruth, kestrel.helena])
    for visibility, team, helping in product(Visibility, teams, people):
        goals.append(
            cast.objective(
                f"{visibility} {team} {len(helping)}",
                kestrel.ines,
                kestrel.cycle,
                team,
                visibility=visibility,
                contributors=helping[:1],
                audience=helping[1:],
            )
        )
    return goals


def test_hand_written_and_built_gates_agree_for_everybody(kestrel: Kestrel) -> None:
    sub = cast.team(kestrel.organization, "Vans", "VA", kestrel.aiko, (kestrel.aiko,))
    Team.objects.filter(pk=sub.pk).update(parent=kestrel.care)
    goals = restricted(kestrel)
    goals.append(cast.objective("Vans", kestrel.ines, kestrel.cycle, sub, visibility="team"))
    keys = {goal.pk for goal in goals}
    for person in Person.objects.all():
        viewer = Viewer.of(person)
        built = set(visible_to(viewer).filter(pk__in=keys).values_list("pk", flat=True))
        assert set(seen_rows(viewer, keys)) == built, person.name


def test_nobody_sees_goals_of_another_organization(kestrel: Kestrel) -> None:
    viewer = Viewer.of(kestrel.ines)
    Goal.objects.filter(pk=kestrel.objective.pk).update(owner=kestrel.ines)
    other = cast.Organization.objects.create(name="Other", slug="other", key="OT")
    stranger = Viewer.of(cast.person(other, "Nobody Known", "NK"))
    assert set(seen_rows(viewer, [kestrel.objective.pk])) == {kestrel.objective.pk}
    assert seen_rows(stranger, [kestrel.objective.pk]) == {}


def test_a_goal_comes_with_measure_owner_team_and_cycle(
    kestrel: Kestrel, django_assert_num_queries: object
) -> None:
    with django_assert_num_queries(1):  # type: ignore[operator]
        goal = visible_goal(Viewer.of(kestrel.ines), kestrel.repair_share.short_id.lower())
        assert goal.measure.as_rule().unit == "%"
        assert goal.owner == kestrel.ines
        assert goal.team == kestrel.workshop
        assert goal.cycle.name == "Q1 2027"
    assert goal == kestrel.repair_share


def test_an_objective_has_no_measure(kestrel: Kestrel) -> None:
    goal = visible_goal(Viewer.of(kestrel.ines), kestrel.company.short_id)
    assert not hasattr(goal, "measure")
    assert goal.team is None


def test_a_hidden_goal_and_an_unknown_one_are_both_not_found(kestrel: Kestrel) -> None:
    hidden = cast.objective("Hidden", kestrel.ines, kestrel.cycle, visibility="private")
    for short_id in (hidden.short_id, "KB-999"):
        with pytest.raises(GoalNotFound):
            visible_goal(Viewer.of(kestrel.marijke), short_id)
