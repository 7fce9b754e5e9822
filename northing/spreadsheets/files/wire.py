"""An upload as the child process writes it and the parent reads it: plain JSON."""

from datetime import date
from decimal import Decimal
from typing import Any

from northing.spreadsheets.rules.cells import (
    Cell,
    CellValue,
    MergedRange,
    Notice,
    Sheet,
    Upload,
)


def to_wire(upload: Upload) -> dict[str, Any]:
    """An upload as JSON takes it."""
    return {
        "name": upload.name,
        "sheets": [_sheet_to_wire(sheet) for sheet in upload.sheets],
        "notices": [
            [notice.found, notice.expected, notice.cure, notice.sheet, notice.row]
            for notice in upload.notices
        ],
    }


def from_wire(record: dict[str, Any]) -> Upload:
    """An upload from JSON."""
    return Upload(
        name=record["name"],
        sheets=tuple(_sheet_from_wire(sheet) for sheet in record["sheets"]),
        notices=tuple(Notice(*notice) for notice in record["notices"]),
    )


def _sheet_to_wire(sheet: Sheet) -> dict[str, Any]:
    return {
        "name": sheet.name,
        "hidden": sheet.is_hidden,
        "merged": [[m.top, m.left, m.bottom, m.right] for m in sheet.merged],
        "outline": list(sheet.outline.items()),
        "cells": [_cell_to_wire(cell) for row in sheet.rows.values() for cell in row.values()],
    }


def _cell_to_wire(cell: Cell) -> list[Any]:
    kind, value = _value_to_wire(cell.value)
    record = [cell.row, cell.column, kind, value, cell.is_percent, cell.indent, cell.fault]
    return record if cell.is_percent or cell.indent or cell.fault else record[:4]


def _value_to_wire(value: CellValue) -> tuple[str, str | bool]:
    if isinstance(value, bool):
        return "b", value
    if isinstance(value, Decimal):
        return "n", str(value)
    if isinstance(value, date):
        return "d", value.isoformat()
    return "s", value


def _sheet_from_wire(record: dict[str, Any]) -> Sheet:
    rows: dict[int, dict[int, Cell]] = {}
    for row, column, kind, value, *rest in record["cells"]:
        rows.setdefault(row, {})[column] = Cell(row, column, _value_from_wire(kind, value), *rest)
    return Sheet(
        name=record["name"],
        rows=rows,
        merged=tuple(MergedRange(*corners) for corners in record["merged"]),
        outline=dict(record["outline"]),
        is_hidden=record["hidden"],
    )


def _value_from_wire(kind: str, value: Any) -> CellValue:
    if kind == "n":
        return Decimal(value)
    if kind == "d":
        return date.fromisoformat(value)
    return bool(value) if kind == "b" else str(value)
