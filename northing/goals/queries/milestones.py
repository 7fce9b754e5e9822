"""How much of the milestones is done."""

from collections import defaultdict
from decimal import Decimal
from uuid import UUID

from northing.goals.models import Step
from northing.measures.measure import Kind


def done_weights(organization_id: UUID) -> dict[UUID, Decimal]:
    """The summed weights of the done steps of every goal measured by milestones, 0 for none."""
    rows = Step.objects.filter(
        organization_id=organization_id, goal__measure__kind=Kind.MILESTONES
    ).values_list("goal_id", "weight", "done_on")
    done: dict[UUID, Decimal] = defaultdict(Decimal)
    for goal, weight, done_on in rows:
        done[goal] += weight if done_on is not None and weight is not None else 0
    return dict(done)
