"""Letting somebody know that their check-in was read."""

from django.db import transaction

from northing.activity.actions import Happening, record
from northing.check_ins.models import Acknowledgement, CheckIn
from northing.people.models import Person


@transaction.atomic
def acknowledge(check_in: CheckIn, by: Person) -> Acknowledgement:
    """Note that `by` has read a check-in (with its goal). A second time changes nothing."""
    read, is_new = Acknowledgement.objects.get_or_create(
        organization_id=check_in.organization_id, check_in=check_in, by=by
    )
    if is_new:
        goal = check_in.goal
        record(
            Happening(
                organization_id=goal.organization_id,
                verb="acknowledged a check-in of",
                subject_kind=goal.kind,
                subject_id=goal.pk,
                subject_label=f"{goal.short_id} {goal.statement}",
                actor_id=by.pk,
                actor_name=by.name,
            )
        )
    return read
