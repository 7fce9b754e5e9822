"""What the roadmap and the number say together."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.goals.rules.roadmap import Carrier, Roadmap, roadmap_of

DONE, OPEN = Carrier("active", True), Carrier("active", False)
DROPPED = Carrier("dropped", False)
UNMOVED, UNPLANNED = Roadmap.DONE_BUT_UNMOVED, Roadmap.MOVES_UNPLANNED


@pytest.mark.parametrize(
    ("share", "carriers", "is_early", "said"),
    [
        ("0.02", [DONE], False, UNMOVED),
        ("-0.3", [DONE, DONE], False, UNMOVED),
        ("0.02", [DONE], True, UNMOVED),
        ("0.02", [DONE, DROPPED], False, UNMOVED),
        ("0.02", [Carrier("done", False)], False, UNMOVED),
        ("0.02", [DONE, OPEN], False, None),
        ("0.10", [DONE], False, None),
        ("0.10", [], False, UNPLANNED),
        ("0.40", [DROPPED], False, UNPLANNED),
        ("0.40", [], True, None),
        ("0.09", [], False, None),
        ("0.40", [OPEN], False, None),
    ],
)
def test_roadmap_and_number_are_read_together(
    share: str, carriers: list[Carrier], is_early: bool, said: Roadmap | None
) -> None:
    assert roadmap_of(Fraction(share), carriers, is_early=is_early) is said


@pytest.mark.parametrize("carriers", [[], [DONE], [OPEN]])
def test_without_data_nothing_is_said(carriers: list[Carrier]) -> None:
    assert roadmap_of(None, carriers, is_early=False) is None


@given(st.fractions(-2, 3), st.permutations([DONE, OPEN, DROPPED]), st.booleans())
def test_the_order_of_carriers_does_not_matter(
    share: Fraction, carriers: list[Carrier], is_early: bool
) -> None:
    sorted_ones = sorted(carriers, key=str)
    assert roadmap_of(share, carriers, is_early=is_early) is roadmap_of(
        share, sorted_ones, is_early=is_early
    )
