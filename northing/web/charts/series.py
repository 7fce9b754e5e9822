"""What a chart of one measure is made of: days and values, as they were said."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction


@dataclass(frozen=True, slots=True)
class Reading:
    """A value on a day; `marker` numbers the comment that belongs to it."""

    on: date
    value: Decimal
    marker: int | None = None


@dataclass(frozen=True, slots=True)
class TargetStep:
    """A target and the day from which it held; an amendment adds a step."""

    since: date
    value: Decimal


@dataclass(frozen=True, slots=True)
class Fan:
    """A forecast: for each day the 10th, 25th, 50th, 75th and 90th percentile of the value."""

    points: tuple[tuple[date, float, float, float, float, float], ...]


@dataclass(frozen=True, slots=True)
class MeasureSeries:
    """One measure through its period.

    `targets` in order of time, the last holds now; bounds (`lower`, `upper`) instead of a target
    for what is to be kept. `expected` are the days and values of the expected line.
    """

    name: str
    start: date
    due: date
    today: date
    readings: tuple[Reading, ...] = ()
    unit: str = ""
    targets: tuple[TargetStep, ...] = ()
    expected: tuple[tuple[date, float], ...] = ()
    lower: Decimal | None = None
    upper: Decimal | None = None
    fan: Fan | None = None

    @property
    def target(self) -> Decimal | None:
        """The target that holds now."""
        return self.targets[-1].value if self.targets else None

    @property
    def last(self) -> Reading | None:
        """The latest reading."""
        return self.readings[-1] if self.readings else None


def expected_line(
    path: Sequence[tuple[date, Fraction]] | None, baseline: Decimal | None, target: Decimal | None
) -> tuple[tuple[date, float], ...]:
    """Expected shares of the way as values: baseline + share x (target - baseline)."""
    if not path or baseline is None or target is None:
        return ()
    first, way = float(baseline), float(target - baseline)
    return tuple((on, first + float(share) * way) for on, share in path)
