"""People, for admins: the list, inviting somebody, and what can be changed of them."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_POST

from northing.goals.actions.handing_over import leave_with_goals
from northing.people.actions.accounts import give_sign_in_link
from northing.people.actions.changing import EditedMeanwhile, PersonFacts, change_person
from northing.people.actions.joining import NewPerson, invite
from northing.people.actions.leaving import come_back
from northing.people.actions.rights import require_admin
from northing.people.models import Person, Team
from northing.people.queries import NotFound, named_team, person_by_handle, roster, teams_of
from northing.people.rules import PersonRefused, Role
from northing.web.conflicts import Rows, different_rows, last_editor
from northing.web.forms import Typed
from northing.web.local import takes_forms
from northing.web.mail import is_mail_configured, mail_link
from northing.web.page import PageRequest, hue_of, page, redirect_within, show

ROLES = (
    (Role.VIEWER, "Viewer: reads"),
    (Role.MEMBER, "Member: writes goals"),
    (Role.CHAMPION, "Champion: runs cycles"),
    (Role.ADMIN, "Admin: invites, imports"),
    (Role.OWNER, "Owner: everything"),
)
_HANDED = "handed_link"
_WORDS = {
    "name": "Name",
    "title": "What they do",
    "role": "Role",
    "manager": "Manager",
    "teams": "Teams",
}


@takes_forms
@page
def people_list(request: PageRequest) -> HttpResponse:
    """Everybody, 50 a page, with a search; POST invites."""
    require_admin(request.person)
    if request.method != "POST":
        return _list(request, {"role": Role.MEMBER}, {})
    typed = Typed(request.POST)
    new = NewPerson(
        name=typed.text("name"),
        email=typed.text("email"),
        role=Role(typed.choice("role", Role, Role.MEMBER)),
        title=typed.text("title"),
        manager=typed.person("manager", request.organization),
        team=_team(request, typed),
    )
    if typed.problems:
        return _list(request, request.POST.dict(), typed.problems)
    try:
        person = invite(new, request.person)
    except PersonRefused as refused:
        return _list(request, request.POST.dict(), refused.problems)
    return _hand_link(request, person, is_new=True)


@takes_forms
@page
def person_admin(request: PageRequest, handle: str) -> HttpResponse:
    """What can be changed of one person; POST changes it."""
    require_admin(request.person)
    person = person_by_handle(request.organization, handle)
    if request.method != "POST":
        return _form(request, person, _present(person), {})
    if request.POST.get("keep") == "theirs":
        return _back_to(request, person)
    typed = Typed(request.POST)
    facts = PersonFacts(
        name=typed.text("name"),
        title=typed.text("title"),
        role=Role(typed.choice("role", Role, person.role)),
        manager=typed.person("manager", request.organization),
        teams=_teams(request, typed),
    )
    values = _present(person) | request.POST.dict()
    if typed.problems:
        return _form(request, person, values, typed.problems)
    try:
        changed = change_person(person.pk, facts, request.person, typed.whole("version") or 0)
    except PersonRefused as refused:
        return _form(request, person, values, refused.problems)
    except EditedMeanwhile as edited:
        return _conflict(request, edited.current, values)
    return _back_to(request, changed)


@require_POST
@page
def hand_link(request: PageRequest, handle: str) -> HttpResponse:
    """Make a sign-in link for somebody, to copy and hand over."""
    require_admin(request.person)
    person = person_by_handle(request.organization, handle)
    return _hand_link(request, person, is_new=False)


@require_POST
@page
def mark_left(request: PageRequest, handle: str) -> HttpResponse:
    """Mark somebody as left; their open goals go to a successor."""
    require_admin(request.person)
    person = person_by_handle(request.organization, handle)
    typed = Typed(request.POST)
    successor = typed.person("successor", request.organization)
    values = _present(person) | request.POST.dict()
    if typed.problems:
        return _form(request, person, values, typed.problems)
    try:
        leave_with_goals(person.pk, successor, request.person, request.today)
    except PersonRefused as refused:
        return _form(request, person, values, refused.problems)
    return _back_to(request, person)


@require_POST
@page
def take_back(request: PageRequest, handle: str) -> HttpResponse:
    """Take back somebody who had left."""
    require_admin(request.person)
    person = person_by_handle(request.organization, handle)
    come_back(person.pk, request.person)
    return _back_to(request, person)


def _hand_link(request: PageRequest, person: Person, *, is_new: bool) -> HttpResponse:
    """Show the link once, on the person's page; mail it when there is a mail server."""
    try:
        link = give_sign_in_link(person, request.person)
    except PersonRefused as refused:
        if is_new:
            messages.info(request, refused.problems["person"])
            return _back_to(request, person)
        return _form(request, person, _present(person), refused.problems)
    request.session[_HANDED] = {"handle": person.handle, "link": link}
    if is_mail_configured() and person.email:
        mail_link(
            person.email,
            f"{request.person.name} invites you to {request.organization.name} on Northing",
            f"Open this to sign in to {request.organization.name}. It works once, within a week:",
            link,
            "Did you not expect it? Ask your colleague, or leave it unopened.",
        )
    return _back_to(request, person)


