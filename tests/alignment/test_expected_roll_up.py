"""The expected progress of a parent: the same weights, over the reporting children."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest

from northing.alignment.roll_up import Child, Method, roll_up
from northing.measures.expected import EXPECTED_EVERY_DAY, ExpectedPath, expected

D, F = Decimal, Fraction
FIRST, MIDDLE, LAST = date(2026, 4, 1), date(2026, 4, 11), date(2026, 4, 21)
LINE: ExpectedPath = ((FIRST, F(0)), (LAST, F(1)))
LATE: ExpectedPath = ((MIDDLE, F(0)), (LAST, F(1)))


def child(
    path: ExpectedPath | None, weight: int = 1, *, has_data: bool = True, counts: bool = True
) -> Child:
    return Child(D(weight), F(1, 2) if has_data else None, path, counts=counts)


BOUND = Child(D(1), F(1), None, is_bound=True)

CASES = {
    "equal lines": ([child(LINE), child(LINE)], F(1, 2)),
    "a line and a late start": ([child(LINE), child(LATE)], F(1, 4)),
    "weights count": ([child(LINE, 3), child(LATE, 1)], F(3, 8)),
    "weight 0 does not count": ([child(LINE), child(LATE, 0)], F(1, 2)),
    "no data is left out of it too": ([child(LINE), child(LATE, has_data=False)], F(1, 2)),
    "what does not count is left out": ([child(LINE), child(LATE, counts=False)], F(1, 2)),
    "a bound counts as 1": ([child(LINE), BOUND], F(3, 4)),
    "bounds alone": ([BOUND, BOUND], F(1)),
}


@pytest.mark.parametrize(("children", "share"), CASES.values(), ids=CASES)
def test_the_expected_progress_of_a_parent(children: list[Child], share: Fraction) -> None:
    path = roll_up(children, Method.AVERAGE).expected
    assert path is not None
    assert expected(path, MIDDLE) == share


@pytest.mark.parametrize(
    "children",
    [[], [child(LINE, has_data=False)], [child(LINE, 0)], [child(None)]],
    ids=["no child", "no data", "no weight", "no child expects anything"],
)
def test_where_nothing_rolls_up_nothing_is_expected(children: list[Child]) -> None:
    assert roll_up(children, Method.AVERAGE).expected is None


def test_equal_lines_stay_the_line() -> None:
    assert roll_up([child(LINE), child(LINE, 2)], Method.AVERAGE).expected == LINE
    assert roll_up([BOUND], Method.AVERAGE).expected == EXPECTED_EVERY_DAY


@pytest.mark.parametrize("method", [Method.SUM, Method.BY_SIZE])
@pytest.mark.parametrize("ends", [(0, 30), (30, 0)], ids=["rising", "falling"])
def test_sums_and_sizes_expect_by_the_length_of_the_way(
    method: Method, ends: tuple[int, int]
) -> None:
    long_way = Child(D(1), F(0), LINE, D(ends[0]), D(ends[1]), D(ends[0]))
    short_way = Child(D(9), F(0), LATE, D(0), D(10), D(0))
    path = roll_up([long_way, short_way], method).expected
    assert path is not None
    assert expected(path, MIDDLE) == F(3, 8)


def test_ways_that_cancel_expect_nothing() -> None:
    there = Child(D(1), F(1, 2), LINE, D(0), D(10), D(5))
    back = Child(D(1), F(1, 2), LINE, D(10), D(0), D(5))
    assert roll_up([there, back], Method.SUM).expected is None
