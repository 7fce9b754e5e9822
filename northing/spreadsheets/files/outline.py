"""What a sheet says beside its values: percent formats, indents, merged ranges, errors.

This runs before the parser sees the file: a stray cell far away, a merged range over everything
or very many formats would cost it more memory than there is.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from northing.spreadsheets.files import limits
from northing.spreadsheets.files.archive import Archive
from northing.spreadsheets.files.contents import listed_sheets
from northing.spreadsheets.files.formats import CellFormats, cell_formats
from northing.spreadsheets.files.markup import Deaf, walk, whole_number
from northing.spreadsheets.files.refusal import FileRefused
from northing.spreadsheets.files.strings import TextBudget, string_lengths
from northing.spreadsheets.rules.cells import MergedRange, column_letter, column_number

_REFERENCE = re.compile(r"\$?([A-Z]{1,3})\$?([0-9]{1,7})")

Place = tuple[int, int]


@dataclass(slots=True)
class SheetOutline:
    """One sheet without its values."""

    name: str
    is_hidden: bool = False
    percents: set[Place] = field(default_factory=set)
    indents: dict[Place, int] = field(default_factory=dict)
    faults: dict[Place, str] = field(default_factory=dict)
    merged: list[MergedRange] = field(default_factory=list)
    levels: dict[int, int] = field(default_factory=dict)
    filled: int = 0


def outlines(archive: Archive) -> list[SheetOutline]:
    """The outline of every worksheet, in the workbook's order. Raises FileRefused."""
    listed = listed_sheets(archive)
    formats = cell_formats(archive)
    texts = _Texts(string_lengths(archive), TextBudget())
    found: list[SheetOutline] = []
    for sheet in listed:
        outline = SheetOutline(sheet.name, sheet.is_hidden)
        visitor = _SheetVisitor(outline, formats, texts)
        walk(archive.chunks(sheet.part), visitor)
        visitor.check_area()
        found.append(outline)
        if sum(each.filled for each in found) > limits.MAX_CELLS:
            raise too_many_cells(outline.name)
    return found


@dataclass(frozen=True, slots=True)
class _Texts:
    lengths: list[int]
    budget: TextBudget


class _SheetVisitor(Deaf):
    def __init__(self, outline: SheetOutline, formats: CellFormats, texts: _Texts) -> None:
        self._outline = outline
        self._formats = formats
        self._texts = texts
        self._content = ""
        self._row = 0
        self._column = 0
        self._format = 0
        self._type = ""
        self._has_value = False
        self._has_formula = False
        self._corner: Place = (0, 0)

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "c":
            self._open_cell(attributes)
        elif name in ("v", "is"):
            self._has_value = True
        elif name == "f":
            self._has_formula = True
        elif name == "row":
            self._open_row(attributes)
        elif name == "mergeCell":
            self._merge(attributes.get("ref", ""))

    def closed(self, name: str) -> None:
        if name == "c":
            self._close_cell()

    def text(self, content: str) -> None:
        if self._has_value:
            self._content += content

    def check_area(self) -> None:
        """Refuse a sheet whose filled cells span more than the parser may lay out."""
        rows, columns = self._corner
        if rows * columns > limits.MAX_AREA:
            raise _far_cell(self._outline.name, self._corner)

    def _open_row(self, attributes: Mapping[str, str]) -> None:
        self._row = whole_number(attributes.get("r")) or self._row + 1
        self._column = 0
        level = whole_number(attributes.get("outlineLevel"))
        if level and self._row <= limits.MAX_ROWS:
            self._outline.levels[self._row] = level

    def _open_cell(self, attributes: Mapping[str, str]) -> None:
        place = _REFERENCE.fullmatch(attributes.get("r", ""))
        if place is None:
            self._column += 1
        else:
            self._column, self._row = column_number(place[1]), int(place[2])
        self._format = whole_number(attributes.get("s"))
        self._type = attributes.get("t", "")
        self._content = ""
        self._has_value = self._has_formula = False

    def _close_cell(self) -> None:
        place = (self._row, self._column)
        if self._has_formula and not self._has_value:
            self._outline.faults[place] = "a formula without a stored value"
        if not self._has_value and not self._has_formula:
            return
        self._outline.filled += 1
        if self._row > limits.MAX_ROWS or self._column > limits.MAX_COLUMNS:
            raise _far_cell(self._outline.name, place)
        if self._outline.filled > limits.MAX_CELLS:
            raise too_many_cells(self._outline.name)
        self._count_text()
        self._corner = (max(self._corner[0], self._row), max(self._corner[1], self._column))
        self._note_format(place)

    def _count_text(self) -> None:
        length = len(self._content)
        index = self._content.strip()
        if self._type == "s" and index.isdigit() and int(index) < len(self._texts.lengths):
            length = self._texts.lengths[int(index)]
        self._texts.budget.take(length, self._outline.name, self._row)

    def _note_format(self, place: Place) -> None:
        if self._type == "e":
            self._outline.faults[place] = "an error in the sheet"
        if self._format in self._formats.percent:
            self._outline.percents.add(place)
        if self._format in self._formats.indent:
            self._outline.indents[place] = self._formats.indent[self._format]

    def _merge(self, reference: str) -> None:
        corners = [_REFERENCE.fullmatch(corner) for corner in reference.split(":")]
        if len(corners) != 2 or corners[0] is None or corners[1] is None:
            return
        (left, top), (right, bottom) = (
            (column_number(c[1]), int(c[2])) for c in (corners[0], corners[1])
        )
        area = (bottom - top + 1) * (right - left + 1)
        if area > limits.MAX_AREA or len(self._outline.merged) >= limits.MAX_MERGED:
            raise _huge_merge(self._outline.name, reference)
        self._outline.merged.append(MergedRange(top, left, bottom, right))


def too_many_cells(sheet: str) -> FileRefused:
    """The refusal of a file with more filled cells than a plan has."""
    return FileRefused(
        found=f"There are more than {limits.MAX_CELLS:,} filled cells.",
        expected=f"at most {limits.MAX_CELLS:,} filled cells in a file",
        cure="Import it in parts, or leave out columns that hold no goals.",
        sheet=sheet,
    )


def _far_cell(sheet: str, place: Place) -> FileRefused:
    cell = f"{column_letter(place[1])}{place[0]}"
    return FileRefused(
        found=f"Cell {cell} lies too far out.",
        expected=f"cells within {limits.MAX_ROWS:,} rows and {limits.MAX_COLUMNS} columns",
        cure=f"Delete the stray cell {cell} (Ctrl+End finds it), save, and try again.",
        sheet=sheet,
        row=place[0],
    )


def _huge_merge(sheet: str, reference: str) -> FileRefused:
    return FileRefused(
        found=f"The merged range {reference} is too large, or one of too many.",
        expected=f"merged ranges of at most {limits.MAX_AREA:,} cells",
        cure=f"Split the merged range {reference}, save, and try again.",
        sheet=sheet,
    )
