"""Which values may be checked in for a measure."""

from decimal import Decimal

from northing.measures.measure import Kind, Measure, MeasureRefused, needed
from northing.measures.numbers import NumberRefused, exact, plain, stored
from northing.measures.progress import progress


def check_value(measure: Measure, value: Decimal) -> None:
    """Raise MeasureRefused with the field "value" unless `value` may be checked in.

    `done` takes 0 or 1, `milestones` from 0 to the weights of all steps, the others any exact
    number whose progress can be stored. Source: rules, "Progress of a measure".
    """
    try:
        exact(value)
        result = progress(measure, value)
        if result is not None:
            stored(result)
    except NumberRefused as refused:
        raise MeasureRefused("value", refused.message) from None
    if measure.kind is Kind.DONE and value not in (0, 1):
        raise MeasureRefused("value", "This goal is done or not: type 1 for done, 0 for not yet.")
    if measure.kind is Kind.MILESTONES and not 0 <= value <= needed(measure, "target"):
        raise MeasureRefused(
            "value",
            f"The weights of the done steps sum to {plain(value)}. Let them sum to 0 or more, and"
            f" to {plain(needed(measure, 'target'))}, the weights of all steps, at most.",
        )
