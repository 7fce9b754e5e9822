"""Climbing the plan is one statement that does not grow with the table, also after ANALYZE."""

from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from northing.goals.models import AlignmentLink, Goal
from northing.goals.queries.lineage import lines_above, lines_below
from northing.storage.keys import new_key
from tests.cast import Kestrel, key_result, objective


def chain(kestrel: Kestrel, depth: int) -> list[Goal]:
    goals = [kestrel.company]
    for number in range(depth):
        goals.append(objective(f"Level {number}", kestrel.tomas, kestrel.cycle, None, [goals[-1]]))
    return goals


@pytest.mark.parametrize("depth", [1, 4, 9])
def test_the_climb_is_one_statement_at_any_depth(kestrel: Kestrel, depth: int) -> None:
    goals = chain(kestrel, depth)
    with CaptureQueriesContext(connection) as queries:
        lines = lines_above(kestrel.organization.pk, [goals[-1].pk])
    assert len(queries) == 1
    assert {parent for _, parent in lines} == {goal.pk for goal in goals[:-1]}


def test_the_way_down_reaches_everything_below(kestrel: Kestrel) -> None:
    below = {child for child, _ in lines_below(kestrel.organization.pk, [kestrel.company.pk])}
    assert below == {
        kestrel.objective.pk,
        kestrel.repair_share.pk,
        kestrel.slot_wait.pk,
        kestrel.training.pk,
    }


def test_supporting_links_can_be_left_out(kestrel: Kestrel) -> None:
    organization, training = kestrel.organization.pk, kestrel.training.pk
    assert lines_above(organization, [training], contributing_only=True) == []
    assert lines_above(organization, [training]) != []


def test_a_diamond_is_walked_once(kestrel: Kestrel) -> None:
    left = objective("Left", kestrel.tomas, kestrel.cycle, None, [kestrel.company])
    right = objective("Right", kestrel.tomas, kestrel.cycle, None, [kestrel.company])
    bottom = objective("Bottom", kestrel.tomas, kestrel.cycle, None, [left, right])
    assert len(lines_above(kestrel.organization.pk, [bottom.pk])) == 4


def test_another_organizations_links_are_not_walked(kestrel: Kestrel) -> None:
    assert lines_above(new_key(), [kestrel.repair_share.pk]) == []


@pytest.mark.about_sqlite
def test_the_climb_uses_the_index_after_analyze(kestrel: Kestrel) -> None:
    leaf = key_result("Leaf", kestrel.ines, kestrel.objective, "0", "1")
    before = steps_of_the_climb(kestrel.organization.pk, leaf.pk)
    _plant_links(kestrel, 20_000)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    after = steps_of_the_climb(kestrel.organization.pk, leaf.pk)
    AlignmentLink.objects.filter(position=PLANTED).delete()
    assert after < before * 3


def steps_of_the_climb(organization: UUID, leaf: UUID) -> int:
    """How many steps SQLite's own machine takes: no clock, so a busy computer changes nothing."""
    taken = [0]
    connection.ensure_connection()

    def count() -> None:
        taken[0] += 1

    connection.connection.set_progress_handler(count, 1)
    try:
        lines_above(organization, [leaf])
    finally:
        connection.connection.set_progress_handler(None, 0)
    return taken[0]


PLANTED = 1_000_000


def _plant_links(kestrel: Kestrel, number: int) -> None:
    """Many links on other goals of the organization, without foreign keys in the way."""
    with connection.constraint_checks_disabled():
        AlignmentLink.objects.bulk_create(
            AlignmentLink(
                organization=kestrel.organization,
                child_id=new_key(),
                parent_id=new_key(),
                weight=1,
                position=PLANTED,
            )
            for _ in range(number)
        )
