"""Joining an organization: by invitation, by a command, or as its first person."""

from dataclasses import dataclass

from django.db import transaction
from django.db.models import Q

from northing.activity.actions import record
from northing.people.actions.accounts import account_for, checked_email, told
from northing.people.actions.rights import require_role_over
from northing.people.models import Membership, Organization, Person, Team
from northing.people.rules import PersonRefused, Role, free_key, free_slug, says_nothing

LONGEST_NAME = 200
LONGEST_PERSON_KEY = 6


@dataclass(frozen=True, slots=True)
class NewPerson:
    """Somebody who joins."""

    name: str
    email: str
    role: Role = Role.MEMBER
    title: str = ""
    manager: Person | None = None
    team: Team | None = None


@transaction.atomic
def invite(new: NewPerson, by: Person) -> Person:
    """Let somebody in, as an admin. Raises RightMissing or PersonRefused."""
    require_role_over(by, Person(role=new.role), new.role)
    return add_person(by.organization, new, by)


@transaction.atomic
def add_person(organization: Organization, new: NewPerson, by: Person | None = None) -> Person:
    """Let somebody in without asking whether that is allowed: for commands and the first run."""
    name, email = checked_name(new.name), checked_email(new.email)
    _refuse_twice(organization, email)
    person = Person.objects.create(
        organization=organization,
        account=account_for(email),
        name=name,
        email=email,
        handle=_free_handle(organization, name),
        key=_free_key(organization, name),
        role=new.role,
        title=new.title.strip()[:LONGEST_NAME],
        manager=new.manager,
    )
    if new.team is not None:
        Membership.objects.create(organization=organization, team=new.team, person=person)
    record(told(person, by, "invited", after={"role": new.role.value, "email": email}))
    return person


def checked_name(text: str, field: str = "name") -> str:
    """A name of 1 to 200 characters. Raises PersonRefused."""
    name = " ".join(text.split())
    if says_nothing(name):
        raise PersonRefused({field: "Type a name."})
    if len(name) > LONGEST_NAME:
        raise PersonRefused({field: f"This name is over {LONGEST_NAME} characters. Shorten it."})
    return name


def taken_keys(organization: Organization) -> set[str]:
    """What already begins short ids: the keys of the organization, its teams and people."""
    people = Person.objects.filter(organization=organization).values_list("key", flat=True)
    teams = Team.objects.filter(organization=organization).values_list("key", flat=True)
    return {organization.key, *people, *teams}


def _refuse_twice(organization: Organization, email: str) -> None:
    same = Q(email__iexact=email) | Q(account__email=email)
    there = Person.objects.filter(same, organization=organization).first()
    if there is None:
        return
    cure = "Take them back on their page." if there.has_left else "Edit them in the list below."
    raise PersonRefused({"email": f"{there.name} has this address already. {cure}"})


def _free_handle(organization: Organization, name: str) -> str:
    people = Person.objects.filter(organization=organization)
    return free_slug(name, set(people.values_list("handle", flat=True)), "person")


def _free_key(organization: Organization, name: str) -> str:
    return free_key(name, taken_keys(organization), LONGEST_PERSON_KEY)
