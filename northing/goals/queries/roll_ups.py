"""Loading what a roll-up needs: the parents in order and their contributing children."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from northing.goals.models import AlignmentLink, Goal, GoalMeasure
from northing.goals.rules.kinds import LEFT_OUT_OF_ROLL_UPS, GoalKind, GoalState, LinkMode
from northing.goals.rules.standing import (
    NO_DAYS,
    ContributingChild,
    Standing,
    path_from_json,
)
from northing.measures.expected import ExpectedPath
from northing.measures.measure import Kind, Measure

_BOUNDS = frozenset({Kind.AT_LEAST.value, Kind.AT_MOST.value, Kind.BETWEEN.value})


@dataclass(frozen=True, slots=True)
class ChildRow:
    """A contributing child: its key, and what counts of it."""

    key: UUID
    counted: ContributingChild


def locked(organization_id: UUID, goals: Iterable[UUID]) -> dict[UUID, Goal]:
    """The goals, locked in the order of their keys until the transaction ends."""
    found = (
        Goal.objects.select_for_update(of=("self",))
        .filter(organization_id=organization_id, pk__in=list(goals))
        .order_by("pk")
    )
    return {goal.pk: goal for goal in found}


def children_of(
    organization_id: UUID, parents: Iterable[UUID], *, with_paths: bool
) -> Mapping[UUID, list[ChildRow]]:
    """Each parent's contributing children. Reads expected paths only when they are needed."""
    columns = [*_COLUMNS, "child__expected_path"] if with_paths else _COLUMNS
    rows = AlignmentLink.objects.filter(
        organization_id=organization_id,
        parent_id__in=list(parents),
        mode=LinkMode.CONTRIBUTES,
    ).values_list(*columns)
    children: dict[UUID, list[ChildRow]] = defaultdict(list)
    for row in rows:
        path = path_from_json(row[-1]) if with_paths else None
        children[row[0]].append(_child_row(row, path))
    return children


_COLUMNS = [
    "parent_id",
    "child_id",
    "weight",
    "child__kind",
    "child__state",
    "child__value",
    "child__progress",
    "child__confidence",
    "child__is_met",
    "child__measure__kind",
    "child__measure__unit",
    "child__measure__baseline",
    "child__measure__target",
]


def _child_row(row: tuple[Any, ...], path: ExpectedPath | None) -> ChildRow:
    key, weight, kind, state, value, progress, confidence, met = row[1:9]
    measure, unit, baseline, target = row[9:13]
    rule = None
    if kind != GoalKind.OBJECTIVE and measure is not None:
        rule = Measure(Kind(measure), baseline=baseline, target=target, unit=unit)
    counted = ContributingChild(
        weight=weight,
        standing=Standing(value, progress, bool(met), confidence, path, NO_DAYS),
        is_open=state == GoalState.ACTIVE,
        counts=state not in LEFT_OUT_OF_ROLL_UPS and measure != Kind.BASELINE,
        is_bound=measure in _BOUNDS,
        measure=rule,
    )
    return ChildRow(key, counted)


def measures_of(organization_id: UUID, goals: Iterable[UUID]) -> dict[UUID, Measure]:
    """The measures of goals, by goal."""
    rows = GoalMeasure.objects.filter(organization_id=organization_id, goal_id__in=list(goals))
    return {row.goal_id: row.as_rule() for row in rows}
