"""The people around a goal."""

from collections.abc import Sequence

from northing.goals.models import Audience, Contributor, Goal
from northing.people.models import Person


def people_around(goal: Goal) -> tuple[Sequence[Person], Sequence[Person]]:
    """The contributors, and those who are named to see the goal when it is private."""
    helping = Contributor.objects.filter(goal=goal).select_related("person").order_by("id")
    named = Audience.objects.filter(goal=goal).select_related("person").order_by("id")
    return [row.person for row in helping], [row.person for row in named]
