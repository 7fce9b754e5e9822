"""Where every goal stands on the map: a compact tree on primary parents, from left to right.

Pure. Mission, pillars, company goals, team goals and SMART goals stand in columns; a goal stands
right of its primary parent, centred on its children. Further parents are curves on top.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

COLUMN_OF = {"mission": 0, "pillar": 1, "company": 2, "team": 3, "key_result": 4, "smart": 4}
COLUMN_WORDS = ("Mission", "Pillars", "Company goals", "Team goals", "SMART goals")
_COLUMN_GAP, _SIBLING_GAP, _FAMILY_GAP, _TOP = 28, 8, 18, 32


class _Box(NamedTuple):
    width: int
    one_line: int
    next_line: int
    letters_a_line: int


_BOXES = {
    "mission": _Box(104, 66, 20, 8),
    "pillar": _Box(138, 42, 19, 15),
    "company": _Box(180, 54, 17, 19),
    "team": _Box(202, 49, 17, 22),
    "key_result": _Box(178, 45, 15, 20),
    "smart": _Box(178, 45, 15, 20),
}


class MapNode(NamedTuple):
    """What is to be placed. `parent` is the primary parent's id; `name_length` in letters."""

    id: str
    kind: str
    parent: str | None = None
    extra_parents: tuple[str, ...] = ()
    team: str = ""
    name_length: int = 24


class Placed(NamedTuple):
    """A node with its box. `stands_for` counts the goals of a collapsed team, else it is 0."""

    id: str
    kind: str
    x: int
    y: int
    width: int
    height: int
    parent: str | None
    team: str = ""
    stands_for: int = 0


class Edge(NamedTuple):
    """A link from child to parent; `path` is ready for an SVG path's `d`."""

    child: str
    parent: str
    path: str
    is_extra: bool = False


@dataclass(frozen=True, slots=True)
class Layout:
    """The whole map in pixels; `columns` are (heading, x)."""

    nodes: tuple[Placed, ...]
    edges: tuple[Edge, ...]
    columns: tuple[tuple[str, int], ...]
    width: int
    height: int


def lay_out(nodes: Sequence[MapNode], collapse_beyond: int | None = 300) -> Layout:
    """Places every node; more than `collapse_beyond` of them are collapsed by team first.

    The order of `nodes` is the order from top to bottom. An unknown parent makes a root.
    """
    stands_for: Counter[str] = Counter()
    if collapse_beyond is not None and len(nodes) > collapse_beyond:
        nodes, stands_for = collapsed_by_team(nodes)
    tree = _Tree(nodes)
    tops = tree.tops()
    xs, right_edge = _columns(tree)
    placed = {
        id_: Placed(
            id_,
            kind,
            xs[tree.column[id_]],
            tops[id_],
            _BOXES[kind].width,
            tree.height[id_],
            tree.parent_of[id_],
            team,
            stands_for.get(id_, 0),
        )
        for id_, kind, _, _, team, _ in nodes
    }
    headings = tuple(zip(COLUMN_WORDS, xs, strict=False))
    bottom = max((one.y + one.height for one in placed.values()), default=_TOP)
    edges = tuple(_edges(nodes, placed))
    return Layout(tuple(placed.values()), edges, headings, right_edge, bottom + 4)


def collapsed_by_team(nodes: Sequence[MapNode]) -> tuple[list[MapNode], Counter[str]]:
    """Mission, pillars and company goals stay; below them one node stands for each team."""
    by_id = {node.id: node for node in nodes}
    kept = {node.id for node in nodes if COLUMN_OF[node.kind] <= COLUMN_OF["company"]}
    shown = [node for node in nodes if node.id in kept]
    stands_for: Counter[str] = Counter()
    for node in nodes:
        if node.id in kept:
            continue
        above = _nearest(node, by_id, kept)
        place = f"{above or 'none'}/{node.team}"
        if place not in stands_for:
            shown.append(MapNode(place, "team", above, team=node.team))
        stands_for[place] += 1
    return shown, stands_for


def _nearest(node: MapNode, by_id: dict[str, MapNode], kept: set[str]) -> str | None:
    seen, parent = {node.id}, node.parent
    while parent is not None and parent in by_id and parent not in seen:
        if parent in kept:
            return parent
        seen.add(parent)
        parent = by_id[parent].parent
    return None


