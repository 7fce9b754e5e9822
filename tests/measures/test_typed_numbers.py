"""What people type is understood or asked back, never guessed."""

from decimal import Decimal

import pytest

from northing.measures.numbers import NumberRefused
from northing.measures.typed import typed_number

UNDERSTOOD = [
    ("plain", "74", "74"),
    ("with its unit", "74 %", "74"),
    ("a point", "7.4", "7.4"),
    ("a comma", "7,4", "7.4"),
    ("spaces between thousands", "1 250 000", "1250000"),
    ("narrow spaces", "1\u202f250", "1250"),
    ("Swiss apostrophes", "1'250'000.5", "1250000.5"),
    ("English thousands", "1,250,000", "1250000"),
    ("German thousands", "1.250.000", "1250000"),
    ("English both", "1,250.75", "1250.75"),
    ("German both", "1.250,75", "1250.75"),
    ("a currency in front", "€ 12,50", "12.50"),
    ("below zero", "-3", "-3"),
    ("a typographic minus", "−3,5", "-3.5"),
    ("a fraction with three digits", "0,250", "0.250"),
    ("four digits after the point", "1.2500", "1.2500"),
]


@pytest.mark.parametrize(
    ("text", "number"), [c[1:] for c in UNDERSTOOD], ids=[c[0] for c in UNDERSTOOD]
)
def test_a_typed_number_is_understood(text: str, number: str) -> None:
    assert typed_number(text) == Decimal(number)


REFUSED = [
    "",
    "lots",
    "NaN",
    "inf",
    "1e400",
    "1_000",
    "٣",
    "1,2,3",
    "7..4",
    "12-5",
    "9" * 29,
    "--3",
]


@pytest.mark.parametrize("text", REFUSED)
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(NumberRefused):
        typed_number(text)


@pytest.mark.parametrize("text", ["1,250", "1.250", "-12,500"])
def test_what_could_be_two_numbers_is_asked_back(text: str) -> None:
    with pytest.raises(NumberRefused, match="two ways"):
        typed_number(text)


def test_the_unit_of_the_measure_is_passed_over() -> None:
    assert typed_number("4.7 d", unit="d") == Decimal("4.7")
