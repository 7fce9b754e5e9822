"""The planned path of a measure: values for days, coming nearer to the target."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import pairwise

from northing.measures.numbers import plain
from northing.measures.periods import Period


@dataclass(frozen=True, slots=True)
class PathPoint:
    """The value that is planned for the day `on`, in the unit of the measure."""

    on: date
    value: Decimal


def complaints_about(
    path: Sequence[PathPoint], baseline: Decimal, target: Decimal, period: Period
) -> Iterator[str]:
    """What is wrong with a planned path, a sentence each, with the cure.

    Its days must lie in the period, one value a day; its values must lie from baseline to target
    and never move away from the target, so that the pace changes at most once each way.
    """
    points = sorted(path, key=lambda point: point.on)
    for point in points:
        if not period.contains(point.on):
            yield (
                f"The planned path has a value on {point.on}, outside the period"
                f" {period.start} to {period.due}. Choose a day inside it."
            )
        if not min(baseline, target) <= point.value <= max(baseline, target):
            yield (
                f"The planned path says {plain(point.value)} on {point.on}. Choose a value from"
                f" the baseline {plain(baseline)} to the target {plain(target)}."
            )
    for before, point in pairwise(points):
        if before.on == point.on:
            yield f"The planned path has two values on {point.on}. Keep one of them."
        elif (point.value - before.value) * (target - baseline) < 0:
            yield (
                f"The planned path moves away from the target on {point.on}, from"
                f" {plain(before.value)} to {plain(point.value)}. Let it come nearer or stay."
            )
