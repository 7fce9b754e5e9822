"""How goals that aimed as far have ended, and what would be realistic. Pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from math import ceil

from northing.measures.numbers import rounded

LEAST_COMPARED = 10
_AS_FAR = Fraction(9, 10)
_SHARE_SUGGESTED = 3
_PLACES = 1
_POINTS = frozenset({"percent", "per cent", "prozent", "pp"})


@dataclass(frozen=True, slots=True)
class Past:
    """A closed goal: where it began, what it aimed for, where it ended."""

    baseline: Decimal
    target: Decimal
    value: Decimal


@dataclass(frozen=True, slots=True)
class EarlierGains:
    """What goals that aimed as far, or nearly so, have gained.

    Gains are changes from baseline: in points where the unit is a percentage, else in percent of
    the baseline, rounded to one decimal; they are negative where the number fell. `wanted` is the
    change that is aimed for now. `aimed` goals are compared, the one that aimed nearest for
    `least`; `reached` of them came as far as is wanted now. `gains` ascend. `suggested` is the
    target that one in three of them would have reached; None where it is no nearer than `target`.
    """

    unit: str
    baseline: Decimal
    target: Decimal
    is_points: bool
    wanted: Decimal
    least: Decimal
    aimed: int
    reached: int
    median: Decimal
    gains: tuple[Decimal, ...]
    suggested: Decimal | None

    @property
    def is_far(self) -> bool:
        """Whether fewer than half of the goals that aimed as far came as far."""
        return 2 * self.reached < self.aimed


def is_percentage(unit: str) -> bool:
    """Whether a unit counts in percent, so that changes are told in points."""
    low = unit.strip().casefold()
    return low.startswith("%") or low in _POINTS


def earlier(
    unit: str, baseline: Decimal, target: Decimal, past: Iterable[Past]
) -> EarlierGains | None:
    """What came of the goals that went the same way and aimed for at least 0.9 of the change.

    None with fewer than ten of them, for a change of nothing, and for a change from zero that is
    no percentage: it has no size to compare.
    """
    is_points = is_percentage(unit)
    wanted = _change(baseline, target, is_points=is_points)
    if not wanted:
        return None
    compared = [
        (gain, aimed)
        for one in past
        if (aimed := _change(one.baseline, one.target, is_points=is_points)) is not None
        and (gain := _change(one.baseline, one.value, is_points=is_points)) is not None
        and aimed / wanted >= _AS_FAR
    ]
    if len(compared) < LEAST_COMPARED:
        return None
    gains = sorted(gain for gain, _ in compared)
    nearest = min((aimed for _, aimed in compared), key=abs)
    return EarlierGains(
        unit=unit,
        baseline=baseline,
        target=target,
        is_points=is_points,
        wanted=_told(wanted),
        least=_told(nearest),
        aimed=len(compared),
        reached=sum(gain / wanted >= 1 for gain in gains),
        median=_told(_median(gains)),
        gains=tuple(map(_told, gains)),
        suggested=_suggested(baseline, target, wanted, gains, is_points=is_points),
    )


def _change(start: Decimal, end: Decimal, *, is_points: bool) -> Fraction | None:
    """The change in points, or in percent of the start; None where that has no size."""
    change = Fraction(end) - Fraction(start)
    if is_points:
        return change
    return change / abs(Fraction(start)) * 100 if start else None


def _median(ascending: Sequence[Fraction]) -> Fraction:
    middle = len(ascending) // 2
    if len(ascending) % 2:
        return ascending[middle]
    return (ascending[middle - 1] + ascending[middle]) / 2


def _suggested(
    baseline: Decimal,
    target: Decimal,
    wanted: Fraction,
    ascending: Sequence[Fraction],
    *,
    is_points: bool,
) -> Decimal | None:
    """Where the gain of one in three leads to, with as many decimals as were typed."""
    furthest_first = ascending[::-1] if wanted > 0 else ascending
    gain = furthest_first[ceil(len(ascending) / _SHARE_SUGGESTED) - 1]
    if not 0 < gain / wanted < 1:
        return None
    start = Fraction(baseline)
    change = gain if is_points else gain / 100 * abs(start)
    suggested = rounded(start + change, max(_places(baseline), _places(target)))
    return None if suggested in (baseline, target) else suggested


def _places(number: Decimal) -> int:
    exponent = number.as_tuple().exponent
    return max(0, -exponent) if isinstance(exponent, int) else 0


def _told(change: Fraction) -> Decimal:
    """A change rounded to one decimal, without a zero behind the point."""
    told = rounded(change, _PLACES)
    return Decimal(int(told)) if told == int(told) else told
