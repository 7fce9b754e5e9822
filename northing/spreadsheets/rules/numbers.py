"""Numbers as people write them. A mark that could mean two things is never guessed."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from northing.measures.numbers import NumberRefused, exact
from northing.spreadsheets.rules.cells import Cell
from northing.spreadsheets.rules.units import is_unit
from northing.spreadsheets.rules.words import compared

_SPACES = "\u0020\u00a0\u2009\u202f"
_NUMBER = re.compile(
    rf"[+\-−]?(?:[0-9]+(?:[.,'’{_SPACES}][0-9]+)*|[.,][0-9]+)(?:[eE][+-]?[0-9]{{1,4}})?"
)
_GROUPS = re.compile(
    rf"[0-9]{{1,3}}(?:(?P<mark>[.,'’{_SPACES}])[0-9]{{3}})(?:(?P=mark)[0-9]{{3}})*"
)
_AT_LEAST = (
    "≥", ">=", "=>", ">", "at least", "minimum", "mindestens", "mind", "min",
    "over", "above", "more than", "mehr als", "uber", "ab",
)  # fmt: skip
_AT_MOST = (
    "≤", "<=", "=<", "<", "at most", "maximum", "maximal", "max", "hochstens",
    "under", "below", "less than", "weniger als", "unter", "up to",
)  # fmt: skip
_STRICT = {
    ">", "<", "over", "above", "more than", "mehr als", "uber",
    "under", "below", "less than", "weniger als", "unter",
}  # fmt: skip
_BETWEEN = ("…", "–", "—", "-", " to ", " bis ", " and ", " und ")

_LONGEST_UNIT = 24


class Mark(StrEnum):
    """What stands before decimals."""

    POINT = "."
    COMMA = ","


class Bound(StrEnum):
    """A target that is to be kept rather than reached."""

    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BETWEEN = "between"


@dataclass(frozen=True, slots=True)
class Amount:
    """A number with what was written around it. A range has an `upper` end."""

    value: Decimal
    upper: Decimal | None = None
    bound: Bound | None = None
    is_strict: bool = False
    unit: str = ""
    is_tick: bool = False

    @property
    def is_percent(self) -> bool:
        return self.unit == "%"


class AmbiguousNumber(ValueError):
    """A number such as `1,250`: its mark may stand before thousands or before decimals."""


class NotANumber(ValueError):
    """A text that is no number, in words."""


def decimal_marks(texts: Iterable[str]) -> set[Mark]:
    """The decimal marks that the texts prove, each number on its own."""
    found = (proved_mark(number) for text in texts for number in _NUMBER.findall(text))
    return {mark for mark in found if mark is not None}


def proved_mark(number: str) -> Mark | None:
    """The decimal mark that one number proves: `4,8` a comma, `1.250.000` a comma as well."""
    digits = number.lstrip("+-−")
    point, comma = digits.count("."), digits.count(",")
    if point and comma:
        last = max(digits.rfind("."), digits.rfind(","))
        return Mark(digits[last])
    mark = "." if point else ","
    count = point + comma
    if count == 0:
        return None
    if count > 1:
        return (Mark.COMMA if mark == "." else Mark.POINT) if _is_grouped(digits) else None
    return Mark(mark) if not _GROUPS.fullmatch(digits) or digits.startswith("0") else None


def is_ambiguous(number: str) -> bool:
    """Whether one number could be read two ways."""
    digits = number.lstrip("+-−")
    has_mark = "." in digits or "," in digits
    return has_mark and proved_mark(number) is None and _is_grouped(digits)


def ambiguous_numbers(texts: Iterable[str]) -> list[str]:
    """Those numbers in the texts that could be read two ways."""
    return [number for text in texts for number in _NUMBER.findall(text) if is_ambiguous(number)]


def read_number(text: str, mark: Mark | None) -> Decimal:
    """One number, read with the decimal mark of its column.

    Raises AmbiguousNumber when no mark is known and it could mean two things, NotANumber for
    everything that is none (also `1e400` and more than 28 digits).
    """
    number = text.strip().replace("−", "-")
    sign = "-" if number.startswith("-") else ""
    digits = number.lstrip("+-")
    own = proved_mark(digits)
    if own is None and is_ambiguous(digits):
        if mark is None:
            raise AmbiguousNumber(text)
        own = mark
    whole, decimals = _parts(digits, own)
    try:
        return exact(f"{sign}{whole}{'.' + decimals if decimals else ''}")
    except NumberRefused as refusal:
        raise NotANumber(str(refusal)) from refusal


def read_amount(cell: Cell, mark: Mark | None) -> Amount:
    """A cell as an amount: `>= 41%`, `4..5`, `between 4 and 5`, `€ 1,250`, `52 h`.

    A number with a percent format counts in percent: 0.36 becomes 36 %. Raises AmbiguousNumber
    and NotANumber.
    """
    if isinstance(cell.value, Decimal):
        try:
            value = exact(cell.value * 100 if cell.is_percent else cell.value)
        except NumberRefused as refusal:
            raise NotANumber(str(refusal)) from refusal
        return Amount(_trimmed(value), unit="%" if cell.is_percent else "")
    if not isinstance(cell.value, str):
        raise NotANumber("This is not a number.")
    return _amount_of(cell.value.strip(), mark)


def _amount_of(text: str, mark: Mark | None) -> Amount:
    bound, strict, rest = _bound_of(text.replace("..", "…"))
    numbers = list(_NUMBER.finditer(rest))
    if not numbers:
        raise NotANumber(f"“{text[:40]}” is not a number.")
    if len(numbers) == 2 and (between := _range_of(rest, numbers, mark)) is not None:
        return between
    if len(numbers) > 1:
        raise NotANumber(f"“{text[:40]}” holds several numbers.")
    before = rest[: numbers[0].start()].strip()
    unit = _unit_of(before, rest[numbers[0].end() :])
    if before and not is_unit(before):
        raise NotANumber(f"“{text[:40]}” is not a plain number.")
    if len(unit) > _LONGEST_UNIT or len(unit.split()) > 2:
        raise NotANumber(f"“{text[:40]}” holds more than a number and its unit.")
    value = read_number(numbers[0].group(), mark)
    return Amount(value, bound=bound, is_strict=strict, unit=unit)


def _bound_of(text: str) -> tuple[Bound | None, bool, str]:
    lowered = text.casefold().replace("ü", "u").replace("ö", "o")
    for words, bound in ((_AT_LEAST, Bound.AT_LEAST), (_AT_MOST, Bound.AT_MOST)):
        for word in words:
            follows = lowered[len(word) : len(word) + 1]
            if lowered.startswith(word) and not (word[-1].isalpha() and follows.isalpha()):
                return bound, word in _STRICT, text[len(word) :].lstrip(" .:")
    if text.endswith("+") and text[:-1].strip()[-1:].isdigit():
        return Bound.AT_LEAST, False, text[:-1]
    return None, False, text


def _range_of(text: str, numbers: list[re.Match[str]], mark: Mark | None) -> Amount | None:
    first, second = numbers
    between = text[first.end() : second.start()]
    second_text = second.group()
    left_unit = between
    for separator in _BETWEEN:
        if separator in between.casefold():
            left_unit = between.casefold().split(separator)[0]
            break
    else:
        if second_text[0] not in "-−":
            return None
        second_text = second_text[1:]
    before = text[: first.start()]
    if compared(before) in ("between", "zwischen", "from", "von"):
        before = ""
    unit = _unit_of(before + left_unit, text[second.end() :])
    halves = {_unit_of("", left_unit), _unit_of("", text[second.end() :])} - {""}
    if len(halves) > 1:
        return None
    unit = next(iter(halves), unit)
    lower, upper = read_number(first.group(), mark), read_number(second_text, mark)
    return Amount(lower, upper, Bound.BETWEEN, unit=unit)


def _unit_of(before: str, after: str) -> str:
    parts = [before.strip(" :="), after.strip(" .:;")]
    return " ".join(part for part in parts if part)


def in_percent(amount: Amount) -> Amount:
    """The amount taken as a fraction: 0.36 becomes 36 %."""
    upper = None if amount.upper is None else _trimmed(amount.upper * 100)
    return replace(amount, value=_trimmed(amount.value * 100), upper=upper, unit="%")


def _trimmed(value: Decimal) -> Decimal:
    """Without the zeros that multiplying by 100 leaves behind: 36.00 becomes 36."""
    text = f"{value:f}"
    return Decimal(text.rstrip("0").rstrip(".")) if "." in text else value


def _is_grouped(digits: str) -> bool:
    return _GROUPS.fullmatch(digits) is not None


def _parts(digits: str, mark: Mark | None) -> tuple[str, str]:
    """The whole part and the decimals; raises NotANumber when thousands are grouped oddly."""
    whole, decimals = digits, ""
    if mark is not None and digits.count(mark) == 1:
        whole, _, decimals = digits.partition(mark)
    exponent = "e" in digits.casefold()
    if not whole.isdigit() and whole and not exponent and not _is_grouped(whole):
        raise NotANumber(f"“{digits[:40]}” groups its digits in an unusual way.")
    if exponent:
        return digits.replace(",", ".") if mark is Mark.COMMA else digits, ""
    return "".join(c for c in whole if c.isdigit()) or "0", decimals
