"""How values are written: no digit is lost, and nothing under way reads as nothing or as all."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.web import formats
from northing.web.formats import NARROW_SPACE

TODAY = date(2027, 2, 16)
GAP = "\u00a0"

NUMBERS = {
    "0": "0",
    "9999": "9999",
    "10000": f"10{NARROW_SPACE}000",
    "1250000.50": f"1{NARROW_SPACE}250{NARROW_SPACE}000.50",
    "-12500": f"−12{NARROW_SPACE}500",
    "5.0": "5.0",
    "1E+3": "1000",
}


@pytest.mark.parametrize(("entered", "written"), NUMBERS.items())
def test_a_number_is_written_with_all_its_digits(entered: str, written: str) -> None:
    assert formats.number(Decimal(entered)) == written


@given(
    st.decimals(
        allow_nan=False, allow_infinity=False, places=6, min_value=-(10**20), max_value=10**20
    )
)
def test_what_is_written_can_be_read_back(value: Decimal) -> None:
    read = formats.number(value).replace(NARROW_SPACE, "").replace("−", "-")
    assert Decimal(read) == value


def test_nothing_is_a_dash() -> None:
    assert formats.number(None) == formats.amount(None, "%") == formats.percent(None) == "–"


@pytest.mark.parametrize(
    ("value", "unit", "written"),
    [
        ("74", "%", f"74{GAP}%"),
        ("4.7", "days", f"4.7{GAP}d"),
        ("12000", "€", f"€12{NARROW_SPACE}000"),
        ("-5", "€", "−€5"),
        ("91", "", "91"),
    ],
)
def test_a_unit_stands_where_it_belongs(value: str, unit: str, written: str) -> None:
    assert formats.amount(Decimal(value), unit) == written


@pytest.mark.parametrize(
    ("share", "written"),
    [
        (Fraction(0), f"0{GAP}%"),
        (Fraction(1, 1000), f"<1{GAP}%"),
        (Fraction(52, 100), f"52{GAP}%"),
        (Fraction(999, 1000), f"99{GAP}%"),
        (Fraction(1), f"100{GAP}%"),
        (Fraction(5, 4), f"125{GAP}%"),
        (Fraction(-1, 4), f"−25{GAP}%"),
    ],
)
def test_a_share_reads_in_percent(share: Fraction, written: str) -> None:
    assert formats.percent(share) == written


def test_a_step_has_its_sign() -> None:
    assert formats.change(Decimal(71), Decimal(74), "%") == f"+3{GAP}%"
    assert formats.change(Decimal("8.8"), Decimal("8.7")) == "−0.1"
    assert formats.change(Decimal(5), Decimal("5.0")) == "no change"
    assert formats.change(None, Decimal(5)) == ""


@pytest.mark.parametrize(
    ("on", "written"),
    [
        (TODAY, "today"),
        (date(2027, 2, 12), "Fri"),
        (date(2027, 2, 5), "5 Feb"),
        (date(2026, 12, 5), "5 Dec 2026"),
        (date(2027, 2, 17), "17 Feb"),
    ],
)
def test_a_day_reads_as_people_say_it(on: date, written: str) -> None:
    assert formats.day_of(on, TODAY) == written


def test_ages_and_due_days() -> None:
    assert formats.age(None, TODAY) == "never"
    assert formats.age(date(2027, 2, 14), TODAY) == f"2{GAP}d"
    assert formats.age(date(2027, 1, 16), TODAY) == f"4{GAP}w"
    assert formats.due_in(date(2027, 2, 17), TODAY) == "tomorrow"
    assert formats.due_in(date(2027, 2, 14), TODAY) == f"2{GAP}d ago"


def test_a_period_names_its_month_once_where_it_can() -> None:
    assert formats.days_between(date(2027, 2, 15), date(2027, 2, 21)) == "15 to 21 February"
    assert formats.days_between(date(2027, 3, 29), date(2027, 4, 4)) == "29 March to 4 April"


@pytest.mark.parametrize(
    ("name", "letters"), [("Ines Okafor", "IO"), ("Bram de Wit", "BW"), ("Li", "LI"), ("", "?")]
)
def test_initials(name: str, letters: str) -> None:
    assert formats.initials(name) == letters


def test_words_of_count_and_confidence() -> None:
    assert formats.plural(1, "key result") == "1 key result"
    assert formats.plural(3, "person", "people") == "3 people"
    assert formats.tenths(6) == "6 in 10"
    assert formats.tenths(None) == "too early"
