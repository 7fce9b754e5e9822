"""A goal as one line of a list: words and marks, ready to be put into a template."""

from datetime import date
from typing import NamedTuple

from markupsafe import Markup

from northing.goals.queries.rows import GoalRow
from northing.goals.rules.kinds import GoalKind, GoalState
from northing.web.addresses import goal_address
from northing.web.formats import PACE_WORDS, STATUS_WORDS, age, due_in
from northing.web.goal_marks import (
    STATE_WORDS,
    help_mark,
    lock_mark,
    path_cell,
    says_cell,
    way_cell,
    who_mark,
)
from northing.web.marks import status_mark

KIND_WORDS = {
    GoalKind.OBJECTIVE: "Objective",
    GoalKind.KEY_RESULT: "Key result",
    GoalKind.SMART: "SMART goal",
}


class GoalLine(NamedTuple):
    """The cells of a goal. `closed` is the word of what became of it, empty while it is open."""

    kind: str
    short_id: str
    statement: str
    href: str
    status: Markup
    status_words: str
    lock: Markup
    help: Markup
    owner: Markup
    path: Markup
    way: Markup
    says: Markup
    checked_in: str
    pace: str
    next_due: str
    is_waiting: bool
    closed: str


def goal_line(row: GoalRow, base: str, today: date, *, shape_only: bool = False) -> GoalLine:
    """A goal as a line; `base` is the organization's address ("/kestrel/")."""
    status = row.status.value
    closed = STATE_WORDS.get(GoalState(row.state), "")
    return GoalLine(
        kind=row.kind,
        short_id=row.short_id,
        statement=row.statement,
        href=base + goal_address(row.kind, row.short_id, row.statement),
        status=status_mark(status, closed, "shape" if shape_only else ""),
        status_words=closed or STATUS_WORDS[status],
        lock=lock_mark(row),
        help=help_mark(row),
        owner=who_mark(row.owner),
        path=path_cell(row),
        way=way_cell(row, today),
        says=says_cell(row.confidence),
        checked_in="" if row.is_objective else age(row.checked_in_on, today),
        pace="" if closed else PACE_WORDS[row.pace(today)],
        next_due=due_in(row.next_due, today) if row.next_due and not closed else "",
        is_waiting=not closed and row.next_due is not None and row.next_due < today,
        closed=closed,
    )
