"""Rows into entries: one entry is one goal, with the cells that belong to it."""

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from northing.goals.rules.kinds import GoalKind
from northing.spreadsheets.rules import terms
from northing.spreadsheets.rules.cells import Cell
from northing.spreadsheets.rules.columns import Columns
from northing.spreadsheets.rules.fields import Field
from northing.spreadsheets.rules.report import Findings, Place
from northing.spreadsheets.rules.words import compared, one_line

_OF_ALL_RESULTS = frozenset(
    {
        Field.OBJECTIVE,
        Field.OWNER,
        Field.CONTRIBUTORS,
        Field.TEAM,
        Field.CYCLE,
        Field.START,
        Field.DUE,
        Field.TAGS,
        Field.VISIBILITY,
    }
)

_OF_MANY_ROWS = _OF_ALL_RESULTS - {Field.OBJECTIVE}


@dataclass(slots=True)
class Entry:
    """One goal as the sheet has it.

    `under` is the entry whose row or column it stands under; `not_found` are parents that its
    cell names and the file does not hold.
    """

    columns: Columns
    row: int
    statement: Cell
    cells: Mapping[Field, Cell]
    kept: tuple[tuple[str, Cell], ...] = ()
    kind: GoalKind | None = None
    under: "Entry | None" = None
    parents: list["Entry"] = field(default_factory=list)
    not_found: list[str] = field(default_factory=list)

    @property
    def wording(self) -> str:
        """The goal's sentence on one line."""
        return one_line(self.statement.text)

    @property
    def place(self) -> Place:
        """Where its sentence stands."""
        return self.at(self.statement)

    def at(self, cell: Cell) -> Place:
        """The place of one of its cells."""
        return Place(
            self.columns.table.sheet.name, self.row, cell.column, self.columns.heading(cell.column)
        )

    def text(self, name: Field) -> str:
        """The text of a field, empty where the cell is empty or holds a sign for nothing."""
        cell = self.cells.get(name)
        return "" if cell is None or terms.says_nothing(cell.text) else cell.text


@dataclass(frozen=True, slots=True)
class Skipped:
    """A row or a sheet that is left out, and why."""

    place: Place
    found: str
    reason: str


@dataclass(slots=True)
class _Walk:
    """What the rows above decide for the rows below."""

    objective: Entry | None = None
    is_smart_section: bool = False


def entries_of(columns: Columns, findings: Findings) -> tuple[list[Entry], list[Skipped]]:
    """The goals of a table in their order, and the rows that hold none."""
    found: list[Entry] = []
    skipped: list[Skipped] = []
    walk = _Walk()
    merged = _merged_cells(columns)
    for row in columns.table.rows:
        cells = _own_cells(columns, row, merged)
        line = _line_alone(columns, row)
        if line is not None and terms.opens_smart_section(line.text):
            walk.is_smart_section, walk.objective = True, None
            skipped.append(_skip(columns, line, "It opens a section of SMART goals."))
            continue
        here = _entries_in(columns, row, cells, walk)
        if here:
            found += here
        elif cells:
            skipped.append(_skip(columns, next(iter(cells.values())), _why_skipped(columns, cells)))
    _tell_faults(found, findings)
    return found, skipped


def _entries_in(
    columns: Columns, row: int, cells: Mapping[Field, Cell], walk: _Walk
) -> list[Entry]:
    if any(terms.is_total(cell.text) for cell in cells.values()):
        return []
    if columns.of(Field.STATEMENT) is not None:
        statement = cells.get(Field.STATEMENT)
        if statement is None:
            return []
        kind = GoalKind.SMART if walk.is_smart_section else _kind_of_heading(columns)
        return [_entry(columns, row, statement, cells, kind)]
    return _objective_and_key_result(columns, row, cells, walk)


def _objective_and_key_result(
    columns: Columns, row: int, cells: Mapping[Field, Cell], walk: _Walk
) -> list[Entry]:
    made: list[Entry] = []
    wording, result = cells.get(Field.OBJECTIVE), cells.get(Field.KEY_RESULT)
    if wording is not None and not _repeats(wording, walk.objective):
        walk.is_smart_section = False
        own = cells if result is None else _of_the_objective(columns, cells)
        walk.objective = _entry(columns, row, wording, own, GoalKind.OBJECTIVE)
        made.append(walk.objective)
    own = _of_the_key_result(columns, cells) if made else cells
    for number, each in enumerate(_results(columns, row)):
        kind = GoalKind.SMART if walk.is_smart_section else GoalKind.KEY_RESULT
        entry = _entry(columns, row, each, own if number == 0 else _shared(own), kind)
        entry.under = None if walk.is_smart_section else walk.objective
        made.append(entry)
    return made


def _results(columns: Columns, row: int) -> list[Cell]:
    """The key results of a row: one, or several side by side under `KR 1`, `KR 2` …"""
    places = [use.column for use in columns.all_of(Field.KEY_RESULT)]
    cells = (columns.table.sheet.cell(row, column) for column in places)
    return [cell for cell in cells if cell is not None and cell.text]


