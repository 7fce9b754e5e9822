"""The plan as a tree: pillars, the goals that serve them, and what hangs under those.

A goal stands under its primary parent. One whose parents are all out of sight (none, of another
cycle, or not for this viewer) stands at the top. A plan of up to 160 goals is read whole. Of a
larger one whole levels are read as long as they hold 60; what lies deeper is asked for goal by
goal.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple
from uuid import UUID

from northing.goals.queries.lineage import Line, lines_above, whole_levels_below
from northing.goals.queries.rows import COLUMNS, JOINS, WIDTH, GoalRow, goal_row
from northing.goals.queries.seen import Condition, seen
from northing.goals.queries.viewer import Viewer
from northing.storage import statements
from northing.storage.statements import as_key

MOST_SHOWN = 160
MOST_LEVELS = 60
MOST_OPENED = 60
MOST_UNDER_ONE = 100
MOST_LOOKED_AT = 600


class Branch(NamedTuple):
    """A goal in the outline. `is_match` False: shown only as the way to what was asked for.

    `has_more`: goals hang under it that were not read.
    """

    goal: GoalRow
    children: "tuple[Branch, ...]" = ()
    has_more: bool = False
    is_match: bool = True


@dataclass(frozen=True, slots=True)
class Outline:
    """The branches under each pillar (by its key), and those that hang under nothing shown.

    `pillars` names those that have branches. `is_whole` False: the plan is large, and what lies
    deeper was not read.
    """

    by_pillar: Mapping[UUID, Sequence[Branch]] = field(default_factory=dict)
    pillars: Mapping[UUID, str] = field(default_factory=dict)
    loose: Sequence[Branch] = ()
    is_whole: bool = True


class _Node(NamedTuple):
    """A goal with what its tree needs to know."""

    goal: GoalRow
    pillar: UUID | None
    pillar_name: str
    pillar_position: int
    parent: UUID | None
    position: int
    is_parent: bool


def outline(viewer: Viewer, cycles: Sequence[UUID]) -> Outline:
    """The plan of some cycles from the top down, in a constant number of statements.

    The first cycle is the one that was asked for; the others are those around and inside it.
    """
    if not _is_large(viewer, cycles):
        return _grown(_read(viewer, *_among("goal.cycle_id", cycles)))
    tops = _tops(viewer, cycles)
    lines = whole_levels_below(viewer.organization_id, tops, MOST_OPENED)
    nodes = tops | _nodes(viewer, [child for child, _ in lines], cycles)
    return _grown(nodes, is_whole=False)


def outline_of(viewer: Viewer, found: Sequence[GoalRow]) -> Outline:
    """Some goals with what they serve: the way from the pillars to what was asked for.

    Of a very long way only the levels next to what was asked for.
    """
    keys = [goal.key for goal in found]
    above = _nearest(keys, lines_above(viewer.organization_id, keys))
    nodes = _read(viewer, *_among("goal.id", {*keys, *above}))
    return _grown(nodes, matches=frozenset(keys))


def _nearest(goals: Iterable[UUID], lines: Iterable[Line]) -> set[UUID]:
    """What lies at most MOST_LEVELS above the goals."""
    parents_of: dict[UUID, set[UUID]] = defaultdict(set)
    for child, parent in lines:
        parents_of[child].add(parent)
    reached, level = set[UUID](), set(goals)
    for _ in range(MOST_LEVELS):
        level = {parent for child in level for parent in parents_of[child]} - reached
        reached |= level
    return reached


def at_the_top(organization_id: UUID, cycles: Sequence[UUID]) -> Condition:
    """That a goal of some cycles is under a pillar, or among the oldest of the first cycle and
    under nothing. Found in the same time however many goals there are.
    """
    here = statements.key(organization_id)
    where, values = _among("goal.cycle_id", cycles)
    text = f"goal.id IN ({_UNDER_PILLARS} UNION ALL {_UNDER_NOTHING}) AND {where}"
    return Condition(text, (here, here, statements.key(cycles[0]), *values))


def branches_under(
    viewer: Viewer, parent: UUID, cycles: Sequence[UUID]
) -> tuple[Sequence[Branch], bool]:
    """The goals directly under one goal (at most 100), and whether there are still more."""
    where = f"""link.parent_id = %s AND link.is_primary
        AND {statements.is_among("goal.cycle_id")}"""
    nodes = _read(
        viewer,
        where,
        [statements.key(parent), statements.keys(cycles)],
        f"ORDER BY link.position, goal.id LIMIT {MOST_UNDER_ONE + 1}",
    )
    branches = [Branch(node.goal, has_more=node.is_parent) for node in nodes.values()]
    return branches[:MOST_UNDER_ONE], len(branches) > MOST_UNDER_ONE


def _is_large(viewer: Viewer, cycles: Sequence[UUID]) -> bool:
    where, values = _among("cycle_id", cycles)
    found = statements.rows(
        "SELECT count(*) FROM (SELECT 1 FROM goals_goal"  # noqa: S608 (a condition on a column)
        f" WHERE organization_id = %s AND {where} LIMIT {MOST_SHOWN + 1}) AS among",
        [statements.key(viewer.organization_id), *values],
    )
    return bool(found[0][0] > MOST_SHOWN)


def _tops(viewer: Viewer, cycles: Sequence[UUID]) -> dict[UUID, _Node]:
    top = at_the_top(viewer.organization_id, cycles)
    ending = f"ORDER BY link.position, goal.id LIMIT {MOST_SHOWN}"
    return _read(viewer, top.text, top.parameters, ending)


# CROSS JOIN keeps SQLite from scanning all links: most have no pillar, so ANALYZE makes the index
# on it look poor.
_UNDER_PILLARS = """SELECT up.child_id
    FROM strategy_pillar AS pillar CROSS JOIN goals_alignmentlink AS up
    WHERE pillar.organization_id = %s AND pillar.retired_on IS NULL
        AND up.pillar_id = pillar.id AND up.is_primary"""
_UNDER_NOTHING = f"""SELECT one.id FROM (SELECT first.id, first.organization_id
        FROM goals_goal AS first WHERE first.organization_id = %s AND first.cycle_id = %s
        ORDER BY first.id LIMIT {MOST_LOOKED_AT}) AS one
    WHERE NOT EXISTS (SELECT 1 FROM goals_alignmentlink AS up
        WHERE up.organization_id = one.organization_id AND up.child_id = one.id AND up.is_primary)
