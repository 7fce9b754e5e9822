"""Loading Kestrel Bikes as it stands on a day."""

from datetime import date

from django.db import transaction
from django.utils import timezone

from northing.demo import strategy
from northing.demo.actions.foundation import lay
from northing.demo.actions.goals import Quarter
from northing.demo.actions.removing import remove
from northing.demo.clock import Clock
from northing.demo.plan import plan_for
from northing.demo.timetable import timetable
from northing.people.models import Organization


class DemoRefused(ValueError):
    """The demo's address belongs to somebody else."""


@transaction.atomic
def load(today: date) -> Organization:
    """Load the demo organization as it stands on a day of its time zone, in the place of an
    earlier one.

    The same day always loads the same plan, and `today` lies in week 7 of the running quarter.
    Raises DemoRefused when an organization that is no demo has its address.
    """
    present = Organization.objects.filter(slug=strategy.SLUG).first()
    if present is not None and not present.is_demo:
        raise DemoRefused(
            f"The address “{strategy.SLUG}” belongs to {present.name}. "
            "Load the demo into a data directory of its own."
        )
    if present is not None:
        remove(present)
    clock = Clock(today, timezone.now())
    times = timetable(today)
    foundation = lay(times, clock)
    plan = plan_for(today)
    for span in times.quarters:
        quarter = Quarter(foundation, clock)
        goals = [goal for goal in plan if goal.span == span]
        if goals:
            quarter.write(goals)
    return foundation.organization
