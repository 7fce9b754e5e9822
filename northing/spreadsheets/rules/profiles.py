"""What the cells of a column look like, which decides between the meanings of a heading."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from northing.spreadsheets.rules import terms
from northing.spreadsheets.rules.cells import Cell
from northing.spreadsheets.rules.dates import (
    AmbiguousDate,
    DateReading,
    Edge,
    NotADate,
    is_serial,
    read_date,
)
from northing.spreadsheets.rules.fields import DATES, NUMBERS, WORDING, Field
from northing.spreadsheets.rules.numbers import AmbiguousNumber, NotANumber, read_amount
from northing.spreadsheets.rules.units import is_unit

_SAMPLE = 300
_ANYTHING = frozenset(
    {Field.CONFIDENCE, Field.PARENT, Field.CYCLE, Field.TAGS, Field.NOTE, Field.WHY}
)


@dataclass(frozen=True, slots=True)
class Profile:
    """Shares, from 0 to 1, of the cells that hold something."""

    filled: int
    numbers: float
    dates: float
    kinds: float
    distinct: float
    units: float
    ticks: float

    @property
    def texts(self) -> float:
        return 1 - max(self.numbers, self.dates)


def profile(cells: Sequence[Cell]) -> Profile:
    """The profile of a column's cells; signs for nothing and `tbd` are left out."""
    telling = [cell for cell in cells if not _says_little(cell)][:_SAMPLE]
    count = len(telling)
    if not count:
        return Profile(0, 0, 0, 0, 0, 0, 0)
    return Profile(
        filled=count,
        numbers=sum(map(_is_number, telling)) / count,
        dates=sum(map(_is_date, telling)) / count,
        kinds=sum(terms.kind_named(cell.text) is not None for cell in telling) / count,
        distinct=len({cell.text for cell in telling}) / count,
        units=sum(is_unit(cell.text) for cell in telling) / count,
        ticks=sum(terms.doneness_named(cell.text) is not None for cell in telling) / count,
    )


def fit(field: Field, seen: Profile) -> float:
    """How well a column with this profile can hold a field, from 0.1 to 1."""
    if seen.filled == 0:
        return 0.8
    share = _share(field, seen)
    if share < 0.6 and field in (Field.TARGET, Field.CURRENT) and seen.ticks >= 0.6:
        return 0.9
    return 1.0 if share >= 0.6 else 0.1 + 0.4 * share


def _share(field: Field, seen: Profile) -> float:
    if field in NUMBERS:
        return seen.numbers
    if field in DATES:
        return seen.dates
    if field in WORDING:
        return seen.texts if seen.kinds < 0.5 else 0.3
    return _share_of_words(field, seen)


def _share_of_words(field: Field, seen: Profile) -> float:
    if field is Field.TYPE:
        return seen.kinds
    if field is Field.LEVEL:
        return max(seen.numbers, seen.kinds)
    if field is Field.UNIT:
        return 1.0 if seen.units >= 0.3 else 0.55
    if field is Field.TEAM:
        return 1.0 if seen.units < 0.3 else 0.3
    if field is Field.ID:
        return seen.distinct
    if field in _ANYTHING:
        return 1.0
    return 1.0 if seen.texts >= 0.5 else 0.5


def _says_little(cell: Cell) -> bool:
    return bool(cell.fault) or terms.says_nothing(cell.text) or terms.is_undecided(cell.text)


def _is_number(cell: Cell) -> bool:
    if isinstance(cell.value, Decimal):
        return True
    try:
        read_amount(cell, None)
    except AmbiguousNumber:
        return True
    except NotANumber:
        return False
    return True


def _is_date(cell: Cell) -> bool:
    if isinstance(cell.value, date) or is_serial(cell):
        return True
    try:
        read_date(cell, DateReading(Edge.FIRST))
    except AmbiguousDate:
        return True
    except NotADate:
        return False
    return not _is_number(cell)
