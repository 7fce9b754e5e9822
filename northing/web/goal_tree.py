"""The plan as nested lists: every line knows how many lists it opens and closes."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple
from uuid import UUID

from markupsafe import Markup

from northing.goals.queries.outline import Branch, Outline
from northing.web.goal_lines import GoalLine, goal_line

_CLOSING = Markup("</li></ul>")


class TreeLine(NamedTuple):
    """A line of the tree: a goal, or (without one) a pillar or the mission by its name.

    `opens`: its children follow in a list of their own. `closing` ends the lists that end with it.
    `more` is the query of what hangs under it and was not read.
    """

    name: str
    kind: str
    goal: GoalLine | None
    opens: bool
    closing: Markup
    more: str = ""
    is_way: bool = False


class _Item(NamedTuple):
    """A node with its depth, before anybody knows what follows it."""

    depth: int
    name: str
    kind: str
    branch: Branch | None = None


@dataclass(frozen=True, slots=True)
class TreeOptions:
    """Where the lines lead to, and on which day they are read."""

    base: str
    today: date
    query: str


def tree_lines(
    outline: Outline,
    mission: str,
    pillars: Mapping[UUID, str],
    options: TreeOptions,
) -> Sequence[TreeLine]:
    """Mission, pillars and goals from the top down; what hangs under nothing comes last.

    `pillars` are those to be shown even when nothing stands under them.
    """
    return list(_lines(list(_items(outline, mission, pillars)), options))


def branch_lines(branches: Sequence[Branch], options: TreeOptions) -> Sequence[TreeLine]:
    """Some branches alone."""
    return list(_lines([item for branch in branches for item in _below(branch, 0)], options))


def _items(outline: Outline, mission: str, pillars: Mapping[UUID, str]) -> Iterator[_Item]:
    depth = 0
    named = {**pillars, **outline.pillars}
    if mission and named:
        yield _Item(0, mission, "mission")
        depth = 1
    for key, name in named.items():
        yield _Item(depth, name, "pillar")
        for branch in outline.by_pillar.get(key, ()):
            yield from _below(branch, depth + 1)
    if outline.loose and named:
        yield _Item(0, "Under no pillar", "loose")
    for branch in outline.loose:
        yield from _below(branch, 1 if named else 0)


def _below(branch: Branch, depth: int) -> Iterator[_Item]:
    yield _Item(depth, branch.goal.statement, branch.goal.kind, branch)
    for child in branch.children:
        yield from _below(child, depth + 1)


def _lines(items: Sequence[_Item], options: TreeOptions) -> Iterator[TreeLine]:
    lowest = min((item.depth for item in items), default=0)
    for place, item in enumerate(items):
        after = items[place + 1].depth if place + 1 < len(items) else lowest
        opens = after > item.depth
        branch = item.branch
        yield TreeLine(
            name=item.name,
            kind=item.kind,
            goal=_goal(branch, options),
            opens=opens,
            closing=Markup("") if opens else _CLOSING * max(item.depth - after, 0),
            more=_more(branch, options),
            is_way=branch is not None and not branch.is_match,
        )


def _goal(branch: Branch | None, options: TreeOptions) -> GoalLine | None:
    if branch is None:
        return None
    return goal_line(branch.goal, options.base, options.today, shape_only=True)


def _more(branch: Branch | None, options: TreeOptions) -> str:
    if branch is None or not branch.has_more:
        return ""
    return f"{options.query}root={branch.goal.short_id}"
