"""When the demo's quarters are."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.cycles.rules import CycleState, week_of
from northing.demo.timetable import timetable
from northing.measures.periods import Period

DAYS = st.dates(date(2020, 1, 1), date(2060, 12, 31))


@given(DAYS)
def test_today_is_always_in_week_7_of_the_running_quarter(today: date) -> None:
    running = timetable(today).running
    assert week_of(Period(running.start, running.due), today).number == 7
    assert running.state == CycleState.ACTIVE


@given(DAYS)
def test_quarters_are_13_weeks_from_a_monday_and_follow_each_other(today: date) -> None:
    quarters = timetable(today).quarters
    for quarter in quarters:
        assert quarter.start.weekday() == 0
        assert quarter.due - quarter.start == timedelta(weeks=13, days=-1)
    for before, after in itertools.pairwise(quarters):
        assert after.start == before.due + timedelta(days=1)


@given(DAYS)
def test_the_year_holds_its_quarters(today: date) -> None:
    times = timetable(today)
    assert (times.year.start, times.year.due) == (times.first.start, times.next.due)


@given(DAYS)
def test_no_two_cycles_share_a_name_or_an_address(today: date) -> None:
    times = timetable(today)
    cycles = (times.year, *times.quarters)
    assert len({cycle.name for cycle in cycles}) == len({cycle.slug for cycle in cycles}) == 5


@pytest.mark.parametrize(
    ("today", "name", "year"),
    [
        (date(2027, 2, 15), "Q1 2027", "Year 2026/27"),
        (date(2027, 8, 18), "Q3 2027", "Year 2027"),
        (date(2026, 11, 22), "Q4 2026", "Year 2026/27"),
    ],
)
def test_quarters_are_named_by_the_calendar_quarter_of_their_middle(
    today: date, name: str, year: str
) -> None:
    times = timetable(today)
    assert times.running.name == name
    assert times.year.name == year


def test_in_the_week_of_the_pictures_the_quarter_runs_from_4_january_to_4_april() -> None:
    running = timetable(date(2027, 2, 15)).running
    assert (running.start, running.due) == (date(2027, 1, 4), date(2027, 4, 4))
