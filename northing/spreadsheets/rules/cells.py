"""Cells, sheets and uploads as every rule takes them, whatever the file was."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

CellValue = str | Decimal | date | bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds something. Rows and columns count from 1, as people see them."""

    row: int
    column: int
    value: CellValue
    is_percent: bool = False
    indent: int = 0
    fault: str = ""

    @property
    def text(self) -> str:
        """The value as a person reads it, without the spaces around it."""
        if isinstance(self.value, bool):
            return "yes" if self.value else "no"
        if isinstance(self.value, date):
            return self.value.isoformat()
        if isinstance(self.value, Decimal):
            shown = self.value * 100 if self.is_percent else self.value
            return f"{shown.normalize():f}" + (" %" if self.is_percent else "")
        return self.value.strip()


@dataclass(frozen=True, slots=True)
class MergedRange:
    """A rectangle of merged cells: its value stands in the cell at top and left."""

    top: int
    left: int
    bottom: int
    right: int


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: rows of cells, only those that hold something."""

    name: str
    rows: Mapping[int, Mapping[int, Cell]]
    merged: tuple[MergedRange, ...] = ()
    outline: Mapping[int, int] = field(default_factory=dict)
    is_hidden: bool = False

    def cell(self, row: int, column: int) -> Cell | None:
        """The cell at a place, or None when it is empty."""
        return self.rows.get(row, {}).get(column)


@dataclass(frozen=True, slots=True)
class Notice:
    """Something about the whole file that a person should know."""

    found: str
    expected: str
    cure: str
    sheet: str = ""
    row: int | None = None


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that was read: its name, its sheets, and what is worth knowing about it."""

    name: str
    sheets: tuple[Sheet, ...]
    notices: tuple[Notice, ...] = ()


def column_letter(column: int) -> str:
    """The letters of a column: 1 is A, 27 is AA."""
    letters = ""
    while column > 0:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The number of a column: A is 1. Takes `A` to `XFD` in capitals."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
