"""Files made to hurt are refused quickly, in words, with bounded memory."""

import io
import os
import resource
import struct
import subprocess
import sys
import zipfile
import zlib
from pathlib import Path
from random import Random

import pytest

from northing.spreadsheets.files import FileRefused, read_file
from tests.spreadsheets.workbooks import inline, parts, zipped
from tests.timing import cpu_seconds

MEBIBYTE = 1024 * 1024


def _one_cell(reference: str, **more: str) -> bytes:
    row = "".join(letter for letter in reference if letter.isdigit())
    cell = inline("A1", "Objective") + (inline(reference, "x") if reference != "A1" else "")
    return zipped(parts(f'<row r="1">{cell}</row>'.replace('r="1"', f'r="{row}"', 1), **more))


def _zip_bomb() -> bytes:
    made: dict[str, bytes] = {k: v.encode() for k, v in parts("").items()}
    made["xl/worksheets/sheet1.xml"] = b"<a>" + b" " * (160 * MEBIBYTE)
    return zipped(made)


def _lying_sizes() -> bytes:
    """Both headers say 100 bytes, the stream inflates to 160 MiB."""
    name = b"xl/worksheets/sheet1.xml"
    packer = zlib.compressobj(9, zlib.DEFLATED, -15)
    packed = packer.compress(b"\0" * (160 * MEBIBYTE)) + packer.flush()
    fields = (20, 0, 8, 0, 33, zlib.crc32(b"\0" * 100), len(packed), 100, len(name))
    local = struct.pack("<4s5H3L2H", b"PK\x03\x04", *fields, 0) + name + packed
    central = struct.pack("<4s6H3L5H2L", b"PK\x01\x02", 20, *fields, 0, 0, 0, 0, 0, 0) + name
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 1, 1, len(central), len(local), 0)
    return local + central + end


def _overlapping() -> bytes:
    """Many directory entries share one large stream."""
    made = zipped({"a": b"\0" * (100 * MEBIBYTE)})
    at = made.rfind(b"PK\x01\x02")
    entry = made[at : made.rfind(b"PK\x05\x06")]
    name_at = 46
    entries = [entry[:name_at] + bytes([97 + n]) + entry[name_at + 1 :] for n in range(20)]
    central = b"".join(entries)
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, 20, 20, len(central), at, 0)
    return made[:at] + central + end


def _many_entries() -> bytes:
    return zipped({f"part{number}": b"" for number in range(20_000)})


def _many_styles() -> bytes:
    chance = Random(1)
    formats = "".join(f'<xf numFmtId="{chance.randrange(10**6)}"/>' for _ in range(300_000))
    return _one_cell("A1", styles=f'<cellXfs count="300000">{formats}</cellXfs>')


def _billion_laughs() -> bytes:
    entities = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
    return _one_cell("A1", prolog=f'<!DOCTYPE x [<!ENTITY l0 "ha">{entities}]>')


def _external_entity() -> bytes:
    return _one_cell("A1", prolog='<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>')


def _laughing_strings() -> bytes:
    made = parts(f'<row r="1">{inline("A1", "x")}</row>')
    made["xl/sharedStrings.xml"] = '<!DOCTYPE x [<!ENTITY l "ha">]><sst>&l;</sst>'
    return zipped(made)


def _huge_merge() -> bytes:
    merge = '<mergeCells count="1"><mergeCell ref="A3:XFD1048576"/></mergeCells>'
    return _one_cell("A1", after=merge)


def _many_elements() -> bytes:
    rows = "".join(f'<row r="{row}"/>' for row in range(2_000_000))
    return zipped(parts(rows))


def _one_string_everywhere() -> bytes:
    made = parts("".join('<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>' * 50_000))
    made["xl/sharedStrings.xml"] = f"<sst><si><t>{'x' * 32_000}</t></si></sst>"
    relation = made["xl/_rels/workbook.xml.rels"]
    extra = relation.replace("rId1", "rId9").replace("worksheet", "sharedStrings", 1)
    extra = extra[extra.index("<Relationship ") : extra.index("</Relationships>")]
    made["xl/_rels/workbook.xml.rels"] = relation.replace(
        "</Relationships>", extra.replace("worksheets/sheet1", "sharedStrings") + "</Relationships>"
    )
    return zipped(made)


