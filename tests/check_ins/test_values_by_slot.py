"""Which value answers each planned check-in."""

from datetime import date
from decimal import Decimal

import pytest

from northing.check_ins.rules import values_by_slot

D = Decimal
MONDAYS = [date(2026, 4, 6), date(2026, 4, 13), date(2026, 4, 20)]


def april(day: int, value: int) -> tuple[date, Decimal]:
    return date(2026, 4, day), D(value)


CASES = {
    "each on its day": ([april(6, 1), april(13, 2), april(20, 3)], [1, 2, 3]),
    "late, but before the next": ([april(9, 1), april(19, 2), april(26, 3)], [1, 2, 3]),
    "a missed one": ([april(6, 1), april(20, 3)], [1, None, 3]),
    "none": ([], [None, None, None]),
    "the latest of a week": ([april(6, 1), april(8, 9)], [9, None, None]),
    "in any order": ([april(20, 3), april(8, 9), april(6, 1)], [9, None, 3]),
    "two on a day: the later one listed": ([april(6, 1), april(6, 2)], [2, None, None]),
    "before the first planned day": ([april(2, 1)], [1, None, None]),
    "long after the last": ([(date(2026, 6, 1), D(3))], [None, None, 3]),
}


@pytest.mark.parametrize(("check_ins", "values"), CASES.values(), ids=CASES)
def test_the_value_of_each_planned_check_in(
    check_ins: list[tuple[date, Decimal]], values: list[int | None]
) -> None:
    assert values_by_slot(MONDAYS, check_ins) == values
