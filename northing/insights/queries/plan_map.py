"""What stands on what: the goals of the map, a bounded number whatever the organization's size."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any
from uuid import UUID

from northing.goals.models import Goal
from northing.goals.queries.outline import at_the_top
from northing.goals.queries.seen import seen
from northing.goals.queries.viewer import Viewer
from northing.storage import statements
from northing.storage.statements import as_key

MOST_ROOTS = 40
MOST_TEAMS = 200
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


def plan_map(viewer: Viewer, cycles: Sequence[UUID], root: Goal | None = None) -> PlanMap:
    """The map of a cycle with those around and inside it (the cycle itself first), or of what
    stands on one goal (with its owner and team), which the viewer may see. Three statements.
    """
    roots = _roots(viewer, cycles) if root is None else [_chosen(root)]
    second = _below(viewer, [goal.key for goal in roots])
    above = [*(goal.key for goal in roots), *(goal.key for goal in second)]
    smart = _smart_goals(viewer, above)
    is_cut = len(roots) == MOST_ROOTS or MOST_BELOW in (len(second), len(smart))
    return PlanMap([*roots, *second, *smart], is_cut)


def teams_without_goals(viewer: Viewer, cycle: UUID, most: int = 3) -> Sequence[str]:
    """Names of teams that carry no objective of the cycle which the viewer may see.

    Looks at no more than the first 200 teams by their slugs.
    """
    gate = seen(viewer)
    here = statements.key(viewer.organization_id)
    found = statements.rows(
        f"""SELECT team.name FROM (SELECT * FROM people_team AS one
            WHERE one.organization_id = %s AND one.closed_on IS NULL
            ORDER BY one.slug LIMIT {MOST_TEAMS}) AS team
        WHERE NOT EXISTS ({_OF_TEAM} AND goal.visibility = 'organization')
            AND NOT EXISTS ({_OF_TEAM} AND goal.visibility IN ('team', 'private') AND {gate.text})
        ORDER BY team.position, team.name LIMIT %s""",  # noqa: S608 (conditions on columns)
        [here, statements.key(cycle), statements.key(cycle), *gate.parameters, most],
    )
    return [name for (name,) in found]


# Pieces of statements: names of columns and conditions on them; values are parameters.
_IS_OPEN_OBJECTIVE = "goal.kind = 'objective' AND goal.state = 'active'"
# Asked apart of what everybody sees and of the rest: each is a step into an index.
_OF_TEAM = f"""SELECT 1 FROM goals_goal AS goal
    WHERE goal.organization_id = team.organization_id AND goal.cycle_id = %s
        AND goal.team_id = team.id AND {_IS_OPEN_OBJECTIVE}"""  # noqa: S608
_COLUMNS = """goal.id, goal.kind, goal.short_id, goal.statement, team.name, owner.name,
    goal.confidence, goal.last_checked_in_on, goal.help_wanted"""
_JOINS = """JOIN people_person AS owner ON owner.id = goal.owner_id
    LEFT JOIN people_team AS team ON team.id = goal.team_id"""


def _roots(viewer: Viewer, cycles: Sequence[UUID]) -> list[MapGoal]:
    """Open objectives directly under a pillar, and those that serve nothing at all."""
    if not cycles:
        return []
    top = at_the_top(viewer.organization_id, cycles)
    return _read(
        viewer,
        f"""SELECT up.pillar_id, {_COLUMNS} FROM goals_goal AS goal {_JOINS}
        LEFT JOIN goals_alignmentlink AS up ON up.child_id = goal.id
        WHERE goal.organization_id = %s AND {top.text} AND {_IS_OPEN_OBJECTIVE}
            AND NOT EXISTS (SELECT 1 FROM goals_alignmentlink AS served
                WHERE served.child_id = goal.id AND served.parent_id IS NOT NULL)""",  # noqa: S608
        [statements.key(viewer.organization_id), *top.parameters],
        f"ORDER BY goal.id LIMIT {MOST_ROOTS}",
    )


def _below(viewer: Viewer, parents: Sequence[UUID]) -> list[MapGoal]:
    """Open objectives under the given ones."""
    return _read(
        viewer,
        f"""SELECT link.parent_id, {_COLUMNS} FROM goals_alignmentlink AS link
        JOIN goals_goal AS goal ON goal.id = link.child_id {_JOINS}
        WHERE {statements.is_among("link.parent_id")} AND link.organization_id = %s
            AND {_IS_OPEN_OBJECTIVE}""",  # noqa: S608
        [statements.keys(parents), statements.key(viewer.organization_id)],
        f"ORDER BY link.is_primary DESC, link.position, link.id LIMIT {MOST_BELOW}",
    )


def _smart_goals(viewer: Viewer, objectives: Sequence[UUID]) -> list[MapGoal]:
    """SMART goals under the objectives themselves or under one of their key results."""
    among, wanted = statements.is_among("upper.parent_id"), statements.keys(objectives)
    here = statements.key(viewer.organization_id)
    return _read(
        viewer,
        f"""SELECT above.id, {_COLUMNS} FROM (
            SELECT upper.parent_id AS id, upper.child_id FROM goals_alignmentlink AS upper
            WHERE {among} AND upper.organization_id = %s
            UNION
            SELECT upper.parent_id AS id, lower.child_id FROM goals_alignmentlink AS upper
            JOIN goals_goal AS between_them ON between_them.id = upper.child_id
            JOIN goals_alignmentlink AS lower ON lower.parent_id = between_them.id
            WHERE {among} AND upper.organization_id = %s AND between_them.kind = 'key_result'
        ) AS above CROSS JOIN goals_goal AS goal {_JOINS}
        WHERE goal.id = above.child_id AND goal.kind = 'smart' AND goal.state = 'active'""",  # noqa: S608
        [wanted, here, wanted, here],
        f"ORDER BY goal.id LIMIT {MOST_BELOW}",
    )


def _read(viewer: Viewer, statement: str, values: list[Any], ending: str) -> list[MapGoal]:
    """What a statement finds of what the viewer may see, with what each was found under."""
    gate = seen(viewer)
    found = statements.rows(f"{statement} AND {gate.text} {ending}", [*values, *gate.parameters])
    return _merged((above and as_key(above), _goal(*row)) for above, *row in found)


def _merged(pairs: Iterable[tuple[UUID | None, MapGoal]]) -> list[MapGoal]:
    """One goal for each key, with all the parents it was found under."""
    goals: dict[UUID, MapGoal] = {}
    for parent, goal in pairs:
        known = goals.get(goal.key, goal)
        added = (parent,) if parent is not None and parent not in known.parents else ()
        goals[goal.key] = replace(known, parents=known.parents + added)
    return list(goals.values())


def _goal(
    key: Any, kind: str, short_id: str, statement: str, team: str | None, owner: str, *rest: Any
) -> MapGoal:
    confidence, spoken, help_wanted = rest
    return MapGoal(
        as_key(key),
        kind,
        short_id,
        statement,
        team or "",
        owner,
        confidence,
        spoken,
        bool(help_wanted),
    )


def _chosen(root: Goal) -> MapGoal:
    return MapGoal(
        root.pk,
        root.kind,
        root.short_id,
        root.statement,
        root.team.name if root.team is not None else "",
        root.owner.name,
        root.confidence,
        root.last_checked_in_on,
        root.help_wanted,
    )