"""  # noqa: S608 (a number)


def _nodes(viewer: Viewer, goals: Iterable[UUID], cycles: Sequence[UUID]) -> dict[UUID, _Node]:
    where, values = _among("goal.id", goals)
    inside, more_values = _among("goal.cycle_id", cycles)
    return _read(viewer, f"{where} AND {inside}", [*values, *more_values])


def _among(column: str, keys: Iterable[UUID]) -> tuple[str, list[Any]]:
    return statements.is_among(column), [statements.keys(keys)]


def _read(viewer: Viewer, where: str, values: Sequence[Any], ending: str = "") -> dict[UUID, _Node]:
    gate = seen(viewer)
    text = f"""
        SELECT {COLUMNS}, pillar.id, pillar.name, pillar.position, link.parent_id, link.position,
            EXISTS (SELECT 1 FROM goals_alignmentlink AS below
                WHERE below.parent_id = goal.id AND below.is_primary)
        FROM goals_goal AS goal {JOINS}
        LEFT JOIN goals_alignmentlink AS link ON link.child_id = goal.id AND link.is_primary
        LEFT JOIN strategy_pillar AS pillar ON pillar.id = link.pillar_id
        WHERE goal.organization_id = %s AND {where} AND {gate.text} {ending}
    """  # noqa: S608 (names of columns; values are parameters)
    here = statements.key(viewer.organization_id)
    nodes = [_node(row) for row in statements.rows(text, [here, *values, *gate.parameters])]
    return {node.goal.key: node for node in nodes}


def _node(row: tuple[Any, ...]) -> _Node:
    pillar, name, place, parent, position, is_parent = row[WIDTH:]
    return _Node(
        goal_row(row),
        None if pillar is None else as_key(pillar),
        name or "",
        place or 0,
        None if parent is None else as_key(parent),
        position or 0,
        bool(is_parent),
    )


def _grown(
    nodes: Mapping[UUID, _Node],
    matches: frozenset[UUID] | None = None,
    *,
    is_whole: bool = True,
) -> Outline:
    """Branches from nodes, each parent's in the order of its links."""
    under: dict[UUID | None, list[_Node]] = defaultdict(list)
    for node in sorted(nodes.values(), key=lambda node: (node.position, node.goal.key)):
        under[node.parent if node.parent in nodes else None].append(node)

    def branch(node: _Node) -> Branch | None:
        """None for a way that leads to nothing that was asked for."""
        children = tuple(filter(None, (branch(child) for child in under[node.goal.key])))
        is_match = matches is None or node.goal.key in matches
        has_more = node.is_parent and not children and not is_whole
        return Branch(node.goal, children, has_more, is_match) if is_match or children else None

    by_pillar: dict[UUID, list[Branch]] = defaultdict(list)
    pillars = {}
    loose = []
    for node in sorted(under[None], key=lambda node: node.pillar_position):
        grown = branch(node)
        if grown is not None and node.pillar is not None:
            pillars[node.pillar] = node.pillar_name
            by_pillar[node.pillar].append(grown)
        elif grown is not None:
            loose.append(grown)
    return Outline(by_pillar, pillars, loose, is_whole)
