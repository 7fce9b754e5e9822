"""Scores at closing, and how they are read."""

from decimal import Decimal
from fractions import Fraction

import pytest

from northing.measures.measure import Kind, Measure
from northing.measures.numbers import plain
from northing.reviews.rules import (
    Reading,
    aims_higher_next_time,
    closing_progress,
    reading_of,
    suggested_score,
)

D, F = Decimal, Fraction
MISSED, PROGRESS, DELIVERED = Reading

SCORES = {
    "two decimals": (F(1, 3), "0.33"),
    "upwards": (F(2, 3), "0.67"),
    "half to the even digit below": (F(1, 8), "0.12"),
    "half to the even digit above": (F(3, 8), "0.38"),
    "past the target": (F(5, 4), "1.00"),
    "behind the baseline": (F(-1, 4), "0.00"),
    "met": (F(1), "1.00"),
    "nine of thirteen weeks": (F(9, 13), "0.69"),
}


@pytest.mark.parametrize(("share", "score"), SCORES.values(), ids=SCORES)
def test_the_suggested_score(share: Fraction, score: str) -> None:
    assert plain(suggested_score(share)) == score


RISING = Measure(Kind.FROM_TO, D(0), D(100))
AMENDED = Measure(Kind.FROM_TO, D(0), D(80))
BOUND = Measure(Kind.AT_MOST, target=D(5))
FIND_OUT = Measure(Kind.BASELINE)

CLOSING = {
    "the latest value": (RISING, [D(20), D(60)], F(3, 5)),
    "against the amended target": (AMENDED, [D(20), D(60)], F(3, 4)),
    "the latest value that is known": (RISING, [D(20), None], F(1, 5)),
    "a bound by what was kept": (BOUND, [D(4), None, D(6), D(5)], F(1, 2)),
    "no data": (RISING, [None, None], None),
    "no data of a bound is not 0": (BOUND, [None, None], None),
    "a number found out": (FIND_OUT, [D(7)], None),
}


@pytest.mark.parametrize(("measure", "values", "share"), CLOSING.values(), ids=CLOSING)
def test_what_a_measure_is_scored_by(
    measure: Measure, values: list[Decimal | None], share: Fraction | None
) -> None:
    assert closing_progress(measure, values, planned=4) == share


READINGS = {
    "0": ("0", MISSED, MISSED),
    "just below 0.4": ("0.39", MISSED, MISSED),
    "0.4": ("0.4", PROGRESS, PROGRESS),
    "just below 0.7": ("0.69", PROGRESS, PROGRESS),
    "0.7": ("0.70", DELIVERED, PROGRESS),
    "just below 1": ("0.99", DELIVERED, PROGRESS),
    "1": ("1.0", DELIVERED, DELIVERED),
}


@pytest.mark.parametrize(("score", "aspirational", "committed"), READINGS.values(), ids=READINGS)
def test_a_score_is_read_against_0_7_or_when_committed_against_1(
    score: str, aspirational: Reading, committed: Reading
) -> None:
    assert reading_of(D(score), committed=False) is aspirational
    assert reading_of(D(score), committed=True) is committed


@pytest.mark.parametrize("odd", ["-0.01", "1.01"])
def test_what_is_no_score_is_not_read(odd: str) -> None:
    with pytest.raises(ValueError, match="not a score"):
        reading_of(D(odd), committed=False)


AIMS = {
    "all at 1": (["1", "1.00"], False, True),
    "one below": (["1", "0.99"], False, False),
    "committed": (["1", "1"], True, False),
    "no key results": ([], False, False),
}


@pytest.mark.parametrize(("scores", "committed", "higher"), AIMS.values(), ids=AIMS)
def test_who_reached_all_of_a_stretch_aims_higher_next_time(
    scores: list[str], committed: bool, higher: bool
) -> None:
    assert aims_higher_next_time([D(score) for score in scores], committed) is higher
