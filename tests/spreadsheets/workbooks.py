"""Workbooks made by hand, byte by byte where a library would refuse to write them."""

import io
import zipfile
from collections.abc import Iterable
from typing import Any

import xlsxwriter

_TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/'
    'content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-'
    'package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/>'
    '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-'
    'officedocument.spreadsheetml.sheet.main+xml"/></Types>'
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_BOOK = (
    f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets>'
    '<sheet name="Plan" sheetId="1" r:id="rId1"/></sheets></workbook>'
)


def parts(cells: str, *, styles: str = "", after: str = "", prolog: str = "") -> dict[str, str]:
    """The parts of the smallest workbook, with the rows given as XML."""
    relations = (
        f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_OFFICE}/worksheet" '
        'Target="worksheets/sheet1.xml"/>'
        + (f'<Relationship Id="rId2" Type="{_OFFICE}/styles" Target="styles.xml"/>' * bool(styles))
        + "</Relationships>"
    )
    top = (
        f'<Relationships xmlns="{_PACKAGE}"><Relationship Id="rId1" Type="{_OFFICE}/'
        'officeDocument" Target="xl/workbook.xml"/></Relationships>'
    )
    sheet = f'<worksheet xmlns="{_MAIN}"><sheetData>{cells}</sheetData>{after}</worksheet>'
    made = {
        "[Content_Types].xml": _TYPES,
        "_rels/.rels": top,
        "xl/workbook.xml": _BOOK,
        "xl/_rels/workbook.xml.rels": relations,
        "xl/worksheets/sheet1.xml": prolog + sheet,
    }
    if styles:
        made["xl/styles.xml"] = f'<styleSheet xmlns="{_MAIN}">{styles}</styleSheet>'
    return made


def zipped(entries: dict[str, str] | dict[str, bytes]) -> bytes:
    """Parts as a ZIP archive."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in entries.items():
            archive.writestr(name, content)
    return target.getvalue()


def inline(reference: str, text: str) -> str:
    """A cell of text as XML."""
    return f'<c r="{reference}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'


def workbook(rows: Iterable[Iterable[Any]], name: str = "Plan", **formats: str) -> bytes:
    """An ordinary workbook; `formats` names a number format by column letter."""
    target = io.BytesIO()
    book = xlsxwriter.Workbook(target)
    sheet = book.add_worksheet(name)
    known = {letter: book.add_format({"num_format": code}) for letter, code in formats.items()}
    for row, values in enumerate(rows):
        for column, value in enumerate(values):
            letter = chr(ord("A") + column)
            sheet.write(row, column, value, known.get(letter))
    book.close()
    return target.getvalue()
