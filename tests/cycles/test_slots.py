"""When check-ins are planned, and when the next one is due."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.cycles.rules import Cadence, next_due, slots
from northing.measures.periods import Period

WEEKLY, EVERY_TWO_WEEKS, MONTHLY = Cadence
MONDAY, WEDNESDAY, SUNDAY = 0, 2, 6
# 1 April 2026 is a Wednesday; the quarter has 13 weeks.
SPRING = Period(date(2026, 4, 1), date(2026, 6, 30))


def days(*named: tuple[int, int]) -> list[date]:
    return [date(2026, month, day) for month, day in named]


CASES = {
    "mondays": (
        WEEKLY, MONDAY,
        days((4, 6), (4, 13), (4, 20), (4, 27), (5, 4), (5, 11), (5, 18), (5, 25),
             (6, 1), (6, 8), (6, 15), (6, 22), (6, 29))),
    "wednesdays begin on the first day": (
        EVERY_TWO_WEEKS, WEDNESDAY,
        days((4, 1), (4, 15), (4, 29), (5, 13), (5, 27), (6, 10), (6, 24))),
    "every second sunday": (
        EVERY_TWO_WEEKS, SUNDAY,
        days((4, 5), (4, 19), (5, 3), (5, 17), (5, 31), (6, 14), (6, 28))),
    "the first monday of each month": (MONTHLY, MONDAY, days((4, 6), (5, 4), (6, 1))),
    "the first sunday of each month, up to its seventh day": (
        MONTHLY, SUNDAY, days((4, 5), (5, 3), (6, 7))),
    "the first wednesday of each month": (MONTHLY, WEDNESDAY, days((4, 1), (5, 6), (6, 3))),
}  # fmt: skip


@pytest.mark.parametrize(("cadence", "weekday", "planned"), CASES.values(), ids=CASES)
def test_the_days_on_which_check_ins_are_planned(
    cadence: Cadence, weekday: int, planned: list[date]
) -> None:
    assert slots(SPRING, cadence, weekday) == planned


COUNTS = {
    "a quarter of 13 weeks that begins on a monday": (date(2024, 4, 1), date(2024, 6, 30), 13),
    "a quarter of 13 weeks that begins on a tuesday": (date(2024, 4, 2), date(2024, 7, 1), 13),
    "over a leap day": (date(2028, 2, 1), date(2028, 3, 31), 8),
    "a week": (date(2026, 4, 6), date(2026, 4, 12), 1),
    "a monday": (date(2026, 4, 6), date(2026, 4, 6), 1),
}


@pytest.mark.parametrize(("start", "due", "count"), COUNTS.values(), ids=COUNTS)
def test_the_number_of_mondays(start: date, due: date, count: int) -> None:
    planned = slots(Period(start, due), WEEKLY)
    assert len(planned) == count
    assert {day.weekday() for day in planned} == {MONDAY}


SHORT = {
    "one day that is no monday": (WEEKLY, date(2026, 4, 1), date(2026, 4, 1)),
    "a week without its monday": (WEEKLY, date(2026, 4, 7), date(2026, 4, 12)),
    "a month after its first monday": (MONTHLY, date(2026, 4, 7), date(2026, 4, 30)),
}


@pytest.mark.parametrize(("cadence", "start", "due"), SHORT.values(), ids=SHORT)
def test_a_period_without_a_planned_day_is_checked_in_when_due(
    cadence: Cadence, start: date, due: date
) -> None:
    assert slots(Period(start, due), cadence) == [due]


@pytest.mark.parametrize("weekday", [-1, 7])
def test_a_weekday_that_is_none_is_refused(weekday: int) -> None:
    with pytest.raises(ValueError, match="not a weekday"):
        slots(SPRING, WEEKLY, weekday)


NEXT = {
    "nothing checked in yet": (None, date(2026, 4, 6)),
    "before the first planned day": (date(2026, 4, 5), date(2026, 4, 6)),
    "on a planned day": (date(2026, 4, 6), date(2026, 4, 13)),
    "late in the week": (date(2026, 4, 12), date(2026, 4, 13)),
    "after missed ones": (date(2026, 5, 5), date(2026, 5, 11)),
    "on the last planned day": (date(2026, 6, 29), None),
    "after the period": (date(2026, 9, 1), None),
}


@pytest.mark.parametrize(("last", "due"), NEXT.values(), ids=NEXT)
def test_a_check_in_answers_every_planned_day_up_to_its_own(
    last: date | None, due: date | None
) -> None:
    assert next_due(SPRING, WEEKLY, MONDAY, last) == due


@given(
    st.integers(0, 400), st.integers(0, 200), st.sampled_from(list(Cadence)), st.integers(0, 6)
)  # fmt: skip
@settings(max_examples=30)
def test_planned_days_lie_in_the_period_in_order(
    start: int, length: int, cadence: Cadence, weekday: int
) -> None:
    first = date(2026, 1, 1) + timedelta(days=start)
    period = Period(first, first + timedelta(days=length))
    planned = slots(period, cadence, weekday)
    assert planned == sorted(set(planned))
    assert planned
    assert all(period.contains(day) for day in planned)
    assert planned == [period.due] or {day.weekday() for day in planned} == {weekday}
