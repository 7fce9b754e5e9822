"""How goals of the organization ended that aimed as far as one that is being written."""

from collections.abc import Sequence
from decimal import Decimal
from uuid import UUID

from northing.coach.rules.history import EarlierGains, Past, earlier
from northing.cycles.rules import CycleState
from northing.goals.queries.seen import Condition, seen
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.kinds import GoalKind, GoalState
from northing.measures.measure import Kind
from northing.storage import statements
from northing.storage.statements import as_key

__all__ = ["EarlierGains", "earlier_gains"]

# The newest goals of the cycles that closed last: what is true here now, at a bounded cost.
_MOST_CYCLES = 8
_MOST_OF_A_KIND = 500
_ENDED = (GoalState.DONE.value, GoalState.CARRIED.value)


def earlier_gains(
    viewer: Viewer, unit: str, baseline: Decimal | None, target: Decimal | None
) -> EarlierGains | None:
    """What came of closed goals that went from a number to a number in the same unit and aimed
    as far; None with fewer than ten that the viewer may see, or without both numbers.

    Goals that were dropped or postponed, and those without a value, say nothing of what can be
    reached and are left out. Two statements, whatever the number of goals.
    """
    if baseline is None or target is None or not (baseline.is_finite() and target.is_finite()):
        return None
    if baseline == target or "\x00" in unit:
        return None
    cycles = _closed_cycles(viewer.organization_id)
    return earlier(unit, baseline, target, _past(viewer, cycles, unit.strip())) if cycles else None


def _closed_cycles(organization_id: UUID) -> Sequence[UUID]:
    found = statements.rows(
        "SELECT id FROM cycles_cycle WHERE organization_id = %s AND state = %s"  # noqa: S608
        f" ORDER BY due DESC, id DESC LIMIT {_MOST_CYCLES}",
        [statements.key(organization_id), CycleState.CLOSED.value],
    )
    return [as_key(row[0]) for row in found]


def _past(viewer: Viewer, cycles: Sequence[UUID], unit: str) -> Sequence[Past]:
    parts = [
        _newest(viewer, cycle, kind)
        for cycle in cycles
        for kind in (GoalKind.KEY_RESULT, GoalKind.SMART)
    ]
    union = " UNION ALL ".join(f"SELECT * FROM ({part.text}) AS part" for part in parts)  # noqa: S608
    found = statements.rows(
        "SELECT measure.baseline, measure.target, ended.value"  # noqa: S608 (names of columns)
        f" FROM ({union}) AS ended JOIN goals_goalmeasure AS measure ON measure.goal_id = ended.id"
        " WHERE measure.kind = %s AND measure.unit = %s",
        [*(value for part in parts for value in part.parameters), Kind.FROM_TO.value, unit],
    )
    return [Past(*(Decimal(number) for number in row)) for row in found]


def _newest(viewer: Viewer, cycle: UUID, kind: GoalKind) -> Condition:
    gate = seen(viewer)
    return Condition(
        f"""SELECT goal.id, goal.value FROM goals_goal AS goal
        WHERE goal.organization_id = %s AND goal.cycle_id = %s AND goal.kind = %s
            AND goal.state IN (%s, %s) AND goal.value IS NOT NULL AND {gate.text}
        ORDER BY goal.id DESC LIMIT {_MOST_OF_A_KIND}""",  # noqa: S608 (names of columns)
        (
            statements.key(viewer.organization_id),
            statements.key(cycle),
            kind.value,
            *_ENDED,
            *gate.parameters,
        ),
    )
