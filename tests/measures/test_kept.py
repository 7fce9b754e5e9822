"""How much of a period a bound was kept."""

from decimal import Decimal
from fractions import Fraction

import pytest

from northing.measures.measure import Kind, Measure, MeasureRefused
from northing.measures.progress import kept

D, F = Decimal, Fraction
BOUND = Measure(Kind.AT_MOST, target=D(25))
INSIDE, OUTSIDE, MISSED = D(20), D(30), None

CASES = {
    "all inside": ([INSIDE, INSIDE], 2, F(1)),
    "all outside": ([OUTSIDE, OUTSIDE], 2, F(0)),
    "on the bound is inside": ([D(25), OUTSIDE], 2, F(1, 2)),
    "one planned": ([INSIDE], 1, F(1)),
    "a missed one is not kept": ([INSIDE, MISSED], 2, F(1, 2)),
    "all missed": ([MISSED, MISSED], 2, F(0)),
    "planned ones that are not listed are missed": ([INSIDE], 4, F(1, 4)),
    "none listed": ([], 4, F(0)),
    "more than planned: all count": ([INSIDE, INSIDE, OUTSIDE], 2, F(2, 3)),
}


@pytest.mark.parametrize(("values", "planned", "share"), CASES.values(), ids=CASES)
def test_the_share_of_planned_check_ins_inside_the_bound(
    values: list[Decimal | None], planned: int, share: Fraction
) -> None:
    assert kept(BOUND, values, planned) == share


def test_only_a_bound_can_be_kept() -> None:
    with pytest.raises(MeasureRefused, match="Only a bound is kept"):
        kept(Measure(Kind.FROM_TO, D(0), D(1)), [D(1)], 1)


def test_where_nothing_was_planned_nothing_can_be_kept() -> None:
    with pytest.raises(ValueError, match="At least one check-in"):
        kept(BOUND, [], 0)
