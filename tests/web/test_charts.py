"""Charts say in geometry what was said in numbers, and their labels never collide."""

import re
from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.web.charts import (
    Fan,
    MeasureSeries,
    Reading,
    TargetStep,
    bullet,
    cycle_ruler,
    expected_line,
    measure_chart,
    measure_sentence,
    measure_table,
    sparkline,
)
from northing.web.charts.axis import round_steps, short, spread, week_ticks
from northing.web.charts.measure import SIZES

START, DUE, TODAY = date(2027, 1, 4), date(2027, 4, 4), date(2027, 2, 16)


def series(*values: str, target: str = "85", **more: object) -> MeasureSeries:
    readings = tuple(
        Reading(START + timedelta(days=7 * week), Decimal(value))
        for week, value in enumerate(values)
    )
    facts = {"readings": readings, "targets": (TargetStep(START, Decimal(target)),), "unit": "%"}
    return MeasureSeries("Repairs", START, DUE, TODAY, **{**facts, **more})  # type: ignore[arg-type]


def texts_at(svg: str, kind: str) -> list[tuple[float, float, str]]:
    found = re.findall(rf'<text class="{kind}" x="([\d.]+)" y="([\d.]+)"[^>]*>([^<]*)<', svg)
    return [(float(x), float(y), words) for x, y, words in found]


@pytest.mark.parametrize("size", SIZES)
def test_history_has_an_open_dot_for_every_reading_but_the_last(size: str) -> None:
    chart = measure_chart(series("62", "63", "66", "71"), size)
    assert chart.count('class="point"') == 3
    assert chart.count('class="now"') == 1


def test_a_reading_lies_higher_the_larger_it_is() -> None:
    chart = measure_chart(series("62", "71"))
    first = float(re.search(r'class="point"[^>]*cy="([\d.]+)"', chart)[1])  # type: ignore[index]
    last = float(re.search(r'class="now"[^>]*cy="([\d.]+)"', chart)[1])  # type: ignore[index]
    assert last < first


def test_the_axis_starts_where_the_readings_need_it() -> None:
    assert round_steps(62, 85) == [60, 70, 80, 90]
    assert round_steps(4, 9.3, 6)[0] == 4


@given(st.floats(-1e9, 1e9), st.floats(0, 1e9))
def test_round_steps_enclose_whatever_they_are_given(low: float, way: float) -> None:
    steps = round_steps(low, low + way)
    assert len(steps) >= 2
    slack = 1e-6 * max(abs(steps[0]), abs(steps[-1]), 1)
    assert steps[0] <= low + slack
    assert steps[-1] >= low + way - slack


@given(st.lists(st.floats(0, 300), max_size=6))
def test_labels_at_line_ends_keep_their_distance(wanted: list[float]) -> None:
    placed = sorted(spread(wanted, 14, 14, 280))
    assert all(lower - upper > 13.99 for upper, lower in pairwise(placed))
    assert all(y <= 280 for y in placed)


def test_target_and_forecast_that_end_together_are_written_one_under_the_other() -> None:
    fan = Fan(((TODAY, 74.0, 74.0, 74.0, 74.0, 74.0), (DUE, 70.0, 80.0, 85.0, 90.0, 99.0)))
    chart = measure_chart(series("62", "74", fan=fan))
    (_, target_y, target), *_ = texts_at(chart, "label")
    (_, likely_y, likely), *_ = texts_at(chart, "computed")
    assert (target, likely) == ("85 target", "85 likely")
    assert likely_y - target_y >= 14


@pytest.mark.parametrize("size", SIZES)
def test_labels_end_inside_the_chart(size: str) -> None:
    chart = measure_chart(series("1250000", target="2500000"), size)
    for x, _, words in texts_at(chart, "label"):
        assert x + 6 * len(words) <= SIZES[size][0]


def test_a_changed_target_is_drawn_as_a_step_with_its_old_number() -> None:
    steps = (TargetStep(START, Decimal(90)), TargetStep(date(2027, 2, 1), Decimal(85)))
    chart = measure_chart(series("62", "63", targets=steps))
    assert 'class="target-past"' in chart
    assert ">was 90<" in chart
    assert ">85 target<" in chart


