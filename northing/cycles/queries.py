"""Finding cycles."""

from collections.abc import Sequence
from uuid import UUID

from northing.cycles.models import Cycle
from northing.cycles.rules import CycleState

MOST_OPEN = 12


class CycleNotFound(LookupError):
    """No such cycle in this organization."""


def open_cycles(organization_id: UUID) -> Sequence[Cycle]:
    """The cycles in which goals can still be written, the running ones first; at most twelve."""
    found = (
        Cycle.objects.select_related("organization")
        .filter(organization_id=organization_id)
        .exclude(state=CycleState.CLOSED)
        .order_by("state", "-start")
    )
    return list(found[:MOST_OPEN])


def cycle_by_slug(organization_id: UUID, slug: str) -> Cycle:
    """One cycle by the slug in addresses, with its organization. Raises CycleNotFound."""
    cycle = (
        Cycle.objects.select_related("organization", "parent")
        .filter(organization_id=organization_id, slug=slug)
        .first()
    )
    if cycle is None:
        raise CycleNotFound(slug)
    return cycle
