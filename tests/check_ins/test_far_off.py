"""When a value is asked back: "710 %? Last was 71"."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.check_ins.rules import is_far_off

SEEN = [Decimal(62), Decimal(85), Decimal(71)]
NUMBERS = st.decimals(-1000, 1000, places=2)


@pytest.mark.parametrize(
    ("value", "is_odd"),
    [("74", False), ("108", False), ("108.1", True), ("39", False), ("38.9", True), ("710", True)],
)
def test_from_the_far_end_it_may_go_twice_the_range(value: str, is_odd: bool) -> None:
    assert is_far_off(Decimal(value), SEEN) is is_odd


@pytest.mark.parametrize("seen", [[], [None], [Decimal(5)], [Decimal(5), Decimal("5.0")]])
def test_without_a_range_nothing_is_odd(seen: list[Decimal | None]) -> None:
    assert not is_far_off(Decimal(1000), seen)


@given(st.lists(NUMBERS, min_size=2))
def test_what_was_seen_is_never_odd(seen: list[Decimal]) -> None:
    assert not any(is_far_off(value, seen) for value in seen)
