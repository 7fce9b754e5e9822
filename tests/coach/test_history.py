"""What earlier goals came to: arithmetic as tables, and the finding that is made of it."""

from decimal import Decimal

import pytest

from northing.coach.rules.findings import Criterion, State
from northing.coach.rules.history import EarlierGains, Past, earlier, is_percentage
from northing.coach.rules.reading.case import Case
from northing.coach.rules.sets.history import judge
from northing.coach.rules.statements import Fields, Kind, Statement

# Fourteen goals that aimed for 30 points: their gains, two of them 31 or more.
GAINS = (-3, 0, 2, 4, 6, 9, 12, 14, 16, 18, 21, 26, 31, 34)
FOURTEEN = [Past(Decimal(20), Decimal(50), Decimal(20 + gain)) for gain in GAINS]


def of(
    past: list[Past], unit: str = "%", start: str = "41", end: str = "71"
) -> EarlierGains | None:
    """What earlier goals say of a way from `start` to `end`."""
    return earlier(unit, Decimal(start), Decimal(end), past)


def told(past: list[Past], unit: str = "%", start: str = "41", end: str = "71") -> EarlierGains:
    """The same, where there is something to say."""
    found = of(past, unit, start, end)
    assert found is not None
    return found


def test_fourteen_that_aimed_as_far() -> None:
    found = told(FOURTEEN)
    assert (found.aimed, found.reached, found.median) == (14, 2, 13)
    assert (found.wanted, found.least, found.is_points) == (30, 30, True)
    assert found.gains == tuple(map(Decimal, GAINS))
    assert found.is_far
    assert found.suggested == 59


@pytest.mark.parametrize("missing", [5, 9, 13])
def test_fewer_than_ten_say_nothing(missing: int) -> None:
    assert of(FOURTEEN[missing:]) is None
    assert of(FOURTEEN[:10]) is not None


@pytest.mark.parametrize(
    ("end", "is_compared"),
    [("74", True), ("74.4", False), ("60", True), ("42", True), ("80", False), ("11", False)],
)
def test_those_that_aimed_for_nine_tenths_of_it_are_compared(end: str, is_compared: bool) -> None:
    assert (of(FOURTEEN, end=end) is not None) == is_compared


@pytest.mark.parametrize("end", ["41", "41.0"])
def test_a_way_of_nothing_has_no_history(end: str) -> None:
    assert of(FOURTEEN, end=end) is None


def test_falling_numbers_are_compared_with_falling_ones_and_told_negative() -> None:
    falling = [Past(Decimal(60), Decimal(30), Decimal(60 - gain)) for gain in GAINS]
    found = told(falling, start="50", end="20")
    assert (found.wanted, found.median, found.reached) == (-30, -13, 2)
    assert found.gains == tuple(sorted(map(Decimal, (-gain for gain in GAINS))))
    assert found.suggested == 32
    assert of(falling, start="20", end="50") is None


def test_other_units_are_compared_by_the_share_of_their_start() -> None:
    days = [
        Past(Decimal(10), Decimal(5), Decimal(10) - Decimal(gain) / 10)
        for gain in (*range(0, 50, 5), 55)
    ]
    found = told(days, "d", "8", "4")
    assert (found.is_points, found.wanted, found.reached) == (False, -50, 1)
    assert (found.median, found.gains[0]) == (-25, -55)
    assert found.suggested == 5
    assert of(days, "d", "0", "4") is None
    assert of([Past(Decimal(0), Decimal(5), Decimal(3))] * 20, "d", "8", "4") is None


def test_negative_starts_have_a_size_too() -> None:
    losses = [Past(Decimal(-10), Decimal(0), Decimal(-10 + gain)) for gain in range(11)]
    found = told(losses, "€", "-20", "0")
    assert (found.wanted, found.median) == (100, 50)


