"""What was said of goals over time."""

from collections import defaultdict
from collections.abc import Iterable
from decimal import Decimal
from uuid import UUID

from northing.check_ins.models import CheckIn
from northing.check_ins.rules import Saying, in_force
from northing.goals.queries.gate import GoalNotFound, visible_goal_by_key
from northing.goals.queries.viewer import Viewer
from northing.storage import statements
from northing.storage.statements import as_key


def histories(organization_id: UUID, goals: Iterable[UUID]) -> dict[UUID, list[Saying]]:
    """The check-ins of each goal that hold, oldest first; goals without any are left out."""
    found = statements.rows(
        """SELECT goal_id, id, "on", "at", value, confidence, skipped, supersedes_id
        FROM check_ins_checkin WHERE organization_id = %s AND """  # noqa: S608
        + statements.is_among("goal_id"),
        [statements.key(organization_id), statements.keys(goals)],
    )
    said: dict[UUID, list[Saying]] = defaultdict(list)
    for goal, key, on, at, value, confidence, skipped, supersedes in found:
        saying = Saying(
            key=as_key(key),
            on=on,
            at=at,
            value=None if value is None else Decimal(value),
            confidence=confidence,
            skipped=bool(skipped),
            supersedes=None if supersedes is None else as_key(supersedes),
        )
        said[as_key(goal)].append(saying)
    return {goal: in_force(sayings) for goal, sayings in said.items()}


def visible_check_in(viewer: Viewer, key: UUID) -> CheckIn:
    """A check-in by its key, with its goal and who said it, for those who may see the goal.

    Raises GoalNotFound.
    """
    check_in = (
        CheckIn.objects.select_related("by")
        .filter(organization_id=viewer.organization_id, pk=key)
        .first()
    )
    if check_in is None:
        raise GoalNotFound(str(key))
    check_in.goal = visible_goal_by_key(viewer, check_in.goal_id)
    return check_in
