"""Refusing what a role does not allow, with the names of those who can."""

from northing.people.models import Organization, Person
from northing.people.rules import RightMissing, Role, may_administer, may_give_role

MOST_NAMES = 3


def require_admin(by: Person) -> None:
    """Raise RightMissing, naming who can, unless the person administers the organization."""
    if not may_administer(by.role):
        raise RightMissing(f"Only admins and owners do this. Ask {who_can(by.organization)}.")


def require_role_over(by: Person, person: Person, new: str | None = None) -> None:
    """Raise RightMissing unless `by` may change somebody of this role (to the role `new`)."""
    require_admin(by)
    if not may_give_role(by.role, person.role, new or person.role):
        raise RightMissing(
            f"Only owners change owners, and nobody gives a stronger role than their own. "
            f"Ask {who_can(by.organization, Role.OWNER)}."
        )


def who_can(organization: Organization, least: Role = Role.ADMIN) -> str:
    """A few names of those who have the role or a stronger one: "Priit Saar or Ines Okafor"."""
    roles = [role.value for role in Role][list(Role).index(least) :]
    names = list(
        Person.objects.filter(organization=organization, role__in=roles, left_on=None)
        .order_by("name")
        .values_list("name", flat=True)[:MOST_NAMES]
    )
    if len(names) < 2:
        return names[0] if names else "whoever runs this server"
    return f"{', '.join(names[:-1])} or {names[-1]}"
