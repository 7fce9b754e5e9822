"""The chart of one goal: what was said, what was expected, and every target there was."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from markupsafe import Markup

from northing.check_ins.queries.history import SaidOnce
from northing.goals.queries.around import Amended
from northing.goals.queries.rows import GoalRow
from northing.measures.expected import expected_path
from northing.measures.measure import Kind, Measure
from northing.measures.periods import Period
from northing.web.charts import MeasureSeries, Reading, TargetStep, expected_line, sparkline
from northing.web.goal_changes import targets_of

MOST_MARKERS = 12


def series_of(
    name: str,
    measure: Measure,
    period: Period,
    said: Sequence[SaidOnce],
    amendments: Sequence[Amended],
    today: date,
) -> MeasureSeries | None:
    """The series of a measure; None for what is done or not, which no chart shows better."""
    if measure.kind is Kind.DONE:
        return None
    marks = markers_of(said)
    readings = tuple(
        Reading(one.on, one.value, marks.get(one.key))
        for one in said
        if one.counts and one.value is not None
    )
    lower, upper = _bounds(measure)
    return MeasureSeries(
        name,
        period.start,
        period.due,
        today,
        readings,
        measure.unit,
        targets=_targets(measure, period, amendments),
        expected=expected_line(expected_path(measure, period), measure.baseline, measure.target),
        lower=lower,
        upper=upper,
    )


def markers_of(said: Sequence[SaidOnce]) -> Mapping[UUID, int]:
    """The numbers of the comments: those of values that stand, in order of time, the latest 12."""
    noted = [one for one in said if one.counts and one.note and one.value is not None]
    return {one.key: number for number, one in enumerate(noted[-MOST_MARKERS:], start=1)}


def spark_of(row: GoalRow, said: Sequence[SaidOnce]) -> Markup:
    """The history in a row of a table."""
    values = [(one.on, one.value) for one in said if one.counts and one.value is not None]
    target = row.gauge.target if row.gauge is not None else None
    return sparkline(values, row.start, row.due, target)


def _bounds(measure: Measure) -> tuple[Decimal | None, Decimal | None]:
    if measure.kind is Kind.AT_LEAST:
        return measure.target, None
    if measure.kind is Kind.AT_MOST:
        return None, measure.target
    return measure.lower, measure.upper


def _targets(
    measure: Measure, period: Period, amendments: Sequence[Amended]
) -> tuple[TargetStep, ...]:
    if measure.target is None or measure.kind.is_bound:
        return ()
    changes = targets_of(amendments)
    first = changes[0][1] if changes else measure.target
    steps = [TargetStep(period.start, first)]
    steps += [TargetStep(on, new) for on, _, new in changes]
    return tuple(steps)
