"""What stands around one goal, as its viewer may know it: above, below, its people, its changes."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from json import loads
from typing import Any
from uuid import UUID

from northing.goals.models import Goal
from northing.goals.models.measure import path_from_json
from northing.goals.queries.rows import COLUMNS, JOINS, WIDTH, GoalRow, Who, goal_row
from northing.goals.queries.seen import seen
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.kinds import LinkMode
from northing.goals.rules.rights import Bond
from northing.measures.measure import Measure
from northing.storage import statements
from northing.storage.statements import as_key

MOST_BELOW = 200
MOST_AMENDMENTS = 60


@dataclass(frozen=True, slots=True)
class Below:
    """A goal under this one: how it is linked, and to which goal (this one or a child of it).

    `definition` says how its number is found, `planned_path` is the path as it is stored.
    """

    goal: GoalRow
    parent: UUID
    mode: str
    weight: Decimal
    definition: str = ""
    planned_path: Any = None

    @property
    def contributes(self) -> bool:
        return self.mode == LinkMode.CONTRIBUTES

    @property
    def measure(self) -> Measure | None:
        """The measure as the rules take it; None for an objective."""
        gauge = self.goal.gauge
        if gauge is None:
            return None
        stored = self.planned_path
        path = loads(stored) if isinstance(stored, str) else stored
        return Measure(
            kind=gauge.kind,
            baseline=gauge.baseline,
            target=gauge.target,
            lower=gauge.lower,
            upper=gauge.upper,
            unit=gauge.unit,
            path=path_from_json(path or []),
        )


@dataclass(frozen=True, slots=True)
class People:
    """The people around a goal, by name."""

    contributors: Sequence[Who] = ()
    audience: Sequence[Who] = ()


@dataclass(frozen=True, slots=True)
class Amended:
    """One amendment of a goal: what changed, from what, to what, and why."""

    goal: UUID
    number: int
    on: date
    by: Who
    reason: str
    before: dict[str, Any]
    after: dict[str, Any]


def goals_below(viewer: Viewer, goal: Goal, *, two_levels: bool = False) -> Sequence[Below]:
    """The goals linked to this one, in their order; with `two_levels` also those under them."""
    gate, parent = seen(viewer), statements.key(goal.pk)
    where, values = "link.parent_id = %s", [parent]
    if two_levels:
        where = f"""({where} OR link.parent_id IN (
            SELECT one.child_id FROM goals_alignmentlink AS one WHERE one.parent_id = %s))"""  # noqa: S608
        values.append(parent)
    found = statements.rows(
        f"""SELECT {COLUMNS}, link.parent_id, link.mode, link.weight, measure.definition,
            measure.planned_path
        FROM goals_alignmentlink AS link JOIN goals_goal AS goal ON goal.id = link.child_id {JOINS}
        WHERE {where} AND link.organization_id = %s AND {gate.text}
        ORDER BY link.position, goal.id LIMIT {MOST_BELOW}""",  # noqa: S608 (names of columns)
        [*values, statements.key(viewer.organization_id), *gate.parameters],
    )
    below = [_below(row) for row in found]
    # What hangs under a child that the viewer may not see is reached through nothing.
    reached = {goal.pk} | {one.goal.key for one in below if one.parent == goal.pk}
    return [one for one in below if one.parent in reached]


def _below(row: tuple[Any, ...]) -> Below:
    parent, mode, weight, definition, path = row[WIDTH:]
    return Below(goal_row(row), as_key(parent), mode, Decimal(weight), definition or "", path)


def people_of(goal: Goal) -> People:
    """The contributors, and those who are named to see the goal, in one statement."""
    key = statements.key(goal.pk)
    found = statements.rows(
        """SELECT 0, person.id, person.name, person.left_on FROM goals_contributor AS helping
            JOIN people_person AS person ON person.id = helping.person_id WHERE helping.goal_id = %s
        UNION ALL
        SELECT 1, person.id, person.name, person.left_on FROM goals_audience AS named
            JOIN people_person AS person ON person.id = named.person_id WHERE named.goal_id = %s
        ORDER BY 3, 2""",
        [key, key],
    )
    who = [(row[0], Who(as_key(row[1]), row[2], row[3] is not None)) for row in found]
    return People(
        [one for is_named, one in who if not is_named], [one for is_named, one in who if is_named]
    )


def bond_among(viewer: Viewer, goal: Goal, people: People) -> Bond:
    """What ties the viewer to a goal whose people are known: `bonds.bond_of` without asking."""
    me = viewer.person_id
    return Bond(
        role=viewer.role,
        owns=goal.owner_id == me,
        contributes=any(one.key == me for one in people.contributors),
        leads=goal.team is not None and goal.team.lead_id == me,
        manages=goal.owner.manager_id == me,
    )


def amendments_of(organization_id: UUID, goals: Iterable[UUID]) -> Sequence[Amended]:
    """The latest amendments of goals that the viewer was let through to, newest first."""
    found = statements.rows(
        f"""SELECT one.goal_id, one.number, one."on", person.id, person.name, person.left_on,
            one.reason, one.before, one.after
        FROM goals_amendment AS one JOIN people_person AS person ON person.id = one.by_id
        WHERE one.organization_id = %s AND {statements.is_among("one.goal_id")}
        ORDER BY one."on" DESC, one.id DESC LIMIT {MOST_AMENDMENTS}""",  # noqa: S608 (columns)
        [statements.key(organization_id), statements.keys(goals)],
    )
    return [
        Amended(
            goal=as_key(row[0]),
            number=row[1],
            on=row[2],
            by=Who(as_key(row[3]), row[4], row[5] is not None),
            reason=row[6],
            before=_from_json(row[7]),
            after=_from_json(row[8]),
        )
        for row in found
    ]


def _from_json(stored: Any) -> dict[str, Any]:
    return dict(loads(stored) if isinstance(stored, str) else stored)
