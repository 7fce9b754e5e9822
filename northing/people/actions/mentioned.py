"""People and teams that a plan names before anybody invited them."""

from collections.abc import Iterable, Mapping

from django.db import transaction

from northing.activity.actions import Happening, record, record_all
from northing.people.actions.accounts import checked_email, told
from northing.people.actions.joining import LONGEST_PERSON_KEY, checked_name, taken_keys
from northing.people.models import Organization, Person, Team
from northing.people.rules import PersonRefused, Role, free_key, free_slug
from northing.storage import statements


@transaction.atomic
def add_mentioned(
    organization: Organization, named: Iterable[tuple[str, str]], by: Person
) -> list[Person]:
    """People who own goals but cannot sign in until they are invited, by name and address.

    The address may be empty. Without an account nobody can become one of them by knowing the
    address alone. Raises PersonRefused for the first that does not fit; nobody is added then.
    """
    there = Person.objects.filter(organization=organization).values_list("handle", "email")
    handles = {handle for handle, _ in there}
    addresses = {email.lower() for _, email in there}
    keys = taken_keys(organization)
    people = []
    for text, email in named:
        name = checked_name(text)
        address = checked_email(email) if email else ""
        if address and address.lower() in addresses:
            raise PersonRefused({"email": f"{address} belongs to somebody here already."})
        person = Person(
            organization=organization,
            name=name,
            email=address,
            handle=free_slug(name, handles, "person"),
            key=free_key(name, keys, LONGEST_PERSON_KEY),
            role=Role.MEMBER,
        )
        handles.add(person.handle)
        addresses.add(address.lower())
        keys.add(person.key)
        people.append(person)
    statements.insert(people)
    record_all([told(one, by, "added", after={"email": one.email}) for one in people])
    return people


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
