"""Finding organizations, persons and teams, always for somebody."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import Error, connection
from django.db.models import Q, QuerySet
from django.utils import timezone

from northing.people.models import Account, Membership, Organization, Person, Team
from northing.people.rules import Role, today_in
from northing.storage import statements
from northing.storage.statements import RowReader

LONGEST_NAME = 254
"""No name, e-mail address or key has more characters."""


class NotFound(LookupError):
    """No such person, team or organization, or not for this viewer."""


def today_of(organization: Organization) -> date:
    """The day it is now on the organization's calendar."""
    return today_in(organization.time_zone, timezone.now())


def person_signed_in(account_id: UUID, organization_slug: str) -> Person:
    """The person whom an account is in an organization, with the organization loaded.

    Raises NotFound for accounts without a person there, and for persons who have left.
    """
    found = statements.rows(_SIGNED_IN, [statements.key(account_id), organization_slug])
    if not found:
        raise NotFound(organization_slug)
    row = found[0]
    [person] = _PEOPLE.read([row[: _PEOPLE.width]])
    [organization] = _ORGANIZATIONS.read([row[_PEOPLE.width : -_ACCOUNTS.width]])
    [account] = _ACCOUNTS.read([row[-_ACCOUNTS.width :]])
    person.organization, person.account = organization, account
    return person


_PEOPLE, _ORGANIZATIONS, _ACCOUNTS = RowReader(Person), RowReader(Organization), RowReader(Account)
_SIGNED_IN = f"""
    SELECT {_PEOPLE.columns("person")}, {_ORGANIZATIONS.columns("organization")},
        {_ACCOUNTS.columns("account")}
    FROM people_person AS person
    JOIN people_organization AS organization ON organization.id = person.organization_id
    JOIN people_account AS account ON account.id = person.account_id
    WHERE person.account_id = %s AND account.is_active AND organization.slug = %s
        AND person.left_on IS NULL
"""  # noqa: S608 (names of columns)


def persons_of(account: Account) -> Sequence[Person]:
    """Everyone whom an account is, in all organizations, present ones only."""
    return list(
        Person.objects.select_related("organization")
        .filter(account=account, left_on=None)
        .order_by("organization__name")
    )


def people_in(organization: Organization) -> QuerySet[Person]:
    """Everybody of an organization, also who has left."""
    return Person.objects.filter(organization=organization)


def find_people(organization: Organization, text: str, limit: int = 8) -> Sequence[Person]:
    """Present people whose name, e-mail or handle holds the text, at most `limit`."""
    found = people_in(organization).filter(left_on=None)
    if text.strip():
        word = text.strip()[:LONGEST_NAME]
        found = found.filter(
            Q(name__icontains=word) | Q(email__icontains=word) | Q(handle__istartswith=word)
        )
    return list(found.order_by("name", "id")[:limit])


def _name_in(text: str) -> str:
    """A name as typed. Raises NotFound for one that is longer than any: it is not searched for."""
    word = text.strip()
    if len(word) > LONGEST_NAME:
        raise NotFound(f"“{word[:40]}…” is too long for a name. Choose one from the list.")
    return word


def named_person(organization: Organization, text: str) -> Person:
    """The one person meant by a name, e-mail or handle as typed. Raises NotFound with the cure."""
    word = _name_in(text)
    exact = Q(name__iexact=word) | Q(email__iexact=word) | Q(handle__iexact=word)
    found = list(people_in(organization).filter(exact)[:3]) if word else []
    present = [person for person in found if not person.has_left] or found
    if len(present) == 1:
        return present[0]
    if len(present) > 1:
        raise NotFound(f"Several people are called {word}. Use the e-mail address.")
    raise NotFound(f"Nobody here is called {word}. Check the spelling or use the e-mail address.")


def person_by_handle(organization: Organization, handle: str) -> Person:
    """One person by the handle in addresses. Raises NotFound."""
    person = people_in(organization).select_related("manager").filter(handle=handle).first()
    if person is None:
        raise NotFound(handle)
    return person


def teams_in(organization: Organization) -> QuerySet[Team]:
    """The open teams of an organization in their order."""
    return Team.objects.filter(organization=organization, closed_on=None).order_by(
        "position", "name"
    )


def team_by_slug(organization: Organization, slug: str) -> Team:
    """One team by the slug in addresses, with its lead. Raises NotFound."""
    team = (
        Team.objects.select_related("lead", "parent")
        .filter(organization=organization, slug=slug)
        .first()
    )
    if team is None:
        raise NotFound(slug)
    return team


def named_team(organization: Organization, text: str) -> Team | None:
    """The open team of a name, key or slug as typed; None for nothing. Raises NotFound."""
    word = _name_in(text)
    if not word:
        return None
    same = Q(name__iexact=word) | Q(slug__iexact=word) | Q(key__iexact=word)
    found = list(teams_in(organization).filter(same)[:2])
    if len(found) == 1:
        return found[0]
    if found:
        raise NotFound(f"Two teams are called {word}. Use the key of the team.")
    raise NotFound(
        f"There is no team called {word}. Choose one from the list, or add it under Teams."
    )


