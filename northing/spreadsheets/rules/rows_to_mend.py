"""The rejected rows as a CSV of the file's own columns, to be mended and imported again. Pure."""

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence

from northing.spreadsheets.rules.cells import Cell
from northing.spreadsheets.rules.columns import Columns
from northing.spreadsheets.rules.fields import WORDING
from northing.spreadsheets.rules.formulas import harmless, harmless_cell
from northing.spreadsheets.rules.plan import Plan
from northing.spreadsheets.rules.rejecting import Rejected
from northing.spreadsheets.rules.tables import Table

WRONG, MEND = "What is wrong", "How to mend it"
_FINE = "Fine as it is: others stand under it."
_A_LEVEL = "    "

_Wrong = Mapping[int, Sequence[Rejected]]


def rows_to_mend(plan: Plan, rejected: Sequence[Rejected]) -> tuple[str, int]:
    """The CSV, and how many rejected rows are in it.

    Each table of the file with its titles and headings, its rejected rows, and the rows that
    these stand under: without them nobody would know where they belong.
    """
    text = io.StringIO()
    writer = csv.writer(text)
    counted = 0
    for columns in plan.tables:
        wrong = _by_row(columns.table, rejected)
        if not wrong:
            continue
        if counted:
            writer.writerow([])
        counted += len(wrong)
        writer.writerows(_lines(columns, wrong, _rows_above(plan, columns.table, wrong)))
    return text.getvalue(), counted


def _by_row(table: Table, rejected: Iterable[Rejected]) -> dict[int, list[Rejected]]:
    rows = set(table.rows)
    found: dict[int, list[Rejected]] = defaultdict(list)
    for one in rejected:
        if one.place.sheet == table.sheet.name and one.place.row in rows:
            found[one.place.row or 0].append(one)
    return found


def _rows_above(plan: Plan, table: Table, wrong: Iterable[int]) -> set[int]:
    """The rows of the goals that the rejected rows stand under, up to the top."""
    drafts = {each.draft.number: each.draft for each in (*plan.differences, *plan.left_out)}
    by_row: dict[int, list[int]] = defaultdict(list)
    for draft in drafts.values():
        if draft.place.sheet == table.sheet.name and draft.place.row is not None:
            by_row[draft.place.row].append(draft.number)
    waiting = [number for row in wrong for number in by_row[row]]
    seen = set(waiting)
    rows: set[int] = set()
    while waiting:
        for link in drafts[waiting.pop()].links:
            if link.draft in drafts and link.draft not in seen:
                seen.add(link.draft)
                waiting.append(link.draft)
                place = drafts[link.draft].place
                if place.sheet == table.sheet.name and place.row is not None:
                    rows.add(place.row)
    return rows & set(table.rows)


def _lines(columns: Columns, wrong: _Wrong, above: set[int]) -> Iterable[list[str]]:
    table = columns.table
    last = max([*table.headings, *(c for row in table.rows for c in table.sheet.rows[row])])
    width = range(1, last + 1)
    titles = dict.fromkeys([*table.lines_above, table.sheet.name])
    yield from ([harmless(title)] for title in titles)
    yield [*(harmless(table.headings.get(column, "")) for column in width), WRONG, MEND]
    for row in sorted({*wrong, *above}):
        cells = [_shown(columns, row, column) for column in width]
        told = wrong.get(row, ())
        yield [
            *map(harmless_cell, cells),
            harmless("; ".join(dict.fromkeys(one.wrong for one in told)) or _FINE),
            harmless(" ".join(dict.fromkeys(one.mend for one in told))),
        ]


def _shown(columns: Columns, row: int, column: int) -> str:
    """A cell as text; how deep a goal stands is said by spaces, which CSV can hold."""
    sheet = columns.table.sheet
    cell = sheet.cell(row, column) or _merged(columns, row, column)
    if cell is None:
        return ""
    use = next((use for use in columns.uses if use.column == column), None)
    if use is None or use.field not in WORDING or not isinstance(cell.value, str):
        return cell.text
    spaces = cell.value[: len(cell.value) - len(cell.value.lstrip())].replace("\n", "")
    return (spaces or _A_LEVEL * (cell.indent or sheet.outline.get(row, 0))) + cell.text


def _merged(columns: Columns, row: int, column: int) -> Cell | None:
    """What a merged cell says of each row that it covers, but for the wording of the goals."""
    sheet = columns.table.sheet
    if any(use.column == column and use.field in WORDING for use in columns.uses):
        return None
    for area in sheet.merged:
        if area.left == column == area.right and area.top <= row <= area.bottom:
            return sheet.cell(area.top, area.left)
    return None
