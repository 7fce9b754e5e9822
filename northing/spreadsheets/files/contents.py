"""The sheets a workbook lists, and the parts in which they lie."""

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass

from northing.spreadsheets.files import limits
from northing.spreadsheets.files.archive import Archive
from northing.spreadsheets.files.markup import Deaf, walk
from northing.spreadsheets.files.refusal import FileRefused


@dataclass(frozen=True, slots=True)
class ListedSheet:
    """A worksheet: its name, its part, and whether it is hidden."""

    name: str
    part: str
    is_hidden: bool


def listed_sheets(archive: Archive) -> list[ListedSheet]:
    """The worksheets in their order; charts and dialogs are left out. Raises FileRefused."""
    names = archive.names
    if "xl/workbook.xml" not in names:
        raise not_a_workbook(names)
    targets = _Targets()
    if "xl/_rels/workbook.xml.rels" in names:
        walk([archive.small_part("xl/_rels/workbook.xml.rels")], targets)
    book = _Book()
    walk([archive.small_part("xl/workbook.xml")], book)
    if len(book.sheets) > limits.MAX_SHEETS:
        raise _too_many_sheets(len(book.sheets))
    parts = ((sheet, targets.paths.get(sheet[1], "")) for sheet in book.sheets)
    worksheets = [
        ListedSheet(name, part, is_hidden)
        for (name, _, is_hidden), part in parts
        if part in names and targets.kinds.get(part, "").endswith("/worksheet")
    ]
    if not worksheets:
        raise not_a_workbook(names)
    return worksheets


class _Targets(Deaf):
    """Where the parts lie that the workbook names by key."""

    def __init__(self) -> None:
        self.paths: dict[str, str] = {}
        self.kinds: dict[str, str] = {}

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "Relationship" and attributes.get("TargetMode") != "External":
            target = attributes.get("Target", "")
            joined = target[1:] if target.startswith("/") else posixpath.join("xl", target)
            path = posixpath.normpath(joined)
            self.paths[attributes.get("Id", "")] = path
            self.kinds[path] = attributes.get("Type", "")


class _Book(Deaf):
    """The sheets in their order."""

    def __init__(self) -> None:
        self.sheets: list[tuple[str, str, bool]] = []

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        if name == "sheet":
            key = next((v for k, v in attributes.items() if k.rpartition(":")[2] == "id"), "")
            hidden = attributes.get("state", "visible") != "visible"
            self.sheets.append((attributes.get("name", ""), key, hidden))


def not_a_workbook(names: list[str]) -> FileRefused:
    """The refusal of a ZIP that is something else, by what it seems to be."""
    kind = "a ZIP archive, but not a workbook"
    if any(name.startswith("word/") for name in names):
        kind = "a Word document"
    elif any(name.startswith("ppt/") for name in names):
        kind = "a presentation"
    elif "xl/workbook.bin" in names:
        kind = "a binary workbook (.xlsb)"
    elif "content.xml" in names:
        kind = "an OpenDocument file"
    return FileRefused(
        found=f"This is {kind}.",
        expected="an Excel workbook (.xlsx) or a CSV file",
        cure="Open it in a spreadsheet program and save it as .xlsx or .csv.",
    )


def _too_many_sheets(count: int) -> FileRefused:
    return FileRefused(
        found=f"The workbook has {count} sheets.",
        expected=f"at most {limits.MAX_SHEETS} sheets",
        cure="Copy the sheets with goals into a new workbook and save that.",
    )
