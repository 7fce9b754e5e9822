"""Periods by their names: `2018 Q4`, `H1 2027`, `Jan–Mar 2027`, `1. Quartal 2027`.

A fiscal year begins where an organization says so: `Q1 FY27` alone names no dates and gives None;
with the months in brackets it does.
"""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from northing.measures.periods import Period
from northing.spreadsheets.rules.months import MONTH, month_number
from northing.spreadsheets.rules.words import one_line

_YEAR = r"(?P<year>(?:19|20)[0-9]{2})"
_SHORT_YEAR = r"(?P<year>(?:19|20)[0-9]{2}|[0-9]{2})"
_PART = r"(?P<letter>[QH]) ?(?P<number>[1-4])"
_SPELLED = r"(?P<number>[1-4])\.? ?(?P<word>quarter|quartal|halbjahr|half)"
_SPELLED_FIRST = r"(?P<word>quarter|quartal|half|halbjahr) (?P<number>[1-4])"
_APART = r"[ /,’'-]{1,3}"
_SHAPES = tuple(
    re.compile(rf"(?<![0-9A-Za-z]){shape}(?![0-9A-Za-z])", re.IGNORECASE)
    for shape in (
        rf"{MONTH}\.? ?(?:–|-|—|to|bis) ?(?P<last>{MONTH})\.? {_YEAR}",
        rf"{_PART}{_APART}{_SHORT_YEAR}",
        rf"(?P<number>[1-4]) ?(?P<letter>[QH])(?:{_APART})?{_SHORT_YEAR}",
        rf"{_YEAR}(?:{_APART})?{_PART}",
        rf"{_SPELLED}{_APART}{_YEAR}",
        rf"{_SPELLED_FIRST}{_APART}{_YEAR}",
        rf"{_YEAR}{_APART}{_SPELLED}",
        rf"{MONTH}\.? {_YEAR}",
    )
)
_FISCAL = re.compile(
    r"(?<![0-9A-Za-z])(?:[QH][1-4][ -]?FY ?[0-9]{2,4}|FY ?[0-9]{2,4}(?:[ -]?[QH][1-4])?)"
    r"(?: ?\([^()]{3,40}\))?",
    re.IGNORECASE,
)
_YEAR_ALONE = re.compile(
    rf"(?<![0-9A-Za-z./-])(?:(?:annual|year|jahr|cy) ?)?{_YEAR}(?![0-9A-Za-z./])", re.IGNORECASE
)
_MONTHS_OF = {"q": 3, "h": 6, "quarter": 3, "quartal": 3, "half": 6, "halbjahr": 6}


@dataclass(frozen=True, slots=True)
class NamedPeriod:
    """The name of a period as a text has it, and its dates where the name gives them."""

    name: str
    period: Period | None


def period_named(text: str) -> Period | None:
    """The dates of a period by its name alone, or None."""
    found = find_period(text)
    return found.period if found and len(found.name) >= len(one_line(text)) - 2 else None


def find_period(text: str) -> NamedPeriod | None:
    """The first period that a text names: of a title, of a sheet, of a cell."""
    line = one_line(text)
    if fiscal := _FISCAL.search(line):
        return NamedPeriod(fiscal.group().strip(), _dates_in(line))
    for shape in (*_SHAPES, _YEAR_ALONE):
        if found := shape.search(line):
            return NamedPeriod(found.group().strip(), _period_of(found))
    return None


def name_of(period: Period) -> str:
    """What a period is usually called: `2027`, `Q1 2027`, `H2 2027`, else its dates."""
    first, last = period.start, period.due
    ends_month = last.day == monthrange(last.year, last.month)[1]
    if first.day == 1 and ends_month and first.year == last.year:
        months = last.month - first.month + 1
        if months == 12:
            return str(first.year)
        if months in (3, 6) and (first.month - 1) % months == 0:
            return f"{'Q' if months == 3 else 'H'}{first.month // months + 1} {first.year}"
    return f"{first.isoformat()} to {last.isoformat()}"


def widest_usual(first: date, last: date) -> Period:
    """The quarter, half or whole years around two days, whichever is the shortest."""
    for months in (3, 6, 12):
        start = (first.month - 1) // months * months + 1
        end = start + months - 1
        period = Period(
            date(first.year, start, 1), date(first.year, end, monthrange(first.year, end)[1])
        )
        if last <= period.due:
            return period
    return Period(date(first.year, 1, 1), date(last.year, 12, 31))


def _dates_in(line: str) -> Period | None:
    for shape in (_SHAPES[0],):
        if found := shape.search(line):
            return _period_of(found)
    return None


def _period_of(found: re.Match[str]) -> Period | None:
    parts = found.groupdict()
    year = int(parts["year"])
    year += 2000 if year < 100 else 0
    if kind := parts.get("letter") or parts.get("word"):
        months = _MONTHS_OF[kind.casefold()]
        number = int(parts["number"])
        if number * months > 12:
            return None
        return _months(year, (number - 1) * months + 1, number * months)
    if parts.get("last"):
        first, last = month_number(found.group(1)), month_number(parts["last"])
        return _months(year, first, last) if first <= last else None
    if found.re is _YEAR_ALONE:
        return _months(year, 1, 12)
    month = month_number(found.group(1))
    return _months(year, month, month)


def _months(year: int, first: int, last: int) -> Period:
    return Period(date(year, first, 1), date(year, last, monthrange(year, last)[1]))
