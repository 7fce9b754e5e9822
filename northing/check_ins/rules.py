"""When check-ins are planned, and which value answers each of them."""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from decimal import Decimal

from northing.cycles.rules import Cadence
from northing.measures.periods import Period


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


def values_by_slot(
    slots: Sequence[date], check_ins: Iterable[tuple[date, Decimal]]
) -> list[Decimal | None]:
    """For each planned day the latest value that was checked in for it; None where it was missed.

    A planned day is answered from that day until the day before the next one; the first also by
    everything earlier, the last by everything later. `check_ins` come in any order; of two on
    one day the later in the list counts.
    """
    values: list[Decimal | None] = [None] * len(slots)
    for day, value in sorted(check_ins, key=lambda check_in: check_in[0]):
        values[max(bisect_right(slots, day) - 1, 0)] = value
    return values
