"""What a measure is, and which measures are refused."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from northing.measures.numbers import NumberRefused, exact, plain
from northing.measures.periods import Period


class Kind(StrEnum):
    """How a goal is measured. Source: rules, "Progress of a measure"."""

    FROM_TO = "from_to"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    BETWEEN = "between"
    MILESTONES = "milestones"
    DONE = "done"
    BASELINE = "baseline"

    @property
    def is_bound(self) -> bool:
        """Whether the value is to be kept inside a bound, rather than moved to a target."""
        return self in _BOUNDS


_BOUNDS = frozenset({Kind.AT_LEAST, Kind.AT_MOST, Kind.BETWEEN})


@dataclass(frozen=True, slots=True)
class PathPoint:
    """The value that is planned for the day `on`, in the unit of the measure."""

    on: date
    value: Decimal


@dataclass(frozen=True, slots=True)
class Measure:
    """How a goal is measured; all values are exact decimals in `unit`.

    `from_to` goes from `baseline` to `target`; `at_least` and `at_most` keep to `target`;
    `between` keeps from `lower` to `upper`, both included; `milestones` counts the weights of
    done steps up to `target`, the weights of all; `done` is 0 or 1; `baseline` only finds a
    number out. `path` replaces the straight expected line.
    """

    kind: Kind
    baseline: Decimal | None = None
    target: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    unit: str = ""
    path: tuple[PathPoint, ...] = ()


class MeasureRefused(ValueError):
    """A measure or value that cannot be.

    `field` is baseline, target, lower, upper, path, kind or value; `message` says what is wrong
    and the cure.
    """

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


def check(measure: Measure, period: Period) -> None:
    """Raise MeasureRefused unless `measure` can be used over `period`.

    Refused are: a needed value that is missing, values that are not exact numbers, a target equal
    to the baseline, a lower end above the upper, milestones whose weights sum to nothing, and a
    planned path with two values on a day, outside the period, outside baseline to target, or
    moving away from the target. Source: rules, "Progress of a measure".
    """
    _check_numbers(measure)
    _check_ends(measure)
    if measure.path:
        _check_path(measure, period)


def check_value(measure: Measure, value: Decimal) -> None:
    """Raise MeasureRefused (field "value") unless `value` may be checked in for `measure`.

    `done` takes 0 or 1, `milestones` from 0 to the sum of all weights, the others any exact number.
    """
    _refuse_odd("value", value)
    if measure.kind is Kind.DONE and value not in (0, 1):
        raise MeasureRefused("value", "This goal is done or not: choose one of the two.")
    if measure.kind is Kind.MILESTONES:
        everything = needed(measure, "target")
        if not 0 <= value <= everything:
            raise MeasureRefused(
                "value",
                f"The weights of the done steps sum to {plain(value)},"
                f" but must lie from 0 to {plain(everything)}, the weights of all steps.",
            )


def ends(measure: Measure) -> tuple[Decimal, Decimal]:
    """Where the way of a measure begins and ends: baseline and target, 0 and 1 for `done`.

    Raises MeasureRefused for a bound or `baseline` (they have no way to go), for a missing end,
    and when the way has no length.
    """
    if measure.kind is Kind.FROM_TO:
        baseline, target = needed(measure, "baseline"), needed(measure, "target")
    elif measure.kind is Kind.MILESTONES:
        baseline, target = _NOTHING, needed(measure, "target")
    elif measure.kind is Kind.DONE:
        return _NOTHING, _DONE
    else:
        raise MeasureRefused("kind", f"A measure of kind {measure.kind} has no way to a target.")
    if baseline == target:
        raise MeasureRefused("target", _NO_WAY[measure.kind])
    return baseline, target


def needed(measure: Measure, field: str) -> Decimal:
    """The value of `field`, which this kind of measure cannot do without.

    Raises MeasureRefused when it is missing.
    """
    value: Decimal | None = getattr(measure, field)
    if value is None:
        raise MeasureRefused(field, f"The {_NAMES[field]} is missing. Enter a number.")
    return value


_NOTHING, _DONE = Decimal(0), Decimal(1)
_NAMES = {
    "baseline": "baseline",
    "target": "target",
    "lower": "lower end",
    "upper": "upper end",
    "value": "value",
}
_NO_WAY = {
    Kind.FROM_TO: "The target equals the baseline, so there is no way to go."
    " Change one of them, or choose “keep at least” or “keep at most”.",
    Kind.MILESTONES: "The weights of the steps sum to 0. Give at least one step a weight above 0.",
}


def _check_numbers(measure: Measure) -> None:
    for field in ("baseline", "target", "lower", "upper"):
        value: Decimal | None = getattr(measure, field)
        if value is not None:
            _refuse_odd(field, value)
    for point in measure.path:
        _refuse_odd("path", point.value)


def _refuse_odd(field: str, value: Decimal) -> None:
    try:
        exact(value)
    except NumberRefused as refused:
        raise MeasureRefused(field, refused.message) from None


def _check_ends(measure: Measure) -> None:
    if measure.kind in (Kind.AT_LEAST, Kind.AT_MOST):
        needed(measure, "target")
    elif measure.kind is Kind.BETWEEN:
        lower, upper = needed(measure, "lower"), needed(measure, "upper")
        if lower > upper:
            raise MeasureRefused(
                "lower",
                f"The lower end {plain(lower)} lies above the upper end {plain(upper)}."
                " Exchange the two.",
            )
    elif measure.kind is not Kind.BASELINE:
        baseline, target = ends(measure)
        if measure.kind is Kind.MILESTONES and target < baseline:
            raise MeasureRefused("target", "The weights of the steps sum to less than 0.")


def _check_path(measure: Measure, period: Period) -> None:
    if measure.kind.is_bound or measure.kind is Kind.BASELINE:
        raise MeasureRefused("path", f"A measure of kind {measure.kind} has no planned path.")
    baseline, target = ends(measure)
    before: PathPoint | None = None
    for point in sorted(measure.path, key=lambda point: point.on):
        for complaint in _complaints(point, before, period, baseline, target):
            raise MeasureRefused("path", complaint)
        before = point


def _complaints(
    point: PathPoint, before: PathPoint | None, period: Period, baseline: Decimal, target: Decimal
) -> Iterator[str]:
    value = plain(point.value)
    if not period.contains(point.on):
        yield (
            f"The planned path has a value on {point.on}, outside the period"
            f" {period.start} to {period.due}. Choose a day inside it."
        )
    if not min(baseline, target) <= point.value <= max(baseline, target):
        yield (
            f"The planned path says {value} on {point.on}, which does not lie between the baseline"
            f" {plain(baseline)} and the target {plain(target)}."
        )
    if before is not None and before.on == point.on:
        yield f"The planned path has two values on {point.on}. Keep one of them."
    if before is not None and _moves_away(before.value, point.value, baseline, target):
        yield (
            f"The planned path moves away from the target on {point.on}:"
            f" {plain(before.value)}, then {value}. Let every value come nearer or stay."
        )


def _moves_away(old: Decimal, new: Decimal, baseline: Decimal, target: Decimal) -> bool:
    return new < old if target > baseline else new > old
