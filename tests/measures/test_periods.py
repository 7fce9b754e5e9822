"""Periods and the share of them that has passed."""

from datetime import date, timedelta
from fractions import Fraction

import pytest

from northing.measures.periods import Period, PeriodRefused, time_gone

APRIL = Period(date(2026, 4, 1), date(2026, 4, 30))
LEAP = Period(date(2028, 2, 1), date(2028, 3, 1))
A_DAY = Period(date(2026, 4, 15), date(2026, 4, 15))

GONE = {
    "the first day is 0": (APRIL, date(2026, 4, 1), Fraction(0)),
    "the last day is 1": (APRIL, date(2026, 4, 30), Fraction(1)),
    "days between count whole": (APRIL, date(2026, 4, 15), Fraction(14, 29)),
    "the day before the last is not 1": (APRIL, date(2026, 4, 29), Fraction(28, 29)),
    "before the start it is 0": (APRIL, date(2026, 3, 1), Fraction(0)),
    "after the end it is 1": (APRIL, date(2027, 1, 1), Fraction(1)),
    "a leap day is a day": (LEAP, date(2028, 2, 29), Fraction(28, 29)),
    "a period of one day has passed on it": (A_DAY, date(2026, 4, 15), Fraction(1)),
    "a period of one day has not passed before": (A_DAY, date(2026, 4, 14), Fraction(0)),
    "a period of one day has passed afterwards": (A_DAY, date(2026, 4, 16), Fraction(1)),
}


@pytest.mark.parametrize(("period", "today", "share"), GONE.values(), ids=GONE)
def test_the_share_of_a_period_that_has_passed(
    period: Period, today: date, share: Fraction
) -> None:
    assert time_gone(period, today) == share


def test_a_period_counts_its_first_and_its_last_day() -> None:
    assert (APRIL.days, LEAP.days, A_DAY.days) == (30, 30, 1)


def test_a_period_contains_its_days_and_no_others() -> None:
    inside = [day for n in range(-3, 40) if APRIL.contains(day := APRIL.start + timedelta(n))]
    assert (inside[0], inside[-1], len(inside)) == (APRIL.start, APRIL.due, 30)


REFUSED = {
    "due before start": ((2026, 4, 2), (2026, 4, 1), "due", "lies before the start"),
    "a year of two digits": ((26, 4, 1), (2026, 4, 30), "start", "in the year 26"),
    "a year too early": ((1899, 12, 31), (2026, 4, 30), "start", "in the year 1899"),
    "a year too late": ((2026, 4, 1), (3000, 1, 1), "due", "in the year 3000"),
}


@pytest.mark.parametrize(("start", "due", "field", "said"), REFUSED.values(), ids=REFUSED)
def test_a_period_that_cannot_be_is_refused_by_field(
    start: tuple[int, int, int], due: tuple[int, int, int], field: str, said: str
) -> None:
    with pytest.raises(PeriodRefused, match=said) as refused:
        Period(date(*start), date(*due))
    assert refused.value.field == field
    assert refused.value.message == str(refused.value)


def test_the_first_and_the_last_year_are_accepted() -> None:
    assert Period(date(1900, 1, 1), date(2999, 12, 31)).days == 401_767
