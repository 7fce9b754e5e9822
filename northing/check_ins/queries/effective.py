"""What the check-ins of goals say now: superseded ones do not count."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db.models import QuerySet

from northing.check_ins.models import CheckIn
from northing.goals.models import Goal
from northing.storage import statements


@dataclass(frozen=True, slots=True)
class Said:
    """The current value, confidence and call for help, and the check-in that was last."""

    value: Decimal | None
    confidence: int | None
    on: date | None
    check_in_id: UUID | None
    help_wanted: bool


NOTHING_SAID = Said(None, None, None, None, False)


def effective(organization_id: UUID) -> QuerySet[CheckIn]:
    """Check-ins that no later one supersedes."""
    return CheckIn.objects.filter(organization_id=organization_id, superseded_by=None)


def answered_before(goal: Goal, request_key: UUID) -> CheckIn | None:
    """The check-in that this request has already made."""
    found = statements.rows(
        "SELECT id FROM check_ins_checkin"
        " WHERE organization_id = %s AND goal_id = %s AND request_key = %s",
        [statements.key(key) for key in (goal.organization_id, goal.pk, request_key)],
    )
    return CheckIn.objects.get(pk=statements.as_key(found[0][0])) if found else None


def said_of(check_ins: Sequence[CheckIn]) -> Said:
    """What effective check-ins of one goal, oldest first, say together.

    The value and the confidence are the latest that were given: a check-in without one keeps
    the last one standing.
    """
    if not check_ins:
        return NOTHING_SAID
    last = check_ins[-1]
    spoken = [c for c in check_ins if not c.skipped]
    return Said(
        value=next((c.value for c in reversed(spoken) if c.value is not None), None),
        confidence=next((c.confidence for c in reversed(spoken) if c.confidence), None),
        on=last.on,
        check_in_id=last.pk,
        help_wanted=last.help_wanted,
    )


def said_by_goal(organization_id: UUID, goals: Iterable[UUID]) -> dict[UUID, Said]:
    """What the check-ins of each goal say, in one statement."""
    rows = effective(organization_id).filter(goal_id__in=list(goals)).order_by("on", "at", "id")
    by_goal: dict[UUID, list[CheckIn]] = {}
    for row in rows:
        by_goal.setdefault(row.goal_id, []).append(row)
    return {goal: said_of(check_ins) for goal, check_ins in by_goal.items()}
