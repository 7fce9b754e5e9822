"""Cell formats: which show percent, and which indent by how much."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from northing.spreadsheets.files import limits
from northing.spreadsheets.files.archive import Archive
from northing.spreadsheets.files.markup import Deaf, walk, whole_number
from northing.spreadsheets.files.refusal import FileRefused

_LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
_BUILT_IN_PERCENT = {9, 10}


@dataclass(slots=True)
class CellFormats:
    """The cell formats by number."""

    percent: set[int] = field(default_factory=set)
    indent: dict[int, int] = field(default_factory=dict)


def cell_formats(archive: Archive) -> CellFormats:
    """What the workbook's styles say. Raises FileRefused for more than Excel can keep."""
    visitor = _FormatVisitor()
    if "xl/styles.xml" in archive.names:
        walk(archive.chunks("xl/styles.xml"), visitor)
    return visitor.formats


class _FormatVisitor(Deaf):
    def __init__(self) -> None:
        self.formats = CellFormats()
        self._percent_codes = set(_BUILT_IN_PERCENT)
        self._is_inside = False
        self._number = -1

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "numFmt" and "%" in _LITERAL.sub("", attributes.get("formatCode", "")):
            self._percent_codes.add(whole_number(attributes.get("numFmtId")))
        elif name == "cellXfs":
            self._is_inside = True
        elif name == "xf" and self._is_inside:
            self._number += 1
            if self._number > limits.MAX_FORMATS:
                raise _too_many_formats()
            if whole_number(attributes.get("numFmtId")) in self._percent_codes:
                self.formats.percent.add(self._number)
        elif name == "alignment" and self._is_inside and whole_number(attributes.get("indent")):
            self.formats.indent[self._number] = whole_number(attributes.get("indent"))

    def closed(self, name: str) -> None:
        if name == "cellXfs":
            self._is_inside = False


def _too_many_formats() -> FileRefused:
    return FileRefused(
        found=f"The workbook has more than {limits.MAX_FORMATS:,} cell formats.",
        expected=f"at most {limits.MAX_FORMATS:,} cell formats, which is Excel's own limit",
        cure="Copy the table as values into a new workbook and save that.",
    )
