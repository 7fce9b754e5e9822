"""Where the tables lie on a sheet: their headings, their rows, and the lines above them."""

from collections.abc import Mapping
from dataclasses import dataclass

from northing.spreadsheets.rules.cells import Cell, Sheet, column_letter
from northing.spreadsheets.rules.fields import WORDING, Field
from northing.spreadsheets.rules.headings import is_plain, meanings
from northing.spreadsheets.rules.words import compared, one_line

_LIKELY = 0.7
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Table:
    """A block of rows under a row of headings."""

    sheet: Sheet
    heading_row: int
    headings: Mapping[int, str]
    rows: tuple[int, ...]
    lines_above: tuple[str, ...] = ()
    is_first: bool = True

    @property
    def key(self) -> str:
        """What answers call it: its sheet, with the row of headings for a second table."""
        return self.sheet.name if self.is_first else f"{self.sheet.name}#{self.heading_row}"

    def column_key(self, column: int) -> str:
        """What answers and mappings call a column: `Plan!E`."""
        return f"{self.key}!{column_letter(column)}"

    def cells_of(self, column: int) -> list[Cell]:
        """The filled cells of a column below its heading."""
        found = (self.sheet.cell(row, column) for row in self.rows)
        return [cell for cell in found if cell is not None]


def tables_of(sheet: Sheet, mapped: Mapping[str, Field]) -> list[Table]:
    """Every table of a sheet. `mapped` names headings or letters that a person explained."""
    rows = sorted(sheet.rows)
    heading_rows = _heading_rows(sheet, rows, mapped)
    titles = {row: _title_rows(sheet, rows, row, heading_rows) for row in heading_rows}
    tables: list[Table] = []
    for row in heading_rows:
        following = [each for each in heading_rows if each > row]
        end = following[0] if following else rows[-1] + 1
        not_mine = titles[end] if following else []
        tables.append(
            Table(
                sheet=sheet,
                heading_row=row,
                headings=_headings(sheet, row),
                rows=tuple(each for each in rows if row < each < end and each not in not_mine),
                lines_above=_lines(sheet, titles[row]),
                is_first=not tables,
            )
        )
    return tables


def why_no_table(sheet: Sheet) -> str:
    """Why a sheet holds no table of goals, in words."""
    if not sheet.rows:
        return "The sheet is empty."
    widest = max(len(cells) for cells in sheet.rows.values())
    if widest == 1 or len(sheet.rows) == 1:
        return "It is not a table: no row of headings with rows below it."
    return "No row of headings was recognised: name the columns, or map them by hand."


def _heading_rows(sheet: Sheet, rows: list[int], mapped: Mapping[str, Field]) -> list[int]:
    """The rows of headings. After the first one, another needs a gap above it or its words."""
    found: list[int] = []
    for row in rows:
        if _is_heading_row(sheet, row, mapped) and (
            not found
            or _begins_a_block(sheet, row)
            or _words(sheet, row) == _words(sheet, found[0])
        ):
            found.append(row)
    return found


def _is_heading_row(sheet: Sheet, row: int, mapped: Mapping[str, Field]) -> bool:
    cells = [cell for cell in sheet.rows[row].values() if cell.text]
    if not cells or any(not isinstance(cell.value, str) for cell in cells):
        return False
    if not any(_is_plain(cell, mapped) for cell in cells):
        return False
    known = [cell for cell in cells if _likeness(cell, mapped) >= _LIKELY]
    if len(known) >= 2 and len(known) * 2 >= len(cells):
        return True
    return len(cells) == len(known) == 1 and _is_only_column(sheet, cells[0])


def _is_plain(cell: Cell, mapped: Mapping[str, Field]) -> bool:
    return len(cell.text) <= _LONGEST and (compared(cell.text) in mapped or is_plain(cell.text))


def _likeness(cell: Cell, mapped: Mapping[str, Field]) -> float:
    """How much a cell is a heading; signs such as `%` are too common in other rows."""
    if compared(cell.text) in mapped:
        return 1.0
    has_word = sum(letter.isalpha() for letter in cell.text) >= 2 or cell.text in ("#", "O")
    if not has_word or len(cell.text) > _LONGEST:
        return 0
    return max(meanings(cell.text).values(), default=0)


def _begins_a_block(sheet: Sheet, row: int) -> bool:
    return len(sheet.rows.get(row - 1, {})) <= 2


def _words(sheet: Sheet, row: int) -> set[str]:
    return {compared(cell.text) for cell in sheet.rows[row].values()}


def _is_only_column(sheet: Sheet, heading: Cell) -> bool:
    below = [cells for row, cells in sheet.rows.items() if row > heading.row]
    alone = all(set(cells) == {heading.column} for cells in below)
    return alone and len(below) > 0 and bool(meanings(heading.text).keys() & WORDING)


def _headings(sheet: Sheet, row: int) -> dict[int, str]:
    return {column: one_line(cell.text) for column, cell in sheet.rows[row].items() if cell.text}


def _title_rows(sheet: Sheet, rows: list[int], heading: int, headings: list[int]) -> list[int]:
    """The lines of one or two cells that stand directly above a row of headings."""
    found: list[int] = []
    for row in reversed([each for each in rows if each < heading]):
        if row in headings or len(sheet.rows[row]) > 2:
            break
        found.append(row)
    return found[::-1] if not found or heading - found[-1] <= 3 else []


def _lines(sheet: Sheet, rows: list[int]) -> tuple[str, ...]:
    return tuple(
        cell.text
        for row in rows
        for cell in sheet.rows[row].values()
        if isinstance(cell.value, str)
    )
