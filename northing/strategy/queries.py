"""Reading the strategy. Everybody in the organization may."""

from collections.abc import Sequence
from uuid import UUID

from northing.strategy.models import Pillar


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
