"""Taking a reading: a goal's new value and the owner's word, and what follows above it."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from northing.goals.actions.rolling_up import (
    Ascent,
    begin_ascent,
    recompute,
    roll_up_above,
    roll_up_from,
    write,
)
from northing.goals.actions.standing_columns import put_standing
from northing.goals.models import Goal
from northing.goals.queries.roll_ups import measures_of
from northing.goals.rules.kinds import has_measure
from northing.goals.rules.standing import of_measured
from northing.measures.measure import Measure
from northing.people.models import Organization


@dataclass(frozen=True, slots=True)
class Reading:
    """What the effective check-ins say of a goal now."""

    value: Decimal | None
    confidence: int | None
    on: date | None
    check_in_id: UUID | None
    next_due: date | None
    help_wanted: bool = False


def take_reading(ascent: Ascent, goal: Goal, measure: Measure | None, reading: Reading) -> None:
    """Give the goal its new standing and roll it up. Writes; call inside the transaction.

    The ascent must have begun at the goal, so that all it touches is locked.
    """
    had_data = goal.has_data
    put_reading(ascent, goal, measure, reading)
    if measure is None:
        recompute(ascent, [goal.pk], expected_changed=False)
    roll_up_above(ascent, [goal.pk], expected_changed=had_data != goal.has_data)
    write(ascent)


def take_readings(organization: Organization, readings: Mapping[UUID, Reading]) -> None:
    """Give many goals their standing and roll all of them up once. Writes, in one transaction.

    What follows is what `take_reading` makes of the same readings one after the other.
    """
    ascent = begin_ascent(organization, readings.keys())
    measures = measures_of(organization.pk, readings)
    for key, reading in readings.items():
        put_reading(ascent, ascent.goals[key], measures.get(key), reading)
    roll_up_from(ascent, readings)
    write(ascent)


def put_reading(ascent: Ascent, goal: Goal, measure: Measure | None, reading: Reading) -> None:
    """Give the goal the reading and, if it is measured, its standing. Nothing is written yet."""
    goal.said_confidence = reading.confidence
    goal.last_checked_in_on = reading.on
    goal.last_check_in_id = reading.check_in_id
    goal.next_check_in_due = reading.next_due
    goal.help_wanted = reading.help_wanted
    ascent.changed[goal.pk] = goal
    if measure is not None:
        put_standing(
            goal,
            of_measured(measure, goal.period, reading.value, reading.confidence, ascent.bands),
        )


def restand(organization: Organization, keys: Collection[UUID]) -> None:
    """Work out anew how the goals and all above them stand, after dates, weights or links moved.

    Call inside the transaction of that change, after it was written; once for many goals.
    """
    ascent = begin_ascent(organization, keys)
    measures = measures_of(organization.pk, keys)
    for key in keys:
        _restand_measured(ascent, ascent.goals[key], measures.get(key))
    roll_up_from(ascent, keys)
    write(ascent)


def _restand_measured(ascent: Ascent, goal: Goal, measure: Measure | None) -> None:
    if goal.is_open and measure is not None and has_measure(goal.kind):
        ascent.changed[goal.pk] = goal
        put_standing(
            goal, of_measured(measure, goal.period, goal.value, goal.said_confidence, ascent.bands)
        )
