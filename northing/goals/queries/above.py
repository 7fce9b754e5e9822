"""What a goal serves: each of its parents, with the way from there up to a pillar."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from northing.goals.models import Goal
from northing.goals.queries.seen import seen
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.kinds import LinkMode
from northing.storage import statements

LEVELS = 4


@dataclass(frozen=True, slots=True)
class Named:
    """A goal by its name; a pillar has neither kind nor short id."""

    statement: str
    kind: str = ""
    short_id: str = ""
    confidence: int | None = None

    @property
    def is_pillar(self) -> bool:
        return not self.kind


@dataclass(frozen=True, slots=True)
class Line:
    """One parent, with what stands above it along primary parents: the highest first."""

    ends: Sequence[Named]
    mode: str
    is_primary: bool

    @property
    def parent(self) -> Named:
        return self.ends[-1]

    @property
    def contributes(self) -> bool:
        return self.mode == LinkMode.CONTRIBUTES


def lines_of(viewer: Viewer, goal: Goal) -> Sequence[Line]:
    """Every parent that the viewer may see, primary first, each with up to three levels above.

    One statement. What the viewer may not see ends a line and is not named.
    """
    gates = [seen(viewer, f"goal{level}") for level in range(1, LEVELS + 1)]
    found = statements.rows(
        _STATEMENT.format(*(gate.text for gate in gates)),
        [
            *(value for gate in gates for value in gate.parameters),
            statements.key(goal.pk),
            statements.key(viewer.organization_id),
        ],
    )
    lines = [_line(row) for row in found]
    return [line for line in lines if line is not None]


def _columns(level: int) -> str:
    names = ("id", "kind", "short_id", "statement", "confidence")
    goal = ", ".join(f"goal{level}.{name}" for name in names)
    return f"{goal}, pillar{level}.name"


def _joins(level: int) -> str:
    """Level 1 hangs on the goal's own links, each further one on the primary link below it."""
    link = (
        ""
        if level == 1
        else f"""LEFT JOIN goals_alignmentlink AS link{level}
            ON link{level}.child_id = goal{level - 1}.id AND link{level}.is_primary"""
    )
    return f"""{link}
        LEFT JOIN goals_goal AS goal{level}
            ON goal{level}.id = link{level}.parent_id AND {{{level - 1}}}
        LEFT JOIN strategy_pillar AS pillar{level} ON pillar{level}.id = link{level}.pillar_id"""


_LEVELS = range(1, LEVELS + 1)
_STATEMENT = f"""
    SELECT link1.mode, link1.is_primary, {", ".join(map(_columns, _LEVELS))}
    FROM goals_alignmentlink AS link1 {" ".join(map(_joins, _LEVELS))}
    WHERE link1.child_id = %s AND link1.organization_id = %s
    ORDER BY link1.is_primary DESC, link1.id
"""  # noqa: S608 (names of columns)


def _line(row: tuple[Any, ...]) -> Line | None:
    mode, is_primary, *cells = row
    ends = list(_ends(cells))
    return Line(ends[::-1], mode, bool(is_primary)) if ends else None


def _ends(cells: Sequence[Any]) -> Iterator[Named]:
    """The parent first, then upwards until a pillar, the top, or something out of sight."""
    for start in range(0, len(cells), 6):
        key, kind, short_id, statement, confidence, pillar = cells[start : start + 6]
        if pillar is not None:
            yield Named(pillar)
            return
        if key is None:
            return
        yield Named(statement, kind, short_id, confidence)
