"""Every number can be explained."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from northing.measures.measure import Kind, Measure, PathPoint
from northing.measures.periods import Period
from northing.measures.working import (
    Working,
    equals,
    in_words,
    shown,
    working_of_expected,
    working_of_progress,
)

D = Decimal
APRIL = Period(date(2026, 4, 1), date(2026, 4, 30))
RISING = Measure(Kind.FROM_TO, D(15), D(35), unit="%")
MILESTONES = Measure(Kind.MILESTONES, target=D(3))
DONE = Measure(Kind.DONE)
BETWEEN = Measure(Kind.BETWEEN, lower=D(4), upper=D(5))

PROGRESS = {
    "from to": (RISING, D(20), "(20 - 15) ÷ (35 - 15) = 25 %"),
    "falling": (Measure(Kind.FROM_TO, D(9), D(0)), D(6), "(6 - 9) ÷ (0 - 9) ≈ 33.33 %"),
    "milestones": (MILESTONES, D(3), "weights of all steps = 3 ÷ 3 = 100 %"),
    "done": (DONE, D(1), "not done is nothing: 100 %"),
    "inside": (BETWEEN, D(5), "5 lies inside the bound: 100 %"),
    "outside": (BETWEEN, D("5.01"), "5.01 lies outside the bound: 0 %"),
    "no data": (RISING, None, "No check-in yet."),
    "to find out": (Measure(Kind.BASELINE), D(7), "has no progress."),
}


@pytest.mark.parametrize(("measure", "value", "ends"), PROGRESS.values(), ids=PROGRESS)
def test_progress_is_explained(measure: Measure, value: Decimal | None, ends: str) -> None:
    assert working_of_progress(measure, value).formula.endswith(ends)


def test_progress_names_its_inputs() -> None:
    assert working_of_progress(RISING, D("20.0")).inputs == (
        ("baseline", "15"),
        ("target", "35"),
        ("unit", "%"),
        ("value", "20.0"),
    )


EXCLUSIONS = {
    "no data": (RISING, None, "No data is not 0"),
    "past the target": (RISING, D(45), "past the target does not count"),
    "behind the baseline": (RISING, D(5), "behind the baseline does not count"),
    "to find out": (Measure(Kind.BASELINE), D(7), "left out of every roll-up"),
}


@pytest.mark.parametrize(("measure", "value", "said"), EXCLUSIONS.values(), ids=EXCLUSIONS)
def test_progress_says_what_does_not_count(
    measure: Measure, value: Decimal | None, said: str
) -> None:
    (exclusion,) = working_of_progress(measure, value).exclusions
    assert said in exclusion


def test_progress_within_its_way_leaves_nothing_out() -> None:
    for value in (D(15), D(20), D(35)):
        assert working_of_progress(RISING, value).exclusions == ()


PLANNED = Measure(Kind.FROM_TO, D(0), D(10), path=(PathPoint(date(2026, 4, 11), D(8)),))
A_DAY = Period(date(2026, 4, 15), date(2026, 4, 15))
EXPECTED = {
    "the line": (RISING, APRIL, date(2026, 4, 15), "days gone ÷ days in all = 14 ÷ 29 ≈ 48.28 %"),
    "the line, overdue": (
        RISING, APRIL, date(2026, 6, 1), "days gone ÷ days in all = 29 ÷ 29 = 100 %"),
    "the line, too soon": (
        RISING, APRIL, date(2026, 3, 1), "days gone ÷ days in all = 0 ÷ 29 = 0 %"),
    "one day": (RISING, A_DAY, date(2026, 4, 15), "days gone ÷ days in all = the only day = 100 %"),
    "a path": (
        PLANNED, APRIL, date(2026, 4, 6),
        "on the planned path, from 0 % on 1 April 2026 and 80 % on 11 April 2026 = 40 %"),
    "after a path": (
        PLANNED, APRIL, date(2026, 5, 6),
        "on the planned path, from 100 % on 30 April 2026 = 100 %"),
    "before a path": (
        PLANNED, APRIL, date(2026, 3, 6), "on the planned path, from 0 % on 1 April 2026 = 0 %"),
    "a bound": (
        BETWEEN, APRIL, date(2026, 4, 6),
        "There is no expected line: it is kept or found out, not built up."),
}  # fmt: skip


@pytest.mark.parametrize(("measure", "period", "today", "formula"), EXPECTED.values(), ids=EXPECTED)
def test_expected_progress_is_explained(
    measure: Measure, period: Period, today: date, formula: str
) -> None:
    working = working_of_expected(measure, period, today)
    dates = (
        ("start", in_words(period.start)),
        ("due", in_words(period.due)),
        ("today", in_words(today)),
    )
    assert working == Working(formula, dates, ())


ENDS = {
    "nothing": (Fraction(0), "= 0 %"),
    "all": (Fraction(1), "= 100 %"),
    "two decimals": (Fraction(1, 16), "= 6.25 %"),
    "more than two decimals": (Fraction(1, 32), "≈ 3.12 %"),
    "without end": (Fraction(-1, 3), "≈ -33.33 %"),
    "tens stay tens": (Fraction(10), "= 1000 %"),
    "almost nothing": (Fraction(1, 10**6), "≈ 0 %"),
}


@pytest.mark.parametrize(("value", "text"), ENDS.values(), ids=ENDS)
def test_a_result_says_when_it_is_rounded(value: Fraction, text: str) -> None:
    assert equals(value) == text
    assert shown(value) == text[2:]
