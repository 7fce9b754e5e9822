"""The year and its four quarters that a new organization begins with."""

from datetime import date, timedelta
from itertools import pairwise

import pytest

from northing.cycles.rules import year_of_quarters

YEARS = {
    "the first day of a calendar year": (date(2027, 1, 1), 1, "2027", date(2027, 1, 1)),
    "the last day of a calendar year": (date(2027, 12, 31), 1, "2027", date(2027, 1, 1)),
    "the first day of another year": (date(2026, 4, 1), 4, "2026/27", date(2026, 4, 1)),
    "the day before it": (date(2026, 3, 31), 4, "2025/26", date(2025, 4, 1)),
    "over the turn of a century": (date(2099, 7, 1), 7, "2099/00", date(2099, 7, 1)),
    "from december": (date(2026, 12, 24), 12, "2026/27", date(2026, 12, 1)),
}


@pytest.mark.parametrize(("today", "month", "name", "start"), YEARS.values(), ids=YEARS)
def test_the_year_around_today(today: date, month: int, name: str, start: date) -> None:
    year, *quarters = year_of_quarters(today, month)
    assert (year.name, year.slug, year.start) == (name, name.replace("/", "-"), start)
    assert year.due + timedelta(days=1) == start.replace(year=start.year + 1)
    assert [quarters[0].start, quarters[3].due] == [year.start, year.due]
    for quarter, following in pairwise(quarters):
        assert quarter.due + timedelta(days=1) == following.start


def test_quarters_are_named_by_number_and_year() -> None:
    _, *quarters = year_of_quarters(date(2026, 8, 1), 4)
    assert [quarter.name for quarter in quarters] == [f"Q{n} 2026/27" for n in (1, 2, 3, 4)]
    assert [quarter.slug for quarter in quarters] == [f"2026-27-q{n}" for n in (1, 2, 3, 4)]
    starts = [date(2026, 4, 1), date(2026, 7, 1), date(2026, 10, 1), date(2027, 1, 1)]
    assert [quarter.start for quarter in quarters] == starts


def test_a_year_begins_in_january_unless_told_otherwise() -> None:
    assert year_of_quarters(date(2026, 8, 1))[0].start == date(2026, 1, 1)
