"""People and teams that a plan names before anybody invited them."""

from collections.abc import Mapping

from django.db import transaction

from northing.activity.actions import Happening, record
from northing.people.actions.accounts import checked_email, told
from northing.people.actions.joining import LONGEST_PERSON_KEY, checked_name, taken_keys
from northing.people.models import Organization, Person, Team
from northing.people.rules import PersonRefused, Role, free_key, free_slug


@transaction.atomic
def add_mentioned(organization: Organization, name: str, email: str, by: Person) -> Person:
    """Somebody who owns goals but cannot sign in until they are invited. Raises PersonRefused.

    Without an account nobody can become this person by knowing the address alone.
    """
    name = checked_name(name)
    address = checked_email(email) if email else ""
    people = Person.objects.filter(organization=organization)
    if address and people.filter(email__iexact=address).exists():
        raise PersonRefused({"email": f"{address} belongs to somebody here already."})
    person = Person.objects.create(
        organization=organization,
        name=name,
        email=address,
        handle=free_slug(name, set(people.values_list("handle", flat=True)), "person"),
        key=free_key(name, taken_keys(organization), LONGEST_PERSON_KEY),
        role=Role.MEMBER,
    )
    record(told(person, by, "added", after={"email": address}))
    return person


@transaction.atomic
def add_mentioned_team(organization: Organization, name: str, by: Person) -> Team:
    """A team by its name alone, at the end of the list. Raises PersonRefused."""
    name = checked_name(name, "team")
    teams = Team.objects.filter(organization=organization)
    team = Team.objects.create(
        organization=organization,
        name=name,
        slug=free_slug(name, set(teams.values_list("slug", flat=True)), "team"),
        key=free_key(name, taken_keys(organization)),
        position=teams.count(),
    )
    record(_told_of(team, by, {"name": name}))
    return team


def _told_of(team: Team, by: Person, after: Mapping[str, str]) -> Happening:
    return Happening(
        organization_id=team.organization_id,
        verb="added",
        subject_kind="team",
        subject_id=team.pk,
        subject_label=team.name,
        actor_id=by.pk,
        actor_name=by.name,
        after=after,
    )
