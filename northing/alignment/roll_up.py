"""Roll-up: the progress and the expected progress of a parent, from its contributing children."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from math import lcm

from northing.measures.expected import EXPECTED_EVERY_DAY, ExpectedPath, weighted
from northing.measures.progress import clamped


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
    reporting = [child for child in counting if child.progress is not None]
    weights = weights_of(reporting, method)
    total = sum(weights)
    if not total:
        return RollUp(None, None, len(reporting), len(counting))
    by_sums = method is Method.SUM
    progress = _of_the_sums(reporting) if by_sums else _mean(reporting, weights, total)
    return RollUp(progress, _expected(reporting, weights), len(reporting), len(counting))


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
    if any(child.baseline is None or child.target is None for child in counting):
        raise RollUpRefused(f"A child has no baseline and target of its own. {_CURE}")


def weights_of(children: Sequence[Child], method: Method) -> list[int]:
    """The weights of reporting `children` as whole numbers: only their ratios mean something.

    Their own weights for the average, |target - baseline| for the other methods.
    """
    if method is not Method.AVERAGE:
        return _in_whole_numbers([_size(child).as_integer_ratio() for child in children])
    weights = [child.weight for child in children]
    if weights and weights[0] and weights.count(weights[0]) == len(weights):
        return [1] * len(weights)
    return _in_whole_numbers([weight.as_integer_ratio() for weight in weights])


_CURE = "Use the average, or give all children the same unit, a baseline and a target."


def _size(child: Child) -> Fraction:
    return abs(_exactly(child.target) - _exactly(child.baseline))


def _exactly(value: Decimal | None) -> Fraction:
    return Fraction(value or 0)


def _in_whole_numbers(ratios: Sequence[tuple[int, int]]) -> list[int]:
    over = lcm(*[denominator for _, denominator in ratios])
    return [numerator * (over // denominator) for numerator, denominator in ratios]


def _mean(children: Sequence[Child], weights: Sequence[int], total: int) -> Fraction:
    shares = [
        clamped(child.progress).as_integer_ratio()
        for child in children
        if child.progress is not None
    ]
    over = lcm(*[denominator for _, denominator in shares])
    gone = sum(
        weight * numerator * (over // denominator)
        for weight, (numerator, denominator) in zip(weights, shares, strict=True)
    )
    return Fraction(gone, over * total)


def _of_the_sums(children: Sequence[Child]) -> Fraction | None:
    start, target, value = (
        sum((_exactly(number) for number in numbers), Fraction(0))
        for numbers in zip(*[(c.baseline, c.target, c.value) for c in children], strict=True)
    )
    return (value - start) / (target - start) if target != start else None


def _expected(children: Sequence[Child], weights: Sequence[int]) -> ExpectedPath | None:
    paths = [EXPECTED_EVERY_DAY if child.is_bound else child.expected for child in children]
    known = [(weight, path) for weight, path in zip(weights, paths, strict=True) if weight and path]
    return weighted(known) if known else None
