"""Dates as people write them. A day and month that could be exchanged are never guessed."""

import re
from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from northing.spreadsheets.rules.cells import Cell
from northing.spreadsheets.rules.months import MONTH, month_number
from northing.spreadsheets.rules.words import one_line

_TIME = r"(?:[ T][0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?Z)?)?"
_YEAR_FIRST = re.compile(rf"([0-9]{{4}})[-/.]([0-9]{{1,2}})[-/.]([0-9]{{1,2}}){_TIME}")
_DOTTED = re.compile(rf"([0-9]{{1,2}})\.[ ]?([0-9]{{1,2}})\.[ ]?([0-9]{{4}}|[0-9]{{2}}){_TIME}")
_SLASHED = re.compile(rf"([0-9]{{1,2}})[/-]([0-9]{{1,2}})[/-]([0-9]{{4}}|[0-9]{{2}}){_TIME}")
_DAY_MONTH = re.compile(
    rf"([0-9]{{1,2}})(?:st|nd|rd|th|\.)?[ -](?:of )?{MONTH}\.?(?:,?[ -]([0-9]{{4}}|[0-9]{{2}}))?",
    re.IGNORECASE,
)
_MONTH_DAY = re.compile(
    rf"{MONTH}\.? ([0-9]{{1,2}})(?:st|nd|rd|th)?(?:,? ([0-9]{{4}}))?", re.IGNORECASE
)
_MONTH_ALONE = re.compile(rf"{MONTH}\.?(?:[ ,-]+([0-9]{{4}}|[0-9]{{2}}))?", re.IGNORECASE)
_EDGE = re.compile(
    r"(?P<end>(?:by )?(?:the )?end(?: of)?|ende)|"
    r"(?P<begin>(?:the )?(?:beginning|start)(?: of)?|early|anfang)",
    re.IGNORECASE,
)
_SERIALS = (20_000, 80_000)
_SERIAL_ZERO = date(1899, 12, 30)


class Order(StrEnum):
    """Which comes first in `01/02/2027`."""

    DAY_FIRST = "day"
    MONTH_FIRST = "month"


class Edge(StrEnum):
    """Which day a month, a quarter or a year stands for."""

    FIRST = "first"
    LAST = "last"


class AmbiguousDate(ValueError):
    """A date such as `01/02/2027` without anything that tells day from month."""


class NotADate(ValueError):
    """A text that is no date, in words."""


@dataclass(frozen=True, slots=True)
class DateReading:
    """How the dates of a column are read."""

    edge: Edge
    order: Order | None = None
    years: tuple[date, date] | None = None


def proved_orders(texts: Iterable[str]) -> set[Order]:
    """The orders of day and month that the texts prove, each on its own."""
    found = set()
    for text in texts:
        parts = _SLASHED.fullmatch(one_line(text))
        if parts and int(parts[1]) > 12 >= int(parts[2]):
            found.add(Order.DAY_FIRST)
        if parts and int(parts[2]) > 12 >= int(parts[1]):
            found.add(Order.MONTH_FIRST)
    return found


def ambiguous_dates(texts: Iterable[str]) -> list[str]:
    """Those texts whose day and month could be exchanged."""
    return [text for text in texts if _is_ambiguous(text)]


def is_serial(cell: Cell) -> bool:
    """Whether a number is one that Excel shows as a date of our time."""
    value = cell.value
    if isinstance(value, str) and re.fullmatch(r"[0-9]{5}", value.strip()):
        value = Decimal(value.strip())
    return isinstance(value, Decimal) and value == int(value) and _is_in(value, _SERIALS)


def read_date(cell: Cell, how: DateReading) -> date:
    """A cell as a day.

    A month, a quarter or a year alone stands for its first or last day; a day without a year for
    the one such day within `how.years`. Raises AmbiguousDate and NotADate.
    """
    if isinstance(cell.value, date):
        return cell.value
    if is_serial(cell):
        return _SERIAL_ZERO + timedelta(days=int(Decimal(cell.text)))
    if not isinstance(cell.value, str):
        raise NotADate(f"“{cell.text}” is not a date.")
    return read_date_text(cell.value, how)


def read_date_text(text: str, how: DateReading) -> date:
    """A text as a day; see `read_date`."""
    line = one_line(text)
    for read in (_year_first, _dotted, _slashed, _named):
        found = read(line, how)
        if found is not None:
            return found
    raise NotADate(f"“{line[:40]}” is not a date.")


