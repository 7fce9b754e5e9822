"""Progress of a measure: how much of the way is covered."""

from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction

from northing.measures.measure import Kind, Measure, MeasureRefused, ends, needed

ZERO, ONE = Fraction(0), Fraction(1)


def progress(measure: Measure, value: Decimal | None) -> Fraction | None:
    """The share of the way from baseline to target that `value` has covered.

    Raw: below 0 on the wrong side of the baseline, above 1 past the target. Bounds give 1 inside
    (ends included) and 0 outside. None means no data: no value yet, or a measure of kind
    `baseline`. Raises MeasureRefused when the measure is incomplete or target equals baseline.
    Source: rules, "Progress of a measure".
    """
    if value is None or measure.kind is Kind.BASELINE:
        return None
    if measure.kind.is_bound:
        return ONE if is_inside(measure, value) else ZERO
    return share_of_way(*ends(measure), value)


def is_met(measure: Measure, value: Decimal | None) -> bool:
    """Whether `value` meets the measure: target reached, inside the bound, all done.

    A measure of kind `baseline` is met once a value exists. No value meets nothing.
    """
    if value is None:
        return False
    if measure.kind is Kind.BASELINE:
        return True
    if measure.kind.is_bound:
        return is_inside(measure, value)
    baseline, target = ends(measure)
    return value >= target if target > baseline else value <= target


def clamped(progress: Fraction) -> Fraction:
    """`progress` held to 0..1, as it enters a roll-up or a score."""
    if progress.numerator <= 0:
        return ZERO
    return ONE if progress.numerator >= progress.denominator else progress


def kept(measure: Measure, values: Sequence[Decimal | None], planned: int) -> Fraction:
    """The share of the planned check-ins of a period that were inside a bound: 0..1.

    `values` has one value for each planned check-in; None is a missed one and counts as not kept,
    and so do those that `values` lacks. Should there be more values than planned, all count.
    Raises MeasureRefused unless the measure is a bound, ValueError when nothing was planned.
    Source: rules, "Progress of a measure".
    """
    if not measure.kind.is_bound:
        raise MeasureRefused("kind", "Only a bound is kept; this measure has none.")
    if planned < 1:
        raise ValueError("At least one check-in must have been planned.")
    inside = sum(1 for value in values if value is not None and is_inside(measure, value))
    return Fraction(inside, max(planned, len(values)))


def is_inside(measure: Measure, value: Decimal) -> bool:
    """Whether `value` lies inside the bound of `measure`, its ends included.

    Raises MeasureRefused when the bound is incomplete or the measure is not a bound.
    """
    if measure.kind is Kind.AT_LEAST:
        return value >= needed(measure, "target")
    if measure.kind is Kind.AT_MOST:
        return value <= needed(measure, "target")
    if measure.kind is Kind.BETWEEN:
        return needed(measure, "lower") <= value <= needed(measure, "upper")
    raise MeasureRefused("kind", "Only a bound has an inside; this measure has none.")


def share_of_way(baseline: Decimal, target: Decimal, value: Decimal) -> Fraction:
    """(value - baseline) / (target - baseline), exactly; the two ends must differ."""
    # Integer ratios, since Decimal's own subtraction rounds to the context's 28 digits.
    c, c_over = value.as_integer_ratio()
    s, s_over = baseline.as_integer_ratio()
    t, t_over = target.as_integer_ratio()
    return Fraction((c * s_over - s * c_over) * t_over, (t * s_over - s * t_over) * c_over)
