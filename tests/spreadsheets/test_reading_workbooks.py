"""Workbooks as people keep them arrive cell by cell, with what their formats say."""

from datetime import date
from decimal import Decimal

import pytest

from northing.spreadsheets.files import read_file
from northing.spreadsheets.rules.cells import (
    MergedRange,
    Sheet,
    column_letter,
    column_number,
)
from tests.spreadsheets.workbooks import inline, parts, workbook, zipped

_STYLES = (
    '<numFmts><numFmt numFmtId="170" formatCode="0.0\\ %"/>'
    '<numFmt numFmtId="171" formatCode="0&quot;% of plan&quot;"/></numFmts>'
    '<cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="170"/><xf numFmtId="171"/>'
    '<xf numFmtId="0"><alignment indent="2"/></xf><xf numFmtId="14"/></cellXfs>'
)


def _sheet(content: bytes) -> Sheet:
    return read_file("plan.xlsx", content).sheets[0]


def _value_of(cell: str) -> object:
    read = _sheet(zipped(parts(f'<row r="1">{cell}</row>', styles=_STYLES))).cell(1, 1)
    assert read is not None
    return read.value


@pytest.mark.parametrize(
    ("cell", "value"),
    [
        ('<c r="A1"><v>38.5</v></c>', Decimal("38.5")),
        ('<c r="A1"><v>52</v></c>', Decimal(52)),
        ('<c r="A1"><v>0.30000000000000004</v></c>', Decimal("0.3")),
        ('<c r="A1"><v>1250000</v></c>', Decimal(1250000)),
        ('<c r="A1" s="5"><v>46477</v></c>', date(2027, 3, 31)),
        ('<c r="A1" t="b"><v>1</v></c>', True),
        ('<c r="A1" t="str"><f>A2</f><v>Priya</v></c>', "Priya"),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', Decimal(2)),
        ('<c r="A1"><v>1e400</v></c>', "inf"),
        (inline("A1", "  Grow &amp; learn "), "  Grow & learn "),
    ],
)
def test_a_cell_keeps_its_value(cell: str, value: object) -> None:
    assert _value_of(cell) == value


@pytest.mark.parametrize(("style", "is_percent"), [(0, False), (1, True), (2, True), (3, False)])
def test_a_percent_is_told_by_its_number_format(style: int, is_percent: bool) -> None:
    row = f'<row r="1"><c r="A1" s="{style}"><v>0.36</v></c></row>'
    cell = _sheet(zipped(parts(row, styles=_STYLES))).cell(1, 1)
    assert cell is not None
    assert cell.is_percent is is_percent
    assert cell.value == Decimal("0.36")


def test_a_percent_reads_as_people_see_it() -> None:
    row = '<row r="1"><c r="A1" s="1"><v>0.36</v></c></row>'
    cell = _sheet(zipped(parts(row, styles=_STYLES))).cell(1, 1)
    assert cell is not None
    assert cell.text == "36 %"


def test_an_indented_cell_says_how_deep() -> None:
    row = '<row r="1"><c r="A1" s="4" t="inlineStr"><is><t>Step</t></is></c></row>'
    cell = _sheet(zipped(parts(row, styles=_STYLES))).cell(1, 1)
    assert cell is not None
    assert cell.indent == 2


def test_a_grouped_row_keeps_its_level() -> None:
    rows = f'<row r="1">{inline("A1", "a")}</row><row r="2" outlineLevel="1">{inline("A2", "b")}'
    assert _sheet(zipped(parts(rows + "</row>"))).outline == {2: 1}


def test_a_formula_without_a_stored_value_is_told() -> None:
    cell = _sheet(zipped(parts('<row r="1"><c r="A1"><f>SUM(B:B)</f></c></row>'))).cell(1, 1)
    assert cell is not None
    assert cell.fault == "a formula without a stored value"


def test_an_error_in_the_sheet_is_told() -> None:
    row = '<row r="1"><c r="A1" t="e"><v>#N/A</v></c></row>'
    cell = _sheet(zipped(parts(row))).cell(1, 1)
    assert cell is not None
    assert cell.fault == "an error in the sheet"


def test_merged_cells_keep_their_range_and_their_value_at_the_top() -> None:
    rows = f'<row r="2">{inline("B2", "Cash")}</row>'
    merge = '<mergeCells><mergeCell ref="B2:B4"/></mergeCells>'
    sheet = _sheet(zipped(parts(rows, after=merge)))
    assert sheet.merged == (MergedRange(top=2, left=2, bottom=4, right=2),)
    cell = sheet.cell(2, 2)
    assert cell is not None
    assert cell.value == "Cash"


def test_a_declared_area_without_cells_is_harmless() -> None:
    row = f'<row r="1">{inline("A1", "Objective")}<c r="XFD1" s="1"/></row>'
    content = zipped(parts(row + '<row r="1048576"/>', styles=_STYLES))
    assert list(_sheet(content).rows) == [1]


def test_cells_without_references_follow_each_other() -> None:
    cell = '<c t="inlineStr"><is><t>a</t></is></c>'
    sheet = _sheet(zipped(parts(f"<row>{cell}{cell}</row><row>{cell}</row>")))
    assert {row: list(cells) for row, cells in sheet.rows.items()} == {1: [1, 2], 2: [1]}


def test_an_ordinary_workbook_is_read_by_content_whatever_its_name() -> None:
    upload = read_file("plan.csv", workbook([["Objective"], ["Grow"]], name="Q1"))
    assert upload.sheets[0].name == "Q1"


def test_a_path_in_the_name_is_dropped() -> None:
    assert read_file("../../etc/plan.csv", b"Objective;Owner\nGrow;Ann\n").name == "plan.csv"


@pytest.mark.parametrize(("number", "letters"), [(1, "A"), (26, "Z"), (27, "AA"), (16384, "XFD")])
def test_columns_are_lettered_as_in_excel(number: int, letters: str) -> None:
    assert column_letter(number) == letters
    assert column_number(letters) == number
