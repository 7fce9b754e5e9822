"""Teams, for admins: the tree, a new team, and what can be changed of one."""

from typing import Any

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_POST

from northing.goals.actions.handing_over import close_team_without_goals
from northing.people.actions.changing import EditedMeanwhile
from northing.people.actions.rights import require_admin
from northing.people.actions.teams import TeamFacts, change_team, create_team
from northing.people.models import Team
from northing.people.queries import NotFound, named_team, team_by_slug, teams_in
from northing.people.rules import PersonRefused
from northing.web.conflicts import Rows, different_rows, last_editor
from northing.web.forms import Typed
from northing.web.local import takes_forms
from northing.web.page import PageRequest, hue_of, page, redirect_within, show
from northing.web.teams import descend

MOST_TEAMS = 500
_WORDS = {"name": "Name", "key": "Key", "purpose": "Purpose", "lead": "Lead", "parent": "Part of"}


@takes_forms
@page
def team_tree(request: PageRequest) -> HttpResponse:
    """Every team in its place; POST makes a new one."""
    require_admin(request.person)
    if request.method != "POST":
        return _tree(request, {}, {})
    typed = Typed(request.POST)
    facts = _facts(request, typed)
    if typed.problems:
        return _tree(request, request.POST.dict(), typed.problems)
    try:
        create_team(facts, request.person)
    except PersonRefused as refused:
        return _tree(request, request.POST.dict(), refused.problems)
    return redirect_within(request, "admin/teams")


@takes_forms
@page
def team_admin(request: PageRequest, slug: str) -> HttpResponse:
    """What can be changed of one team; POST changes it."""
    require_admin(request.person)
    team = _open_team(request, slug)
    if request.method != "POST":
        return _form(request, team, _present(team), {})
    if request.POST.get("keep") == "theirs":
        return redirect_within(request, f"admin/teams/{team.slug}")
    typed = Typed(request.POST)
    facts = _facts(request, typed)
    values = _present(team) | request.POST.dict()
    if typed.problems:
        return _form(request, team, values, typed.problems)
    try:
        change_team(team.pk, facts, request.person, typed.whole("version") or 0)
    except PersonRefused as refused:
        return _form(request, team, values, refused.problems)
    except EditedMeanwhile as edited:
        return _conflict(request, edited.current, values)
    return redirect_within(request, "admin/teams")


@require_POST
@page
def close(request: PageRequest, slug: str) -> HttpResponse:
    """Close a team that is empty; otherwise say what still hangs on it."""
    require_admin(request.person)
    team = _open_team(request, slug)
    try:
        close_team_without_goals(team, request.person, request.today)
    except PersonRefused as refused:
        return _form(request, team, _present(team), refused.problems)
    return redirect_within(request, "admin/teams")


def _open_team(request: PageRequest, slug: str) -> Team:
    team = team_by_slug(request.organization, slug)
    if team.closed_on is not None:
        raise NotFound(slug)
    return team


def _facts(request: PageRequest, typed: Typed) -> TeamFacts:
    return TeamFacts(
        name=typed.text("name"),
        key=typed.text("key"),
        purpose=typed.text("purpose"),
        lead=typed.person("lead", request.organization),
        parent=_parent(request, typed),
    )


def _parent(request: PageRequest, typed: Typed) -> Team | None:
    try:
        return named_team(request.organization, typed.text("parent"))
    except NotFound as missing:
        typed.problems["parent"] = str(missing)
        return None


def _tree(request: PageRequest, values: dict[str, Any], problems: dict[str, str]) -> HttpResponse:
    teams = list(teams_in(request.organization).select_related("lead")[:MOST_TEAMS])
    context = {
        "rows": list(descend(teams, None, 0)),
        "hue_of": hue_of,
        "values": values,
        "problems": problems,
        "error_list": _error_list(problems),
    }
    status = 422 if problems else 200
    return show(request, "people/teams.html", context, here="admin/teams", status=status)


def _present(team: Team) -> dict[str, str]:
    return {
        "name": team.name,
        "key": team.key,
        "purpose": team.purpose,
        "lead": team.lead.name if team.lead else "",
        "lead_id": str(team.lead_id or ""),
        "parent": team.parent.name if team.parent else "",
        "version": str(team.version),
    }


def _form(
    request: PageRequest,
    team: Team,
    values: dict[str, str],
    problems: dict[str, str],
    *,
    status: int = 0,
    conflict: Rows = (),
) -> HttpResponse:
    context = {
        "team": team,
        "values": values,
        "problems": problems,
        "error_list": _error_list(problems),
        "conflict": conflict,
        "editor": last_editor(team.organization_id, team.pk) if conflict else "",
    }
    status = status or (422 if problems else 200)
    return show(request, "people/team.html", context, here="admin/teams", status=status)


def _error_list(problems: dict[str, str]) -> list[tuple[str, str]]:
    return [("" if name == "team" else f"id_{name}", text) for name, text in problems.items()]


def _conflict(request: PageRequest, current: Team, values: dict[str, str]) -> HttpResponse:
    """Both versions side by side; what was typed stays in the form and can be sent again."""
    theirs = _present(current)
    different = different_rows(_WORDS, values, theirs)
    if not different:
        return redirect_within(request, "admin/teams")
    mine = values | {"version": theirs["version"]}
    return _form(request, current, mine, {}, status=409, conflict=different)


urlpatterns = [
    path("<slug:organization>/admin/teams", team_tree),
    path("<slug:organization>/admin/teams/<slug:slug>", team_admin),
    path("<slug:organization>/admin/teams/<slug:slug>/close", close),
]
