"""What the owner says, and what the numbers say."""

from decimal import Decimal
from fractions import Fraction

import pytest

from northing.measures.voices import (
    ConfidenceRefused,
    Status,
    check_confidence,
    in_tenths,
    is_gap,
    status_of,
    weakest,
)

STATUSES = {
    1: Status.OFF_TRACK, 2: Status.OFF_TRACK, 3: Status.OFF_TRACK,
    4: Status.AT_RISK, 5: Status.AT_RISK, 6: Status.AT_RISK,
    7: Status.ON_TRACK, 8: Status.ON_TRACK, 9: Status.ON_TRACK,
    None: Status.TOO_EARLY,
}  # fmt: skip


@pytest.mark.parametrize(("confidence", "status"), STATUSES.items())
def test_the_status_is_the_confidence_in_a_word(confidence: int | None, status: Status) -> None:
    assert status_of(confidence) is status


@pytest.mark.parametrize("odd", [0, 10, -1, 100, 5.5, True, "5"])
def test_only_whole_tenths_from_1_to_9_are_a_confidence(odd: int) -> None:
    for refuse in (check_confidence, status_of):
        with pytest.raises(ConfidenceRefused, match="whole number from 1 to 9") as refused:
            refuse(odd)
        assert refused.value.message == str(refused.value)


WEAKEST = {
    "the lowest": ([7, 3, 9], 3),
    "the order does not matter": ([3, 9, 7], 3),
    "those who have not said are left out": ([None, 8, None], 8),
    "nobody has said": ([None, None], None),
    "no children": ([], None),
}


@pytest.mark.parametrize(("said", "lowest"), WEAKEST.values(), ids=WEAKEST)
def test_a_parent_stands_as_its_weakest_child(said: list[int | None], lowest: int | None) -> None:
    assert weakest(said) == lowest


IN_TENTHS = {
    "0": (0.0, "less than 1 in 10"),
    "just under a tenth": (Decimal("0.0999"), "less than 1 in 10"),
    "a tenth": (Fraction(1, 10), "1 in 10"),
    "to the next tenth below": (0.54, "5 in 10"),
    "to the next tenth above": (0.56, "6 in 10"),
    "a half to the even tenth": (Fraction(1, 4), "2 in 10"),
    "nine tenths": (Fraction(9, 10), "9 in 10"),
    "just over nine tenths": (Decimal("0.9001"), "more than 9 in 10"),
    "1": (1.0, "more than 9 in 10"),
}


@pytest.mark.parametrize(("probability", "words"), IN_TENTHS.values(), ids=IN_TENTHS)
def test_a_probability_is_said_in_whole_tenths(
    probability: Fraction | Decimal | float, words: str
) -> None:
    assert in_tenths(probability) == words


@pytest.mark.parametrize("odd", [-0.01, 1.01, float("nan"), float("inf")])
def test_what_is_no_probability_is_refused(odd: float) -> None:
    with pytest.raises(ValueError, match="not a probability"):
        in_tenths(odd)


GAPS = {(7, 4): True, (4, 7): True, (9, 1): True, (7, 5): False, (5, 7): False, (6, 6): False}


@pytest.mark.parametrize(("voices", "gap"), GAPS.items())
def test_three_tenths_apart_is_a_gap(voices: tuple[int, int], gap: bool) -> None:
    assert is_gap(*voices) is gap
