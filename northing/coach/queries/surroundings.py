"""What stands around a goal that is being written: its owner's load, and goals like it."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from northing.coach.rules.sets.goal_set import Near
from northing.goals.queries.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the viewer may know of the plan around a goal that is being written.

    `carried` counts the owner's open goals in the cycle, the one being written included, and
    `objectives` those that are objectives, without the one being written. None: not known.
    """

    carried: int | None = None
    objectives: int | None = None
    near: tuple[Near, ...] = ()


def surroundings(
    viewer: Viewer,
    owner_id: UUID | None,
    cycle_id: UUID | None,
    statements: Sequence[str],
    excluded: UUID | None = None,
) -> Surroundings:
    return Surroundings()
