"""On which day each check-in and amendment of the demo happened. Pure."""

from dataclasses import replace
from datetime import date, time
from decimal import Decimal
from random import Random
from zlib import crc32

from northing.cycles.rules import Cadence
from northing.demo.dated import DatedAmendment, DatedCheckIn, DatedStep, Written
from northing.demo.series import readings_of
from northing.demo.shapes import Amendment, Drawn, KeyResult, Reading, SmartGoal
from northing.demo.timetable import Span
from northing.measures.measure import Kind, Measure, PathPoint


def readings_until(span: Span, goal: KeyResult | SmartGoal, last_week: int) -> tuple[Reading, ...]:
    """A goal's check-ins as written, or drawn by the cadence of its quarter."""
    if not isinstance(goal.readings, Drawn):
        return goal.readings
    every = 2 if span.cadence is Cadence.EVERY_TWO_WEEKS else 1
    weeks = sorted({*range(1, last_week + 1, every), last_week})
    is_count = isinstance(goal, SmartGoal) or goal.gauge.baseline == 0
    name = f"{span.cadence} {goal.statement}"
    return readings_of(name, goal.gauge, goal.readings, weeks, only_grows=is_count)


def dated_check_ins(
    span: Span,
    goal: Written,
    readings: tuple[Reading, ...],
    steps: tuple[DatedStep, ...],
    today: date,
) -> tuple[DatedCheckIn, ...]:
    """The check-ins up to today; of milestones with the value that the done steps give."""
    is_milestones = isinstance(goal, SmartGoal) and goal.gauge.kind is Kind.MILESTONES
    dated = [_check_in(span, goal, reading) for reading in readings]
    if is_milestones:
        dated = [replace(one, value=_done_by(steps, one.on)) for one in dated]
    return tuple(one for one in dated if one.on <= today)


def _done_by(steps: tuple[DatedStep, ...], day: date) -> Decimal:
    return Decimal(sum(1 for step in steps if step.done_on is not None and step.done_on <= day))


def _check_in(span: Span, goal: Written, reading: Reading) -> DatedCheckIn:
    by = reading.by or goal.owner
    draws = Random(f"{goal.statement} {reading.week} {reading.is_correction}")  # noqa: S311
    hour = 14 if reading.is_correction else draws.randrange(8, 12)
    weekday = _weekday(by, draws) if reading.day is None else reading.day
    return DatedCheckIn(
        on=span.day(reading.week, weekday),
        at=time(hour, draws.randrange(60)),
        by=by,
        value=reading.value,
        confidence=reading.confidence,
        note=reading.note,
        asks_for_help=reading.asks_for_help,
        is_correction=reading.is_correction,
    )


def _weekday(handle: str, draws: Random) -> int:
    """Everybody has a weekday, Monday to Wednesday, and now and then comes a day or two later."""
    return crc32(handle.encode()) % 3 + draws.choice((0, 0, 0, 0, 0, 1, 2))


def dated_amendments(
    span: Span, goal: KeyResult | SmartGoal, measure: Measure, due_day: int, today: date
) -> tuple[DatedAmendment, ...]:
    """The amendments up to today. `due_day` is the weekday on which the goal is due."""
    dated = []
    for amendment in goal.amendments:
        day = span.day(amendment.week, amendment.day)
        if day <= today:
            dated.append(_amendment(span, goal, amendment, measure, due_day, day))
    return tuple(dated)


def _amendment(
    span: Span,
    goal: KeyResult | SmartGoal,
    amendment: Amendment,
    measure: Measure,
    due_day: int,
    day: date,
) -> DatedAmendment:
    target, due_week = amendment.target, amendment.due_week
    return DatedAmendment(
        on=day,
        by=amendment.by or goal.owner,
        reason=amendment.reason,
        measure=None if target is None else _aimed_at(measure, target),
        due=None if due_week is None else span.day(due_week, due_day),
    )


def _aimed_at(measure: Measure, target: Decimal) -> Measure:
    """The measure with a new target; a planned path ends where the target now is."""
    path = tuple(
        PathPoint(point.on, target if point.value == measure.target else point.value)
        for point in measure.path
    )
    return replace(measure, target=target, path=path)
