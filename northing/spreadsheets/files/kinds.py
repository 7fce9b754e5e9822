"""What a file is, by its content and never by its name."""

from northing.spreadsheets.files.archive import encrypted
from northing.spreadsheets.files.delimited import read_delimited
from northing.spreadsheets.files.refusal import FileRefused
from northing.spreadsheets.files.workbook import read_workbook
from northing.spreadsheets.rules.cells import Upload

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_STREAM = "EncryptedPackage".encode("utf-16-le")


def read_upload(name: str, content: bytes) -> Upload:
    """The sheets of a file. Raises FileRefused."""
    if not content.strip():
        raise _empty()
    if content.startswith(_COMPOUND):
        raise encrypted() if _ENCRYPTED_STREAM in content else _old_excel()
    if content.startswith(_ZIP):
        return Upload(name, tuple(read_workbook(content)))
    sheet, notices = read_delimited(name, content)
    return Upload(name, (sheet,), notices)


def _empty() -> FileRefused:
    return FileRefused(
        found="The file is empty.",
        expected="a table with a row of headings",
        cure="Check that the export was complete, or choose another file.",
    )


def _old_excel() -> FileRefused:
    return FileRefused(
        found="This is a workbook of the old kind (.xls).",
        expected="an Excel workbook (.xlsx) or a CSV file",
        cure="Open it in a spreadsheet program and save it as .xlsx.",
    )
