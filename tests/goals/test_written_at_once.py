"""Several people write and amend goals at the same moment."""

from typing import Any

import pytest

from northing.goals.actions.amending import EditConflict, amend
from northing.goals.actions.goal_draft import GoalDraft, LinkDraft
from northing.goals.actions.writing import create_goal
from northing.goals.models import Amendment, Goal
from northing.goals.rules.kinds import GoalKind, LinkMode
from northing.measures.measure import Kind, Measure
from tests.cast import TODAY, Kestrel, key_result, objective
from tests.check_ins.test_many_at_once import together

pytestmark = pytest.mark.django_db(transaction=True)
AT_ONCE = 6


def test_goals_of_one_team_never_share_a_short_id(kestrel: Kestrel) -> None:
    written = together(
        *[lambda: objective("Every slot", kestrel.ines, kestrel.cycle, kestrel.workshop)] * AT_ONCE
    )
    assert len({getattr(goal, "short_id", goal) for goal in written}) == AT_ONCE


def test_key_results_of_one_objective_never_share_a_short_id(kestrel: Kestrel) -> None:
    written = together(
        *[lambda: key_result("Slots", kestrel.ines, kestrel.objective, "0", "9")] * AT_ONCE
    )
    assert len({getattr(goal, "short_id", goal) for goal in written}) == AT_ONCE
    assert Goal.objects.get(pk=kestrel.objective.pk).contributing == 2 + AT_ONCE


def test_whoever_writes_for_one_person_and_whoever_amends_wait_for_each_other(
    kestrel: Kestrel,
) -> None:
    doings: list[Any] = [lambda: promise(kestrel), lambda: restate(kestrel, kestrel.repair_share)]
    given = together(*doings * 3)
    assert {type(one) for one in given} <= {Goal, EditConflict}, given
    assert Goal.objects.filter(short_id__startswith="IO-").count() == 1 + 3


def test_of_amendments_at_once_one_counts_and_the_others_are_told(kestrel: Kestrel) -> None:
    given = together(*[lambda: restate(kestrel, kestrel.slot_wait)] * 4)
    assert sorted(type(one).__name__ for one in given) == ["EditConflict"] * 3 + ["Goal"]
    assert [amendment.number for amendment in Amendment.objects.all()] == [1]


def promise(kestrel: Kestrel) -> Goal:
    draft = GoalDraft(
        GoalKind.SMART,
        "Call every owner who waits",
        kestrel.ines,
        kestrel.cycle,
        measure=Measure(Kind.DONE),
        links=[LinkDraft(kestrel.repair_share, mode=LinkMode.SUPPORTS)],
    )
    return create_goal(draft, kestrel.ines)


def restate(kestrel: Kestrel, goal: Goal) -> Goal:
    return amend(
        goal.pk,
        {"statement": "Said in other words"},
        kestrel.tomas,
        reason="It was not clear.",
        today=TODAY,
        seen_version=goal.version,
    )
