"""The weeks of a cycle."""

from datetime import date, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.cycles.rules import Week, week_of
from northing.measures.periods import Period

SPRING = Period(date(2026, 4, 1), date(2026, 6, 30))
SUMMER = Period(date(2026, 7, 1), date(2026, 9, 30))
WINTER = Period(date(2026, 1, 1), date(2026, 3, 31))

CASES = {
    "the first day": (SPRING, date(2026, 4, 1), 1, 13),
    "the seventh day": (SPRING, date(2026, 4, 7), 1, 13),
    "the eighth day": (SPRING, date(2026, 4, 8), 2, 13),
    "in the middle": (SPRING, date(2026, 5, 13), 7, 13),
    "the last day": (SPRING, date(2026, 6, 30), 13, 13),
    "before the start": (SPRING, date(2026, 3, 1), 1, 13),
    "after the end": (SPRING, date(2026, 8, 1), 13, 13),
    "92 days: the last day belongs to week 13": (SUMMER, date(2026, 9, 30), 13, 13),
    "90 days: week 13 has six": (WINTER, date(2026, 3, 31), 13, 13),
    "a year has 52": (Period(date(2028, 1, 1), date(2028, 12, 31)), date(2028, 12, 31), 52, 52),
    "four days make a week": (Period(date(2026, 4, 1), date(2026, 4, 11)), date(2026, 4, 8), 2, 2),
    "three days do not": (Period(date(2026, 4, 1), date(2026, 4, 10)), date(2026, 4, 8), 1, 1),
    "a day is a week": (Period(SPRING.start, SPRING.start), SPRING.start, 1, 1),
}


@pytest.mark.parametrize(("period", "today", "number", "of"), CASES.values(), ids=CASES)
def test_the_week_of_a_day(period: Period, today: date, number: int, of: int) -> None:
    week = week_of(period, today)
    assert (week.number, week.of) == (number, of)


def test_a_week_has_its_days() -> None:
    assert week_of(SPRING, date(2026, 5, 13)) == Week(7, 13, date(2026, 5, 13), date(2026, 5, 19))
    assert week_of(SUMMER, SUMMER.due) == Week(13, 13, date(2026, 9, 23), date(2026, 9, 30))
    assert week_of(WINTER, WINTER.due) == Week(13, 13, date(2026, 3, 26), date(2026, 3, 31))


@given(st.integers(0, 400))
@settings(max_examples=30)
def test_the_weeks_cover_every_day_once(days: int) -> None:
    period = Period(SPRING.start, SPRING.start + timedelta(days=days))
    weeks = {week_of(period, period.start + timedelta(days=day)) for day in range(days + 1)}
    ordered = sorted(weeks, key=lambda week: week.number)
    assert [week.number for week in ordered] == list(range(1, ordered[0].of + 1))
    assert (ordered[0].starts, ordered[-1].ends) == (period.start, period.due)
    for week, following in pairwise(ordered):
        assert following.starts == week.ends + timedelta(days=1)
