"""Expected progress: the line from start to due, or the planned path, and their weighted mean."""

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date, timedelta
from fractions import Fraction
from itertools import pairwise
from math import lcm
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
    return _mean([(1, tuple(sorted((dict(_line(period)) | planned).items())))])


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
    if all(path == first for _, path in counted):
        return first
    over = lcm(*[weight.denominator for weight, _ in counted])
    return _mean([(int(weight * over), path) for weight, path in counted])


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


def _mean(paths: Sequence[tuple[int, ExpectedPath]]) -> ExpectedPath:
    """The weighted mean, found by following how its slope changes from day to day.

    In whole numbers over a common denominator: adding fractions one by one costs ten times more.
    """
    bends, height, over = _bends(paths)
    over *= sum(weight for weight, _ in paths)
    mean, slope, before = [], 0, date.min
    for day, bend in sorted(bends.items()):
        if bend:
            height += slope * (day - before).days
            mean.append((day, Fraction(height, over)))
            slope, before = slope + bend, day
    return tuple(mean) or ((paths[0][1][0][0], Fraction(height, over)),)


def _bends(paths: Sequence[tuple[int, ExpectedPath]]) -> tuple[dict[date, int], int, int]:
    """By how much the weighted sum bends on each day, its height before the first, and over what.

    A day on which the bends cancel needs no breakpoint.
    """
    heights, rises = [], []
    for weight, path in paths:
        heights.append((weight * path[0][1].numerator, path[0][1].denominator))
        for (day, low), (next_day, high) in pairwise(path):
            rise = high.numerator * low.denominator - low.numerator * high.denominator
            over = high.denominator * low.denominator * (next_day - day).days
            rises.append((day, next_day, weight * rise, over))
    common = lcm(*[over for _, over in heights], *[over for *_, over in rises])
    bends: dict[date, int] = {}
    for day, next_day, rise, over in rises:
        slope = rise * (common // over)
        bends[day] = bends.get(day, 0) + slope
        bends[next_day] = bends.get(next_day, 0) - slope
    return bends, sum(height * (common // over) for height, over in heights), common
