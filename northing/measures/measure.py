"""What a measure is, and which measures are refused."""

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from northing.measures.numbers import NumberRefused, exact, plain
from northing.measures.periods import Period
from northing.measures.planned_path import PathPoint, complaints_about

__all__ = ["Kind", "Measure", "MeasureRefused", "PathPoint", "check", "ends", "needed"]


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
        raise MeasureRefused("kind", f"{_shown(measure.kind)} has no way to a target.")
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
}
_NO_WAY = {
    Kind.FROM_TO: "The target equals the baseline, so there is no way to go."
    " Change one of them, or choose “keep at least” or “keep at most”.",
    Kind.MILESTONES: "No step counts, so there is no way to go. Name a step with a weight above 0.",
}


def _shown(kind: Kind) -> str:
    return f"A measure of kind “{kind.replace('_', ' ')}”"


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
            raise MeasureRefused("target", _NO_WAY[measure.kind])


def _check_path(measure: Measure, period: Period) -> None:
    if measure.kind.is_bound or measure.kind is Kind.BASELINE:
        raise MeasureRefused("path", f"{_shown(measure.kind)} has no planned path. Remove it.")
    for complaint in complaints_about(measure.path, *ends(measure), period):
        raise MeasureRefused("path", complaint)