def _shared(cells: Mapping[Field, Cell]) -> dict[Field, Cell]:
    """What one row may say of several key results: never their ids, numbers or check-ins."""
    return {name: cell for name, cell in cells.items() if name in _OF_ALL_RESULTS}


def _of_the_objective(columns: Columns, cells: Mapping[Field, Cell]) -> dict[Field, Cell]:
    """What a shared row says of the objective: the cycle, and the id when it is the objective's."""
    fields = {Field.CYCLE} | ({Field.ID} if _ids_are_of_objectives(columns) else set())
    return {name: cell for name, cell in cells.items() if name in fields}


def _of_the_key_result(columns: Columns, cells: Mapping[Field, Cell]) -> dict[Field, Cell]:
    left_out = {Field.ID} if _ids_are_of_objectives(columns) else set()
    return {name: cell for name, cell in cells.items() if name not in left_out}


def _ids_are_of_objectives(columns: Columns) -> bool:
    """Whether ids stand only in rows in which an objective begins."""
    sheet, ids, begins = columns.table.sheet, columns.of(Field.ID), columns.of(Field.OBJECTIVE)
    if ids is None or begins is None:
        return False
    with_id = [row for row in columns.table.rows if sheet.cell(row, ids)]
    without = [row for row in columns.table.rows if row not in set(with_id)]
    result = columns.of(Field.KEY_RESULT) or 0
    return all(sheet.cell(row, begins) for row in with_id) and any(
        sheet.cell(row, result) for row in without
    )


def _repeats(wording: Cell, objective: Entry | None) -> bool:
    return objective is not None and compared(wording.text) == compared(objective.wording)


def _entry(
    columns: Columns, row: int, statement: Cell, cells: Mapping[Field, Cell], kind: GoalKind | None
) -> Entry:
    kept = tuple(
        (use.heading, cell)
        for use in columns.all_of(Field.KEEP)
        if (cell := columns.table.sheet.cell(row, use.column)) is not None
    )
    return Entry(columns, row, statement, cells, kept if len(cells) > 2 else (), kind)


def _own_cells(
    columns: Columns, row: int, merged: Mapping[tuple[int, int], Cell]
) -> dict[Field, Cell]:
    found: dict[Field, Cell] = {}
    for use in columns.uses:
        cell = columns.table.sheet.cell(row, use.column) or merged.get((row, use.column))
        if cell is not None and (cell.text or cell.fault):
            found.setdefault(use.field, cell)
    # A merged owner or date says something of goals, but makes no goal of an empty row.
    return found if any(cell.row == row for cell in found.values()) else {}


def _merged_cells(columns: Columns) -> dict[tuple[int, int], Cell]:
    """What merged cells say of every row that they cover, where that may be meant."""
    sheet, rows = columns.table.sheet, columns.table.rows
    fields = {use.column: use.field for use in columns.uses}
    found: dict[tuple[int, int], Cell] = {}
    for area in sheet.merged:
        cell = sheet.cell(area.top, area.left)
        if cell is not None and area.left == area.right and fields.get(area.left) in _OF_MANY_ROWS:
            first, last = bisect_left(rows, area.top), bisect_right(rows, area.bottom)
            found.update({(row, area.left): cell for row in rows[first:last]})
    return found


def _line_alone(columns: Columns, row: int) -> Cell | None:
    cells = [cell for cell in columns.table.sheet.rows[row].values() if cell.text]
    return cells[0] if len(cells) == 1 and isinstance(cells[0].value, str) else None


def _kind_of_heading(columns: Columns) -> GoalKind | None:
    """The kind that the heading of the only wording column names: `Key results`, `SMART goal`."""
    if columns.has(Field.TYPE):
        return None
    heading = columns.heading(columns.of(Field.STATEMENT) or 0)
    kind = terms.kind_named(heading)
    return kind if kind in (GoalKind.SMART, GoalKind.KEY_RESULT) else None


def _why_skipped(columns: Columns, cells: Mapping[Field, Cell]) -> str:
    if any(terms.is_total(cell.text) for cell in cells.values()):
        return "It adds up other rows."
    return "It has no wording of a goal."


def _skip(columns: Columns, cell: Cell, reason: str) -> Skipped:
    place = Place(columns.table.sheet.name, cell.row, cell.column, columns.heading(cell.column))
    return Skipped(place, cell.text[:200], reason)


def _tell_faults(entries: Sequence[Entry], findings: Findings) -> None:
    for entry in entries:
        for cell in entry.cells.values():
            if cell.fault:
                findings.error(
                    entry.at(cell),
                    cell.text or cell.fault,
                    "a value",
                    "Open the file in a spreadsheet program, mend the formula, and save it anew.",
                )


def has_numbers(entry: Entry) -> bool:
    """Whether the entry's own cells say from what number to what number."""
    fields = (Field.BASELINE, Field.TARGET, Field.CURRENT, Field.PERCENT_DONE)
    return any(_is_numeric(entry.cells.get(name)) for name in fields)


def _is_numeric(cell: Cell | None) -> bool:
    if cell is None:
        return False
    return isinstance(cell.value, Decimal) or any(letter.isdigit() for letter in cell.text)
