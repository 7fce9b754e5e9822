"""The weighted mean of expected paths."""

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.measures.expected import EXPECTED_EVERY_DAY, ExpectedPath, expected, weighted

F = Fraction
START = date(2026, 1, 1)


def path(*points: tuple[int, Fraction | int]) -> ExpectedPath:
    return tuple((START + timedelta(days=day), F(share)) for day, share in points)


LINE = path((0, 0), (10, 1))
LATE = path((5, 0), (10, 1))
SHORT = path((0, 0), (5, 1))

CASES = {
    "one path is itself": ([(F(3), LINE)], LINE),
    "equal paths are that path": ([(F(1), LINE), (F(2), path((0, 0), (10, 1)))], LINE),
    "a path without weight leaves no trace": ([(F(0), SHORT), (F(1), LINE)], LINE),
    "breakpoints are united": (
        [(F(1), LINE), (F(1), LATE)], path((0, 0), (5, F(1, 4)), (10, 1))),
    "weights count": ([(F(3), LINE), (F(1), LATE)], path((0, 0), (5, F(3, 8)), (10, 1))),
    "bends that cancel need no breakpoint": (
        [(F(1), LATE), (F(1), SHORT)], path((0, 0), (10, 1))),
    "a bound lifts the others": ([(F(1), LINE), (F(1), EXPECTED_EVERY_DAY)],
                                 path((0, F(1, 2)), (10, 1))),
    "bounds alone are expected every day": (
        [(F(1), EXPECTED_EVERY_DAY), (F(2), EXPECTED_EVERY_DAY)], EXPECTED_EVERY_DAY),
    "constant paths make a constant": (
        [(F(1), path((3, 0))), (F(3), path((9, 1)))], path((3, F(3, 4)))),
    "resting ends are dropped": (
        [(F(1), path((0, 0), (2, 0), (4, 1), (6, 1))), (F(1), path((2, 0), (4, 1)))],
        path((2, 0), (4, 1))),
    "weights may be fractions": (
        [(F(1, 2), LINE), (F(1, 6), LATE)], path((0, 0), (5, F(3, 8)), (10, 1))),
}  # fmt: skip


@pytest.mark.parametrize(("paths", "mean"), CASES.values(), ids=CASES)
def test_the_weighted_mean_of_paths(
    paths: list[tuple[Fraction, ExpectedPath]], mean: ExpectedPath
) -> None:
    assert weighted(paths) == mean


@pytest.mark.parametrize("paths", [[], [(F(0), LINE)]], ids=["no path", "no weight"])
def test_where_nothing_weighs_there_is_no_mean(paths: list[tuple[Fraction, ExpectedPath]]) -> None:
    with pytest.raises(ValueError, match="sum to 0"):
        weighted(paths)


shares = st.integers(0, 60).map(lambda sixtieths: F(sixtieths, 60))
weights = st.integers(0, 9).map(lambda halves: F(halves, 2))
paths = st.dictionaries(st.integers(0, 30), shares, min_size=1, max_size=4).map(
    lambda drawn: path(*zip(sorted(drawn), sorted(drawn.values()), strict=True))
)
weighted_paths = st.lists(st.tuples(weights, paths), min_size=1, max_size=4).filter(
    lambda drawn: any(weight for weight, _ in drawn)
)


def _has_a_needless_breakpoint(mean: ExpectedPath) -> bool:
    for gone in range(len(mean) if len(mean) > 1 else 0):
        rest = mean[:gone] + mean[gone + 1 :]
        if all(expected(rest, day) == share for day, share in mean):
            return True
    return False


@given(weighted_paths)
@settings(max_examples=25)
def test_the_mean_is_the_mean_on_every_day(drawn: list[tuple[Fraction, ExpectedPath]]) -> None:
    mean = weighted(drawn)
    total = sum(weight for weight, _ in drawn)
    for day in (START + timedelta(days=n) for n in range(-2, 33)):
        heights = sum(weight * expected(one, day) for weight, one in drawn)
        assert expected(mean, day) == heights / total


@given(weighted_paths, st.sampled_from([F(2), F(1, 3), F(7, 2)]))
@settings(max_examples=25)
def test_scaled_weights_and_another_order_change_nothing(
    drawn: list[tuple[Fraction, ExpectedPath]], scale: Fraction
) -> None:
    scaled = [(weight * scale, one) for weight, one in drawn]
    mean = weighted(drawn)
    assert weighted(scaled) == mean
    again = weighted(drawn[::-1])
    assert again == mean or len(again) == len(mean) == 1


@given(st.lists(st.tuples(st.just(F(1)), paths), min_size=2, max_size=4))
@settings(max_examples=25)
def test_no_breakpoint_is_needless(drawn: list[tuple[Fraction, ExpectedPath]]) -> None:
    if len({one for _, one in drawn}) > 1:
        assert not _has_a_needless_breakpoint(weighted(drawn))
