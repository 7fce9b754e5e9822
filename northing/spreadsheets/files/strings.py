"""How long the strings are that a workbook stores once and shows in many cells.

The parser copies a string into every cell that shows it, so one long string is enough to fill the
memory: what all cells hold is counted before the parser runs.
"""

from collections.abc import Mapping

from northing.spreadsheets.files import limits
from northing.spreadsheets.files.archive import Archive
from northing.spreadsheets.files.markup import Deaf, walk
from northing.spreadsheets.files.refusal import FileRefused


def string_lengths(archive: Archive) -> list[int]:
    """The length of every shared string, by its index. Raises FileRefused."""
    visitor = _StringVisitor()
    for part in archive.names:
        if part.lower().endswith("sharedstrings.xml"):
            walk(archive.chunks(part), visitor)
    return visitor.lengths


class _StringVisitor(Deaf):
    def __init__(self) -> None:
        self.lengths: list[int] = []

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "si":
            self.lengths.append(0)

    def text(self, content: str) -> None:
        if self.lengths:
            self.lengths[-1] += len(content)


class TextBudget:
    """Counts the text of all cells of a file."""

    def __init__(self) -> None:
        self._left = limits.MAX_TEXT

    def take(self, length: int, sheet: str, row: int) -> None:
        """Spend the length of one cell; raises FileRefused when a cell or the sum is too long."""
        self._left -= length
        if length > limits.MAX_CELL_TEXT or self._left < 0:
            raise too_much_text(sheet, row)


def too_much_text(sheet: str, row: int) -> FileRefused:
    """The refusal of text beyond what a plan holds."""
    return FileRefused(
        found="There is too much text in the cells.",
        expected=(
            f"at most {limits.MAX_CELL_TEXT:,} characters in a cell "
            f"and {limits.MAX_TEXT // limits.MEBIBYTE} million in all"
        ),
        cure="Shorten the long cells, or import the file in parts.",
        sheet=sheet,
        row=row,
    )
