"""XLSX into cells: values from the parser, formats and indents from the outline."""

import io
import math
from datetime import date, datetime
from decimal import Decimal

from python_calamine import CalamineError, CalamineWorkbook

from northing.spreadsheets.files.archive import Archive
from northing.spreadsheets.files.outline import Place, SheetOutline, outlines
from northing.spreadsheets.files.refusal import FileRefused
from northing.spreadsheets.rules.cells import Cell, CellValue, Sheet

# Excel itself keeps and shows 15 significant digits; the rest is binary noise of a formula.
_DIGITS = ".15g"


def read_workbook(content: bytes) -> list[Sheet]:
    """The sheets of an XLSX file. Raises FileRefused for whatever is not safe or not one."""
    archive = Archive(content)
    archive.check_all()
    found = outlines(archive)
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        return [_sheet(book, outline) for outline in found]
    except (CalamineError, ValueError) as fault:
        raise _unreadable(str(fault)) from fault


def _sheet(book: CalamineWorkbook, outline: SheetOutline) -> Sheet:
    table = book.get_sheet_by_name(outline.name).to_python(skip_empty_area=False)
    found = {
        (row, column): raw
        for row, values in enumerate(table, start=1)
        for column, raw in enumerate(values, start=1)
        if raw != ""
    }
    places = sorted(found.keys() | outline.faults.keys())
    rows: dict[int, dict[int, Cell]] = {}
    for place in places:
        rows.setdefault(place[0], {})[place[1]] = _cell(place, found.get(place, ""), outline)
    return Sheet(outline.name, rows, tuple(outline.merged), outline.levels, outline.is_hidden)


def _cell(place: Place, raw: object, outline: SheetOutline) -> Cell:
    value = _value(raw)
    return Cell(
        row=place[0],
        column=place[1],
        value=value,
        is_percent=place in outline.percents and isinstance(value, Decimal),
        indent=outline.indents.get(place, 0),
        fault=outline.faults.get(place, ""),
    )


def _value(raw: object) -> CellValue:
    if isinstance(raw, bool | str):
        return raw
    if isinstance(raw, int | float):
        return Decimal(format(raw, _DIGITS)) if math.isfinite(raw) else str(raw)
    if isinstance(raw, datetime):
        return raw.date()
    if isinstance(raw, date):
        return raw
    return str(raw)


def _unreadable(message: str) -> FileRefused:
    return FileRefused(
        found=f"The workbook cannot be read: {message}.",
        expected="a workbook as Excel, LibreOffice or Google Sheets saves it",
        cure="Open it in a spreadsheet program and save it anew as .xlsx.",
    )
