"""Pace, and the days on which it changes."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.measures.expected import EXPECTED_EVERY_DAY, ExpectedPath, expected, expected_path
from northing.measures.measure import Kind, Measure, PathPoint, check
from northing.measures.pace import Bands, BandsRefused, Pace, PaceDays, pace_days, pace_on
from northing.measures.periods import Period, time_gone

D, F = Decimal, Fraction
BANDS = Bands()
# A hundred days and the one they start on: each day is a percent.
PERIOD = Period(date(2026, 1, 1), date(2026, 4, 11))
LINE = expected_path(Measure(Kind.FROM_TO, D(0), D(100)), PERIOD)


def on(percent: int) -> date:
    return PERIOD.start + timedelta(days=percent)


def judged(percent_gone: int, percent_done: str, *, bands: Bands = BANDS) -> Pace:
    done = F(percent_done) / 100
    days = pace_days(done, LINE, PERIOD, bands, is_met=done >= 1)
    return pace_on(days, has_data=True, today=on(percent_gone))


WIDER = Bands(early=D(20), behind=D(5), far_behind=D(40))
CASES = {
    "52 % expected, 47 % done": (52, "47", BANDS, Pace.BEHIND_PACE),
    "10 % gone, nothing done": (10, "0", BANDS, Pace.EARLY),
    "the last early day": (14, "0", BANDS, Pace.EARLY),
    "15 % gone is no longer early": (15, "0", BANDS, Pace.BEHIND_PACE),
    "exactly as expected": (50, "50", BANDS, Pace.ON_PACE),
    "a hair less than expected": (50, "49.999999999999", BANDS, Pace.BEHIND_PACE),
    "ahead": (50, "80", BANDS, Pace.ON_PACE),
    "25 points behind": (50, "25", BANDS, Pace.BEHIND_PACE),
    "a hair more than 25 points behind": (50, "24.999999999999", BANDS, Pace.FAR_BEHIND),
    "behind the baseline": (20, "-6", BANDS, Pace.FAR_BEHIND),
    "behind the baseline from the start": (15, "-50", BANDS, Pace.FAR_BEHIND),
    "early even when behind the baseline": (10, "-50", BANDS, Pace.EARLY),
    "met early is early": (10, "100", BANDS, Pace.EARLY),
    "met": (50, "100", BANDS, Pace.ON_PACE),
    "past the target": (50, "150", BANDS, Pace.ON_PACE),
    "almost met on the due date": (100, "99", BANDS, Pace.BEHIND_PACE),
    "almost met past the due date": (101, "99", BANDS, Pace.FAR_BEHIND),
    "met and past the due date": (150, "100", BANDS, Pace.ON_PACE),
    "before the period": (-5, "0", BANDS, Pace.EARLY),
    "other bands: still early": (19, "0", WIDER, Pace.EARLY),
    "other bands: no longer early": (20, "0", WIDER, Pace.BEHIND_PACE),
    "other bands: 5 points are on pace": (50, "45", WIDER, Pace.ON_PACE),
    "other bands: more than 5 are behind": (50, "44", WIDER, Pace.BEHIND_PACE),
    "other bands: 40 points are behind": (50, "10", WIDER, Pace.BEHIND_PACE),
    "other bands: more than 40 are far behind": (50, "9", WIDER, Pace.FAR_BEHIND),
    "no early days": (0, "0", Bands(early=D(0)), Pace.ON_PACE),
    "no early days, but before the period": (-1, "0", Bands(early=D(0)), Pace.EARLY),
    "early until the due date": (99, "0", Bands(early=D(100)), Pace.EARLY),
    "early until the due date, not longer": (100, "0", Bands(early=D(100)), Pace.FAR_BEHIND),
}


@pytest.mark.parametrize(("gone", "done", "bands", "pace"), CASES.values(), ids=CASES)
def test_the_pace_on_a_day(gone: int, done: str, bands: Bands, pace: Pace) -> None:
    assert judged(gone, done, bands=bands) is pace


def test_before_the_first_check_in_there_is_no_data_on_any_day() -> None:
    days = pace_days(F(0), LINE, PERIOD, BANDS, is_met=False)
    for percent in (-5, 0, 50, 100, 150):
        assert pace_on(days, has_data=False, today=on(percent)) is Pace.NO_DATA


DAYS = {
    "nothing done": ("0", 15, 1, 26),
    "half done": ("50", 15, 51, 76),
    "75 % done: far behind only when overdue": ("75", 15, 76, 101),
    "all but done": ("99", 15, 100, 101),
    "no whole day": ("49.5", 15, 50, 75),
    "behind the baseline": ("-10", 15, 0, 16),
    "far behind the baseline": ("-30", 15, 0, 0),
}


@pytest.mark.parametrize(("done", "early", "behind", "far"), DAYS.values(), ids=DAYS)
def test_the_days_on_which_the_pace_changes(done: str, early: int, behind: int, far: int) -> None:
    days = pace_days(F(done) / 100, LINE, PERIOD, BANDS, is_met=False)
    assert days == PaceDays(on(early), on(behind), on(far))


def test_what_is_met_never_falls_behind() -> None:
    assert pace_days(F(1), LINE, PERIOD, BANDS, is_met=True) == PaceDays(on(15), None, None)


def test_a_bound_is_on_pace_inside_and_far_behind_outside() -> None:
    inside = pace_days(F(1), None, PERIOD, BANDS, is_met=True)
    outside = pace_days(F(0), None, PERIOD, BANDS, is_met=False)
    for percent in (0, 5, 50, 100, 150):
        assert pace_on(inside, has_data=True, today=on(percent)) is Pace.ON_PACE
        assert pace_on(outside, has_data=True, today=on(percent)) is Pace.FAR_BEHIND


def test_a_parent_of_bounds_alone_must_keep_them_all() -> None:
    half = pace_days(F(1, 2), EXPECTED_EVERY_DAY, PERIOD, BANDS, is_met=False)
    assert half == PaceDays(on(15), PERIOD.start, PERIOD.start)


def test_the_fifteen_percent_are_whole_days_rounded_up() -> None:
    april = Period(date(2026, 4, 1), date(2026, 4, 30))
    days = pace_days(F(0), LINE, april, BANDS, is_met=False)
    assert days.early_until == date(2026, 4, 6)


def test_a_period_of_one_day_has_no_early_day() -> None:
    a_day = Period(date(2026, 4, 15), date(2026, 4, 15))
    path = expected_path(Measure(Kind.DONE), a_day)
    days = pace_days(F(0), path, a_day, BANDS, is_met=False)
    assert days == PaceDays(a_day.due, a_day.due, a_day.due)


def test_a_child_that_is_due_later_does_not_excuse_an_overdue_parent() -> None:
    later = ((on(0), F(0)), (on(300), F(1)))
    days = pace_days(F(9, 10), later, PERIOD, BANDS, is_met=False)
    assert days == PaceDays(on(15), on(101), on(101))


def test_a_path_that_starts_above_the_baseline_is_behind_from_the_start() -> None:
    early_plan = ((on(0), F(3, 10)), (on(100), F(1)))
    days = pace_days(F(1, 5), early_plan, PERIOD, BANDS, is_met=False)
    assert days == PaceDays(on(15), on(0), on(22))


def test_a_path_that_rests_first_is_behind_from_the_start() -> None:
    resting = ((on(50), F(0)), (on(100), F(1)))
    days = pace_days(F(-1, 2), resting, PERIOD, BANDS, is_met=False)
    assert days == PaceDays(on(15), on(0), on(0))


REFUSED = {
    "early below 0": ({"early": D(-1)}, "early"),
    "early above 100": ({"early": D(101)}, "early"),
    "behind below 0": ({"behind": D("-0.1")}, "behind"),
    "far behind above 100": ({"far_behind": D(101)}, "far_behind"),
    "no number": ({"behind": D("NaN")}, "behind"),
    "far behind before behind": ({"behind": D(30)}, "far_behind"),
}


@pytest.mark.parametrize(("bands", "field"), REFUSED.values(), ids=REFUSED)
def test_bands_that_contradict_one_another_are_refused(
    bands: dict[str, Decimal], field: str
) -> None:
    with pytest.raises(BandsRefused) as refused:
        Bands(**bands)
    assert refused.value.field == field
    assert refused.value.message == str(refused.value)


def test_bands_may_touch() -> None:
    assert Bands(early=D(0), behind=D(100), far_behind=D(100)).far_behind == 100


def directly(
    progress: Fraction, path: ExpectedPath, period: Period, bands: Bands, met: bool, today: date
) -> Pace:
    """The rule as it is told, evaluated for one day."""
    if today < period.start or 100 * time_gone(period, today) < F(bands.early):
        return Pace.EARLY
    if met:
        return Pace.ON_PACE
    gap = 100 * (expected(path, today) - progress)
    if today > period.due or gap > F(bands.far_behind):
        return Pace.FAR_BEHIND
    return Pace.BEHIND_PACE if gap > F(bands.behind) else Pace.ON_PACE


percentages = st.integers(0, 1000).map(lambda tenths: D(tenths) / 10)
progresses = st.integers(-100, 300).map(lambda steps: F(steps, 200))
all_bands = st.builds(
    lambda early, one, other: Bands(early, min(one, other), max(one, other)),
    percentages,
    percentages,
    percentages,
)


@st.composite
def planned_goals(draw: st.DrawFn) -> tuple[Measure, Period]:
    """A rising or falling measure over up to a quarter, often with a planned path."""
    start = date(2024, 1, 1) + timedelta(days=draw(st.integers(0, 400)))
    period = Period(start, start + timedelta(days=draw(st.integers(0, 100))))
    baseline, target = draw(st.sampled_from([(0, 100), (100, 0), (-40, 8), (7, -3)]))
    days = draw(st.lists(st.integers(0, period.days - 1), unique=True, max_size=4))
    shares = sorted(draw(st.lists(st.integers(0, 8), min_size=len(days), max_size=len(days))))
    path = tuple(
        PathPoint(start + timedelta(days=day), D(baseline) + D(target - baseline) * share / 8)
        for day, share in zip(sorted(days), shares, strict=True)
    )
    return Measure(Kind.FROM_TO, D(baseline), D(target), path=path), period


@given(planned_goals(), progresses, all_bands)
@settings(max_examples=25, deadline=None)
def test_the_stored_days_give_the_pace_of_every_day(
    goal: tuple[Measure, Period], progress: Fraction, bands: Bands
) -> None:
    measure, period = goal
    check(measure, period)
    path = expected_path(measure, period)
    assert path is not None
    met = progress >= 1
    days = pace_days(progress, path, period, bands, met)
    for day in range(-5, period.days + 60):
        today = period.start + timedelta(days=day)
        assert pace_on(days, True, today) is directly(progress, path, period, bands, met, today)


@given(planned_goals(), progresses.filter(lambda progress: progress < 1), all_bands)
@settings(max_examples=25, deadline=None)
def test_behind_never_comes_after_far_behind(
    goal: tuple[Measure, Period], progress: Fraction, bands: Bands
) -> None:
    measure, period = goal
    days = pace_days(progress, expected_path(measure, period), period, bands, is_met=False)
    assert days.behind_from is not None
    assert days.far_behind_from is not None
    assert period.start <= days.behind_from <= days.far_behind_from
    assert days.far_behind_from <= period.due + timedelta(days=1)
