"""When everything happens: quarters of thirteen weeks, counted from today. Pure."""

from dataclasses import dataclass
from datetime import date, timedelta

from northing.cycles.rules import Cadence, CycleState

WEEKS = 13
CURRENT_WEEK = 7
_QUARTER = timedelta(weeks=WEEKS)
_MIDDLE = timedelta(days=45)


@dataclass(frozen=True, slots=True)
class Span:
    """A cycle of the demo."""

    name: str
    slug: str
    start: date
    due: date
    state: CycleState
    cadence: Cadence = Cadence.WEEKLY

    def day(self, week: int, weekday: int) -> date:
        """The date of a weekday (0 is Monday) of a week (from 1)."""
        return self.start + timedelta(weeks=week - 1, days=weekday)


@dataclass(frozen=True, slots=True)
class Timetable:
    """A year of four quarters: two closed, the running one in its seventh week, one planned."""

    year: Span
    first: Span
    second: Span
    running: Span
    next: Span

    @property
    def quarters(self) -> tuple[Span, Span, Span, Span]:
        """The four quarters, oldest first."""
        return self.first, self.second, self.running, self.next


def timetable(today: date) -> Timetable:
    """The cycles as they stand on a day: today is always in week 7 of the running quarter."""
    monday = today - timedelta(days=today.weekday())
    start = monday - timedelta(weeks=CURRENT_WEEK - 1)
    number = _quarter_number(start + _MIDDLE)
    first = _quarter(number - 2, start - 2 * _QUARTER, CycleState.CLOSED, Cadence.EVERY_TWO_WEEKS)
    second = _quarter(number - 1, start - _QUARTER, CycleState.CLOSED)
    running = _quarter(number, start, CycleState.ACTIVE)
    following = _quarter(number + 1, start + _QUARTER, CycleState.PLANNING)
    return Timetable(_year(first, following, number), first, second, running, following)


def _quarter_number(middle: date) -> int:
    return middle.year * 4 + (middle.month - 1) // 3


# Thirteen weeks drift against the calendar, so two middles could lie in one calendar quarter:
# only the running quarter is named by its middle, the others by counting from it.
def _quarter(
    number: int, start: date, state: CycleState, cadence: Cadence = Cadence.WEEKLY
) -> Span:
    year, index = divmod(number, 4)
    due = start + _QUARTER - timedelta(days=1)
    return Span(f"Q{index + 1} {year}", f"{year}-q{index + 1}", start, due, state, cadence)


def _year(first: Span, last: Span, running: int) -> Span:
    begins, ends = (running - 2) // 4, (running + 1) // 4
    name = f"Year {begins}" if begins == ends else f"Year {begins}/{ends % 100:02d}"
    slug = str(begins) if begins == ends else f"{begins}-{ends % 100:02d}"
    return Span(name, slug, first.start, last.due, CycleState.ACTIVE)