def first_team_of(person: Person) -> Team | None:
    """The team that a person most likely writes goals for: one they lead, else one they are in."""
    led = Team.objects.filter(lead=person, closed_on=None).order_by("position").first()
    if led is not None:
        return led
    return (
        Team.objects.filter(memberships__person=person, closed_on=None)
        .order_by("position", "name")
        .first()
    )


def account_by_email(email: str) -> Account | None:
    """The account that signs in with an address and still belongs somewhere."""
    return Account.objects.filter(
        email=email.strip().lower(), is_active=True, persons__left_on=None, persons__isnull=False
    ).first()


def is_founded() -> bool:
    """Whether anybody has an account: the first run is over."""
    return Account.objects.exists()


def database_answers() -> bool:
    """Whether the database answers at all."""
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return bool(cursor.fetchone() == (1,))
    except Error:
        return False


def organizations() -> Sequence[Organization]:
    """Every organization of this installation, for its commands."""
    return list(Organization.objects.order_by("created_at"))


def person_by_email(organization: Organization, email: str) -> Person | None:
    """The person of an address, whatever its case."""
    address = email.strip().lower()
    same = Q(email__iexact=address) | Q(account__email=address)
    return people_in(organization).select_related("account", "organization").filter(same).first()


def are_all_demos() -> bool:
    """Whether no organization here is anything but a demo."""
    return not Organization.objects.filter(is_demo=False).exists()


def is_demo_open() -> bool:
    """Whether the demo is all there is: whoever reaches the server may look around in it."""
    return Organization.objects.filter(is_demo=True).exists() and are_all_demos()


def organization_by_slug(slug: str) -> Organization | None:
    """The organization of an address."""
    return Organization.objects.filter(slug=slug).first()


def people_by_handle(organization: Organization, handles: Sequence[str]) -> Mapping[str, Person]:
    """Present people by their handles, with their accounts."""
    found = people_in(organization).select_related("account").filter(left_on=None)
    return {person.handle: person for person in found.filter(handle__in=list(handles))}


def first_owner(organization: Organization) -> Person:
    """Whoever owns the organization longest and is still here. Raises NotFound."""
    owners = people_in(organization).filter(role=Role.OWNER, left_on=None)
    found = owners.select_related("organization").order_by("created_at", "id").first()
    if found is None:
        raise NotFound("This organization has no owner. Name an admin with --as.")
    return found


PAGE_OF_PEOPLE = 50


@dataclass(frozen=True, slots=True)
class RosterRow:
    """Somebody in the list of people, with the names of their teams."""

    person: Person
    teams: str


def roster(
    organization: Organization, text: str, page: int, *, has_left: bool = False
) -> tuple[Sequence[RosterRow], bool]:
    """A page (from 1) of people by name, found by name, e-mail or handle; and if more follow.

    Two statements for a page of 50, however many people there are.
    """
    found = people_in(organization).filter(left_on__isnull=not has_left)
    word = text.strip()[:LONGEST_NAME]
    if word:
        same = Q(name__icontains=word) | Q(email__icontains=word) | Q(handle__istartswith=word)
        found = found.filter(same)
    first = (page - 1) * PAGE_OF_PEOPLE
    ordered = found.select_related("manager", "account").order_by("name", "id")
    people = list(ordered[first : first + PAGE_OF_PEOPLE + 1])
    shown = people[:PAGE_OF_PEOPLE]
    names = team_names([person.pk for person in shown])
    return [RosterRow(one, ", ".join(names.get(one.pk, ()))) for one in shown], len(people) > len(
        shown
    )


def team_names(people: Sequence[UUID]) -> Mapping[UUID, Sequence[str]]:
    """The names of the open teams of each person, by person."""
    rows = (
        Membership.objects.filter(person_id__in=people, team__closed_on=None)
        .order_by("team__position", "team__name")
        .values_list("person_id", "team__name")
    )
    names: dict[UUID, list[str]] = defaultdict(list)
    for key, name in rows:
        names[key].append(name)
    return names


def teams_of(person: Person) -> Sequence[Team]:
    """The open teams that a person is in."""
    return list(
        Team.objects.filter(memberships__person=person, closed_on=None).order_by("position", "name")
    )


def find_teams(organization: Organization, text: str, limit: int) -> Sequence[Team]:
    """Open teams whose name holds the text, or whose key or slug begins with it."""
    word = text.strip()[:LONGEST_NAME]
    same = Q(name__icontains=word) | Q(key__istartswith=word) | Q(slug__istartswith=word)
    return list(teams_in(organization).filter(same)[:limit])
