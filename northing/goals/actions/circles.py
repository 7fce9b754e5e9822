"""The people around a goal: who helps, and who sees it."""

from collections.abc import Iterable

from northing.goals.models import Audience, Contributor, Goal
from northing.goals.rules.kinds import Circle, Visibility
from northing.people.models import Person


def circle_of(goal: Goal) -> Circle:
    """Who sees a goal, as the rules compare it."""
    if goal.visibility != Visibility.PRIVATE:
        return Circle(Visibility(goal.visibility), goal.team_id)
    named = Audience.objects.filter(goal=goal).values_list("person_id", flat=True)
    helping = Contributor.objects.filter(goal=goal).values_list("person_id", flat=True)
    return Circle(Visibility.PRIVATE, None, frozenset({goal.owner_id, *named, *helping}))


def replace_contributors(goal: Goal, people: Iterable[Person]) -> None:
    """Make exactly these people the goal's contributors. Call inside a transaction."""
    Contributor.objects.filter(goal=goal).delete()
    Contributor.objects.bulk_create(
        Contributor(organization_id=goal.organization_id, goal=goal, person=person)
        for person in dict.fromkeys(people)
    )


def replace_audience(goal: Goal, people: Iterable[Person]) -> None:
    """Name exactly these people who may see a private goal. Call inside a transaction."""
    Audience.objects.filter(goal=goal).delete()
    Audience.objects.bulk_create(
        Audience(organization_id=goal.organization_id, goal=goal, person=person)
        for person in dict.fromkeys(people)
    )
