"""What is a number, what is not, and the one place that rounds."""

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.measures.numbers import NumberRefused, exact, plain, rounded, stored

DIGITS_28 = "1234567890123456789012345678"

ACCEPTED = {
    "a whole number": ("1250000", "1250000"),
    "a decimal": ("12.5", "12.5"),
    "zeros after the point stay as entered": ("12.50", "12.50"),
    "a plus sign": ("+7", "7"),
    "a negative number": ("-7.25", "-7.25"),
    "nothing before the point": (".5", "0.5"),
    "nothing after the point": ("5.", "5"),
    "leading zeros mean nothing": ("007", "7"),
    "spaces around it": ("  42 ", "42"),
    "zero": ("0", "0"),
    "minus zero is zero": ("-0", "0"),
    "minus zero keeps its decimals": ("-0.00", "0.00"),
    "an exponent is written out": ("1.5e3", "1500"),
    "an exponent without digits to spare": ("1E+27", "1" + "0" * 27),
    "a small exponent": ("25e-3", "0.025"),
    "zero with an exponent": ("0e5", "0"),
    "28 digits": (DIGITS_28, DIGITS_28),
    "28 digits around a point": ("12345678901234.56789012345678", "12345678901234.56789012345678"),
    "28 digits after the point": ("0." + DIGITS_28, "0." + DIGITS_28),
    "the smallest size": ("1e-28", "0." + "0" * 27 + "1"),
    "a float's neighbour stays itself": ("0.1", "0.1"),
    "an integer": (42, "42"),
    "a decimal object": (Decimal("1E+3"), "1000"),
}


@pytest.mark.parametrize(("given_value", "meant"), ACCEPTED.values(), ids=ACCEPTED)
def test_a_number_is_kept_digit_for_digit(given_value: str | int | Decimal, meant: str) -> None:
    assert plain(exact(given_value)) == meant


REFUSED = {
    "not a number": "NaN",
    "a signalling not-a-number": "sNaN",
    "infinity": "Infinity",
    "minus infinity": "-inf",
    "not a number as a decimal": Decimal("NaN"),
    "a signalling one as a decimal": Decimal("sNaN"),
    "infinity as a decimal": Decimal("Infinity"),
    "far too large": "1e400",
    "far too small": "1e-400",
    "an exponent beyond any decimal": "1e999999999999999999999",
    "zero with a huge exponent": "0e999999",
    "just too large": "1" + "0" * 28,
    "just too large, by exponent": "1e28",
    "just too large as an integer": 10**28,
    "an integer too long to print": 10**5000,
    "just too small": "1e-29",
    "28 digits and one by exponent": DIGITS_28 + "e1",
    "29 digits": DIGITS_28 + "9",
    "29 digits with a point": "0.1" + DIGITS_28,
    "ten thousand digits": "9" * 10_000,
    "underscores": "1_000",
    "Arabic digits": "١٢٣",
    "full-width digits": "１２",
    "a superscript": "2²",
    "a thousands comma": "1,000",
    "a decimal comma": "1,5",
    "a thousands space": "1 000",
    "a percent sign": "50%",
    "a currency": "€5",
    "a typographic minus": "\N{MINUS SIGN}5",
    "hexadecimal": "0x10",
    "two points": "1.2.3",
    "only a point": ".",
    "only a sign": "-",
    "nothing": "",
    "only spaces": "   ",
    "words": "many",
    "a null character": "1\x00",
    "a line break inside": "1\n2",
    "a binary float": 0.1,
    "a truth value": True,
    "no value": None,
}


@pytest.mark.parametrize("odd", REFUSED.values(), ids=REFUSED)
def test_what_is_not_an_exact_number_is_refused_with_a_cure(odd: object) -> None:
    with pytest.raises(NumberRefused) as refused:
        exact(odd)  # type: ignore[arg-type]
    assert refused.value.message == str(refused.value)
    assert refused.value.message.endswith(".")
    assert len(refused.value.message) < 250


