"""Loading what a roll-up needs: the parents in order and their contributing children."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.db import connection

from northing.goals.models import AlignmentLink, Goal, GoalMeasure
from northing.goals.rules.kinds import LEFT_OUT_OF_ROLL_UPS, GoalKind, GoalState, LinkMode
from northing.goals.rules.standing import (
    NO_DAYS,
    ContributingChild,
    Standing,
    path_from_text,
)
from northing.measures.measure import Kind, Measure
from northing.measures.pace import Bands
from northing.storage import statements
from northing.storage.statements import RowReader

_BOUNDS = frozenset({Kind.AT_LEAST.value, Kind.AT_MOST.value, Kind.BETWEEN.value})


@dataclass(frozen=True, slots=True)
class ChildRow:
    """A contributing child: its key, and what counts of it."""

    key: UUID
    counted: ContributingChild


def locked(organization_id: UUID, goals: Iterable[UUID]) -> tuple[dict[UUID, Goal], Bands]:
    """The goals, locked in the order of their keys until the transaction ends; and the bands.

    The bands of pace, in percentage points, are those of now: they may have changed since the
    organization was loaded.
    """
    lock = "FOR NO KEY UPDATE OF goal" if connection.vendor == "postgresql" else ""
    statement = f"""
        SELECT {_GOALS.columns("goal")}, {_BANDS}
        FROM goals_goal AS goal
        JOIN people_organization AS organization ON organization.id = goal.organization_id
        WHERE goal.organization_id = %s AND {statements.is_among("goal.id")}
        ORDER BY goal.id {lock}
    """  # noqa: S608 (names of columns only)
    found = statements.rows(statement, [statements.key(organization_id), statements.keys(goals)])
    read = _GOALS.read(row[: _GOALS.width] for row in found)
    bands = Bands(*map(Decimal, found[0][_GOALS.width :])) if found else Bands()
    return {goal.pk: goal for goal in read}, bands


def bands_of(organization_id: UUID) -> Bands:
    """An organization's bands of pace as they are now, in percentage points."""
    found = statements.rows(
        f"SELECT {_BANDS} FROM people_organization AS organization WHERE id = %s",  # noqa: S608
        [statements.key(organization_id)],
    )
    return Bands(*map(Decimal, found[0]))


_BANDS = """organization.early_percent, organization.behind_percent,
    organization.far_behind_percent"""


def children_of(
    organization_id: UUID, parents: Iterable[UUID], *, with_paths: bool
) -> Mapping[UUID, list[ChildRow]]:
    """Each parent's contributing children. Reads expected paths only when they are needed."""
    path = "child.expected_path" if with_paths else "NULL"
    statement = f"""
        SELECT link.parent_id, link.child_id, link.weight,
            child.kind, child.state, child.value, child.progress, child.confidence, child.is_met,
            measure.kind, measure.unit, measure.baseline, measure.target, {path}
        FROM goals_alignmentlink AS link
        JOIN goals_goal AS child ON child.id = link.child_id
        LEFT JOIN goals_goalmeasure AS measure ON measure.goal_id = child.id
        WHERE link.organization_id = %s AND link.mode = 'contributes'
            AND {statements.is_among("link.parent_id")}
    """  # noqa: S608 (no values, only which of two columns)
    wanted = [statements.key(organization_id), statements.keys(parents)]
    children: dict[UUID, list[ChildRow]] = defaultdict(list)
    for parent, *row in statements.rows(statement, wanted):
        children[statements.as_key(parent)].append(_child_row(*row))
    return children


_GOALS = RowReader(Goal)


def _child_row(
    key: UUID | str,
    weight: str,
    kind: str,
    state: str,
    value: str | None,
    progress: str | None,
    confidence: int | None,
    is_met: bool,
    measure: str | None,
    unit: str,
    baseline: str | None,
    target: str | None,
    path: str | None,
) -> ChildRow:
    """A child from its columns as they lie in the tables."""
    rule = None
    if kind != GoalKind.OBJECTIVE and measure is not None:
        rule = Measure(Kind(measure), _decimal(baseline), _decimal(target), unit=unit)
    expected = path_from_text(path)
    standing = Standing(
        _decimal(value), _decimal(progress), bool(is_met), confidence, expected, NO_DAYS
    )
    counted = ContributingChild(
        weight=Decimal(weight),
        standing=standing,
        is_open=state == GoalState.ACTIVE,
        counts=state not in LEFT_OUT_OF_ROLL_UPS and measure != Kind.BASELINE,
        is_bound=measure in _BOUNDS,
        measure=rule,
    )
    return ChildRow(statements.as_key(key), counted)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def measures_of(organization_id: UUID, goals: Iterable[UUID]) -> dict[UUID, Measure]:
    """The measures of goals, by goal."""
    found = statements.rows(
        f"SELECT {_MEASURES.columns('goals_goalmeasure')} FROM goals_goalmeasure"  # noqa: S608
        f" WHERE organization_id = %s AND {statements.is_among('goal_id')}",
        [statements.key(organization_id), statements.keys(goals)],
    )
    return {row.goal_id: row.as_rule() for row in _MEASURES.read(found)}


_MEASURES = RowReader(GoalMeasure)


def open_goals(organization_id: UUID) -> dict[UUID, Goal]:
    """Every open goal of an organization with its cycle, by key."""
    found = Goal.objects.filter(organization_id=organization_id, state=GoalState.ACTIVE)
    return {goal.pk: goal for goal in found.select_related("cycle").order_by("pk")}


def contributing_lines(organization_id: UUID) -> list[tuple[UUID, UUID]]:
    """Every contributing link between goals of an organization, as (child, parent)."""
    links = AlignmentLink.objects.filter(
        organization_id=organization_id, mode=LinkMode.CONTRIBUTES, parent__isnull=False
    )
    return list(links.values_list("child_id", "parent_id"))


def measures_in(organization_id: UUID) -> dict[UUID, Measure]:
    """The measures of all open goals of an organization, by goal."""
    rows = GoalMeasure.objects.filter(organization_id=organization_id, goal__state=GoalState.ACTIVE)
    return {row.goal_id: row.as_rule() for row in rows}
