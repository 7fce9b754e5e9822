"""The vectors of the rules, one line each, exactly."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

from northing.measures.expected import expected, expected_path
from northing.measures.measure import Kind, Measure
from northing.measures.pace import Bands, Pace, pace_days, pace_on
from northing.measures.periods import Period
from northing.measures.progress import is_inside, kept, progress

D, F = Decimal, Fraction


def test_from_15_to_35_at_20_is_a_quarter() -> None:
    assert progress(Measure(Kind.FROM_TO, D(15), D(35)), D(20)) == F("0.25")


def test_from_100_to_60_at_80_70_and_50() -> None:
    falling = Measure(Kind.FROM_TO, D(100), D(60))
    shares = [progress(falling, D(value)) for value in (80, 70, 50)]
    assert shares == [F("0.50"), F("0.75"), F("1.25")]


def test_between_4_and_5_is_kept_in_9_of_13_weeks() -> None:
    before = [D("4.8"), D("4.2"), D("4.5"), D("3.5"), D("4.25")]
    after = [D("4.5"), D(2), D(3), D("4.5"), D("4.6"), D(5), D("4.5")]
    assert kept(Measure(Kind.BETWEEN, lower=D(4), upper=D(5)), [*before, None, *after], 13) == F(
        9, 13
    )


def test_at_most_25_at_25_is_inside() -> None:
    assert is_inside(Measure(Kind.AT_MOST, target=D(25)), D(25))


# A hundred days and the one they start on: each day is a percent.
PERIOD = Period(date(2026, 1, 1), date(2026, 4, 11))


def pace(today: date, done: Fraction) -> Pace:
    path = expected_path(Measure(Kind.FROM_TO, D(0), D(100)), PERIOD)
    return pace_on(pace_days(done, path, PERIOD, Bands(), is_met=False), True, today)


def test_52_percent_expected_and_47_covered_is_behind_pace() -> None:
    assert pace(date(2026, 2, 22), F("0.47")) is Pace.BEHIND_PACE


def test_10_percent_expected_nothing_covered_and_one_check_in_is_early() -> None:
    assert pace(date(2026, 1, 11), F(0)) is Pace.EARLY


def test_on_15_april_14_of_29_days_of_april_are_expected() -> None:
    april = Period(date(2026, 4, 1), date(2026, 4, 30))
    line = expected_path(Measure(Kind.FROM_TO, D(0), D(1)), april)
    assert line is not None
    assert expected(line, date(2026, 4, 15)) == F(14, 29)
