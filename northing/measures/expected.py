"""Expected progress: the line from start to due, or the planned path, and their weighted mean."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from operator import itemgetter

from northing.measures.measure import Kind, Measure, ends
from northing.measures.periods import Period
from northing.measures.progress import ONE, ZERO, clamped, share_of_way

ExpectedPath = tuple[tuple[date, Fraction], ...]
"""Breakpoints by rising date: linear between them, constant before the first and after the last."""

EXPECTED_EVERY_DAY: ExpectedPath = ((date(1900, 1, 1), ONE),)
"""What a bound counts as inside its parent: it is expected to be kept on every day."""


def expected_path(measure: Measure, period: Period) -> ExpectedPath | None:
    """The progress that is expected day by day; None for bounds and `baseline`.

    A straight line from 0 on the first day to 1 on the last. A planned path replaces it: linear
    between its points, the first reached from the baseline on the first day, the last leading to
    the target on the due date, unless the path has values of its own on those days.
    Source: rules, "Expected progress and pace".
    """
    if measure.kind.is_bound or measure.kind is Kind.BASELINE:
        return None
    if not measure.path:
        return _line(period)
    baseline, target = ends(measure)
    planned = {point.on: share_of_way(baseline, target, point.value) for point in measure.path}
    return tuple(sorted((dict(_line(period)) | planned).items()))


def expected(path: ExpectedPath, on: date) -> Fraction:
    """The progress that `path` expects on the day `on`, clamped to 0..1."""
    return clamped(_height(path, on))


def weighted(paths: Sequence[tuple[Fraction | int, ExpectedPath]]) -> ExpectedPath:
    """The weighted mean of several paths, with as few breakpoints as it needs.

    Weights are 0 or more; a path of weight 0 leaves no trace. Raises ValueError when the weights
    sum to 0. Source: rules, "Roll-up of an objective".
    """
    counted = [(weight, path) for weight, path in paths if weight]
    if not counted:
        raise ValueError("The weights of the expected paths sum to 0.")
    first = counted[0][1]
    if all(path is first or path == first for _, path in counted):
        return first
    total = sum(weight for weight, _ in counted)
    days = sorted({day for _, path in counted if len(path) > 1 for day, _ in path})
    mean = [
        (day, sum((weight * _height(path, day) for weight, path in counted), ZERO) / total)
        for day in days or [first[0][0]]
    ]
    return _without_redundant(mean)


def _line(period: Period) -> ExpectedPath:
    if period.start == period.due:
        return ((period.start - timedelta(days=1), ZERO), (period.due, ONE))
    return ((period.start, ZERO), (period.due, ONE))


_day_of = itemgetter(0)


def _height(path: ExpectedPath, on: date) -> Fraction:
    after = bisect_right(path, on, key=_day_of)
    if after == 0:
        return path[0][1]
    if after == len(path):
        return path[-1][1]
    (day, low), (next_day, high) = path[after - 1], path[after]
    gone, days = (on - day).days, (next_day - day).days
    return Fraction(
        low.numerator * high.denominator * (days - gone) + high.numerator * low.denominator * gone,
        low.denominator * high.denominator * days,
    )


def _without_redundant(points: list[tuple[date, Fraction]]) -> ExpectedPath:
    slim: list[tuple[date, Fraction]] = []
    for point in points:
        while slim and _is_redundant(slim, point):
            slim.pop()
        slim.append(point)
    if len(slim) > 1 and slim[-1][1] == slim[-2][1]:
        slim.pop()
    return tuple(slim)


def _is_redundant(slim: list[tuple[date, Fraction]], after: tuple[date, Fraction]) -> bool:
    """Whether the last point of `slim` lies on the line from its neighbour to `after`."""
    day, height = slim[-1]
    if len(slim) == 1:
        return height == after[1]
    day_before, height_before = slim[-2]
    rise, days = height - height_before, (day - day_before).days
    return rise * (after[0] - day).days == (after[1] - height) * days
