"""What waits for somebody: calls for help, and targets that others changed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from json import loads
from typing import Any
from uuid import UUID

from northing.check_ins.queries.surroundings import looked_after_by
from northing.goals.queries.seen import seen
from northing.goals.queries.viewer import Viewer
from northing.storage import statements
from northing.storage.statements import as_key

MOST_WAITING = 6


@dataclass(frozen=True, slots=True)
class Waiting:
    """One thing somebody asks or tells. `check_in` can be acknowledged; a change has `before`
    and `after`, values or days of the field that changed."""

    kind: str
    short_id: str
    statement: str
    unit: str
    person_id: UUID
    person: str
    on: date
    words: str
    check_in: UUID | None = None
    field: str = ""
    before: Decimal | date | None = None
    after: Decimal | date | None = None


def waiting_for(viewer: Viewer, since: date) -> list[Waiting]:
    """Calls for help that the viewer has not acknowledged, and changes since a day, newest first.

    Of the goals that they look after and may see; what they did themselves is left out.
    """
    around, gate = looked_after_by(viewer), seen(viewer)
    me, here = statements.key(viewer.person_id), statements.key(viewer.organization_id)
    found = statements.rows(
        f"{_COLUMNS} FROM {around.text} {_JOINED} AND {gate.text} {_NEWEST}",
        [*around.parameters, me, here, me, since, me, here, *gate.parameters],
    )
    asked: set[UUID] = set()
    things: list[Waiting] = []
    for row in found:
        if row[4] is not None and as_key(row[4]) not in asked:
            asked.add(as_key(row[4]))
            things.append(_call_for_help(row))
        things += _changes(row)
    return sorted(things, key=lambda thing: thing.on, reverse=True)[:MOST_WAITING]


_COLUMNS = """SELECT goal.kind, goal.short_id, goal.statement, measure.unit,
    said.id, said."on", said.note, asking.id, asking.name,
    amended."on", amended.reason, amended.before, amended.after, changing.id, changing.name"""
# What decides comes first: of most goals nothing waits, and the rest is not looked up for them.
_JOINED = """CROSS JOIN goals_goal AS goal
LEFT JOIN check_ins_checkin AS said ON goal.help_wanted AND said.id = goal.last_check_in_id
    AND said.by_id <> %s AND NOT EXISTS (
        SELECT 1 FROM check_ins_acknowledgement AS read
        WHERE read.organization_id = %s AND read.check_in_id = said.id AND read.by_id = %s)
LEFT JOIN goals_amendment AS amended ON amended.organization_id = goal.organization_id
    AND amended.goal_id = goal.id AND amended."on" >= %s AND amended.by_id <> %s
LEFT JOIN goals_goalmeasure AS measure ON measure.goal_id = goal.id
LEFT JOIN people_person AS asking ON asking.id = said.by_id
LEFT JOIN people_person AS changing ON changing.id = amended.by_id
WHERE goal.id = around.id AND goal.organization_id = %s
    AND (said.id IS NOT NULL OR amended.id IS NOT NULL)"""
_NEWEST = 'ORDER BY COALESCE(said."on", amended."on") DESC LIMIT 40'


def _call_for_help(row: tuple[Any, ...]) -> Waiting:
    return Waiting(
        kind=row[0],
        short_id=row[1],
        statement=row[2],
        unit=row[3] or "",
        person_id=as_key(row[7]),
        person=row[8],
        on=row[5],
        words=row[6],
        check_in=as_key(row[4]),
    )


def _changes(row: tuple[Any, ...]) -> Iterator[Waiting]:
    if row[9] is None:
        return
    before, after = _told(row[11]), _told(row[12])
    for field in ("target", "lower", "upper", "due"):
        old, new = before.get(field), after.get(field)
        if old != new and new is not None:
            yield Waiting(
                kind=row[0],
                short_id=row[1],
                statement=row[2],
                unit=row[3] or "",
                person_id=as_key(row[13]),
                person=row[14],
                on=row[9],
                words=row[10],
                field=field,
                before=_value(field, old),
                after=_value(field, new),
            )


def _told(text: str) -> dict[str, Any]:
    """The fields of an amendment, those of the measure beside the others."""
    fields: dict[str, Any] = loads(text)
    return fields | (fields.get("measure") or {})


def _value(field: str, text: str | None) -> Decimal | date | None:
    if text is None:
        return None
    try:
        return date.fromisoformat(text) if field == "due" else Decimal(text)
    except (ValueError, InvalidOperation):
        return None
