"""CSV into cells: delimiter, quotes and rows."""

import csv
import io
from collections import Counter

from northing.spreadsheets.files import limits
from northing.spreadsheets.files.encodings import decode
from northing.spreadsheets.files.outline import too_many_cells
from northing.spreadsheets.files.refusal import FileRefused
from northing.spreadsheets.files.strings import too_much_text
from northing.spreadsheets.rules.cells import Cell, Notice, Sheet
from northing.spreadsheets.rules.formulas import without_apostrophe

_DELIMITERS = (";", ",", "\t", "|")
_SAMPLE_ROWS = 200
_NOT_TEXT = (
    (b"%PDF", "a PDF document"),
    (b"{\\rtf", "a text document (.rtf)"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
)


def read_delimited(name: str, content: bytes) -> tuple[Sheet, tuple[Notice, ...]]:
    """The one sheet of a CSV file, named like the file. Raises FileRefused."""
    for mark, kind in _NOT_TEXT:
        if content.startswith(mark):
            raise _not_a_table(kind)
    decoded = decode(content)
    text = decoded.text.removeprefix("\ufeff")
    if text.lstrip()[:6].lower() in ("<html>", "<html ", "<!doct", "<table", "<?xml "):
        raise _not_a_table("a web page or XML")
    delimiter, text = _delimiter(text)
    try:
        rows = _rows(name, text, delimiter)
    except FileRefused:
        if delimiter != "\t" or not _is_a_line_a_row(text):
            raise
        rows = _rows(name, text, delimiter, has_plain_marks=True)
    return Sheet(name, rows), decoded.notices


def _is_a_line_a_row(text: str) -> bool:
    """Whether every line has as many tabs: then cells were copied as they stand, and quotation
    marks are their own, as in `"Best" brand`."""
    return len({line.count("\t") for line in text.rstrip("\r\n").splitlines()}) == 1


def _delimiter(text: str) -> tuple[str, str]:
    """The delimiter and the text to read with it; a first line `sep=;` decides."""
    first, _, rest = text.partition("\n")
    hint = first.strip().strip('"')
    if len(hint) == 5 and hint.lower().startswith("sep=") and hint[4] in _DELIMITERS:
        return hint[4], "\n" + rest
    return max(_DELIMITERS, key=lambda delimiter: _regularity(text, delimiter)), text


def _regularity(text: str, delimiter: str) -> float:
    """How much a sample looks like a table: rows of equal width, and not of one column."""
    widths: Counter[int] = Counter()
    try:
        for number, fields in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter)):
            if number >= _SAMPLE_ROWS:
                break
            if any(fields):
                widths[len(fields)] += 1
    except csv.Error:
        return 0.0
    if not widths:
        return 0.0
    width, rows = max(widths.items(), key=lambda item: (item[0] > 1, item[1], item[0]))
    return 0.0 if width == 1 else (rows / widths.total()) * (1 + min(width, 30) / 100)


def _rows(
    name: str, text: str, delimiter: str, *, has_plain_marks: bool = False
) -> dict[int, dict[int, Cell]]:
    csv.field_size_limit(limits.MAX_CELL_TEXT + 1)
    reader = csv.reader(
        io.StringIO(text, newline=""),
        delimiter=delimiter,
        strict=True,
        quoting=csv.QUOTE_NONE if has_plain_marks else csv.QUOTE_MINIMAL,
    )
    rows: dict[int, dict[int, Cell]] = {}
    filled = 0
    try:
        for number, fields in enumerate(reader, start=1):
            cells = _cells(name, number, fields)
            filled += len(cells)
            if number > limits.MAX_ROWS or filled > limits.MAX_CELLS:
                raise too_many_cells(name)
            if cells:
                rows[number] = cells
    except csv.Error as fault:
        raise _broken_quotes(name, reader.line_num, str(fault)) from fault
    return rows


def _cells(name: str, row: int, fields: list[str]) -> dict[int, Cell]:
    if len(fields) > limits.MAX_COLUMNS or any(len(f) > limits.MAX_CELL_TEXT for f in fields):
        raise too_much_text(name, row)
    return {
        column: Cell(row, column, without_apostrophe(value))
        for column, value in enumerate(fields, start=1)
        if value.strip()
    }


def _broken_quotes(name: str, line: int, message: str) -> FileRefused:
    if "field larger" in message:
        return too_much_text(name, line)
    return FileRefused(
        found="A quotation mark is opened and not closed, or stands inside a field.",
        expected='fields with quotation marks written as "He said ""yes"""',
        cure="Close or double the quotation mark at or before this line, or export again.",
        sheet=name,
        row=line,
    )


def _not_a_table(kind: str) -> FileRefused:
    return FileRefused(
        found=f"This is {kind}.",
        expected="an Excel workbook (.xlsx) or a CSV file",
        cure="Open it in a spreadsheet program and save it as .xlsx or .csv.",
    )
