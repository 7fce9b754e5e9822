"""What a goal serves, as its viewer may know it."""

from collections.abc import Sequence
from uuid import UUID

from northing.goals.models import AlignmentLink, Goal
from northing.goals.queries.gate import visible_to
from northing.goals.queries.viewer import Viewer


def links_up(viewer: Viewer, goal: Goal) -> tuple[Sequence[AlignmentLink], Sequence[UUID]]:
    """Links to pillars and visible parents, primary first, and the keys of hidden parents."""
    links = list(
        AlignmentLink.objects.filter(child=goal)
        .select_related("parent", "pillar")
        .order_by("-is_primary", "id")
    )
    parents = [link.parent_id for link in links if link.parent_id is not None]
    seen = set(visible_to(viewer).filter(pk__in=parents).values_list("pk", flat=True))
    shown = [link for link in links if link.parent_id is None or link.parent_id in seen]
    return shown, [parent for parent in parents if parent not in seen]
