"""Bytes of a text file into text, never guessed in silence."""

import codecs
import re
from dataclasses import dataclass

from northing.spreadsheets.files.refusal import FileRefused
from northing.spreadsheets.rules.cells import Notice

_UTF_8 = "a CSV file in UTF-8"
_SAVE_AS_UTF_8 = "Save the file as 'CSV UTF-8' and try again."
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# What UTF-8 looks like after somebody took it for Windows-1252 and saved it again.
_CONVERTED_TWICE = re.compile("Ã[\u0080-\u00bf¤¶¼Ÿ„–œ©¨]|â€[œ\u009d™“”]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, and what a person should know about how it was read."""

    text: str
    notices: tuple[Notice, ...] = ()


def decode(content: bytes) -> Decoded:
    """Text of a file. Raises FileRefused for mixed encodings and for U+0000."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _checked(_strict(content, encoding))
    if encoding := _utf_16_without_mark(content):
        return _checked(_strict(content, encoding))
    try:
        return _checked(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _windows_1252(content)


def _strict(content: bytes, encoding: str) -> str:
    try:
        return content.decode(encoding)
    except UnicodeDecodeError as fault:
        raise FileRefused(
            found=f"The file says that it is {encoding.removesuffix('-sig').upper()} but is not.",
            expected=_UTF_8,
            cure=_SAVE_AS_UTF_8,
            row=content[: fault.start].count(b"\n") + 1,
        ) from fault


def _utf_16_without_mark(content: bytes) -> str:
    sample = content[:4000]
    half = len(sample) // 2
    if half and sample[1::2].count(0) > half * 0.4 and not sample[0::2].count(0):
        return "utf-16-le"
    if half and sample[0::2].count(0) > half * 0.4 and not sample[1::2].count(0):
        return "utf-16-be"
    return ""


def _checked(text: str) -> Decoded:
    at = text.find("\0")
    if at >= 0:
        raise FileRefused(
            found="The file contains the character U+0000.",
            expected="text",
            cure="Export the file again; if it is a workbook, save it as .xlsx or .csv.",
            row=text.count("\n", 0, at) + 1,
        )
    twice = _CONVERTED_TWICE.search(text)
    if twice is None:
        return Decoded(text)
    row = text.count("\n", 0, twice.start()) + 1
    line = text.split("\n", row)[row - 1].strip()
    return Decoded(
        text,
        (
            Notice(
                found=line[:80],
                expected="letters such as ä or é",
                cure="The file seems to have been converted twice: export it again as UTF-8.",
                row=row,
            ),
        ),
    )


def _windows_1252(content: bytes) -> Decoded:
    lines = content.split(b"\n")
    if any(not line.isascii() and _is_utf_8(line) for line in lines):
        raise _mixed(next(n for n, line in enumerate(lines, 1) if not _is_utf_8(line)))
    for number, line in enumerate(lines, 1):
        if not _is_windows_1252(line):
            raise _unknown(number)
    number = next(n for n, line in enumerate(lines, 1) if not line.isascii())
    text = content.decode("cp1252")
    shown = lines[number - 1].decode("cp1252").strip()[:80]
    decoded = _checked(text)
    notice = Notice(
        found=shown,
        expected=_UTF_8,
        cure=f"The file was read as Windows-1252. If this line looks wrong: {_SAVE_AS_UTF_8}",
        row=number,
    )
    return Decoded(text, (notice, *decoded.notices))


def _is_utf_8(line: bytes) -> bool:
    try:
        line.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _is_windows_1252(line: bytes) -> bool:
    try:
        line.decode("cp1252")
    except UnicodeDecodeError:
        return False
    return True


def _mixed(row: int) -> FileRefused:
    return FileRefused(
        found="The file mixes encodings: some lines are UTF-8, this one is not.",
        expected=f"{_UTF_8} throughout",
        cure=f"Retype the letters with accents in this line, or: {_SAVE_AS_UTF_8}",
        row=row,
    )


def _unknown(row: int) -> FileRefused:
    return FileRefused(
        found="This line is neither UTF-8 nor Windows-1252.",
        expected=_UTF_8,
        cure=_SAVE_AS_UTF_8,
        row=row,
    )
