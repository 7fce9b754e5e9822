"""Periods: the days from a goal's start to its due date, both included."""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

FIRST_YEAR = 1900
LAST_YEAR = 2999


class PeriodRefused(ValueError):
    """A period that cannot be. `field` is "start" or "due"; `message` says why and the cure."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `start` to `due`, both included, in the organization's time zone.

    Raises PeriodRefused when `due` lies before `start`, or a year is not from 1900 to 2999.
    """

    start: date
    due: date

    def __post_init__(self) -> None:
        for field, day in (("start", self.start), ("due", self.due)):
            if not FIRST_YEAR <= day.year <= LAST_YEAR:
                raise PeriodRefused(
                    field, f"{day} is in the year {day.year}. Enter the year with four digits."
                )
        if self.due < self.start:
            raise PeriodRefused(
                "due",
                f"The due date {self.due} lies before the start {self.start}."
                " Choose a due date on or after the start.",
            )

    @property
    def days(self) -> int:
        """How many days the period has, first and last included: April has 30."""
        return (self.due - self.start).days + 1

    def contains(self, day: date) -> bool:
        """Whether `day` is one of the days of the period, first and last included."""
        return self.start <= day <= self.due


def time_gone(period: Period, today: date) -> Fraction:
    """The share of the period that has passed on `today`: 0 on the first day, 1 on the last.

    Whole days, clamped to 0..1. A period of one day has passed on that day.
    Source: rules, "Expected progress and pace".
    """
    if today >= period.due:
        return Fraction(1)
    if today <= period.start:
        return Fraction(0)
    return Fraction((today - period.start).days, (period.due - period.start).days)
