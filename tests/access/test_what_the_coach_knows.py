"""What the coach knows of other goals counts and names nothing that its reader may not see."""

from datetime import date
from decimal import Decimal

import pytest

from northing.coach.actions.assessing import keep_assessments
from northing.coach.queries.earlier import earlier_gains
from northing.coach.queries.last_kept import last_kept
from northing.coach.queries.surroundings import surroundings
from northing.coach.rules.statements import Kind
from northing.cycles.models import Cycle
from northing.cycles.rules import CycleState
from northing.goals.models import Goal, GoalMeasure
from northing.goals.queries.viewer import Viewer
from northing.insights.queries.planning import plan_by_team
from tests.access.plans import VALUES
from tests.access.rules import PRESENT, SEES
from tests.access.town import Town
from tests.cast import key_result, objective

ACTORS = sorted(PRESENT)
OURS = [of for of in VALUES if of in SEES]


def seen_by(actor: str) -> list[str]:
    """The visibilities whose goals somebody sees."""
    return [of for of in OURS if actor in SEES[of]]


@pytest.mark.parametrize("actor", [*ACTORS, "outsider"])
def test_near_goals_are_those_that_one_sees(actor: str, town: Town) -> None:
    viewer = Viewer.of({**town.people, **town.rival_people}[actor])
    for of, goals in {**town.goals, "rival": town.rival_goals}.items():
        text = goals.smart.statement
        found = surroundings(viewer, None, town.kestrel.cycle.pk, [text]).near
        there = {goal.statement for goal in found}
        hidden = {g.smart.statement for v, g in town.goals.items() if v not in seen_by(actor)}
        if actor == "outsider":
            hidden |= {goals.smart.statement for goals in town.goals.values()}
            assert (text in there) == (of == "rival")
        else:
            assert (text in there) == (of in seen_by(actor))
        assert not there & hidden


@pytest.mark.parametrize("actor", ACTORS)
def test_a_load_counts_what_one_sees(actor: str, town: Town) -> None:
    viewer, owner = Viewer.of(town.people[actor]), town.people["owner"]
    here = town.kestrel.cycle.pk
    found = surroundings(viewer, owner.pk, here, ["More"], kind=Kind.KEY_RESULT)
    seen = len(seen_by(actor))
    # Beside the one being written and the wait for a slot, two goals of each visibility.
    assert (found.carried, found.objectives) == (2 + 2 * seen, seen)


@pytest.mark.parametrize("actor", ACTORS)
def test_criteria_count_what_one_sees(actor: str, town: Town) -> None:
    goals = [g for one in town.goals.values() for g in (one.objective, one.key_result, one.smart)]
    keep_assessments(goals)
    viewer, kestrel = Viewer.of(town.people[actor]), town.kestrel
    teams, _ = plan_by_team(viewer, kestrel.cycle)
    found = next(team for team in teams if team.key == kestrel.workshop.pk)
    assert found.goals - found.unread == 3 * len(seen_by(actor))
    assert max(one.goals for one in found.criteria) == 3 * len(seen_by(actor))
    for of, one in town.goals.items():
        assert (last_kept(viewer, one.smart).assessment is not None) == (of in seen_by(actor))


@pytest.mark.parametrize("actor", ACTORS)
def test_a_goal_too_few_is_no_history(actor: str, town: Town) -> None:
    _close_ten_of_which_one_is_private(town)
    viewer = Viewer.of(town.people[actor])
    found = earlier_gains(viewer, "%", Decimal(40), Decimal(70))
    assert (found is not None) == (actor in SEES["private"])
    rival = Viewer.of(town.rival_people["outsider"])
    assert earlier_gains(rival, "%", Decimal(40), Decimal(70)) is None


def _close_ten_of_which_one_is_private(town: Town) -> None:
    cycle = Cycle.objects.create(
        organization=town.kestrel.organization,
        name="Q4 2026",
        slug="2026-q4",
        start=date(2026, 10, 5),
        due=date(2027, 1, 3),
        state=CycleState.ACTIVE,
    )
    aim = objective("Every call answered", town.kestrel.ruth, cycle)
    for number in range(9):
        key_result(f"Calls of queue {number}", town.kestrel.ruth, aim, "40", "70", "%")
    private = town.goals["private"].key_result
    Goal.objects.filter(pk=private.pk).update(cycle=cycle)
    GoalMeasure.objects.filter(goal=private).update(
        kind="from_to", unit="%", baseline=Decimal(40), target=Decimal(70)
    )
    Goal.objects.filter(cycle=cycle).update(state="done", value=Decimal(52))
    Cycle.objects.filter(pk=cycle.pk).update(state=CycleState.CLOSED)
