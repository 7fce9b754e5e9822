"""XML parts, read as a stream: no document type, no entities, a bounded number of elements."""

from collections.abc import Iterable, Mapping
from typing import Protocol
from xml.sax import SAXParseException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml.common import DefusedXmlException
from defusedxml.expatreader import create_parser

from northing.spreadsheets.files import limits
from northing.spreadsheets.files.refusal import FileRefused


class Visitor(Protocol):
    """What is told of each element, its name without a prefix."""

    def opened(self, name: str, attributes: Mapping[str, str]) -> None: ...

    def closed(self, name: str) -> None: ...

    def text(self, content: str) -> None: ...


class Deaf:
    """A visitor that listens to nothing; others override what they want to hear."""

    def opened(self, name: str, attributes: Mapping[str, str]) -> None:
        pass

    def closed(self, name: str) -> None:
        pass

    def text(self, content: str) -> None:
        pass


def walk(pieces: Iterable[bytes], visitor: Visitor) -> None:
    """Tell a visitor of every element. Raises FileRefused for what no workbook needs."""
    parser = create_parser(forbid_dtd=True)
    parser.setContentHandler(_Bridge(visitor))
    try:
        for piece in pieces:
            parser.feed(piece)
        parser.close()
    except DefusedXmlException as fault:
        raise _declares_entities() from fault
    except SAXParseException as fault:
        raise _not_well_formed(str(fault.getMessage())) from fault


def whole_number(text: str | None) -> int:
    """An attribute as a whole number; 0 when it is none."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 10 else 0


class _Bridge(ContentHandler):
    def __init__(self, visitor: Visitor) -> None:
        super().__init__()
        self._visitor = visitor
        self._seen = 0

    def startElement(self, name: str, attrs: "AttributesImpl[str]") -> None:  # noqa: N802
        self._seen += 1
        if self._seen > limits.MAX_ELEMENTS:
            raise _too_many_elements()
        self._visitor.opened(name.rpartition(":")[2], dict(attrs))

    def endElement(self, name: str) -> None:  # noqa: N802
        self._visitor.closed(name.rpartition(":")[2])

    def characters(self, content: str) -> None:
        self._visitor.text(content)


def _declares_entities() -> FileRefused:
    return FileRefused(
        found="The workbook declares XML entities, which no spreadsheet program writes.",
        expected="a workbook as Excel, LibreOffice or Google Sheets saves it",
        cure="Open it in a spreadsheet program and save it anew as .xlsx.",
    )


def _not_well_formed(message: str) -> FileRefused:
    return FileRefused(
        found=f"The workbook is damaged: {message}.",
        expected="a workbook as Excel, LibreOffice or Google Sheets saves it",
        cure="Open it in a spreadsheet program, let it repair the file, and save it anew.",
    )


def _too_many_elements() -> FileRefused:
    return FileRefused(
        found=f"A part of the workbook has more than {limits.MAX_ELEMENTS:,} elements.",
        expected=f"at most {limits.MAX_CELLS:,} filled cells",
        cure="Copy the table alone into a new workbook and save that.",
    )