class _Tree:
    """The tree of primary parents, and how far down each node stands."""

    def __init__(self, nodes: Sequence[MapNode]) -> None:
        self.kind = {node.id: node.kind for node in nodes}
        self.height = {node.id: _height(node) for node in nodes}
        self.parent_of: dict[str, str | None] = {
            node.id: node.parent if node.parent in self.kind and node.parent != node.id else None
            for node in nodes
        }
        self.children: dict[str, list[str]] = {node.id: [] for node in nodes}
        for child, parent in self.parent_of.items():
            if parent is not None:
                self.children[parent].append(child)
        self.column: dict[str, int] = {}
        self.order = self._parents_first()

    def _parents_first(self) -> list[str]:
        """Parents before children, last children first: read backwards, children come first.

        What hangs in a loop is cut loose and becomes a root.
        """
        order: list[str] = []
        stack = [id_ for id_, parent in self.parent_of.items() if parent is None]
        waiting = dict.fromkeys(self.kind)
        while waiting:
            if not stack:
                stack.append(self._cut_loose(next(iter(waiting))))
            id_ = stack.pop()
            del waiting[id_]
            order.append(id_)
            parent, own = self.parent_of[id_], COLUMN_OF[self.kind[id_]]
            self.column[id_] = own if parent is None else max(own, self.column[parent] + 1)
            stack.extend(self.children[id_])
        return order

    def _cut_loose(self, id_: str) -> str:
        parent = self.parent_of[id_]
        if parent is not None:
            self.children[parent].remove(id_)
        self.parent_of[id_] = None
        return id_

    def tops(self) -> dict[str, int]:
        """The top edge of every node.

        From the top down each column is filled to a depth. A leaf stands under the last node of its
        column; a parent is centred on its children, and where its own column is already filled
        further down, it moves with all that stands under it.
        """
        top: dict[str, float] = {}
        moved_by: dict[str, float] = {}
        deepest: dict[str, int] = {}
        filled: dict[int, float] = {}
        family: dict[int, str | None] = {}
        for id_ in reversed(self.order):
            column, below, parent = self.column[id_], self.children[id_], self.parent_of[id_]
            gap = _SIBLING_GAP if family.get(column) == parent else _FAMILY_GAP
            lowest = filled[column] + gap if column in filled else _TOP
            deepest[id_] = max([deepest[child] for child in below], default=column)
            top[id_] = lowest
            if below:
                wanted = self._centre(top, below) - self.height[id_] / 2
                top[id_] = max(wanted, lowest)
                if wanted < lowest:
                    moved_by[id_] = lowest - wanted
                    for right in range(column + 1, deepest[id_] + 1):
                        if right in filled:
                            filled[right] += lowest - wanted
            filled[column] = top[id_] + self.height[id_]
            family[column] = parent
        return self._moved(top, moved_by)

    def _centre(self, top: dict[str, float], below: list[str]) -> float:
        last = below[-1]
        return (top[below[0]] + top[last] + self.height[last]) / 2

    def _moved(self, top: dict[str, float], moved_by: dict[str, float]) -> dict[str, int]:
        down: dict[str | None, float] = {None: 0.0}
        for id_ in self.order:
            inherited = down[self.parent_of[id_]]
            down[id_] = inherited + moved_by.get(id_, 0.0)
            top[id_] += inherited
        # Rounding down takes less than a pixel from the gap between two nodes.
        return {id_: int(y) for id_, y in top.items()}


def _height(node: MapNode) -> int:
    box = _BOXES[node.kind]
    return box.one_line + box.next_line * ((max(node.name_length, 1) - 1) // box.letters_a_line)


def _columns(tree: _Tree) -> tuple[list[int], int]:
    """Left edges of the columns, and the right edge of the last one."""
    widths = [0] * (max(tree.column.values(), default=0) + 1)
    for id_, column in tree.column.items():
        widths[column] = max(widths[column], _BOXES[tree.kind[id_]].width)
    xs, x = [], 0
    for width in widths:
        xs.append(x)
        x += width + _COLUMN_GAP if width else 0
    return xs, max(x - _COLUMN_GAP, 0)


def _edges(nodes: Sequence[MapNode], placed: dict[str, Placed]) -> Iterable[Edge]:
    for node in nodes:
        child = placed[node.id]
        if child.parent is not None:
            yield Edge(node.id, child.parent, _curve(placed[child.parent], child))
        for extra in dict.fromkeys(node.extra_parents):
            if extra in placed and extra not in (child.parent, node.id):
                yield Edge(node.id, extra, _curve(placed[extra], child), is_extra=True)


def _curve(parent: Placed, child: Placed) -> str:
    x1, y1 = parent.x + parent.width, parent.y + parent.height // 2
    x2, y2 = child.x, child.y + child.height // 2
    middle = (x1 + x2) // 2 if x2 > x1 else max(x1, x2) + 40
    return f"M{x1} {y1}C{middle} {y1} {middle} {y2} {x2} {y2}"
