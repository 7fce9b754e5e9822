"""Roll-up: the progress and the expected progress of a parent, from its contributing children."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import lcm
from operator import mul

from northing.measures.expected import EXPECTED_EVERY_DAY, ExpectedPath, weighted
from northing.measures.progress import ZERO, clamped


class Method(StrEnum):
    """How children are brought together. Source: rules, "Roll-up of an objective"."""

    AVERAGE = "average"
    SUM = "sum"
    BY_SIZE = "by_size"


@dataclass(frozen=True, slots=True)
class Child:
    """What a contributing child brings into its parent's roll-up.

    `progress` is raw, None without data. `counts` is False for dropped and postponed children and
    for measures of kind `baseline`: they are left out of everything. `is_bound` children have no
    expected path: they are expected to be kept on every day.
    """

    weight: Decimal
    progress: Fraction | None
    expected: ExpectedPath | None = None
    baseline: Decimal | None = None
    target: Decimal | None = None
    value: Decimal | None = None
    unit: str = ""
    counts: bool = True
    is_bound: bool = False


@dataclass(frozen=True, slots=True)
class RollUp:
    """A parent's progress and expected path, from `reporting` of its `contributing` children.

    `progress` is None when no child with a weight has data; it lies in 0..1 except for the sum
    method, whose result is raw.
    """

    progress: Fraction | None
    expected: ExpectedPath | None
    reporting: int
    contributing: int


class RollUpRefused(ValueError):
    """Children that cannot be rolled up in this way. `message` says why and the cure."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.message = message


def roll_up(children: Sequence[Child], method: Method) -> RollUp:
    """Roll the children's progress up into their parent's.

    average: sum(w P) / sum(w); by_size: the same with weights |target - baseline|; both with P
    clamped to 0..1. sum: (sum C - sum S) / (sum T - sum S), raw. Children without data are left
    out (`reporting` of `contributing`); expected paths roll up with the same weights over the
    reporting children. Raises RollUpRefused for a weight below 0 and, with sum and by_size, for
    children of several units or without baseline and target.
    Source: rules, "Roll-up of an objective".
    """
    check_method(children, method)
    counting = [child for child in children if child.counts]
    reporting = [child for child in counting if reports(child, method)]
    progress, expected = None, None
    weights = weights_of(reporting, method)
    if sum(weights):
        progress = _of_the_sums(reporting) if method is Method.SUM else _mean(reporting, weights)
    if progress is not None:
        expected = _expected(reporting, weights)
    return RollUp(progress, expected, len(reporting), len(counting))


def check_method(children: Sequence[Child], method: Method) -> None:
    """Raise RollUpRefused unless the counting ones of `children` can be rolled up by `method`."""
    counting = [child for child in children if child.counts]
    if any(child.weight < 0 for child in counting):
        raise RollUpRefused("A weight lies below 0. Give every child a weight of 0 or more.")
    if method is Method.AVERAGE:
        return
    units = sorted({child.unit for child in counting})
    if len(units) > 1:
        raise RollUpRefused(
            f"The children have several units ({', '.join(unit or 'none' for unit in units)})."
            f" {_CURE}"
        )
    if any(c.is_bound or c.baseline is None or c.target is None for c in counting):
        raise RollUpRefused(f"A child has no way from a baseline to a target. {_CURE}")


def reports(child: Child, method: Method) -> bool:
    """Whether a child has the data that `method` needs: progress, and for the sum a value."""
    return child.progress is not None and (method is not Method.SUM or child.value is not None)


def weights_of(children: Sequence[Child], method: Method) -> list[int]:
    """The weights of reporting `children` as whole numbers: only their ratios mean something.

    Their own weights for the average, |target - baseline| for the other methods.
    """
    if method is not Method.AVERAGE:
        return _in_whole_numbers([_way(child) for child in children])[0]
    weights = [child.weight for child in children]
    if weights and weights[0] and weights.count(weights[0]) == len(weights):
        return [1] * len(weights)
    return _in_whole_numbers([weight.as_integer_ratio() for weight in weights])[0]


_CURE = "Use the average, or give all children the same unit, a baseline and a target."


def _way(child: Child) -> tuple[int, int]:
    """The length of the way from baseline to target, as an integer ratio."""
    start, start_over = _ratio(child.baseline)
    target, target_over = _ratio(child.target)
    return abs(target * start_over - start * target_over), target_over * start_over


def _ratio(value: Decimal | None) -> tuple[int, int]:
    return (0, 1) if value is None else value.as_integer_ratio()


def _in_whole_numbers(ratios: Sequence[tuple[int, int]]) -> tuple[list[int], int]:
    """The ratios as whole numbers over a common denominator."""
    over = lcm(*[denominator for _, denominator in ratios])
    return [numerator * (over // denominator) for numerator, denominator in ratios], over


def _mean(children: Sequence[Child], weights: Sequence[int]) -> Fraction:
    shares, over = _in_whole_numbers(
        [clamped(child.progress or ZERO).as_integer_ratio() for child in children]
    )
    return Fraction(sum(map(mul, weights, shares)), over * sum(weights))


def _of_the_sums(children: Sequence[Child]) -> Fraction | None:
    ratios = [_ratio(number) for c in children for number in (c.baseline, c.target, c.value)]
    numbers, _ = _in_whole_numbers(ratios)
    start, target, value = sum(numbers[0::3]), sum(numbers[1::3]), sum(numbers[2::3])
    return Fraction(value - start, target - start) if target != start else None


def _expected(children: Sequence[Child], weights: Sequence[int]) -> ExpectedPath | None:
    paths = [EXPECTED_EVERY_DAY if child.is_bound else child.expected for child in children]
    known = [(weight, path) for weight, path in zip(weights, paths, strict=True) if weight and path]
    return weighted(known) if known else None
