"""`northing createuser`: an account without the pages, for the first admin or a locked-out one."""

from typing import TYPE_CHECKING, Annotated

import typer

from northing.cli.program import Refused, app, start_django

if TYPE_CHECKING:
    from northing.people.models import Organization, Person

Email = Annotated[str, typer.Argument(help="The address with which the person signs in.")]
Name = Annotated[str, typer.Option(help="The person's name. Needed for somebody new.")]
Where = Annotated[str, typer.Option("--organization", help="Its name, or its part of addresses.")]
RoleName = Annotated[str, typer.Option("--role", help="viewer, member, champion, admin or owner.")]
Create = Annotated[
    bool, typer.Option("--create", help="Make the organization when there is none of this name.")
]


@app.command("createuser")
def createuser(
    email: Email,
    name: Name = "",
    organization: Where = "",
    role: RoleName = "",
    create: Create = False,
) -> None:
    """Create an account for a person, or find it, and print a link that signs in once."""
    start_django()
    from django.conf import settings

    from northing.cli.database import bring_up_to_date
    from northing.people.rules import PersonRefused
    from northing.people.sign_in_links import sign_in_link

    bring_up_to_date()
    try:
        person, is_new = _person(email, name, organization, role, create)
    except PersonRefused as refused:
        raise Refused("; ".join(refused.problems.values())) from refused
    if person.account is None:
        raise Refused(f"{person.name} has no account. Invite them on the people page.")
    what = "joins" if is_new else "belongs to"
    typer.echo(f"{person.name} {what} {person.organization.name} as {person.role}.")
    typer.echo(f"Sign in (once, within a day): {sign_in_link(person.account)}")
    typer.echo(f"Northing must be running at {settings.BASE_URL}.")


def _person(email: str, name: str, where: str, role: str, create: bool) -> tuple["Person", bool]:
    """The person of this address in the organization, made when there is none."""
    from northing.people.actions.joining import NewPerson, add_person
    from northing.people.queries import person_by_email
    from northing.people.rules import Role

    organization, is_founded_now = _organization(where, create)
    there = person_by_email(organization, email)
    if there is not None:
        if role and role != there.role:
            raise Refused(f"{there.name} is {there.role} already. Roles change on the people page.")
        return there, False
    given = role or (Role.OWNER if is_founded_now else Role.MEMBER)
    if given not in set(Role):
        raise Refused(f"{role!r} is no role. Choose one of: {', '.join(Role)}.")
    if not name:
        raise Refused("Nobody here has this address yet. Say who it is: --name 'Ines Okafor'")
    return add_person(organization, NewPerson(name, email, Role(given))), True


def _organization(where: str, create: bool) -> tuple["Organization", bool]:
    from northing.cycles.actions.founding import open_year
    from northing.people.actions.founding import create_organization
    from northing.people.queries import organizations, today_of

    all_of_them = organizations()
    wanted = where.strip().lower()
    found = [one for one in all_of_them if not wanted or wanted in {one.slug, one.name.lower()}]
    if len(found) == 1:
        return found[0], False
    if where and not found and (create or not all_of_them):
        made = create_organization(where)
        open_year(made, today_of(made))
        return made, True
    names = ", ".join(one.slug for one in all_of_them) or "none yet"
    raise Refused(f"Say which organization: --organization NAME. There is: {names}.")