def test_comments_are_numbered_where_they_were_made() -> None:
    marked = (Reading(START, Decimal(62), 1), Reading(TODAY, Decimal(70), 2))
    chart = measure_chart(series(readings=marked))
    assert [words for _, _, words in texts_at(chart, "marker-number")] == ["1", "2"]


def test_what_is_to_be_kept_is_a_band() -> None:
    kept = series("4.4", targets=(), lower=Decimal(4), upper=Decimal(5))
    chart = measure_chart(kept)
    assert 'class="bound"' in chart
    assert {words for _, _, words in texts_at(chart, "label")} == {"at least 4", "at most 5"}


@pytest.mark.parametrize("readings", [(), (Reading(START, Decimal(62)),)])
def test_too_few_readings_draw_no_line(readings: tuple[Reading, ...]) -> None:
    assert 'class="history"' not in measure_chart(series(readings=readings))


def test_a_measure_of_nothing_still_has_its_axes() -> None:
    assert 'class="axis"' in measure_chart(series(targets=()))


def test_a_name_with_markup_stays_text() -> None:
    chart = measure_chart(series("1", unit='"><script>'))
    assert "<script>" not in chart


def test_the_sentence_tells_way_target_and_date() -> None:
    said = measure_sentence(series("62", "74"))
    assert said == "Repairs: 62\u00a0% to 74\u00a0% in 2 check-ins, target 85\u00a0% by 4 April"


def test_the_table_holds_every_reading_and_target() -> None:
    table = measure_table(series("62", "63"))
    assert table.count("<tr>") == 1 + 2 + 1
    assert "62\u00a0%" in table


def test_expected_shares_become_values_between_baseline_and_target() -> None:
    path = ((START, Fraction(0)), (DUE, Fraction(1)))
    assert expected_line(path, Decimal(62), Decimal(85)) == ((START, 62.0), (DUE, 85.0))
    assert expected_line(None, Decimal(62), Decimal(85)) == ()


@pytest.mark.parametrize(
    ("covered", "gone", "said"),
    [
        (Fraction(52, 100), Fraction(47, 100), "52 percent of the way, 47 percent of time gone"),
        (None, Fraction(47, 100), "no data yet, 47 percent of time gone"),
        (Fraction(-1, 10), None, "minus 10 percent of the way"),
        (Fraction(3, 2), None, "150 percent of the way"),
    ],
)
def test_a_bar_says_its_shares(covered: Fraction | None, gone: Fraction | None, said: str) -> None:
    assert f'aria-label="{said}"' in bullet(covered, gone)


def test_a_bar_never_leaves_its_track() -> None:
    assert 'width="140.0" height="4"' in bullet(Fraction(3, 2), None)
    assert 'class="covered"' not in bullet(Fraction(-1, 2), None)


def test_a_sparkline_stays_in_its_box_even_for_readings_after_the_due_day() -> None:
    late = [(START, Decimal(1)), (DUE + timedelta(days=90), Decimal(2))]
    xs = [float(x) for x in re.findall(r"[ML]([\d.]+) ", sparkline(late, START, DUE))]
    assert max(xs) <= 112 - 4


@pytest.mark.parametrize(("week", "past", "now"), [(0, 0, 0), (7, 6, 1), (14, 13, 0)])
def test_the_ruler_parts_past_now_and_ahead(week: int, past: int, now: int) -> None:
    ruler = cycle_ruler(week, 13)
    assert ruler.count("week-past") == past
    assert ruler.count("week-now") == now
    assert ruler.count("<rect") == 13


@pytest.mark.parametrize(
    ("value", "words"),
    [("74", "74"), ("4.70", "4.7"), ("0", "0"), ("-3", "−3"), ("12500", "12.5\u00a0k")],
)
def test_charts_write_numbers_short(value: str, words: str) -> None:
    assert short(Decimal(value)) == words


def test_a_long_period_is_ticked_by_months() -> None:
    assert len(week_ticks(START, DUE)) == 13
    assert week_ticks(date(2027, 1, 1), date(2027, 12, 31))[0] == date(2027, 2, 1)