def date_within(text: str, how: DateReading) -> date | None:
    """The one day that a sentence names, such as `pass the exam by 26 March 2027`.

    None when it names none, or more than one.
    """
    line = one_line(text)
    found = set()
    for pattern in (_YEAR_FIRST, _DOTTED, _DAY_MONTH, _MONTH_DAY, _END_OF_MONTH):
        for match in pattern.finditer(line):
            try:
                found.add(read_date_text(match.group().strip(), how))
            except (NotADate, AmbiguousDate):
                continue
        if found:
            break
    return found.pop() if len(found) == 1 else None


_END_OF_MONTH = re.compile(
    rf"\b(?:end of|ende(?: des)?)(?: the)? {MONTH}(?: [0-9]{{4}})?\b", re.IGNORECASE
)


def _is_ambiguous(text: str) -> bool:
    parts = _SLASHED.fullmatch(one_line(text))
    if parts is None:
        return False
    first, second = int(parts[1]), int(parts[2])
    return first <= 12 and second <= 12 and first != second


def _year_first(line: str, _: DateReading) -> date | None:
    parts = _YEAR_FIRST.fullmatch(line)
    return _day(parts[1], parts[2], parts[3], line) if parts else None


def _dotted(line: str, _: DateReading) -> date | None:
    parts = _DOTTED.fullmatch(line)
    return _day(parts[3], parts[2], parts[1], line) if parts else None


def _slashed(line: str, how: DateReading) -> date | None:
    parts = _SLASHED.fullmatch(line)
    if parts is None:
        return None
    order = next(iter(proved_orders([line])), how.order)
    if order is None and _is_ambiguous(line):
        raise AmbiguousDate(line)
    day, month = (parts[2], parts[1]) if order is Order.MONTH_FIRST else (parts[1], parts[2])
    return _day(parts[3], month, day, line)


def _named(line: str, how: DateReading) -> date | None:
    if parts := _DAY_MONTH.fullmatch(line):
        return _with_year(parts[1], month_number(parts[2]), parts[3], how, line)
    if parts := _MONTH_DAY.fullmatch(line):
        return _with_year(parts[2], month_number(parts[1]), parts[3], how, line)
    edge = how.edge
    if prefix := _EDGE.match(line):
        edge = Edge.LAST if prefix["end"] else Edge.FIRST
        line = line[prefix.end() :].removeprefix(" the").strip()
    if parts := _MONTH_ALONE.fullmatch(line):
        month = month_number(parts[1])
        year = _full_year(parts[2]) if parts[2] else _year_of(month, 1, how)
        return _edge_of_month(year, month, edge) if year else None
    return _edge_of_period(line, edge)


def _edge_of_period(line: str, edge: Edge) -> date | None:
    from northing.spreadsheets.rules.periods_named import period_named

    period = period_named(line)
    if period is None:
        return None
    return period.start if edge is Edge.FIRST else period.due


def _with_year(day: str, month: int, year: str | None, how: DateReading, line: str) -> date | None:
    known = _full_year(year) if year else _year_of(month, int(day), how)
    if known is None:
        raise NotADate(f"“{line[:40]}” names no year.")
    return _day(str(known), str(month), day, line)


def _year_of(month: int, day: int, how: DateReading) -> int | None:
    """The year in which a day and month fall within the known years, when there is just one."""
    if how.years is None:
        return None
    first, last = how.years
    fits = [
        year
        for year in range(first.year, last.year + 1)
        if day <= monthrange(year, month)[1] and first <= date(year, month, day) <= last
    ]
    return fits[0] if len(fits) == 1 else None


def _edge_of_month(year: int, month: int, edge: Edge) -> date:
    return date(year, month, 1 if edge is Edge.FIRST else monthrange(year, month)[1])


def _day(year: str, month: str, day: str, line: str) -> date:
    try:
        return date(_full_year(year), int(month), int(day))
    except ValueError as fault:
        raise NotADate(f"“{line[:40]}” is not a day of the calendar.") from fault


def _full_year(year: str) -> int:
    return int(year) if len(year) == 4 else 2000 + int(year)


def _is_in(value: Decimal, limits: tuple[int, int]) -> bool:
    return limits[0] <= value <= limits[1]
