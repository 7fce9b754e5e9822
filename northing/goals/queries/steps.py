"""The steps of goals, as lists show them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from northing.storage import statements
from northing.storage.statements import as_key


@dataclass(frozen=True, slots=True)
class StepRow:
    """A planned piece of a goal's path."""

    key: UUID
    title: str
    due: date | None
    done_on: date | None

    @property
    def is_done(self) -> bool:
        return self.done_on is not None


def steps_of(organization_id: UUID, goals: Iterable[UUID]) -> dict[UUID, list[StepRow]]:
    """The steps of each goal in their order; goals without any are left out."""
    found = statements.rows(
        "SELECT goal_id, id, title, due, done_on FROM goals_step WHERE organization_id = %s AND "  # noqa: S608
        + statements.is_among("goal_id")
        + " ORDER BY position, id",
        [statements.key(organization_id), statements.keys(goals)],
    )
    steps: dict[UUID, list[StepRow]] = defaultdict(list)
    for goal, key, title, due, done_on in found:
        steps[as_key(goal)].append(StepRow(as_key(key), title, due, done_on))
    return dict(steps)
