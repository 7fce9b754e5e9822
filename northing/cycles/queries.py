"""Finding cycles."""

from collections.abc import Collection, Mapping, Sequence
from uuid import UUID

from northing.cycles.models import Cycle
from northing.cycles.rules import CycleState
from northing.storage import statements
from northing.storage.statements import RowReader

MOST_OPEN = 12
MOST_RECENT = 24


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


def recent_cycles(organization_id: UUID) -> Sequence[Cycle]:
    """The cycles that began last, at most 24, the newest first."""
    return _CYCLES.read(statements.rows(_RECENT, [statements.key(organization_id)]))


# Every list of goals reads them.
_CYCLES = RowReader(Cycle)
_RECENT = f"""
    SELECT {_CYCLES.columns("cycle")} FROM cycles_cycle AS cycle
    WHERE cycle.organization_id = %s
    ORDER BY cycle.start DESC, cycle.due, cycle.id LIMIT {MOST_RECENT}
"""  # noqa: S608 (names of columns)


def cycles_named(organization_id: UUID, names: Collection[str]) -> Sequence[Cycle]:
    """The cycles of these names, at most 24, the newest first."""
    found = Cycle.objects.filter(organization_id=organization_id, name__in=names)
    return list(found.order_by("-start", "due", "id")[:MOST_RECENT])


def family_of(cycle: Cycle, cycles: Sequence[Cycle]) -> Sequence[UUID]:
    """A cycle with those around it and those inside it, as far as they are among `cycles`.

    The cycle itself comes first.
    """
    parents = {one.pk: one.parent_id for one in cycles}
    around = _chain(cycle.pk, parents)
    inside = [key for key in parents if key != cycle.pk and cycle.pk in _chain(key, parents)]
    return [*around, *inside]


def _chain(key: UUID, parents: Mapping[UUID, UUID | None]) -> list[UUID]:
    chain = [key]
    while (above := parents.get(chain[-1])) is not None and above not in chain:
        chain.append(above)
    return chain
