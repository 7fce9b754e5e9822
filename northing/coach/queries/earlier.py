"""How earlier goals of the organization ended that aimed as far as one that is being written."""

from decimal import Decimal

from northing.coach.rules.history import EarlierGains
from northing.goals.queries.viewer import Viewer

__all__ = ["EarlierGains", "earlier_gains"]


def earlier_gains(
    viewer: Viewer, unit: str, baseline: Decimal | None, target: Decimal | None
) -> EarlierGains | None:
    return None
