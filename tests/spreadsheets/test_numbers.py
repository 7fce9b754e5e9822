"""Numbers are read as people write them, and what could mean two things is asked."""

from decimal import Decimal

import pytest

from northing.spreadsheets.rules.cells import Cell
from northing.spreadsheets.rules.numbers import (
    AmbiguousNumber,
    Bound,
    Mark,
    NotANumber,
    decimal_marks,
    read_amount,
)


def _cell(value: str | Decimal, *, is_percent: bool = False) -> Cell:
    return Cell(1, 1, value, is_percent)


CLEAR = [
    ("52", "52", ""),
    ("  7 ", "7", ""),
    ("-3", "-3", ""),
    ("−3,5", "-3.5", ""),
    ("+4", "4", ""),
    (".5", "0.5", ""),
    ("4,8", "4.8", ""),
    ("38.5", "38.5", ""),
    ("84,25", "84.25", ""),
    ("1.250.000", "1250000", ""),
    ("1,250,000.75", "1250000.75", ""),
    ("1.250.000,75", "1250000.75", ""),
    ("1 250 000", "1250000", ""),
    ("1\u00a0250,5", "1250.5", ""),
    ("1'250", "1250", ""),
    ("0,125", "0.125", ""),
    ("1250,125", "1250.125", ""),
    ("35%", "35", "%"),
    ("18 %", "18", "%"),
    ("38.5%", "38.5", "%"),
    ("52 h", "52", "h"),
    ("€ 1.250.000", "1250000", "€"),
    ("kEUR 12", "12", "kEUR"),
    ("12 Verträge", "12", "Verträge"),
    ("1e3", "1000", ""),
]


@pytest.mark.parametrize(("text", "value", "unit"), CLEAR)
def test_a_number_that_means_one_thing_is_read(text: str, value: str, unit: str) -> None:
    amount = read_amount(_cell(text), None)
    assert (amount.value, amount.unit, amount.bound) == (Decimal(value), unit, None)


@pytest.mark.parametrize("text", ["1,250", "1.250", "12,500 EUR", "-1,250", "999.999"])
def test_a_number_that_means_two_things_is_not_guessed(text: str) -> None:
    with pytest.raises(AmbiguousNumber):
        read_amount(_cell(text), None)


@pytest.mark.parametrize(
    ("mark", "value"), [(Mark.POINT, Decimal(1250)), (Mark.COMMA, Decimal("1.250"))]
)
def test_a_known_mark_decides(mark: Mark, value: Decimal) -> None:
    assert read_amount(_cell("1,250"), mark).value == value


BOUNDS = [
    (">= 41%", Bound.AT_LEAST, "41", None, False),
    ("≥41", Bound.AT_LEAST, "41", None, False),
    ("> 41", Bound.AT_LEAST, "41", None, True),
    ("at least 41", Bound.AT_LEAST, "41", None, False),
    ("mindestens 41", Bound.AT_LEAST, "41", None, False),
    ("mind. 41", Bound.AT_LEAST, "41", None, False),
    ("41+", Bound.AT_LEAST, "41", None, False),
    ("<= 25", Bound.AT_MOST, "25", None, False),
    ("max. 25", Bound.AT_MOST, "25", None, False),
    ("höchstens 25", Bound.AT_MOST, "25", None, False),
    ("unter 25", Bound.AT_MOST, "25", None, True),
    ("4..5", Bound.BETWEEN, "4", "5", False),
    ("4-5", Bound.BETWEEN, "4", "5", False),
    ("4 – 5 %", Bound.BETWEEN, "4", "5", False),
    ("between 4 and 5", Bound.BETWEEN, "4", "5", False),
    ("zwischen 4,5 und 5,5", Bound.BETWEEN, "4.5", "5.5", False),
    ("4 bis 5", Bound.BETWEEN, "4", "5", False),
]


@pytest.mark.parametrize(("text", "bound", "value", "upper", "strict"), BOUNDS)
def test_a_bound_is_understood(
    text: str, bound: Bound, value: str, upper: str | None, strict: bool
) -> None:
    amount = read_amount(_cell(text), None)
    assert (amount.bound, amount.value, amount.is_strict) == (bound, Decimal(value), strict)
    assert amount.upper == (None if upper is None else Decimal(upper))


@pytest.mark.parametrize(
    "text",
    [
        "start after 1 March", "12/20", "1.2.3", "12,5,6", "1_000", "٣", "NaN", "inf", "1e400",
        "1" * 29, "ca. 5", "~5", "Q4", "v2", "two", "5 big new shops",
    ],
)  # fmt: skip
def test_what_is_no_plain_number_is_refused_in_words(text: str) -> None:
    with pytest.raises(NotANumber) as refusal:
        read_amount(_cell(text), None)
    assert str(refusal.value)


def test_a_percent_format_counts_in_percent() -> None:
    amount = read_amount(_cell(Decimal("0.365"), is_percent=True), None)
    assert (str(amount.value), amount.unit) == ("36.5", "%")


def test_a_number_cell_is_taken_digit_for_digit() -> None:
    assert str(read_amount(_cell(Decimal("4.8")), None).value) == "4.8"


@pytest.mark.parametrize(
    ("texts", "marks"),
    [
        (["1,250", "4,8"], {Mark.COMMA}),
        (["1,250", "38.5%"], {Mark.POINT}),
        (["1.250.000"], {Mark.COMMA}),
        (["1,250", "400"], set()),
        (["4,8", "4.8"], {Mark.COMMA, Mark.POINT}),
    ],
)
def test_each_number_proves_its_mark_or_nothing(texts: list[str], marks: set[Mark]) -> None:
    assert decimal_marks(texts) == marks
