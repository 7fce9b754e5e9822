"""Cells copied from a spreadsheet: tabs between them, line breaks inside, marks of their own."""

import pytest

from northing.spreadsheets.files import FileRefused, read_file
from northing.spreadsheets.rules.cells import Upload


def _pasted(text: str) -> Upload:
    return read_file("pasted rows.csv", text.encode())


def _texts(upload: Upload) -> list[list[str]]:
    return [[cell.text for cell in row.values()] for row in upload.sheets[0].rows.values()]


def test_copied_cells_are_read() -> None:
    text = "Objective\tKey result\tTarget\r\nGrow\tSell\t1,250\r\n\tCall\t9\r\n"
    assert _texts(_pasted(text)) == [
        ["Objective", "Key result", "Target"],
        ["Grow", "Sell", "1,250"],
        ["Call", "9"],
    ]


def test_a_line_break_inside_a_copied_cell_stays_inside_it() -> None:
    rows = _texts(_pasted('Objective\tNote\nGrow\t"First\nand ""then"""\nLearn\tx\n'))
    assert rows[1:] == [["Grow", 'First\nand "then"'], ["Learn", "x"]]


@pytest.mark.parametrize("cell", ['"Best" brand', '"', '"Open', 'Screens of 15"', '"a" and "b"'])
def test_quotation_marks_of_a_copied_cell_are_its_own(cell: str) -> None:
    assert _texts(_pasted(f"Objective\tOwner\n{cell}\tInes\nLearn\tAiko\n"))[1] == [cell, "Ines"]


def test_rows_of_a_csv_are_pasted_as_well() -> None:
    assert _texts(_pasted('Objective;Target\n"Grow; fast";9\n'))[1] == ["Grow; fast", "9"]


def test_a_broken_cell_with_line_breaks_is_refused_and_not_guessed() -> None:
    with pytest.raises(FileRefused, match="quotation mark"):
        _pasted('Objective\tNote\nGrow\t"First\nand" then\n')
