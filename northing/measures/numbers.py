"""Exact numbers: what is accepted as a number, and the one place that rounds."""

import re
from decimal import Decimal, InvalidOperation
from fractions import Fraction

MAX_DIGITS = 28
STORED_PLACES = 12

_PLAIN = re.compile(r"[+-]?(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]{1,6})?")
_SHOWN = 40


class NumberRefused(ValueError):
    """A text or value that is not a number Northing can keep exactly.

    `message` names what is wrong and the cure, ready to be shown to a person.
    """

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def exact(value: str | int | Decimal) -> Decimal:
    """The number meant by `value`, digit for digit, without exponent (1E+3 becomes 1000).

    Trailing zeros after the point are kept as they were entered; -0 becomes 0.
    Raises NumberRefused for NaN and infinity, for more than 28 digits, for numbers of 1E+28
    or more and (zero apart) below 1E-28 in size, for thousands marks, underscores, digits other
    than 0 to 9, and for anything that is no number (floats included: they are not exact).
    Source: rules, "Progress of a measure".
    """
    number = _parsed(value)
    if not number.is_finite():
        raise NumberRefused(f"{_shown(value)} is not a number. Enter digits, such as 12.5.")
    if abs(number.adjusted()) > MAX_DIGITS:
        size = "large" if number.adjusted() > 0 else "small"
        raise NumberRefused(f"{_shown(value)} is too {size} to keep. {_DIGITS_CURE}")
    number = _without_exponent(number)
    if len(number.as_tuple().digits) > MAX_DIGITS:
        raise NumberRefused(f"{_shown(value)} has too many digits. {_DIGITS_CURE}")
    return number


def stored(value: Fraction) -> Decimal:
    """`value` rounded to 12 decimals, half to even: the form in which results are stored.

    This is the one rounding of stored results. Raises NumberRefused when the result needs more
    than 28 digits, that is from 10,000,000,000,000,000 on.
    """
    result = rounded(value, STORED_PLACES)
    if abs(value) >= _FIRST_TOO_LARGE:
        raise NumberRefused(
            f"The result {_shown(result)} is too large to keep."
            " Check the baseline, the target and the value: two of them lie too close together."
        )
    return result


def rounded(value: Fraction, places: int) -> Decimal:
    """`value` with exactly `places` decimals, half to even, whatever the decimal context is."""
    numerator, denominator = value.as_integer_ratio()
    whole, rest = divmod(numerator * 10**places, denominator)
    if 2 * rest > denominator or (2 * rest == denominator and whole & 1):
        whole += 1
    # Not scaleb() or quantize(): they round again, to the precision of the current context.
    return Decimal(f"{whole}E-{places}")


def plain(value: Decimal) -> str:
    """`value` as digits without exponent or thousands marks, trailing zeros as entered."""
    return format(_without_exponent(value), "f")


_DIGITS_CURE = f"Use at most {MAX_DIGITS} digits; a larger unit, such as thousands, may help."
_FIRST_TOO_LARGE = 10 ** (MAX_DIGITS - STORED_PLACES)


def _parsed(value: str | int | Decimal) -> Decimal:
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if not isinstance(value, str):
        raise NumberRefused(f"{_shown(value)} is not an exact number. Enter it as digits.")
    return _read(value.strip())


def _read(text: str) -> Decimal:
    if not text:
        raise NumberRefused("A number is missing. Enter digits, such as 12.5.")
    if not _PLAIN.fullmatch(text):
        raise NumberRefused(
            f"{_shown(text)} is not a number."
            " Use the digits 0 to 9 and a point for decimals, without thousands marks: 1250.5."
        )
    try:
        return Decimal(text)
    except InvalidOperation:
        raise NumberRefused(f"{_shown(text)} is too long. {_DIGITS_CURE}") from None


def _without_exponent(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    if number.is_zero() and number.is_signed():
        number = number.copy_abs()
    if isinstance(exponent, int) and exponent > 0:
        return Decimal(int(number))
    return number


def _shown(value: object) -> str:
    if isinstance(value, int) and abs(value) >= 10**_SHOWN:
        return "This number"  # Python itself refuses to print integers of thousands of digits.
    text = str(value)
    return f"“{text if len(text) <= _SHOWN else text[:_SHOWN] + '…'}”"