def _back_to(request: PageRequest, person: Person) -> HttpResponse:
    return redirect_within(request, f"admin/people/{person.handle}")


def _team(request: PageRequest, typed: Typed) -> Team | None:
    try:
        return named_team(request.organization, typed.text("team"))
    except NotFound as missing:
        typed.problems["team"] = str(missing)
        return None


def _teams(request: PageRequest, typed: Typed) -> tuple[Team, ...]:
    found = []
    for name in typed.names("teams"):
        try:
            team = named_team(request.organization, name)
        except NotFound as missing:
            typed.problems["teams"] = str(missing)
            continue
        if team is not None and team not in found:
            found.append(team)
    return tuple(found)


def _list(request: PageRequest, values: dict[str, Any], problems: dict[str, str]) -> HttpResponse:
    asked = Typed(request.GET)
    number = max(1, min(asked.whole("page") or 1, 10_000))
    text, has_left = asked.text("q"), bool(request.GET.get("left"))
    rows, has_more = roster(request.organization, text, number, has_left=has_left)
    context = {
        "rows": rows,
        "hue_of": hue_of,
        "text": text,
        "has_left": has_left,
        "number": number,
        "has_more": has_more,
        "values": values,
        "problems": problems,
        "error_list": _error_list(problems),
        "roles": _roles_of(request.person),
        "has_mail": is_mail_configured(),
    }
    status = 422 if problems else 200
    return show(request, "people/list.html", context, here="admin/people", status=status)


def _roles_of(person: Person) -> list[tuple[Role, str]]:
    """The roles that somebody may give: none stronger than their own."""
    strength = list(Role)
    return [one for one in ROLES if strength.index(one[0]) <= strength.index(Role(person.role))]


def _present(person: Person) -> dict[str, str]:
    return {
        "name": person.name,
        "title": person.title,
        "role": person.role,
        "manager": person.manager.name if person.manager else "",
        "manager_id": str(person.manager_id or ""),
        "teams": ", ".join(team.name for team in teams_of(person)),
        "version": str(person.version),
        "successor": "",
    }


def _form(
    request: PageRequest,
    person: Person,
    values: dict[str, str],
    problems: dict[str, str],
    *,
    status: int = 0,
    conflict: Rows = (),
) -> HttpResponse:
    context = {
        "person": person,
        "hue_of": hue_of,
        "values": values,
        "problems": problems,
        "error_list": _error_list(problems),
        "roles": _roles_of(request.person),
        "link": _handed_link(request, person),
        "has_mail": is_mail_configured(),
        "conflict": conflict,
        "editor": last_editor(person.organization_id, person.pk) if conflict else "",
        "may_change": person.role in dict(_roles_of(request.person)),
    }
    status = status or (422 if problems else 200)
    return show(request, "people/edit.html", context, here="admin/people", status=status)


def _handed_link(request: PageRequest, person: Person) -> str:
    """The link that was just made, shown once."""
    handed = request.session.get(_HANDED) or {}
    if handed.get("handle") != person.handle:
        return ""
    del request.session[_HANDED]
    return str(handed["link"])


def _error_list(problems: dict[str, str]) -> list[tuple[str, str]]:
    fields = {"person", "link"}
    return [("" if name in fields else f"id_{name}", text) for name, text in problems.items()]


def _conflict(request: PageRequest, current: Person, values: dict[str, str]) -> HttpResponse:
    """Both versions side by side; what was typed stays in the form and can be sent again."""
    theirs = _present(current)
    different = different_rows(_WORDS, values, theirs)
    if not different:
        return _back_to(request, current)
    mine = values | {"version": theirs["version"]}
    return _form(request, current, mine, {}, status=409, conflict=different)


urlpatterns = [
    path("<slug:organization>/admin/people", people_list),
    path("<slug:organization>/admin/people/<str:handle>", person_admin),
    path("<slug:organization>/admin/people/<str:handle>/link", hand_link),
    path("<slug:organization>/admin/people/<str:handle>/leave", mark_left),
    path("<slug:organization>/admin/people/<str:handle>/return", take_back),
]
