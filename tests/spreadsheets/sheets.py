"""Plans of small tables, without files and without a database."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from northing.measures.periods import Period
from northing.spreadsheets.rules.cells import Cell, MergedRange, Sheet, Upload
from northing.spreadsheets.rules.drafts import Draft
from northing.spreadsheets.rules.plan import Plan
from northing.spreadsheets.rules.planning import Wishes, plan
from northing.spreadsheets.rules.snapshot import (
    KnownCycle,
    KnownPerson,
    KnownTeam,
    Snapshot,
)

TODAY = date(2027, 2, 15)
ME = KnownPerson("me", "Vera Admin", "vera@example.org")
ANN = KnownPerson("ann", "Ann Lee", "ann@example.org")
BO = KnownPerson("bo", "Bo Berg", "bo@example.org")
GONE = KnownPerson("gone", "Cy Gone", "cy@example.org", has_left=True)
QUARTER = KnownCycle("q1", "Q1 2027", Period(date(2027, 1, 1), date(2027, 3, 31)), True, True)
SALES = KnownTeam("sales", "Sales", "SA")
SNAPSHOT = Snapshot(ME, (ME, ANN, BO, GONE), (SALES,), (QUARTER,))

Rows = Sequence[Sequence[Any]]


def sheet_of(
    rows: Rows,
    name: str = "Plan",
    indents: Mapping[int, int] | None = None,
    merged: Sequence[MergedRange] = (),
    outline: Mapping[int, int] | None = None,
) -> Sheet:
    """A sheet from rows of values; "" and None are empty cells."""
    cells: dict[int, dict[int, Cell]] = {}
    for row, values in enumerate(rows, start=1):
        for column, value in enumerate(values, start=1):
            if value not in ("", None):
                indent = (indents or {}).get(row, 0)
                held = Decimal(value) if isinstance(value, int) else value
                cells.setdefault(row, {})[column] = Cell(row, column, held, indent=indent)
    return Sheet(name, cells, tuple(merged), outline or {})


def plan_of(
    rows: Rows,
    *,
    snapshot: Snapshot = SNAPSHOT,
    answers: Mapping[str, str] | None = None,
    mapping: Mapping[str, str] | None = None,
    today: date = TODAY,
    **options: Any,
) -> Plan:
    """The plan of one table."""
    wishes = Wishes((), mapping or {}, answers or {})
    return plan(Upload("plan.xlsx", (sheet_of(rows, **options),)), wishes, snapshot, today)


def drafts_of(rows: Rows, **options: Any) -> list[Draft]:
    """The drafts of one table."""
    return [each.draft for each in plan_of(rows, **options).differences]


def tree_of(rows: Rows, **options: Any) -> dict[str, str | None]:
    """The wording of every goal with the wording of its first parent."""
    drafts = drafts_of(rows, **options)
    wording = {draft.number: draft.statement for draft in drafts}
    return {
        draft.statement: wording.get(draft.links[0].draft or 0) if draft.links else None
        for draft in drafts
    }


def kinds_of(rows: Rows, **options: Any) -> dict[str, str]:
    """The wording of every goal with its kind."""
    return {draft.statement: draft.kind.value for draft in drafts_of(rows, **options)}


def open_keys(plan: Plan) -> list[str]:
    """The keys of the questions without an answer."""
    return [question.key for question in plan.open_questions]


def told(plan: Plan) -> list[tuple[int | None, str | None, str]]:
    """Every error with its row, its column and what was found."""
    return [(p.place.row, p.place.column_name, p.found) for p in plan.errors]
