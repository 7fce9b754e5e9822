"""Whose value moved in the last days."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from northing.check_ins.queries.surroundings import near
from northing.goals.queries.seen import seen
from northing.goals.queries.viewer import Viewer
from northing.measures.voices import Status, status_of
from northing.storage import statements

MOST_MOVED = 5


@dataclass(frozen=True, slots=True)
class Moved:
    """A goal whose value was one and is another now."""

    kind: str
    short_id: str
    statement: str
    unit: str
    status: Status
    before: Decimal
    after: Decimal


def moved_since(viewer: Viewer, cycle_id: UUID, since: date) -> list[Moved]:
    """Goals near the viewer, of others, whose value differs from the one before the day `since`."""
    around, gate = near(viewer, cycle_id), seen(viewer)
    me, here = statements.key(viewer.person_id), statements.key(viewer.organization_id)
    found = statements.rows(
        f"{_COLUMNS} FROM {around.text} {_JOINED} AND {gate.text} {_NEWEST}",
        [since, *around.parameters, here, me, since, *gate.parameters],
    )
    moved = [
        Moved(kind, short_id, statement, unit, status_of(said), Decimal(before), Decimal(after))
        for kind, short_id, statement, unit, said, after, before in found
        if before is not None and Decimal(before) != Decimal(after)
    ]
    return moved[:MOST_MOVED]


_COLUMNS = """SELECT goal.kind, goal.short_id, goal.statement, measure.unit, goal.confidence,
    goal.value, (
        SELECT said.value FROM check_ins_checkin AS said
        WHERE said.organization_id = goal.organization_id AND said.goal_id = goal.id
            AND said."on" < %s AND said.value IS NOT NULL AND NOT EXISTS (
                SELECT 1 FROM check_ins_checkin AS later WHERE later.supersedes_id = said.id)
        ORDER BY said."on" DESC, said."at" DESC LIMIT 1)"""
_JOINED = """CROSS JOIN goals_goal AS goal
JOIN goals_goalmeasure AS measure ON measure.goal_id = goal.id
WHERE goal.id = around.id AND goal.organization_id = %s AND goal.owner_id <> %s
    AND goal.last_checked_in_on >= %s AND goal.value IS NOT NULL"""
_NEWEST = "ORDER BY goal.last_checked_in_on DESC, goal.id LIMIT 24"
