"""What stands on what: the goals of the map, a bounded number whatever the organization's size."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from northing.cycles.models import Cycle
from northing.goals.models import AlignmentLink, Goal
from northing.goals.queries.gate import seen_by, visible_to
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.kinds import GoalKind, GoalState
from northing.people.models import Team

MOST_ROOTS = 40
MOST_BELOW = 110


@dataclass(frozen=True, slots=True)
class MapGoal:
    """A goal of the map. `parents` are keys of goals or pillars on the map, the primary first."""

    key: UUID
    kind: str
    short_id: str
    statement: str
    team: str
    owner: str
    confidence: int | None
    last_checked_in_on: date | None
    help_wanted: bool
    parents: tuple[UUID, ...] = ()


@dataclass(frozen=True, slots=True)
class PlanMap:
    """The goals under pillars (or under one chosen goal), two levels and their SMART goals."""

    goals: Sequence[MapGoal]
    is_cut: bool
    """Whether more goals exist than are shown: open one of them as root to see the rest."""


_COLUMNS = (
    "pk",
    "kind",
    "short_id",
    "statement",
    "team__name",
    "owner__name",
    "confidence",
    "last_checked_in_on",
    "help_wanted",
)


def plan_map(viewer: Viewer, cycle: Cycle | None, root: Goal | None = None) -> PlanMap:
    """The map of a cycle, or of what stands on one goal. Three statements."""
    roots = _roots(viewer, cycle) if root is None else _goals(_only(viewer, root), 1)
    second = _children(viewer, [goal.key for goal in roots], GoalKind.OBJECTIVE)
    above = [*(goal.key for goal in roots), *(goal.key for goal in second)]
    smart = _smart_goals(viewer, above)
    is_cut = len(roots) == MOST_ROOTS or MOST_BELOW in (len(second), len(smart))
    return PlanMap([*roots, *second, *smart], is_cut)


def teams_without_goals(viewer: Viewer, cycle: Cycle | None, most: int = 3) -> Sequence[str]:
    """Names of teams that carry no objective of the cycle which the viewer may see."""
    if cycle is None:
        return []
    carried = visible_to(viewer).filter(
        cycle=cycle, kind=GoalKind.OBJECTIVE, state=GoalState.ACTIVE, team_id=OuterRef("pk")
    )
    teams = Team.objects.filter(organization_id=viewer.organization_id, closed_on=None)
    names = teams.filter(~Exists(carried)).order_by("position", "name").values_list("name")
    return [name for (name,) in names[:most]]


def _only(viewer: Viewer, root: Goal) -> QuerySet[Goal]:
    return visible_to(viewer).filter(pk=root.pk)


def _roots(viewer: Viewer, cycle: Cycle | None) -> list[MapGoal]:
    """Open objectives directly under a pillar, and those that serve nothing at all."""
    organization = viewer.organization_id
    under_goal = AlignmentLink.objects.filter(
        organization_id=organization, child_id=OuterRef("pk"), parent__isnull=False
    )
    found = visible_to(viewer).filter(
        ~Exists(under_goal), cycle=cycle, kind=GoalKind.OBJECTIVE, state=GoalState.ACTIVE
    )
    rows = found.order_by("id").values_list("links_up__pillar_id", *_COLUMNS)[:MOST_ROOTS]
    return _merged((pillar, _goal(row)) for pillar, *row in rows)


def _children(viewer: Viewer, parents: Sequence[UUID], kind: GoalKind) -> list[MapGoal]:
    rows = _links(viewer, Q(parent_id__in=parents), "parent_id", kind)
    ordered = rows.order_by("-is_primary", "position", "id")[:MOST_BELOW]
    return _merged((parent, _goal(row)) for parent, *row in ordered)


def _smart_goals(viewer: Viewer, objectives: Sequence[UUID]) -> list[MapGoal]:
    """SMART goals under the objectives themselves or under one of their key results."""
    direct = Q(parent_id__in=objectives)
    through = Q(parent__kind=GoalKind.KEY_RESULT, parent__links_up__parent_id__in=objectives)
    under_objective = _links(viewer, direct, "parent_id", GoalKind.SMART)
    under_key_result = _links(viewer, through, "parent__links_up__parent_id", GoalKind.SMART)
    rows = under_objective.union(under_key_result)[:MOST_BELOW]
    return _merged((above, _goal(row)) for above, *row in rows)


def _links(viewer: Viewer, where: Q, above: str, kind: GoalKind) -> Any:
    """Rows of links to open children of a kind: what is above, then the child's columns."""
    return (
        AlignmentLink.objects.filter(seen_by(viewer, "child__"), where)
        .filter(
            organization_id=viewer.organization_id,
            child__kind=kind,
            child__state=GoalState.ACTIVE,
        )
        .values_list(above, *(f"child__{name}" for name in _COLUMNS))
    )


def _merged(pairs: Iterable[tuple[UUID | None, MapGoal]]) -> list[MapGoal]:
    """One goal for each key, with all the parents it was found under."""
    goals: dict[UUID, MapGoal] = {}
    for parent, goal in pairs:
        known = goals.get(goal.key, goal)
        added = (parent,) if parent is not None and parent not in known.parents else ()
        goals[goal.key] = replace(known, parents=known.parents + added)
    return list(goals.values())


def _goals(found: QuerySet[Goal], most: int) -> list[MapGoal]:
    return [_goal(list(row)) for row in found.values_list(*_COLUMNS)[:most]]


def _goal(row: Sequence[Any]) -> MapGoal:
    key, kind, short_id, statement, team, owner, confidence, spoken, help_wanted = row
    return MapGoal(
        key, kind, short_id, statement, team or "", owner, confidence, spoken, help_wanted
    )
