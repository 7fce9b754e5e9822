"""Cycles: their cadence, their states, and their weeks."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from northing.measures.periods import Period


class Cadence(StrEnum):
    """How often the goals of a cycle are checked in."""

    WEEKLY = "weekly"
    EVERY_TWO_WEEKS = "every_two_weeks"
    MONTHLY = "monthly"


class CycleState(StrEnum):
    """Where a cycle stands. Source: vocabulary, "cycle"."""

    PLANNING = "planning"
    ACTIVE = "active"
    CLOSING = "closing"
    CLOSED = "closed"


@dataclass(frozen=True)
class Week:
    """Week `number` of `of` weeks, from `starts` to `ends`, both included."""

    number: int
    of: int
    starts: date
    ends: date


def may_become(old: CycleState, new: CycleState) -> bool:
    """Whether a cycle may go from `old` to `new`.

    Planning, active, closing, closed, one step at a time; closing may be called off. A closed
    cycle stays closed.
    """
    return new in _NEXT[old]


def week_of(period: Period, today: date) -> Week:
    """The week of `period` in which `today` lies: "week 7 of 13".

    Weeks are counted from the first day. Three days or fewer at the end belong to the week before
    them, so every quarter has 13. Days outside the period count to its first or last week.
    """
    weeks = max(1, (period.days + 3) // 7)
    day = min(max(today, period.start), period.due)
    number = min((day - period.start).days // 7 + 1, weeks)
    starts = period.start + timedelta(weeks=number - 1)
    ends = period.due if number == weeks else starts + timedelta(days=6)
    return Week(number, weeks, starts, ends)


_NEXT = {
    CycleState.PLANNING: {CycleState.ACTIVE},
    CycleState.ACTIVE: {CycleState.CLOSING},
    CycleState.CLOSING: {CycleState.ACTIVE, CycleState.CLOSED},
    CycleState.CLOSED: set[CycleState](),
}
