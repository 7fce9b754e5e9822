"""Goals as lists show them: one row each, with its owner and its measure, and nothing more."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any, NamedTuple
from uuid import UUID

from northing.goals.queries.seen import seen
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.kinds import GoalKind, GoalState, Visibility
from northing.measures.measure import Kind
from northing.measures.pace import Pace, PaceDays, pace_on
from northing.measures.voices import Status, status_of
from northing.storage import statements
from northing.storage.statements import as_key


class Who(NamedTuple):
    """A person by name; `has_left` marks those who are not here any more."""

    key: UUID
    name: str
    has_left: bool


class Gauge(NamedTuple):
    """The numbers of a goal's measure."""

    kind: Kind
    unit: str
    baseline: Decimal | None
    target: Decimal | None
    lower: Decimal | None
    upper: Decimal | None


class GoalRow(NamedTuple):
    """A goal in a list. `gauge` is None for objectives."""

    key: UUID
    kind: str
    short_id: str
    statement: str
    visibility: str
    state: str
    ambition: str
    start: date
    due: date
    value: Decimal | None
    progress: Decimal | None
    is_met: bool
    confidence: int | None
    help_wanted: bool
    days: PaceDays
    reporting: int
    contributing: int
    checked_in_on: date | None
    next_due: date | None
    owner: Who
    gauge: Gauge | None

    @property
    def is_open(self) -> bool:
        return self.state == GoalState.ACTIVE

    @property
    def is_objective(self) -> bool:
        return self.kind == GoalKind.OBJECTIVE

    @property
    def is_restricted(self) -> bool:
        return self.visibility != Visibility.ORGANIZATION

    @property
    def status(self) -> Status:
        return status_of(self.confidence)

    @property
    def has_data(self) -> bool:
        return self.progress is not None or self.value is not None

    def pace(self, today: date) -> Pace:
        """The pace on a day, from the stored days alone."""
        return pace_on(self.days, self.has_data, today)


_GOAL = (
    "id kind short_id statement visibility state ambition start due value progress is_met"
    " confidence help_wanted early_until behind_pace_from far_behind_from reporting contributing"
    " last_checked_in_on next_check_in_due"
)
COLUMNS = (
    ", ".join(f"goal.{name}" for name in _GOAL.split())
    + ", owner.id, owner.name, owner.left_on, measure.kind, measure.unit, measure.baseline,"
    " measure.target, measure.lower, measure.upper"
)
JOINS = (
    "JOIN people_person AS owner ON owner.id = goal.owner_id"
    " LEFT JOIN goals_goalmeasure AS measure ON measure.goal_id = goal.id"
)
WIDTH = COLUMNS.count(",") + 1


def goal_row(row: tuple[Any, ...]) -> GoalRow:
    """A goal from the values of COLUMNS, with which the row begins."""
    gauge = None if row[24] is None else _gauge(*row[24:30])
    return GoalRow(
        key=as_key(row[0]),
        kind=row[1],
        short_id=row[2],
        statement=row[3],
        visibility=row[4],
        state=row[5],
        ambition=row[6],
        start=row[7],
        due=row[8],
        value=_decimal(row[9]),
        progress=_decimal(row[10]),
        is_met=bool(row[11]),
        confidence=row[12],
        help_wanted=bool(row[13]),
        days=PaceDays(*row[14:17]),
        reporting=row[17],
        contributing=row[18],
        checked_in_on=row[19],
        next_due=row[20],
        owner=Who(as_key(row[21]), row[22], row[23] is not None),
        gauge=gauge,
    )


def _gauge(kind: str, unit: str, *numbers: str | None) -> Gauge:
    return Gauge(Kind(kind), unit, *(_decimal(number) for number in numbers))


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def seen_rows(viewer: Viewer, goals: Iterable[UUID]) -> dict[UUID, GoalRow]:
    """Those of the goals that the viewer may see, by key, in one statement."""
    gate = seen(viewer)
    found = statements.rows(
        f"SELECT {COLUMNS} FROM goals_goal AS goal {JOINS}"  # noqa: S608 (names of columns)
        f" WHERE goal.organization_id = %s AND {statements.is_among('goal.id')} AND {gate.text}",
        [statements.key(viewer.organization_id), statements.keys(goals), *gate.parameters],
    )
    rows = [goal_row(row) for row in found]
    return {row.key: row for row in rows}
