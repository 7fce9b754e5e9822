"""Percentages: `35%`, `0.35` with a percent format, `35` under a heading with %, and `0.35`.

The last could be a third of a percent or a share: it is asked, once for each column.
"""

from collections.abc import Callable, Mapping
from decimal import Decimal

from northing.spreadsheets.rules.cells import Cell
from northing.spreadsheets.rules.columns import Columns
from northing.spreadsheets.rules.entries import Entry
from northing.spreadsheets.rules.fields import Field
from northing.spreadsheets.rules.numbers import Amount, NotANumber, in_percent, read_amount
from northing.spreadsheets.rules.report import Findings, Option
from northing.spreadsheets.rules.units import shortened
from northing.spreadsheets.rules.words import compared

_SHARES, _PERCENT = "shares", "percent"


def as_percents(
    entry: Entry,
    amounts: Mapping[Field, Amount],
    is_proved: Callable[[Cell], bool],
    findings: Findings,
) -> dict[Field, Amount]:
    """The amounts of a row that is in percent, each in percent; other rows as they are.

    `is_proved` says whether bare numbers of a cell's column are known to be percentages.
    """
    if not _is_in_percent(entry, amounts):
        return dict(amounts)
    return {
        field: amount
        if amount.unit
        else _meant(entry, field, amount, is_proved(entry.cells[field]), findings)
        for field, amount in amounts.items()
    }


def _is_in_percent(entry: Entry, amounts: Mapping[Field, Amount]) -> bool:
    if shortened(entry.text(Field.UNIT)) == "%" or any(a.is_percent for a in amounts.values()):
        return True
    cells = (entry.cells.get(field) for field in amounts)
    headings = [entry.columns.heading(cell.column) for cell in cells if cell is not None]
    words = [word for heading in headings for word in compared(heading).split()]
    return Field.PERCENT_DONE in amounts or any(
        "%" in word or word in ("percent", "prozent") for word in words
    )


def _meant(
    entry: Entry, field: Field, amount: Amount, is_proved: bool, findings: Findings
) -> Amount:
    """A bare number in a row of percentages: a share or a percentage."""
    cell = entry.cells[field]
    if is_proved or not 0 < amount.value <= 1:
        return Amount(amount.value, amount.upper, amount.bound, amount.is_strict, "%")
    share = in_percent(amount)
    answer = findings.ask(
        f"percent:{entry.columns.table.column_key(cell.column)}",
        f"What is {cell.text} in the column {entry.at(cell).column_name}?",
        [
            Option(_SHARES, f"A share: {share.value:f} %"),
            Option(_PERCENT, f"A percentage: {amount.value:f} %"),
        ],
        place=entry.at(cell),
        found=[cell.text],
    )
    if answer == _SHARES:
        return share
    return Amount(amount.value, amount.upper, amount.bound, amount.is_strict, "%")


def holds_percentages(columns: Columns, column: int) -> bool:
    """Whether a bare number above 1 in the column, in a row of percent, proves percentages."""
    unit = columns.of(Field.UNIT)
    if unit is None:
        named = "%" in columns.heading(column)
        return named and any(_bare(cell) > 1 for cell in columns.table.cells_of(column))
    in_percent_rows = (
        cell
        for cell in columns.table.cells_of(column)
        if (stated := columns.table.sheet.cell(cell.row, unit)) is not None
        and shortened(stated.text) == "%"
    )
    return any(_bare(cell) > 1 for cell in in_percent_rows)


def _bare(cell: Cell) -> Decimal:
    try:
        amount = read_amount(cell, None)
    except (NotANumber, ValueError):
        return Decimal(0)
    return Decimal(0) if amount.unit else amount.value
