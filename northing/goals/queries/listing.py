"""Goals page by page: in an order that an index holds, from where the last page ended.

No page counts the organization's goals, and none is slower than the first.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any
from uuid import UUID

from northing.goals.models import Goal
from northing.goals.queries.filters import GoalFilter, conditions, walked
from northing.goals.queries.gate import visible_to
from northing.goals.queries.rows import COLUMNS, JOINS, GoalRow, goal_row
from northing.goals.queries.seen import Condition, seen
from northing.goals.queries.viewer import Viewer
from northing.storage import statements

PAGE = 50
EXPORTED_AT_ONCE = 500


class Sort(StrEnum):
    """The orders in which goals are listed. Each stands in an index of a cycle's goals."""

    WRITTEN = "written"
    DUE = "due"
    SAYS = "says"
    STATEMENT = "statement"


_COLUMN = {Sort.DUE: "goal.due", Sort.SAYS: "goal.confidence", Sort.STATEMENT: "goal.statement"}


@dataclass(frozen=True, slots=True)
class Order:
    """A sort, perhaps turned round."""

    by: Sort = Sort.WRITTEN
    is_reversed: bool = False


@dataclass(frozen=True, slots=True)
class Place:
    """Where a page begins: after the goal with this key, whose sorted column held `value`."""

    key: UUID
    value: Any = None
    is_backwards: bool = False


@dataclass(frozen=True, slots=True)
class GoalPage:
    """Up to PAGE goals, and the places of the pages around them."""

    rows: Sequence[GoalRow]
    previous: Place | None
    next: Place | None


def goal_page(
    viewer: Viewer,
    cycle_id: UUID,
    wanted: GoalFilter,
    today: date,
    order: Order,
    place: Place | None = None,
    size: int = PAGE,
) -> GoalPage:
    """The goals of a cycle that the viewer may see and that are wanted, one page of them."""
    backwards = place is not None and place.is_backwards
    text, parameters = _statement(viewer, cycle_id, wanted, today, order, place, size + 1)
    rows = [goal_row(row) for row in statements.rows(text, parameters)]
    is_more = len(rows) > size
    rows = rows[:size]
    if backwards:
        rows.reverse()
    if not rows:
        return GoalPage((), None, None)
    first, last = rows[0], rows[-1]
    has_before = is_more if backwards else place is not None
    has_after = True if backwards else is_more
    return GoalPage(
        rows,
        Place(first.key, sorted_value(first, order.by), True) if has_before else None,
        Place(last.key, sorted_value(last, order.by)) if has_after else None,
    )


def every_goal(
    viewer: Viewer, cycle_id: UUID, wanted: GoalFilter, today: date, order: Order
) -> Iterator[GoalRow]:
    """All wanted goals, read piece by piece: no long statement holds the database."""
    place: Place | None = None
    while True:
        found = goal_page(viewer, cycle_id, wanted, today, order, place, EXPORTED_AT_ONCE)
        yield from found.rows
        place = found.next
        if place is None:
            return


def newest_goal(viewer: Viewer) -> Goal | None:
    """The goal that was written last among those the viewer may see, with its cycle."""
    return visible_to(viewer).select_related("cycle").order_by("-id").first()


def sorted_value(row: GoalRow, by: Sort) -> Any:
    """What a row holds in the column that sorts it; None where its key alone does."""
    if by is Sort.DUE:
        return row.due
    if by is Sort.SAYS:
        return row.confidence
    return row.statement if by is Sort.STATEMENT else None


def _statement(
    viewer: Viewer,
    cycle_id: UUID,
    wanted: GoalFilter,
    today: date,
    order: Order,
    place: Place | None,
    limit: int,
) -> tuple[str, list[Any]]:
    backwards = place is not None and place.is_backwards
    descending = order.is_reversed != backwards
    parts = [
        Condition(
            "goal.organization_id = %s AND goal.cycle_id = %s",
            (statements.key(viewer.organization_id), statements.key(cycle_id)),
        ),
        *conditions(wanted, viewer.organization_id, today),
        *([_beyond(order, place, descending)] if place is not None else []),
        seen(viewer),
    ]
    where = " AND ".join(part.text for part in parts)
    text = (
        f"SELECT {COLUMNS} FROM goals_goal AS goal {JOINS} WHERE {where}"  # noqa: S608 (columns)
        f" ORDER BY {_order_by(order.by, descending, backwards, is_narrow=wanted.is_narrow)}"
        f" LIMIT {limit}"
    )
    return text, [value for part in parts for value in part.parameters]


def _order_by(by: Sort, descending: bool, backwards: bool, *, is_narrow: bool) -> str:
    """Goals without a word of their owner come last, whichever way the others are sorted."""
    turn = " DESC" if descending else ""
    key = walked("goal.id") if is_narrow else "goal.id"
    if by is Sort.WRITTEN:
        return f"{key}{turn}"
    column = walked(_COLUMN[by]) if is_narrow else _COLUMN[by]
    nulls = ""
    if by is Sort.SAYS:
        nulls = " NULLS FIRST" if backwards else " NULLS LAST"
    return f"{column}{turn}{nulls}, {key}{turn}"


def _beyond(order: Order, place: Place, descending: bool) -> Condition:
    """That a goal lies beyond a place, in the direction in which the page is read."""
    sign, key = "<" if descending else ">", statements.key(place.key)
    if order.by is Sort.WRITTEN:
        return Condition(f"goal.id {sign} %s", (key,))
    column = _COLUMN[order.by]
    if order.by is not Sort.SAYS:
        return Condition(f"({column}, goal.id) {sign} (%s, %s)", (place.value, key))
    if place.value is None:
        others = f" OR {column} IS NOT NULL" if place.is_backwards else ""
        return Condition(f"(({column} IS NULL AND goal.id {sign} %s){others})", (key,))
    nulls = "" if place.is_backwards else f" OR {column} IS NULL"
    return Condition(f"(({column}, goal.id) {sign} (%s, %s){nulls})", (place.value, key))
