"""Changing what is known of a person: name, title, role, manager, teams."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, TypeVar
from uuid import UUID

from django.db import models, transaction

from northing.activity.actions import record
from northing.alignment.loops import loop_closed_by
from northing.people.actions.accounts import told
from northing.people.actions.joining import LONGEST_NAME, checked_name
from northing.people.actions.rights import require_role_over
from northing.people.models import Membership, Person, Team
from northing.people.queries import NotFound
from northing.people.rules import PersonRefused, Role
from northing.storage.locks import change_structure

M = TypeVar("M", bound=models.Model)


class EditedMeanwhile(Exception):
    """Somebody else changed it while one was writing. `current` is how it is now."""

    def __init__(self, current: Any) -> None:
        super().__init__("Somebody else changed this while you were writing.")
        self.current = current


@dataclass(frozen=True, slots=True)
class PersonFacts:
    """What an admin may say about somebody."""

    name: str
    title: str
    role: Role
    manager: Person | None
    teams: tuple[Team, ...]


@transaction.atomic
def change_person(key: UUID, facts: PersonFacts, by: Person, seen_version: int) -> Person:
    """Change a person. Raises RightMissing, PersonRefused, EditedMeanwhile or NotFound."""
    change_structure(by.organization_id)
    person = held_person(key, by, seen_version)
    require_role_over(by, person, facts.role)
    if person.role == Role.OWNER and facts.role != Role.OWNER:
        keep_an_owner(person, "role")
    _check_manager(person, facts.manager)
    before = _as_told(person, _teams_of(person))
    person.name = checked_name(facts.name)
    person.title = facts.title.strip()[:LONGEST_NAME]
    person.role = facts.role
    person.manager = facts.manager
    after = _as_told(person, facts.teams)
    if before == after:
        return person
    _put_into(person, facts.teams)
    save_next_version(person)
    changed = [name for name in after if before[name] != after[name]]
    record(
        told(
            person,
            by,
            "changed",
            before={name: before[name] for name in changed},
            after={name: after[name] for name in changed},
        )
    )
    return person


def held_person(key: UUID, by: Person, seen_version: int | None = None) -> Person:
    """The person of one's organization, locked until the transaction ends.

    Raises NotFound, or EditedMeanwhile when it is no longer at the version seen.
    """
    person = (
        Person.objects.select_for_update(of=("self",), no_key=True)
        .select_related("manager", "organization", "account")
        .filter(organization_id=by.organization_id, pk=key)
        .first()
    )
    if person is None:
        raise NotFound(str(key))
    if seen_version is not None and person.version != seen_version:
        raise EditedMeanwhile(person)
    return person


def keep_an_owner(person: Person, field: str) -> None:
    """Raise PersonRefused when nobody else present owns the organization."""
    owners = Person.objects.select_for_update(no_key=True).filter(
        organization_id=person.organization_id,
        role=Role.OWNER,
        left_on=None,
        account__isnull=False,
    )
    if all(owner.pk == person.pk for owner in owners):
        raise PersonRefused(
            {field: f"{person.name} is the last owner. Make somebody else an owner first."}
        )


def save_next_version(row: Any) -> None:
    """Save a row that two people may edit, so that the second one notices."""
    row.version += 1
    row.save()


def _check_manager(person: Person, manager: Person | None) -> None:
    if manager is None or manager.pk == person.manager_id:
        return
    if manager.has_left:
        raise PersonRefused({"manager": f"{manager.name} has left. Choose somebody present."})
    people = Person.objects.filter(organization_id=person.organization_id, manager__isnull=False)
    managers = {key: (above,) for key, above in people.values_list("pk", "manager_id")}
    loop = loop_closed_by(person.pk, manager.pk, managers)
    if loop is not None:
        names = dict(Person.objects.filter(pk__in=loop).values_list("pk", "name"))
        spelled = " → ".join(names[key] for key in loop)
        raise PersonRefused({"manager": f"That would be a circle: {spelled}. Choose another."})


def _teams_of(person: Person) -> tuple[Team, ...]:
    return tuple(Team.objects.filter(memberships__person=person, closed_on=None))


def _put_into(person: Person, teams: tuple[Team, ...]) -> None:
    there = Membership.objects.filter(person=person, team__closed_on=None)
    wanted = {team.pk for team in teams}
    there.exclude(team_id__in=wanted).delete()
    known = set(there.values_list("team_id", flat=True))
    Membership.objects.bulk_create(
        Membership(organization_id=person.organization_id, team_id=key, person=person)
        for key in wanted - known
    )


def _as_told(person: Person, teams: tuple[Team, ...]) -> Mapping[str, Any]:
    return {
        "name": person.name,
        "title": person.title,
        "role": str(person.role),
        "manager": person.manager.name if person.manager else "",
        "teams": ", ".join(sorted(team.name for team in teams)),
    }