@pytest.mark.parametrize(
    ("start", "end", "suggested"),
    [
        ("41", "71", "59"),
        ("41.0", "71", "59.0"),
        ("0", "30", "18"),
        ("41", "59", None),
        ("41", "50", None),
    ],
)
def test_what_is_suggested_was_reached_by_one_in_three_and_is_nearer(
    start: str, end: str, suggested: str | None
) -> None:
    found = told(FOURTEEN, start=start, end=end)
    assert (None if found.suggested is None else str(found.suggested)) == suggested


def test_nothing_is_suggested_where_most_went_the_wrong_way() -> None:
    found = told([Past(Decimal(20), Decimal(50), Decimal(20 - gain)) for gain in range(12)])
    assert (found.reached, found.suggested) == (0, None)


@pytest.mark.parametrize(
    ("unit", "is_one"),
    [
        ("%", True),
        (" % of range", True),
        ("Percent", True),
        ("pp", True),
        ("d", False),
        ("", False),
    ],
)
def test_units_that_count_in_percent(unit: str, is_one: bool) -> None:
    assert is_percentage(unit) == is_one


def test_huge_and_tiny_numbers_are_compared_exactly() -> None:
    big = [Past(Decimal(1), Decimal(9999999999999999999999999999), Decimal(2))] * 10
    assert told(big, "t", "1", "9999999999999999999999999999").reached == 0
    small = [Past(Decimal("1E-28"), Decimal("2E-28"), Decimal("2E-28"))] * 10
    assert told(small, "t", "1E-28", "2E-28").reached == 10


def case(**fields: object) -> Case:
    """A key result on the coach's desk."""
    return Case(Statement("First-contact solutions", Kind.KEY_RESULT, Fields(**fields)))  # type: ignore[arg-type]


def test_a_far_way_is_asked_about_with_the_facts_and_a_nearer_target() -> None:
    [found] = judge(case(), told(FOURTEEN))
    assert (found.rule, found.criterion, found.state) == (
        "H1",
        Criterion.ATTAINABLE,
        State.CANT_TELL,
    )
    assert found.title == "41 to 71 % is far"
    assert found.reason == (
        "Of 14 goals here that aimed for +30 points or more, 2 came as far. Median: +13."
    )
    assert "59 %" in found.cure
    assert found.offers == {"target": "59"}
    assert "{" not in found.cure + found.question


def test_a_share_is_told_in_percent_and_with_a_minus() -> None:
    days = [Past(Decimal(10), Decimal(5), Decimal(9))] * 10
    [found] = judge(case(), told(days, "d", "8", "4"))
    assert found.reason == (
        "Of 10 goals here that aimed for −50 % or more, 0 came as far. Median: −10 %."
    )
    assert found.title == "8 to 4 d is far"


@pytest.mark.parametrize(
    ("fields", "start", "end", "state", "offers"),
    [
        ({}, "41", "50", State.MET, {}),
        ({"is_stretch": True}, "41", "71", State.MET, {}),
        ({}, "41", "71", State.CANT_TELL, {"target": "59"}),
        ({}, "41", "56.5", State.CANT_TELL, {}),
    ],
)
def test_near_ways_and_stretches_are_met(
    fields: dict[str, object], start: str, end: str, state: State, offers: dict[str, str]
) -> None:
    past = (
        FOURTEEN
        if end != "56.5"
        else [Past(Decimal(0), Decimal(30), Decimal(gain)) for gain in (*[1] * 6, *[20] * 5)]
    )
    [found] = judge(case(**fields), told(past, start=start, end=end))
    assert (found.state, found.offers) == (state, offers)


def test_nothing_is_said_without_history_or_against_an_answer() -> None:
    assert judge(case(), None) == []
    assert judge(case(answers={"attainable": "yes"}), told(FOURTEEN)) == []


def test_a_far_way_may_be_meant_so() -> None:
    [found] = judge(case(deliberate=frozenset({"H1"})), told(FOURTEEN))
    assert found.is_ready
