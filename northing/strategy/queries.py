"""Reading the strategy. Everybody in the organization may."""

from collections.abc import Sequence
from uuid import UUID

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
