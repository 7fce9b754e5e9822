"""What the check-ins of goals say now: superseded ones do not count."""

from collections import defaultdict
from collections.abc import Iterable
from uuid import UUID

from django.db.models import QuerySet

from northing.check_ins.models import CheckIn
from northing.check_ins.rules import NOTHING_SAID, Said, Saying, said_by
from northing.goals.models import Goal
from northing.goals.rules.kinds import GoalState
from northing.storage import statements

__all__ = ["NOTHING_SAID", "Said", "answered_before", "effective", "said_by_goal", "said_in"]


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


def said_by_goal(organization_id: UUID, goals: Iterable[UUID]) -> dict[UUID, Said]:
    """What the check-ins of each goal say, in a statement for each 500."""
    every = list(goals)
    found: dict[UUID, Said] = {}
    for first in range(0, len(every), _AT_ONCE):
        part = every[first : first + _AT_ONCE]
        rows = CheckIn.objects.filter(organization_id=organization_id, goal_id__in=part)
        found |= _said(rows)
    return found


# A database takes only so many values in one statement.
_AT_ONCE = 500


def said_in(organization_id: UUID) -> dict[UUID, Said]:
    """What the check-ins of every open goal of an organization say, in one statement."""
    return _said(
        CheckIn.objects.filter(organization_id=organization_id, goal__state=GoalState.ACTIVE)
    )


_COLUMNS = ("id", "on", "at", "value", "confidence", "help_wanted", "skipped", "supersedes_id")


def _said(rows: QuerySet[CheckIn]) -> dict[UUID, Said]:
    by_goal: dict[UUID, list[Saying]] = defaultdict(list)
    for goal, *said in rows.order_by().values_list("goal_id", *_COLUMNS):
        by_goal[goal].append(Saying(*said))
    return {goal: said_by(sayings) for goal, sayings in by_goal.items()}
