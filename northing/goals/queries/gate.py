"""The gate: a goal is reached only as somebody who may see it."""

from collections.abc import Iterator
from itertools import islice
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from northing.cycles.models import Cycle
from northing.goals.models import Audience, Contributor, Goal, GoalMeasure
from northing.goals.queries.seen import seen
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.kinds import Visibility
from northing.people.models import Membership, Person, Team
from northing.storage import statements
from northing.storage.statements import RowReader

M = TypeVar("M", bound=Model)


class GoalNotFound(LookupError):
    """No such goal, or not for this viewer: the two look alike from outside."""


def visible_to(viewer: Viewer) -> QuerySet[Goal]:
    """The goals of the viewer's organization that they may see."""
    return Goal.objects.filter(seen_by(viewer), organization_id=viewer.organization_id)


def seen_by(viewer: Viewer, prefix: str = "") -> Q:
    """The condition 'the viewer may see it', for a goal reached over `prefix` (e.g. "child__").

    Everybody sees goals of the organization; team goals are seen by members of the team and the
    leads of it and of its parent; private ones by contributors and named people; every goal by
    its owner. No role sees more: who administers does not thereby read private goals.
    """
    me, goal = viewer.person_id, f"{prefix}pk"
    in_team = Membership.objects.filter(
        organization_id=viewer.organization_id, person_id=me, team_id=OuterRef(f"{prefix}team_id")
    )
    leads = Team.objects.filter(
        Q(lead_id=me) | Q(parent__lead_id=me),
        organization_id=viewer.organization_id,
        pk=OuterRef(f"{prefix}team_id"),
    )
    named = [
        Exists(
            model.objects.filter(
                organization_id=viewer.organization_id, person_id=me, goal_id=OuterRef(goal)
            )
        )
        for model in (Contributor, Audience)
    ]
    restricted_to_team = Q(**{f"{prefix}visibility": Visibility.TEAM.value})
    return (
        Q(**{f"{prefix}visibility": Visibility.ORGANIZATION.value})
        | Q(**{f"{prefix}owner_id": me})
        | (restricted_to_team & (Exists(in_team) | Exists(leads)))
        | named[0]
        | named[1]
    )


def visible_goal(viewer: Viewer, short_id: str) -> Goal:
    """One goal by its short id, with measure, owner, team and cycle. Raises GoalNotFound."""
    if "\x00" in short_id:
        raise GoalNotFound(short_id)  # PostgreSQL takes no such text
    return _one_visible(viewer, "goal.short_id = %s", short_id.upper())


def visible_goal_by_key(viewer: Viewer, key: UUID) -> Goal:
    """One goal by its key, with measure, owner, team and cycle. Raises GoalNotFound."""
    return _one_visible(viewer, "goal.id = %s", statements.key(key))


def _one_visible(viewer: Viewer, which: str, value: UUID | str) -> Goal:
    gate = seen(viewer)
    found = statements.rows(
        f"{_ONE_GOAL} AND {which} AND {gate.text}",
        [statements.key(viewer.organization_id), value, *gate.parameters],
    )
    if not found:
        raise GoalNotFound(str(value))
    return _assembled(found[0])


_GOALS, _MEASURES, _CYCLES = RowReader(Goal), RowReader(GoalMeasure), RowReader(Cycle)
_PEOPLE, _TEAMS = RowReader(Person), RowReader(Team)
_ONE_GOAL = f"""
    SELECT {_GOALS.columns("goal")}, {_CYCLES.columns("cycle")}, {_PEOPLE.columns("owner")},
        {_MEASURES.columns("measure")}, {_TEAMS.columns("team")}
    FROM goals_goal AS goal
    JOIN cycles_cycle AS cycle ON cycle.id = goal.cycle_id
    JOIN people_person AS owner ON owner.id = goal.owner_id
    LEFT JOIN goals_goalmeasure AS measure ON measure.goal_id = goal.id
    LEFT JOIN people_team AS team ON team.id = goal.team_id
    WHERE goal.organization_id = %s
"""  # noqa: S608 (names of columns)


def _assembled(row: tuple[Any, ...]) -> Goal:
    """The goal with what was read beside it, as `select_related` would give it."""
    cells = iter(row)
    [goal] = _GOALS.read([list(islice(cells, _GOALS.width))])
    cycle, owner = _take(_CYCLES, cells), _take(_PEOPLE, cells)
    measure, team = _take(_MEASURES, cells), _take(_TEAMS, cells)
    goal._state.fields_cache.update(cycle=cycle, owner=owner, measure=measure, team=team)
    if measure is not None:
        measure._state.fields_cache["goal"] = goal
    return goal


def _take(reader: RowReader[M], cells: Iterator[Any]) -> M | None:
    """The next model of a row; None where an outer join found nothing."""
    columns = list(islice(cells, reader.width))
    return reader.read([columns])[0] if columns[0] is not None else None
