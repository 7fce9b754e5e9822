"""How the numbers and dates of a file are to be read, as far as the file itself proves it.

A number such as `1,250` and a date such as `01/02/2027` are read by what other cells of the same
column prove, else by what the rest of the file proves when it all agrees. Otherwise it is asked.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field

from northing.spreadsheets.rules.columns import Columns, ColumnUse
from northing.spreadsheets.rules.dates import Order, ambiguous_dates, proved_orders
from northing.spreadsheets.rules.fields import DATES, NUMBERS
from northing.spreadsheets.rules.numbers import Mark, ambiguous_numbers, decimal_marks
from northing.spreadsheets.rules.percents import holds_percentages
from northing.spreadsheets.rules.report import Findings, Option, Place


@dataclass(slots=True)
class Evidence:
    """The decimal mark and the order of day and month, by table key and column."""

    marks: dict[tuple[str, int], Mark] = field(default_factory=dict)
    orders: dict[tuple[str, int], Order] = field(default_factory=dict)
    percents: set[tuple[str, int]] = field(default_factory=set)

    def mark(self, columns: Columns, column: int) -> Mark | None:
        """The decimal mark of a column; None when nothing tells."""
        return self.marks.get((columns.table.key, column))

    def order(self, columns: Columns, column: int) -> Order | None:
        """Day or month first in a column; None when nothing tells."""
        return self.orders.get((columns.table.key, column))

    def proves_percent(self, columns: Columns, column: int) -> bool:
        """Whether bare numbers of a column in percent are percentages, some being above 1."""
        return (columns.table.key, column) in self.percents


def weigh(tables: Sequence[Columns], findings: Findings) -> Evidence:
    """Decide every column of numbers and dates, asking where the file does not."""
    evidence = Evidence()
    number_columns = [(c, u) for c in tables for u in c.uses if u.field in NUMBERS]
    date_columns = [(c, u) for c in tables for u in c.uses if u.field in DATES]
    marks = decimal_marks(t for c, u in number_columns for t in _texts(c, u))
    orders = proved_orders(t for c, u in date_columns for t in _texts(c, u))
    for columns, use in number_columns:
        mark = _mark_of(columns, use, marks, findings)
        if mark is not None:
            evidence.marks[columns.table.key, use.column] = mark
        if holds_percentages(columns, use.column):
            evidence.percents.add((columns.table.key, use.column))
    for columns, use in date_columns:
        order = _order_of(columns, use, orders, findings)
        if order is not None:
            evidence.orders[columns.table.key, use.column] = order
    return evidence


def _mark_of(
    columns: Columns, use: ColumnUse, in_file: set[Mark], findings: Findings
) -> Mark | None:
    texts = _texts(columns, use)
    proved = decimal_marks(texts) or in_file
    unclear = ambiguous_numbers(texts)
    if len(proved) == 1 or not unclear:
        return next(iter(proved)) if len(proved) == 1 else None
    example = unclear[0]
    answer = findings.ask(
        f"decimals:{columns.table.column_key(use.column)}",
        f"What is {example} in the column {_name(columns, use)}?",
        [
            Option("point", f"{_as_whole(example, Mark.POINT)} (a point stands before decimals)"),
            Option("comma", f"{_as_whole(example, Mark.COMMA)} (a comma stands before decimals)"),
        ],
        place=Place(columns.table.sheet.name, None, use.column, use.heading),
        found=unclear,
        count=len(unclear),
    )
    return {"point": Mark.POINT, "comma": Mark.COMMA}.get(answer or "")


def _order_of(
    columns: Columns, use: ColumnUse, in_file: set[Order], findings: Findings
) -> Order | None:
    texts = _texts(columns, use)
    proved = proved_orders(texts) or in_file
    unclear = ambiguous_dates(texts)
    if len(proved) == 1 or not unclear:
        return next(iter(proved)) if len(proved) == 1 else None
    answer = findings.ask(
        f"dates:{columns.table.column_key(use.column)}",
        f"Which comes first in {unclear[0]} in the column {_name(columns, use)}?",
        [Option("day", "the day"), Option("month", "the month")],
        place=Place(columns.table.sheet.name, None, use.column, use.heading),
        found=unclear,
        count=len(unclear),
    )
    return Order(answer) if answer else None


def _as_whole(example: str, mark: Mark) -> str:
    """The example as it would be read: without the marks between thousands."""
    other = "," if mark is Mark.POINT else "."
    return example.replace(other, "").replace(mark, ".")


def _texts(columns: Columns, use: ColumnUse) -> list[str]:
    return [
        cell.value
        for cell in columns.table.cells_of(use.column)
        if isinstance(cell.value, str) and not cell.fault
    ]


def _name(columns: Columns, use: ColumnUse) -> str:
    return f"{use.letter} ({use.heading})" if use.heading else use.letter
