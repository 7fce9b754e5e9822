"""CSV files of every origin arrive as the same cells, and encodings are never guessed silently."""

import pytest

from northing.spreadsheets.files import FileRefused, read_file
from northing.spreadsheets.rules.cells import Upload

_ROWS = [["Ziel", "Größe", "Wer"], ["Schärfer sehen", "4,8", "Ömer"], ["Günstiger", "2,5", "Ann"]]


def _read(content: bytes) -> Upload:
    return read_file("plan.csv", content)


def _table(upload: Upload) -> list[list[str]]:
    return [[cell.text for cell in row.values()] for row in upload.sheets[0].rows.values()]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
def test_the_encoding_is_found(encoding: str) -> None:
    text = "\r\n".join(";".join(row) for row in _ROWS)
    assert _table(_read(text.encode(encoding))) == _ROWS


@pytest.mark.parametrize("delimiter", [";", "\t", "|"])
def test_the_delimiter_is_found(delimiter: str) -> None:
    text = "\n".join(delimiter.join(row) for row in _ROWS)
    assert _table(_read(text.encode())) == _ROWS


def test_commas_inside_quotation_marks_separate_nothing() -> None:
    text = 'Objective,Owner\n"Grow, learn, share",Ann\n"Say ""yes""",Bo\n'
    expected = [["Objective", "Owner"], ["Grow, learn, share", "Ann"], ['Say "yes"', "Bo"]]
    assert _table(_read(text.encode())) == expected


def test_a_first_line_that_names_the_delimiter_decides() -> None:
    upload = _read(b"sep=|\nObjective|Owner; or team\nGrow|Ann; Sales\n")
    assert _table(upload)[1] == ["Grow", "Ann; Sales"]
    assert list(upload.sheets[0].rows) == [2, 3]


def test_one_column_is_a_table_too() -> None:
    assert _table(_read(b"Objective\nGrow\nLearn\n")) == [["Objective"], ["Grow"], ["Learn"]]


def test_rows_are_counted_as_a_spreadsheet_counts_them() -> None:
    upload = _read(b'Objective,Owner\n\n"Two\nlines",Ann\nLast,Bo\n')
    assert list(upload.sheets[0].rows) == [1, 3, 4]


def test_rows_may_be_shorter_and_longer_than_the_headings() -> None:
    assert _table(_read(b"a,b,c\n1\n1,2,3,4\n1,2,3\n"))[1:3] == [["1"], ["1", "2", "3", "4"]]


def test_windows_1252_is_read_and_told() -> None:
    upload = _read("Ziel;Wer\nGrün – günstiger;Ann\n".encode("cp1252"))
    assert upload.notices[0].row == 2
    assert "Windows-1252" in upload.notices[0].cure
    assert upload.notices[0].found == "Grün – günstiger;Ann"


def test_utf_8_needs_no_notice() -> None:
    assert _read("Ziel;Wer\nGrün;Ann\n".encode()).notices == ()


def test_text_that_was_converted_twice_is_told() -> None:
    twice = "Ziel;Wer\nGrün;Ann\n".encode().decode("cp1252").encode()
    assert "converted twice" in _read(twice).notices[0].cure


@pytest.mark.parametrize(
    ("content", "row"),
    [
        ("Ziel;Wer\nGrün;Ann\nKühl;Bo\n".encode() + b"Gr\xfcn;Cy\n", 4),
        (b"Ziel;Wer\n" + b"Gr\xfcn;Cy\n" + "Grün;Ann\n".encode(), 2),
    ],
)
def test_mixed_encodings_are_refused_with_the_line(content: bytes, row: int) -> None:
    with pytest.raises(FileRefused, match="mixes encodings") as refusal:
        _read(content)
    assert refusal.value.row == row


def test_bytes_of_no_encoding_are_refused_with_the_line() -> None:
    with pytest.raises(FileRefused, match="neither") as refusal:
        _read(b"Ziel;Wer\na;b\nGr\x81n;Ann\n")
    assert refusal.value.row == 3


def test_utf_16_that_is_cut_off_is_refused() -> None:
    with pytest.raises(FileRefused, match="UTF-16"):
        _read("Ziel;Wer".encode("utf-16") + b"\x00")
