"""Axes: where values and days lie, round numbers to read them by, labels that do not collide."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from math import ceil, floor, log10

from northing.web.formats import number


@dataclass(frozen=True, slots=True)
class Scale:
    """A straight map from a domain (low..high) to pixels (from_px..to_px)."""

    low: float
    high: float
    from_px: float
    to_px: float

    def at(self, value: float) -> float:
        """The pixel of a value."""
        span = self.high - self.low
        share = (value - self.low) / span if span else 0.5
        return self.from_px + share * (self.to_px - self.from_px)


def round_steps(low: float, high: float, wanted: int = 5) -> list[float]:
    """Round numbers that enclose low..high, about `wanted` of them."""
    if high - low <= 1e-9 * max(abs(low), abs(high), 1e-3):
        pad = abs(high) * 0.1 or 1.0
        low, high = low - pad, high + pad
    power = 10.0 ** floor(log10((high - low) / max(wanted - 1, 1)))
    # Where two fit as well, the rounder one, then the one with fewer lines.
    first, last, step = min(
        (_enclosing(low, high, factor * power) for factor in (10, 5, 2, 1, 2.5)),
        key=lambda found: abs(found[1] - found[0] + 1 - wanted),
    )
    return [index * step for index in range(first, last + 1)]


def _enclosing(low: float, high: float, step: float) -> tuple[int, int, float]:
    return floor(low / step + 1e-9), ceil(high / step - 1e-9), step


def short(value: float | Decimal, step: float = 0) -> str:
    """A number as charts write it: "74", "4.7", "1.25 M". `step` tells how fine it must be."""
    amount = float(value)
    for size, letter in ((1e9, "bn"), (1e6, "M"), (1e4, "k")):
        if abs(amount) >= size:
            unit = 1e3 if letter == "k" else size
            return f"{_digits(amount / unit, step / unit)}\u00a0{letter}"
    if isinstance(value, Decimal) and not step:
        return number(value.normalize() + 0 if value else Decimal(0))
    return _digits(amount, step)


def _digits(amount: float, step: float) -> str:
    places = max(0, -floor(log10(step) + 1e-9)) if step else 2
    if step and abs(step * 10**places - round(step * 10**places)) > 1e-6:
        places += 1
    written = f"{amount:.{places}f}"
    if not step and "." in written:
        written = written.rstrip("0").rstrip(".")
    return written.replace("-", "−")


def week_ticks(start: date, end: date) -> list[date]:
    """The first day of every week of a period; of every month when it is longer than 30 weeks."""
    if (end - start).days <= 210:
        weeks = range(0, (end - start).days, 7)
        return [start + timedelta(days=days) for days in weeks]
    ticks, year, month = [], start.year, start.month
    while (on := date(year, month, 1)) < end:
        if on > start:
            ticks.append(on)
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return ticks


def spread(wanted: Sequence[float], gap: float, top: float, bottom: float) -> list[float]:
    """Heights for labels, as near to the wanted ones as the gap between them allows."""
    order = sorted(range(len(wanted)), key=lambda index: round(wanted[index] / gap))
    placed = [0.0] * len(wanted)
    floor_px = top
    for index in order:
        placed[index] = max(wanted[index], floor_px)
        floor_px = placed[index] + gap
    ceiling_px = bottom
    for index in reversed(order):
        placed[index] = min(placed[index], ceiling_px)
        ceiling_px = placed[index] - gap
    return placed
