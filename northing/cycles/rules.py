"""Cycles: their cadence, their states, and their weeks."""

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise

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


def slots(period: Period, cadence: Cadence, weekday: int = 0) -> list[date]:
    """The days inside `period` for which a check-in is planned, in order; at least one.

    Weekly: every `weekday` (0 is Monday, 6 Sunday). Every two weeks: every second one, from the
    first on. Monthly: the first `weekday` of each calendar month. A period without such a day is
    checked in on its due date. Raises ValueError for a weekday outside 0 to 6.
    """
    if weekday not in range(7):
        raise ValueError(f"{weekday} is not a weekday from 0 (Monday) to 6 (Sunday).")
    first = period.start + timedelta(days=(weekday - period.start.weekday()) % 7)
    every = timedelta(weeks=2 if cadence is Cadence.EVERY_TWO_WEEKS else 1)
    days = [first + every * n for n in range((period.due - first) // every + 1)]
    if cadence is Cadence.MONTHLY:
        days = [day for day in days if day.day <= 7]
    return days or [period.due]


def next_due(period: Period, cadence: Cadence, weekday: int, last: date | None) -> date | None:
    """The first planned day after `last`, the day of the latest check-in; None after them all.

    A check-in answers every planned day up to its own. `last` None: nothing is answered yet.
    """
    days = slots(period, cadence, weekday)
    answered = 0 if last is None else bisect_right(days, last)
    return days[answered] if answered < len(days) else None


_NEXT = {
    CycleState.PLANNING: {CycleState.ACTIVE},
    CycleState.ACTIVE: {CycleState.CLOSING},
    CycleState.CLOSING: {CycleState.ACTIVE, CycleState.CLOSED},
    CycleState.CLOSED: set[CycleState](),
}


@dataclass(frozen=True, slots=True)
class PlannedCycle:
    """A cycle that is about to be made."""

    name: str
    slug: str
    start: date
    due: date


def year_of_quarters(today: date, first_month: int = 1) -> list[PlannedCycle]:
    """The year around `today` that begins in `first_month`, then its four quarters.

    A year that begins in January is called "2027", another one "2026/27".
    """
    begins = today.year if today.month >= first_month else today.year - 1
    starts = [_month_after(begins, first_month, 3 * quarter) for quarter in range(5)]
    name = str(begins) if first_month == 1 else f"{begins}/{(begins + 1) % 100:02d}"
    year = PlannedCycle(name, name.replace("/", "-"), starts[0], starts[4] - timedelta(days=1))
    quarters = [
        PlannedCycle(f"Q{n} {name}", f"{year.slug}-q{n}", start, after - timedelta(days=1))
        for n, (start, after) in enumerate(pairwise(starts), start=1)
    ]
    return [year, *quarters]


def _month_after(year: int, month: int, months: int) -> date:
    further = year * 12 + month - 1 + months
    return date(further // 12, further % 12 + 1, 1)
