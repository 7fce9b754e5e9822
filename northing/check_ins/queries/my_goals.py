"""The goals that somebody checks in, with all that their forms show of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from json import loads
from typing import Any
from uuid import UUID

from northing.goals.models import Goal
from northing.goals.models.measure import path_from_json as planned_path_from_json
from northing.goals.queries.seen import seen
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.standing import path_from_json, path_from_text
from northing.measures.expected import ExpectedPath
from northing.measures.measure import Kind, Measure
from northing.measures.pace import Pace, PaceDays, pace_on
from northing.measures.voices import Status, status_of
from northing.storage import statements
from northing.storage.statements import as_key

MOST_GOALS = 60


@dataclass(frozen=True, slots=True)
class Above:
    """The goal that another one serves first, as far as the viewer may see it."""

    kind: str
    short_id: str
    statement: str


@dataclass(frozen=True, slots=True)
class MyGoal:
    """An open goal with where it stands and what was typed about it and not yet sent."""

    key: UUID
    kind: str
    short_id: str
    statement: str
    start: date
    due: date
    value: Decimal | None
    progress: Decimal | None
    confidence: int | None
    said_on: date | None
    said_last: UUID | None
    next_due: date | None
    days: PaceDays
    expected: ExpectedPath | None
    measure: Measure | None
    above: Above | None
    draft: Mapping[str, Sequence[str]]

    @property
    def status(self) -> Status:
        return status_of(self.confidence)

    def pace(self, today: date) -> Pace:
        """The pace on a day, from the stored days alone."""
        has_data = self.progress is not None or self.value is not None
        return pace_on(self.days, has_data, today)

    def is_due(self, today: date) -> bool:
        """Whether its check-in is planned for the day or an earlier one."""
        return self.next_due is not None and self.next_due <= today


def goals_owned_by(viewer: Viewer) -> list[MyGoal]:
    """The viewer's own open goals, those whose check-in is due first; at most `MOST_GOALS`."""
    order = f"goal.next_check_in_due IS NULL, goal.next_check_in_due, goal.id LIMIT {MOST_GOALS}"
    owner = statements.key(viewer.person_id)
    return _goals(viewer, f"goal.owner_id = %s AND goal.state = 'active' ORDER BY {order}", [owner])


def goal_to_check_in(viewer: Viewer, goal: UUID) -> MyGoal | None:
    """One goal as its form shows it. The caller has let the viewer through its gate."""
    found = _goals(viewer, "goal.id = %s", [statements.key(goal)])
    return found[0] if found else None


def my_goal_of(goal: Goal, measure: Measure | None) -> MyGoal:
    """A loaded goal in this form, without what lies above it and without a draft."""
    return MyGoal(
        key=goal.pk,
        kind=goal.kind,
        short_id=goal.short_id,
        statement=goal.statement,
        start=goal.start,
        due=goal.due,
        value=goal.value,
        progress=goal.progress,
        confidence=goal.confidence,
        said_on=goal.last_checked_in_on,
        said_last=goal.last_check_in_id,
        next_due=goal.next_check_in_due,
        days=goal.pace_days,
        expected=path_from_json(goal.expected_path),
        measure=measure,
        above=None,
        draft={},
    )


_GOAL = (
    "id kind short_id statement start due value progress confidence last_checked_in_on"
    " last_check_in_id next_check_in_due early_until behind_pace_from far_behind_from"
    " expected_path"
)
_COLUMNS = ", ".join(
    [
        *(f"goal.{name}" for name in _GOAL.split()),
        "measure.kind, measure.unit, measure.baseline, measure.target, measure.lower",
        "measure.upper, measure.planned_path",
        "served.kind, served.short_id, served.statement, draft.fields",
    ]
)


def _goals(viewer: Viewer, condition: str, parameters: list[Any]) -> list[MyGoal]:
    gate = seen(viewer, "served")
    me, here = statements.key(viewer.person_id), statements.key(viewer.organization_id)
    found = statements.rows(
        f"""SELECT {_COLUMNS} FROM goals_goal AS goal
        LEFT JOIN goals_goalmeasure AS measure ON measure.goal_id = goal.id
        LEFT JOIN goals_alignmentlink AS link
            ON link.organization_id = goal.organization_id AND link.child_id = goal.id
            AND link.is_primary
        LEFT JOIN goals_goal AS served ON served.id = link.parent_id AND {gate.text}
        LEFT JOIN drafts_draft AS draft
            ON draft.organization_id = goal.organization_id AND draft.person_id = %s
            AND draft.key = 'check-in-' || goal.short_id
        WHERE goal.organization_id = %s AND {condition}""",  # noqa: S608 (names of columns)
        [*gate.parameters, me, here, *parameters],
    )
    return [_goal(row) for row in found]


def _goal(row: tuple[Any, ...]) -> MyGoal:
    return MyGoal(
        key=as_key(row[0]),
        kind=row[1],
        short_id=row[2],
        statement=row[3],
        start=row[4],
        due=row[5],
        value=_decimal(row[6]),
        progress=_decimal(row[7]),
        confidence=row[8],
        said_on=row[9],
        said_last=None if row[10] is None else as_key(row[10]),
        next_due=row[11],
        days=PaceDays(*row[12:15]),
        expected=path_from_text(row[15]),
        measure=None if row[16] is None else _measure(*row[16:23]),
        above=None if row[23] is None else Above(*row[23:26]),
        draft=_json(row[26]) or {},
    )


def _measure(kind: str, unit: str, *rest: Any) -> Measure:
    baseline, target, lower, upper = (_decimal(number) for number in rest[:4])
    path = planned_path_from_json(_json(rest[4]) or [])
    return Measure(Kind(kind), baseline, target, lower, upper, unit, path)


def _decimal(text: str | None) -> Decimal | None:
    return None if text is None else Decimal(text)


def _json(text: str | None) -> Any:
    return None if text is None else loads(text)
