"""The goals that stand under each pillar, as shapes."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from northing.goals.models import AlignmentLink
from northing.goals.queries.gate import seen_by
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.kinds import GoalState
from northing.measures.voices import Status, status_of

MOST_GOALS = 200


@dataclass(frozen=True, slots=True)
class GoalShape:
    """One goal of a strip: enough to draw, name and open it."""

    kind: str
    short_id: str
    statement: str
    status: Status
    team: str


def goals_by_pillar(viewer: Viewer) -> Mapping[UUID, Sequence[GoalShape]]:
    """The open goals directly under each pillar that the viewer may see, at most 200 in all."""
    rows = (
        AlignmentLink.objects.filter(seen_by(viewer, "child__"))
        .filter(
            organization_id=viewer.organization_id,
            pillar__isnull=False,
            child__state=GoalState.ACTIVE,
        )
        .order_by("pillar_id", "position", "id")
        .values_list(
            "pillar_id",
            "child__kind",
            "child__short_id",
            "child__statement",
            "child__confidence",
            "child__team__name",
        )[:MOST_GOALS]
    )
    found: dict[UUID, list[GoalShape]] = defaultdict(list)
    for pillar, kind, short_id, statement, confidence, team in rows:
        shape = GoalShape(kind, short_id, statement, status_of(confidence), team or "")
        if pillar is not None:
            found[pillar].append(shape)
    return found
