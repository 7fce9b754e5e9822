"""The demo's goals with their dates: what was written, checked in and amended on which day."""

from dataclasses import dataclass
from datetime import date, time
from decimal import Decimal

from northing.demo.shapes import KeyResult, Link, Objective, SmartGoal
from northing.demo.timetable import Span
from northing.goals.rules.kinds import Ambition, GoalKind, GoalState, Visibility
from northing.measures.measure import Measure

Written = Objective | KeyResult | SmartGoal


@dataclass(frozen=True, slots=True)
class DatedStep:
    """A step with the day it is planned for and the day it was done."""

    title: str
    due: date
    done_on: date | None


@dataclass(frozen=True, slots=True)
class DatedCheckIn:
    """A check-in as it will be recorded. `value` None with a measure: milestones say it."""

    on: date
    at: time
    by: str
    value: Decimal | None
    confidence: int | None
    note: str
    asks_for_help: bool
    is_correction: bool


@dataclass(frozen=True, slots=True)
class DatedAmendment:
    """An amendment: the measure or the due date from that day on."""

    on: date
    by: str
    reason: str
    measure: Measure | None
    due: date | None


@dataclass(frozen=True, slots=True)
class DatedGoal:
    """A goal of one quarter, with everything that happened to it until today."""

    span: Span
    kind: GoalKind
    written: Written
    team: str
    due: date
    measure: Measure | None
    links: tuple[Link, ...]
    ambition: Ambition
    steps: tuple[DatedStep, ...] = ()
    check_ins: tuple[DatedCheckIn, ...] = ()
    amendments: tuple[DatedAmendment, ...] = ()
    visibility: Visibility = Visibility.ORGANIZATION

    @property
    def statement(self) -> str:
        """The goal's wording, unique within its quarter."""
        return self.written.statement

    @property
    def owner(self) -> str:
        """The handle of its owner."""
        return self.written.owner

    @property
    def state(self) -> GoalState:
        """What has become of it by today."""
        return self.written.state
