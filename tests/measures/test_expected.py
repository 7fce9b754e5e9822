"""Expected progress: the straight line, and the planned path that replaces it."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.measures.expected import expected, expected_path
from northing.measures.measure import Kind, Measure, MeasureRefused, PathPoint
from northing.measures.periods import Period, time_gone

D, F = Decimal, Fraction
APRIL = Period(date(2026, 4, 1), date(2026, 4, 30))
LEAP = Period(date(2028, 2, 1), date(2028, 3, 1))
A_DAY = Period(date(2026, 4, 15), date(2026, 4, 15))


def april(day: int) -> date:
    return date(2026, 4, day)


def planned(*points: tuple[int, str], baseline: int = 0, target: int = 100) -> Measure:
    path = tuple(PathPoint(april(day), D(value)) for day, value in points)
    return Measure(Kind.FROM_TO, D(baseline), D(target), path=path)


LINE = Measure(Kind.FROM_TO, D(15), D(35))

CASES = {
    "0 on the first day": (LINE, APRIL, april(1), F(0)),
    "1 on the last day": (LINE, APRIL, april(30), F(1)),
    "whole days between": (LINE, APRIL, april(15), F(14, 29)),
    "0 before": (LINE, APRIL, date(2025, 1, 1), F(0)),
    "1 afterwards": (LINE, APRIL, date(2027, 1, 1), F(1)),
    "a leap day is a day": (LINE, LEAP, date(2028, 2, 29), F(28, 29)),
    "a falling target has the same line": (
        Measure(Kind.FROM_TO, D(9), D(1)), APRIL, april(15), F(14, 29)),
    "milestones have the line": (Measure(Kind.MILESTONES, target=D(3)), APRIL, april(30), F(1)),
    "done has the line": (Measure(Kind.DONE), APRIL, april(15), F(14, 29)),
    "one day: 1 on it": (LINE, A_DAY, april(15), F(1)),
    "one day: 0 before it": (LINE, A_DAY, april(14), F(0)),
    "a path: on a point": (planned((11, "80")), APRIL, april(11), F(4, 5)),
    "a path: from the baseline to its first point": (
        planned((11, "80")), APRIL, april(6), F(2, 5)),
    "a path: between two points": (planned((11, "20"), (21, "70")), APRIL, april(13), F(3, 10)),
    "a path: from its last point to the target": (
        planned((20, "50")), APRIL, april(25), F(3, 4)),
    "a path: points in any order": (planned((21, "70"), (11, "20")), APRIL, april(13), F(3, 10)),
    "a path: falling": (
        planned((11, "20"), baseline=100, target=0), APRIL, april(6), F(2, 5)),
    "a path: its own first day": (planned((1, "30"), (30, "100")), APRIL, april(1), F(3, 10)),
    "a path: its own first day holds before": (
        planned((1, "30"), (30, "100")), APRIL, date(2026, 3, 1), F(3, 10)),
    "a path: its own last day": (planned((30, "70")), APRIL, april(30), F(7, 10)),
    "a path: its own last day holds afterwards": (
        planned((30, "70")), APRIL, date(2026, 5, 9), F(7, 10)),
    "a path: resting": (planned((11, "20"), (21, "20")), APRIL, april(16), F(1, 5)),
    "a path of milestones": (
        Measure(Kind.MILESTONES, target=D(4), path=(PathPoint(april(11), D(1)),)),
        APRIL, april(11), F(1, 4)),
}  # fmt: skip


@pytest.mark.parametrize(("measure", "period", "today", "share"), CASES.values(), ids=CASES)
def test_the_progress_expected_on_a_day(
    measure: Measure, period: Period, today: date, share: Fraction
) -> None:
    path = expected_path(measure, period)
    assert path is not None
    assert expected(path, today) == share


@pytest.mark.parametrize(
    "measure",
    [
        Measure(Kind.AT_LEAST, target=D(1)),
        Measure(Kind.AT_MOST, target=D(1)),
        Measure(Kind.BETWEEN, lower=D(1), upper=D(2)),
        Measure(Kind.BASELINE),
    ],
    ids=lambda measure: measure.kind,
)
def test_bounds_and_numbers_to_find_out_have_no_expected_progress(measure: Measure) -> None:
    assert expected_path(measure, APRIL) is None


def test_a_height_outside_of_0_to_1_is_held_to_it() -> None:
    path = ((april(1), F(-1)), (april(30), F(2)))
    assert [expected(path, april(1)), expected(path, april(30))] == [F(0), F(1)]


def test_a_path_on_its_line_needs_no_points_of_its_own() -> None:
    on_the_line = Measure(Kind.FROM_TO, D(0), D(29), path=(PathPoint(april(15), D(14)),))
    assert expected_path(on_the_line, APRIL) == expected_path(LINE, APRIL)


def test_a_path_that_never_moves_is_one_height() -> None:
    path = expected_path(planned((1, "40"), (30, "40")), APRIL)
    assert path is not None
    assert [share for _, share in path] == [F(2, 5)]


def test_a_path_without_a_way_is_refused() -> None:
    with pytest.raises(MeasureRefused):
        expected_path(planned((5, "5"), baseline=5, target=5), APRIL)


periods = st.builds(
    lambda start, days: Period(start, start + timedelta(days=days)),
    st.dates(date(2023, 1, 1), date(2029, 1, 1)),
    st.integers(0, 400),
)


@given(periods, st.integers(-30, 430))
@settings(max_examples=30)
def test_the_line_is_the_share_of_the_period_that_has_passed(period: Period, day: int) -> None:
    path = expected_path(LINE, period)
    today = period.start + timedelta(days=day)
    assert path is not None
    assert expected(path, today) == time_gone(period, today)


def _interpolated(points: dict[int, int], day: int) -> Fraction:
    """The textbook rule, point by point."""
    before = max(on for on in points if on <= day)
    after = min(on for on in points if on >= day)
    if before == after:
        return F(points[day], 100)
    rise = F(points[after] - points[before], after - before)
    return (points[before] + rise * (day - before)) / 100


@given(st.dictionaries(st.integers(1, 30), st.integers(0, 100), max_size=6))
@settings(max_examples=30)
def test_a_path_is_linear_between_its_points(drawn: dict[int, int]) -> None:
    values = dict(zip(sorted(drawn), sorted(drawn.values()), strict=True))
    path = expected_path(planned(*[(day, str(value)) for day, value in values.items()]), APRIL)
    assert path is not None
    everything = {1: 0, 30: 100} | values
    for day in range(1, 31):
        assert expected(path, april(day)) == _interpolated(everything, day)
