"""Leaving an organization, and coming back. Nothing that somebody wrote goes away."""

from datetime import date
from uuid import UUID

from django.db import transaction

from northing.activity.actions import record
from northing.people.actions.accounts import told
from northing.people.actions.changing import held_person, keep_an_owner, save_next_version
from northing.people.actions.rights import require_role_over
from northing.people.models import Person, Team
from northing.people.rules import PersonRefused, Role


@transaction.atomic
def leave(key: UUID, successor: Person | None, by: Person, today: date) -> Person:
    """Mark a person as left: from this moment no session or link of theirs opens anything here.

    Teams they led go to the successor, their reports to their own manager. Goals are handed over
    by goals.actions.handing_over, which calls this.
    """
    person = held_person(key, by)
    require_role_over(by, person)
    if person.has_left:
        return person
    if person.role == Role.OWNER:
        keep_an_owner(person, "person")
    person.left_on = today
    save_next_version(person)
    Person.objects.filter(organization_id=person.organization_id, manager=person).update(
        manager=person.manager
    )
    Team.objects.filter(organization_id=person.organization_id, lead=person).update(lead=successor)
    after = {"successor": successor.name} if successor else {}
    record(told(person, by, "left", after=after))
    return person


@transaction.atomic
def come_back(key: UUID, by: Person) -> Person:
    """Take back somebody who had left; they sign in as before."""
    person = held_person(key, by)
    require_role_over(by, person)
    if not person.has_left:
        return person
    if person.manager is not None and person.manager.has_left:
        person.manager = None
    person.left_on = None
    save_next_version(person)
    record(told(person, by, "came back"))
    return person


def check_successor(person: Person, successor: Person) -> None:
    """Raise PersonRefused for a successor who is the leaver or has left too."""
    if successor.pk == person.pk or successor.has_left:
        raise PersonRefused({"successor": "Choose somebody else, who is still here."})