def _truncated() -> bytes:
    whole = _one_cell("A1")
    return whole[: len(whole) * 2 // 3]


def _damaged_in_the_middle() -> bytes:
    whole = bytearray(zipped(parts(f'<row r="1">{inline("A1", "x" * 3000)}</row>')))
    at = whole.index(b"sheet1.xml") + 40
    whole[at : at + 20] = os.urandom(20)
    return bytes(whole)


def _encrypted() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600 + "EncryptedPackage".encode("utf-16le")


def _password_on_a_part() -> bytes:
    whole = bytearray(_one_cell("A1"))
    whole[whole.index(b"PK\x01\x02") + 8] |= 1
    return bytes(whole)


def _twins() -> bytes:
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("xl/workbook.xml", "a")
        with pytest.warns(UserWarning, match="Duplicate"):
            archive.writestr("xl/workbook.xml", "b")
    return target.getvalue()


REFUSED = {
    "a stray cell in the last corner": (lambda: _one_cell("XFD1048576"), "XFD1048576"),
    "a stray cell in the last row": (lambda: _one_cell("A1048576"), "A1048576"),
    "a ZIP bomb": (_zip_bomb, "unpacks to far more"),
    "sizes that lie": (_lying_sizes, "not as long as it says"),
    "parts that overlap": (_overlapping, "unpacks to far more"),
    "20,000 parts": (_many_entries, "20,000 parts"),
    "two parts of one name": (_twins, "same name"),
    "300,000 formats": (_many_styles, "cell formats"),
    "a billion laughs": (_billion_laughs, "entities"),
    "an external entity": (_external_entity, "entities"),
    "entities among the strings": (_laughing_strings, "entities"),
    "a merged range over everything": (_huge_merge, "A3:XFD1048576"),
    "millions of empty rows": (_many_elements, "elements"),
    "one long string in every cell": (_one_string_everywhere, "too much text"),
    "a truncated workbook": (_truncated, "damaged"),
    "a damaged workbook": (_damaged_in_the_middle, "damaged"),
    "an encrypted workbook": (_encrypted, "password"),
    "a part with a password": (_password_on_a_part, "password"),
    "an old workbook": (lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, ".xls"),
    "a Word document": (lambda: zipped({"word/document.xml": "<w/>"}), "Word document"),
    "a PDF": (lambda: b"%PDF-1.7\n", "PDF"),
    "a web page called .xls": (lambda: b"<html><table><tr><td>x</td></tr></table>", "web page"),
    "nothing": (lambda: b"", "empty"),
    "only spaces": (lambda: b" \n\n", "empty"),
    "100 MB": (lambda: b"a" * 100_000_000, "95 MiB"),
    "a NUL character": (lambda: b"Objective;Owner\nGrow\0th;Ann\n", "U+0000"),
    "mixed encodings": ("Ziel;Wer\nGrün;Ann\n".encode() + b"Gr\xf6\xdfe;Bo\n", "line 3"),
    "an unclosed quotation mark": (lambda: b'Objective,Owner\n"Grow,Ann\nMore,Bo\n', "quotation"),
    "a field without end": (lambda: b"Objective\n" + b"x" * 40_000, "too much text"),
    "too many rows": (lambda: b"Objective,Owner\n" + b"a,b\n" * 60_000, "filled cells"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_a_hostile_file_is_refused_within_five_seconds(name: str) -> None:
    make, words = REFUSED[name]
    content = make() if callable(make) else make
    began = cpu_seconds()
    with pytest.raises(FileRefused) as refusal:
        read_file("plan.xlsx", content)
    assert cpu_seconds() - began < 5
    said = f"{refusal.value} line {refusal.value.row}"
    assert words in said
    assert refusal.value.cure
    assert refusal.value.expected


def _processor_seconds() -> float:
    """What this process and its children used: a busy machine makes nothing longer."""
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(each.ru_utime + each.ru_stime for each in used)


@pytest.mark.parametrize("name", ["a ZIP bomb", "one long string in every cell", "20,000 parts"])
def test_reading_a_hostile_file_takes_less_than_150_mebibytes(name: str, tmp_path: Path) -> None:
    make, _ = REFUSED[name]
    bomb = tmp_path / "bomb.xlsx"
    bomb.write_bytes(make())
    measured = subprocess.run(
        [sys.executable, "-c", _MEASURE, bomb], capture_output=True, check=True
    )
    assert int(measured.stdout) < 150 * 1024, measured.stderr


_MEASURE = """
import resource, sys
from northing.spreadsheets.files import FileRefused, read_file
try:
    read_file("bomb.xlsx", open(sys.argv[1], "rb").read())
except FileRefused:
    print(resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss)
"""
