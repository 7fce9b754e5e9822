"""How earlier goals ended, as a strip of dots: each a gain, those that came as far filled."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from northing.coach.rules.history import EarlierGains
from northing.measures.numbers import plain

WIDTH = 250
_EDGE = 12
_AXIS = 22
_DOT = 8
_STACKED = 7


@dataclass(frozen=True, slots=True)
class Dot:
    """One earlier goal; `reached` when it came as far as is wanted now."""

    x: float
    y: float
    reached: bool


@dataclass(frozen=True, slots=True)
class Strip:
    """The dots, where zero and the wanted gain stand, and the strip in a sentence."""

    dots: Sequence[Dot]
    zero: float
    wanted: float
    words: str
    sentence: str
    axis: int = _AXIS
    width: int = WIDTH


def strip_of(gains: EarlierGains) -> Strip:
    """The strip for what came of goals that aimed as far."""
    low = min(Decimal(0), gains.wanted, *gains.gains)
    high = max(Decimal(0), gains.wanted, *gains.gains)

    def place(gain: Decimal) -> float:
        share = (gain - low) / (high - low) if high > low else Decimal(0)
        return round(_EDGE + float(share) * (WIDTH - 2 * _EDGE), 1)

    unit = "points" if gains.is_points else "%"
    ends = f"from {_signed(gains.gains[0])} to {_signed(gains.gains[-1])} {unit}"
    return Strip(
        dots=list(_dots([(place(gain), gain / gains.wanted >= 1) for gain in gains.gains])),
        zero=place(Decimal(0)),
        wanted=place(gains.wanted),
        words=_signed(gains.wanted),
        sentence=f"Gains of {gains.aimed} earlier goals, {ends}; "
        f"{gains.reached} came as far as {_signed(gains.wanted)} {unit}",
    )


def _dots(places: Sequence[tuple[float, bool]]) -> Iterator[Dot]:
    """Dots that would lie on one another stand on one another."""
    before, height = float("-inf"), 0
    for x, reached in places:
        height = height + 1 if x - before < _DOT / 2 else 0
        before = x
        yield Dot(x, _AXIS - _STACKED * min(height, 2), reached)


def _signed(gain: Decimal) -> str:
    return f"{'−' if gain < 0 else '+' if gain else ''}{plain(abs(gain))}"
