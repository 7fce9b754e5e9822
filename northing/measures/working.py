"""How a number was computed: its inputs, the formula in words, and what was left out."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from operator import itemgetter

from northing.measures.expected import expected, expected_path
from northing.measures.measure import Kind, Measure, ends
from northing.measures.numbers import plain, rounded
from northing.measures.periods import Period
from northing.measures.progress import is_inside, progress

SHOWN_PLACES = 2


@dataclass(frozen=True, slots=True)
class Working:
    """How a number was computed.

    `formula` says it in words and numbers and ends with the result; `inputs` are pairs of name and
    value (numbers without thousands marks, days in words); `exclusions` are sentences about what
    did not count.
    """

    formula: str
    inputs: tuple[tuple[str, str], ...]
    exclusions: tuple[str, ...] = ()


def working_of_progress(measure: Measure, value: Decimal | None) -> Working:
    """How `progress(measure, value)` comes about. Raises MeasureRefused where progress does."""
    inputs = _named(measure) + _number("value", value)
    result = progress(measure, value)
    if measure.kind is Kind.BASELINE:
        return Working(
            "The number is only to be found out: it has no progress.",
            inputs,
            ("It is left out of every roll-up.",),
        )
    if value is None or result is None:
        return Working("No check-in yet.", inputs, ("No data is not 0: it is left out.",))
    if measure.kind.is_bound:
        place = "inside" if is_inside(measure, value) else "outside"
        return Working(f"{plain(value)} lies {place} the bound: {shown(result)}", inputs)
    return Working(_way_in_words(measure, value, result), inputs, _beyond(result))


def working_of_expected(measure: Measure, period: Period, today: date) -> Working:
    """How the progress that is expected on the day `today` comes about."""
    days = {"start": period.start, "due": period.due, "today": today}
    inputs = tuple((name, in_words(day)) for name, day in days.items())
    path = expected_path(measure, period)
    if path is None:
        return Working("There is no expected line: it is kept or found out, not built up.", inputs)
    result = equals(expected(path, today))
    if not measure.path:
        span, gone = (period.due - period.start).days, (today - period.start).days
        return Working(f"days gone ÷ days in all = {_share(gone, span)} {result}", inputs)
    after = bisect_right(path, today, key=itemgetter(0))
    around = path[max(after - 1, 0) : after + 1]
    planned = " and ".join(f"{shown(share)} on {in_words(day)}" for day, share in around)
    return Working(f"on the planned path, from {planned} {result}", inputs)


def shown(value: Fraction) -> str:
    """A share to read, in percent with up to 2 decimals: "25 %", "33.33 %"."""
    short = rounded(value * 100, SHOWN_PLACES)
    return f"{plain(short.normalize() if short else Decimal(0))} %"


def equals(value: Fraction) -> str:
    """A result at the end of its formula: "= 25 %", or "≈ 33.33 %" where it had to be rounded."""
    is_whole = rounded(value * 100, SHOWN_PLACES) == value * 100
    return f"{'=' if is_whole else '≈'} {shown(value)}"


def in_words(day: date) -> str:
    """A day to read: "5 October 2026"."""
    return f"{day.day} {day:%B %Y}"


def _named(measure: Measure) -> tuple[tuple[str, str], ...]:
    fields = ("baseline", "target", "lower", "upper")
    numbers = [pair for name in fields for pair in _number(name, getattr(measure, name))]
    return (*numbers, *([("unit", measure.unit)] if measure.unit else []))


def _number(name: str, value: Decimal | None) -> tuple[tuple[str, str], ...]:
    return () if value is None else ((name, plain(value)),)


def _way_in_words(measure: Measure, value: Decimal, result: Fraction) -> str:
    if measure.kind is Kind.DONE:
        return f"done is all of it, not done is nothing: {shown(result)}"
    baseline, target = (plain(end) for end in ends(measure))
    if measure.kind is Kind.MILESTONES:
        words = "weights of done steps ÷ weights of all steps"
        return f"{words} = {plain(value)} ÷ {target} {equals(result)}"
    words = "(value - baseline) ÷ (target - baseline)"
    return f"{words} = ({plain(value)} - {baseline}) ÷ ({target} - {baseline}) {equals(result)}"


def _beyond(result: Fraction) -> tuple[str, ...]:
    if result > 1:
        return ("What lies past the target does not count: 100 % enters a roll-up or a score.",)
    if result < 0:
        return ("What lies behind the baseline does not count: 0 % enters a roll-up or a score.",)
    return ()


def _share(gone: int, span: int) -> str:
    return f"{min(max(gone, 0), span)} ÷ {span}" if span else "the only day"
