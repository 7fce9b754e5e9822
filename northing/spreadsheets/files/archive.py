"""The ZIP inside an XLSX, opened with distrust: nothing its directory says is believed."""

import io
import struct
import zipfile
import zlib
from collections.abc import Iterator

from northing.spreadsheets.files import limits
from northing.spreadsheets.files.refusal import FileRefused

_CHUNK = 256 * 1024
_LOCAL_HEADER = struct.Struct("<4s5H3L2H")
_ENCRYPTED = 0x1
_WORKBOOK = "an Excel workbook (.xlsx)"


class Archive:
    """The parts of a workbook, inflated within limits."""

    def __init__(self, content: bytes) -> None:
        self._content = content
        self._entries = {entry.filename: entry for entry in _directory(content)}

    @property
    def names(self) -> list[str]:
        """The names of all parts."""
        return list(self._entries)

    def check_all(self) -> None:
        """Inflate every part once, so that what the parser meets later is known to be small."""
        for name in self._entries:
            for _ in self.chunks(name):
                pass

    def small_part(self, name: str) -> bytes:
        """A part that has no reason to be large, whole."""
        if self._entries[name].file_size > limits.MAX_SMALL_PART:
            raise _too_large(name)
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """A part in pieces; raises FileRefused as soon as it is longer than it says."""
        entry = self._entries[name]
        total = 0
        for piece in _inflate(self._packed(entry), entry.compress_type):
            total += len(piece)
            if total > entry.file_size:
                break
            yield piece
        if total != entry.file_size:
            raise _damaged(f"its part {name} is not as long as it says.")

    def _packed(self, entry: zipfile.ZipInfo) -> bytes:
        start = entry.header_offset
        header = self._content[start : start + _LOCAL_HEADER.size]
        if len(header) < _LOCAL_HEADER.size or header[:4] != b"PK\x03\x04":
            raise _damaged("a part is missing.")
        *_, name_length, extra_length = _LOCAL_HEADER.unpack(header)
        start += _LOCAL_HEADER.size + name_length + extra_length
        packed = self._content[start : start + entry.compress_size]
        if len(packed) < entry.compress_size:
            raise _damaged("its end is missing.")
        return packed


def _directory(content: bytes) -> list[zipfile.ZipInfo]:
    _check_announced_entries(content)
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, struct.error) as fault:
        raise _damaged("its table of contents cannot be read.") from fault
    if len(entries) > limits.MAX_ENTRIES:
        raise _too_many(len(entries))
    if len({entry.filename for entry in entries}) < len(entries):
        raise _damaged("two parts have the same name.")
    if any(entry.flag_bits & _ENCRYPTED for entry in entries):
        raise encrypted()
    _check_announced_sizes(entries)
    return entries


def _check_announced_entries(content: bytes) -> None:
    """Refuse a directory of very many entries before it is laid out in memory."""
    at = content.rfind(b"PK\x05\x06")
    if at >= 0 and len(content) >= at + 12:
        announced = int.from_bytes(content[at + 10 : at + 12], "little")
        if announced > limits.MAX_ENTRIES and announced != 0xFFFF:
            raise _too_many(announced)
    if content.count(b"PK\x01\x02") > limits.MAX_ENTRIES * 2:
        raise _too_many(content.count(b"PK\x01\x02"))


def _check_announced_sizes(entries: list[zipfile.ZipInfo]) -> None:
    """Refuse what already admits to be too large; what lies is caught while inflating."""
    for entry in entries:
        if _is_bomb(entry.file_size, entry.compress_size):
            raise _too_large(entry.filename)
    if sum(entry.file_size for entry in entries) > limits.MAX_INFLATED:
        raise _too_large("content")


def _is_bomb(inflated: int, packed: int) -> bool:
    if inflated > limits.MAX_INFLATED:
        return True
    return inflated > limits.RATIO_MATTERS_FROM and inflated > packed * limits.MAX_RATIO


def _inflate(packed: bytes, method: int) -> Iterator[bytes]:
    if method == zipfile.ZIP_STORED:
        for start in range(0, len(packed), _CHUNK):
            yield packed[start : start + _CHUNK]
        return
    if method != zipfile.ZIP_DEFLATED:
        raise _damaged("it is packed in a way that Excel does not use.")
    inflater = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        rest = packed
        while not inflater.eof:
            piece = inflater.decompress(rest, _CHUNK)
            rest = inflater.unconsumed_tail
            if not piece and not rest:
                break
            yield piece
    except zlib.error as fault:
        raise _damaged("a part of it cannot be unpacked.") from fault
    if not inflater.eof:
        raise _damaged("a part of it ends too early.")


def encrypted() -> FileRefused:
    """The refusal of a workbook with a password."""
    return FileRefused(
        found="The workbook is encrypted.",
        expected=f"{_WORKBOOK} without a password",
        cure="Remove the password in Excel (File, Info, Protect workbook), save, and try again.",
    )


def _damaged(what: str) -> FileRefused:
    return FileRefused(
        found=f"The workbook is damaged: {what}",
        expected=f"a complete {_WORKBOOK.removeprefix('an ')}",
        cure="Fetch or export the file again; if it opens in Excel, save it there anew.",
    )


def _too_large(part: str) -> FileRefused:
    return FileRefused(
        found=f"The workbook unpacks to far more than its size: {part}.",
        expected=f"at most {limits.MAX_INFLATED // limits.MEBIBYTE} MiB unpacked",
        cure="Copy the table alone into a new workbook and save that.",
    )


def _too_many(entries: int) -> FileRefused:
    return FileRefused(
        found=f"The workbook consists of {entries:,} parts.",
        expected=f"at most {limits.MAX_ENTRIES:,} parts",
        cure="Copy the table alone into a new workbook and save that.",
    )
