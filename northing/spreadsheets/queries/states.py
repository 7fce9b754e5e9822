"""Goals as an import may change them: every such field as a value that JSON keeps."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from northing.goals.models import AlignmentLink, Contributor, Goal, GoalMeasure
from northing.goals.models.measure import columns_of
from northing.measures.numbers import plain

State = dict[str, Any]

_AT_ONCE = 500


def in_parts(keys: Iterable[UUID]) -> Iterator[list[UUID]]:
    """Keys in lists of at most 500: a database takes only so many values in one statement."""
    every = list(keys)
    for first in range(0, len(every), _AT_ONCE):
        yield every[first : first + _AT_ONCE]


def states_of(organization_id: UUID, keys: Iterable[UUID]) -> dict[UUID, State]:
    """The fields of goals that an import may change, by the goal's key.

    People, teams, parents and pillars stand as their keys, numbers digit for digit.
    """
    found: dict[UUID, State] = {}
    for part in in_parts(keys):
        goals = Goal.objects.filter(organization_id=organization_id, pk__in=part)
        measures = {row.goal_id: row for row in GoalMeasure.objects.filter(goal__in=part)}
        helpers = _helpers(part)
        links = _links(part)
        found |= {
            goal.pk: _state(goal, measures.get(goal.pk), helpers[goal.pk], links[goal.pk])
            for goal in goals
        }
    return found


def _state(
    goal: Goal, measure: GoalMeasure | None, helpers: list[str], links: list[list[Any]]
) -> State:
    return {
        "statement": goal.statement,
        "owner": str(goal.owner_id),
        "contributors": helpers,
        "team": str(goal.team_id) if goal.team_id else None,
        "start": goal.start.isoformat(),
        "due": goal.due.isoformat(),
        "measure": None if measure is None else _measure(measure),
        "definition": measure.definition if measure is not None else "",
        "parents": links,
        "ambition": goal.ambition,
        "visibility": goal.visibility,
        "tags": list(goal.tags),
        "why": goal.why,
    }


def _measure(measure: GoalMeasure) -> dict[str, Any]:
    told: Mapping[str, Any] = columns_of(measure.as_rule())
    exact = ("baseline", "target", "lower", "upper")
    return {
        name: plain(value) if name in exact and value is not None else value
        for name, value in told.items()
    }


def _helpers(goals: Sequence[UUID]) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    rows = Contributor.objects.filter(goal__in=goals).order_by("id")
    for goal, person in rows.values_list("goal_id", "person_id"):
        found[goal].append(str(person))
    return found


def _links(goals: Sequence[UUID]) -> dict[UUID, list[list[Any]]]:
    """What each goal serves, the primary parent first: parent, pillar, mode and weight."""
    found: dict[UUID, list[list[Any]]] = defaultdict(list)
    rows = AlignmentLink.objects.filter(child__in=goals).order_by("-is_primary", "id")
    for link in rows:
        parent = str(link.parent_id) if link.parent_id else None
        pillar = str(link.pillar_id) if link.pillar_id else None
        weight = "1" if link.weight is None else plain(link.weight)
        found[link.child_id].append([parent, pillar, link.mode, weight])
    return found