NAMED = {
    "the text that was typed": ("1,5", "“1,5” is not a number"),
    "the cure for marks": ("1,5", "without thousands marks"),
    "too many digits": (DIGITS_28 + "9", "has too many digits. Use at most 28 digits"),
    "too large": ("1e400", "“1e400” is too large to keep"),
    "too small": ("1e-400", "“1e-400” is too small to keep"),
    "not a number": (Decimal("NaN"), "“NaN” is not a number"),
    "an empty field": ("", "A number is missing"),
    "a long text is cut": ("x" * 500, "x" * 40 + "…”"),
    "a number too long to show": (10**5000, "This number is too large"),
    "the longest number that is shown": (10**40 - 1, f"“{10**40 - 1}” is too large"),
    "one digit longer": (10**40, "This number is too large"),
    "one digit longer, negative": (-(10**40), "This number is too large"),
    "a text that just fits": ("x" * 40, "“" + "x" * 40 + "” is not"),
    "a float": (0.5, "“0.5” is not an exact number"),
}


@pytest.mark.parametrize(("odd", "said"), NAMED.values(), ids=NAMED)
def test_a_refusal_names_what_is_wrong(odd: str | Decimal, said: str) -> None:
    with pytest.raises(NumberRefused) as refused:
        exact(odd)
    assert said in refused.value.message


ROUNDED = {
    "a fraction without end": (Fraction(1, 3), "0.333333333333"),
    "a negative one": (Fraction(-1, 3), "-0.333333333333"),
    "upwards": (Fraction(2, 3), "0.666666666667"),
    "half goes to the even digit below": (Fraction(1, 2 * 10**12), "0.000000000000"),
    "half goes to the even digit above": (Fraction(3, 2 * 10**12), "0.000000000002"),
    "a negative half goes to the even digit": (Fraction(-3, 2 * 10**12), "-0.000000000002"),
    "a little less than half": (Fraction(49, 10**14), "0.000000000000"),
    "a little more than half": (Fraction(51, 10**14), "0.000000000001"),
    "an end that fits": (Fraction(1, 4), "0.250000000000"),
    "the largest": (Fraction(10**16 - 1), "9999999999999999.000000000000"),
}


@pytest.mark.parametrize(("result", "kept"), ROUNDED.values(), ids=ROUNDED)
def test_a_result_is_stored_with_twelve_decimals_half_to_even(result: Fraction, kept: str) -> None:
    assert plain(stored(result)) == kept


def test_the_decimal_context_does_not_change_what_is_stored() -> None:
    with localcontext(prec=3):
        assert plain(stored(Fraction(123456, 7))) == "17636.571428571429"


@pytest.mark.parametrize("size", [Fraction(10**16), Fraction(-(10**16)), Fraction(10**60)])
def test_a_result_of_more_than_28_digits_is_refused(size: Fraction) -> None:
    with pytest.raises(NumberRefused, match="too large to keep"):
        stored(size)


def test_rounding_takes_any_number_of_decimals() -> None:
    assert plain(rounded(Fraction(1, 8), 2)) == "0.12"
    assert plain(rounded(Fraction(5, 2), 0)) == "2"


numbers = st.builds(
    lambda digits, places: Decimal(f"{digits}E-{places}"),
    st.integers(-(10**28) + 1, 10**28 - 1),
    st.integers(0, 28),
)


@given(numbers)
@settings(max_examples=30)
def test_writing_a_number_and_reading_it_again_changes_no_digit(number: Decimal) -> None:
    written = plain(exact(number))
    assert "E" not in written
    assert exact(written) == number
    assert plain(exact(written)) == written


@given(st.fractions(min_value=-(10**6), max_value=10**6))
@settings(max_examples=30)
def test_storing_moves_a_result_by_less_than_a_trillionth(result: Fraction) -> None:
    kept = stored(result)
    assert abs(Fraction(kept) - result) <= Fraction(1, 2 * 10**12)
    assert stored(Fraction(kept)) == kept
