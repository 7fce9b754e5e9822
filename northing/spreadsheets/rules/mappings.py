"""Mappings that are remembered: files with the same headings are read as the last one was. Pure."""

from collections import Counter
from collections.abc import Mapping
from hashlib import sha256

from northing.spreadsheets.rules.columns import Columns, columns_of
from northing.spreadsheets.rules.fields import Field
from northing.spreadsheets.rules.tables import Table
from northing.spreadsheets.rules.words import compared

Remembered = Mapping[str, Mapping[str, str]]
"""Fields by heading, by the key of all headings of a table."""


def headings_key(table: Table) -> str:
    """What tables with the same headings have in common, in whatever order they stand."""
    words = sorted({compared(heading) for heading in table.headings.values()})
    return sha256("\n".join(words).encode()).hexdigest()


def remembered_fields(table: Table, remembered: Remembered) -> dict[int, Field]:
    """The fields of a table's columns as somebody chose them for such a table before."""
    chosen = remembered.get(headings_key(table), {})
    return {
        column: Field(chosen[heading])
        for heading, column in _unmistakable(table).items()
        if heading in chosen and chosen[heading] in set(Field)
    }


def to_remember(columns: Columns) -> dict[str, str]:
    """The columns that somebody reads otherwise than proposed, by heading."""
    proposed = {use.column: use.field for use in columns_of(columns.table, {}).uses}
    chosen = {use.column: use.field for use in columns.uses}
    return {
        heading: chosen[column].value
        for heading, column in _unmistakable(columns.table).items()
        if column in chosen and chosen[column] is not proposed.get(column)
    }


def _unmistakable(table: Table) -> dict[str, int]:
    """The columns by heading, without headings that stand there twice."""
    words = {column: compared(heading) for column, heading in table.headings.items()}
    counted = Counter(words.values())
    return {word: column for column, word in words.items() if word and counted[word] == 1}
