"""Confidence in whole tenths, from the scales and words that people use."""

from collections.abc import Sequence
from decimal import ROUND_HALF_EVEN, Decimal

from northing.spreadsheets.rules import terms
from northing.spreadsheets.rules.entries import Entry
from northing.spreadsheets.rules.fields import Field
from northing.spreadsheets.rules.numbers import AmbiguousNumber, NotANumber, read_amount
from northing.spreadsheets.rules.report import Findings, Option

_TENTHS, _PERCENT, _SHARE, _FIVE = "tenths", "percent", "share", "five"
_OPTIONS = {
    _TENTHS: Option(_TENTHS, "Tenths: 4 is 4 in 10"),
    _PERCENT: Option(_PERCENT, "Percent: 40 is 4 in 10"),
    _SHARE: Option(_SHARE, "Shares of 1: 0.4 is 4 in 10"),
    _FIVE: Option(_FIVE, "Points of 5: 2 is 4 in 10"),
}
_FACTOR = {_TENTHS: Decimal(1), _PERCENT: Decimal("0.1"), _SHARE: Decimal(10), _FIVE: Decimal(2)}


def confidences(entries: Sequence[Entry], findings: Findings) -> dict[int, int]:
    """The confidence of each entry that states one, from 1 to 9, by the entry's `id()`."""
    found: dict[int, int] = {}
    for key in dict.fromkeys(entry.columns.table.key for entry in entries):
        rows = [e for e in entries if e.columns.table.key == key and e.text(Field.CONFIDENCE)]
        numbers = {id(e): n for e in rows if (n := _number(e)) is not None}
        scale = _scale(rows, list(numbers.values()), findings) if numbers else None
        for entry in rows:
            tenths = _tenths(entry, numbers.get(id(entry)), scale, findings)
            if tenths is not None:
                found[id(entry)] = tenths
    return found


def _scale(rows: Sequence[Entry], numbers: list[Decimal], findings: Findings) -> str | None:
    """The scale that the numbers of a column prove, else the answer to a question."""
    top = max(numbers)
    if any(number < 0 or number > 100 for number in numbers):
        return None
    if top > 10:
        return _PERCENT
    if top > 5:
        return _TENTHS
    if top <= 1 and any(number != int(number) for number in numbers):
        return _SHARE
    offered = [_OPTIONS[_TENTHS], _OPTIONS[_FIVE], _OPTIONS[_PERCENT]]
    if top <= 1:
        offered.append(_OPTIONS[_SHARE])
    cell = rows[0].cells[Field.CONFIDENCE]
    return findings.ask(
        f"confidence:{rows[0].columns.table.column_key(cell.column)}",
        "Which scale does the confidence have?",
        offered,
        place=rows[0].at(cell),
        found=[f"{number:f}" for number in numbers],
    )


def _number(entry: Entry) -> Decimal | None:
    """The confidence as a number on its column's scale; a percent counts in percent."""
    try:
        amount = read_amount(entry.cells[Field.CONFIDENCE], None)
    except (AmbiguousNumber, NotANumber):
        return None
    return amount.value if amount.unit in ("", "%", "/ 10", "/10") else None


def _tenths(
    entry: Entry, number: Decimal | None, scale: str | None, findings: Findings
) -> int | None:
    cell = entry.cells[Field.CONFIDENCE]
    expected = "1 to 9 in 10, a percentage, or a word such as “at risk”"
    if number is None:
        said = terms.confidence_named(cell.text)
        if said is None and not terms.is_undecided(cell.text):
            findings.error(entry.at(cell), cell.text, expected, "Write a number from 1 to 9.")
        if said is not None:
            findings.warn(
                entry.at(cell), cell.text, expected, f"“{cell.text}” is taken as {said} in 10."
            )
        return said
    if scale is None:
        if not 0 <= number <= 100:
            findings.error(entry.at(cell), cell.text, expected, "Write a number from 1 to 9.")
        return None
    exact = number * _FACTOR[scale]
    tenths = min(9, max(1, int(exact.to_integral_value(ROUND_HALF_EVEN))))
    if tenths != exact:
        findings.warn(
            entry.at(cell), cell.text, "1 to 9 in 10", f"{cell.text} is taken as {tenths} in 10."
        )
    return tenths
