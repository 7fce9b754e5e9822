"""Reading the strategy. Everybody in the organization may."""

from collections.abc import Sequence
from uuid import UUID

from northing.storage import statements
from northing.strategy.models import CoreValue, Pillar, Strategy


class PillarNotFound(LookupError):
    """No such pillar in this organization."""


def pillars_of(organization_id: UUID) -> Sequence[Pillar]:
    """The pillars that hold, in their order."""
    return list(
        Pillar.objects.filter(organization_id=organization_id, retired_on=None).order_by(
            "position", "id"
        )
    )


def pillar_by_key(organization_id: UUID, key: UUID) -> Pillar:
    """One pillar. Raises PillarNotFound."""
    pillar = Pillar.objects.filter(organization_id=organization_id, pk=key).first()
    if pillar is None:
        raise PillarNotFound(str(key))
    return pillar


def strategy_of(organization_id: UUID) -> Strategy:
    """The organization's strategy; an empty one, not yet stored, when none was written."""
    found = Strategy.objects.filter(organization_id=organization_id).first()
    return found or Strategy(organization_id=organization_id, version=1)


def values_of(organization_id: UUID) -> Sequence[CoreValue]:
    """The organization's values in their order."""
    return list(CoreValue.objects.filter(organization_id=organization_id).order_by("position"))


def mission_and_pillars(organization_id: UUID) -> tuple[str, dict[UUID, str]]:
    """The mission, and the names of the pillars that hold by key, in one statement."""
    found = statements.rows(
        """SELECT strategy.mission, pillar.id, pillar.name
        FROM people_organization AS organization
        LEFT JOIN strategy_strategy AS strategy ON strategy.organization_id = organization.id
        LEFT JOIN strategy_pillar AS pillar
            ON pillar.organization_id = organization.id AND pillar.retired_on IS NULL
        WHERE organization.id = %s ORDER BY pillar.position, pillar.id""",
        [statements.key(organization_id)],
    )
    pillars = {statements.as_key(key): name for _, key, name in found if key is not None}
    return (found[0][0] or "" if found else ""), pillars
