"""How earlier goals ended, as a strip of dots: each a gain, those that came as far filled."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from northing.coach.rules.history import EarlierGains
from northing.measures.numbers import plain

WIDTH = 250
_EDGE = 12
_LEAST_ABOVE = 22
_ABOVE = 8
_BELOW = 18
_BESIDE = 8.5
_LEVEL = 8


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
    axis: int
    width: int = WIDTH

    @property
    def height(self) -> int:
        """From the highest dot to the words below the axis."""
        return self.axis + _BELOW


def strip_of(gains: EarlierGains) -> Strip:
    """The strip for what came of goals that aimed as far."""
    low = min(Decimal(0), gains.wanted, *gains.gains)
    high = max(Decimal(0), gains.wanted, *gains.gains)

    def place(gain: Decimal) -> float:
        share = (gain - low) / (high - low) if high > low else Decimal(0)
        return round(_EDGE + float(share) * (WIDTH - 2 * _EDGE), 1)

    places = _stacked([place(gain) for gain in gains.gains])
    axis = max(_LEAST_ABOVE, _ABOVE + _LEVEL * max(level for _, level in places))
    unit = "points" if gains.is_points else "%"
    ends = f"from {_signed(gains.gains[0])} to {_signed(gains.gains[-1])} {unit}"
    return Strip(
        dots=[
            Dot(x, axis - _LEVEL * level, gain / gains.wanted >= 1)
            for (x, level), gain in zip(places, gains.gains, strict=True)
        ],
        zero=place(Decimal(0)),
        wanted=place(gains.wanted),
        words=_signed(gains.wanted),
        sentence=f"Gains of {gains.aimed} earlier goals, {ends}; "
        f"{gains.reached} came as far as {_signed(gains.wanted)} {unit}",
        axis=axis,
    )


def _stacked(places: Sequence[float]) -> Sequence[tuple[float, int]]:
    """Dots that would lie on one another stand on one another: the lowest level that is free."""
    ends: list[float] = []
    stacked = []
    for x in places:
        level = next((n for n, end in enumerate(ends) if x - end >= _BESIDE), len(ends))
        ends[level : level + 1] = [x]
        stacked.append((x, level))
    return stacked


def _signed(gain: Decimal) -> str:
    return f"{'−' if gain < 0 else '+' if gain else ''}{plain(abs(gain))}"
