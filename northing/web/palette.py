"""The palette: one's own goals, things to do, goals, people and teams, by a few letters."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.http import JsonResponse
from django.urls import path
from django.views.decorators.http import require_safe

from northing.goals.queries.search import FoundGoal, find_goals, own_goals
from northing.goals.rules.kinds import GoalState
from northing.measures.voices import status_of
from northing.people.models import Person, Team
from northing.people.queries import find_people, find_teams
from northing.people.rules import Role, is_at_least
from northing.web.addresses import goal_address
from northing.web.page import PageRequest, page
from northing.web.picking import asked_text

MOST = 12
Items = Sequence[dict[str, str]]


@dataclass(frozen=True, slots=True)
class Verb:
    """Something to do or a place to go; `least` is the weakest role that it is offered to."""

    label: str
    place: str
    icon: str
    hint: str = ""
    least: Role = Role.VIEWER
    words: str = ""


VERBS = (
    Verb("Check in", "my/week", "check", "I", Role.MEMBER, "my week update value"),
    Verb("New goal", "goals/new", "plus", "C", Role.MEMBER, "write create objective smart okr"),
    Verb("My week", "my/week", "week", "G W", words="home due"),
    Verb("Goals", "goals", "goals", "G G", words="all outline table filter"),
    Verb("Map", "map", "map", "G M", words="alignment tree"),
    Verb("Strategy", "strategy", "strategy", "G S", words="mission vision values pillars"),
    Verb("Cycles", "cycles", "cycles", "G Y", words="quarter year plan close"),
    Verb("Drafts", "plan", "edit", "", words="plan cycle quarter coach quality load"),
    Verb("School", "school", "school", "", words="learn lessons coach write good goals help"),
    Verb("Library", "templates", "table", "", words="templates examples goals to start from"),
    Verb("Teams", "teams", "team", "G T", words="groups"),
    Verb("Edit the strategy", "strategy/edit", "edit", "", Role.CHAMPION, "mission vision"),
    Verb("Import a spreadsheet", "import", "import", "", Role.ADMIN, "excel xlsx csv upload"),
    Verb("Invite somebody", "admin/people", "people", "", Role.ADMIN, "people add user person"),
    Verb("Manage teams", "admin/teams", "team", "", Role.ADMIN, "add create team"),
    Verb("Organization", "admin/organization", "edit", "", Role.ADMIN, "settings time zone pace"),
)


@require_safe
@page
def palette(request: PageRequest) -> JsonResponse:
    """At most twelve things, in groups; without letters one's own goals and what can be done."""
    text = asked_text(request)
    if not text.strip():
        own = [_goal(request, one) for one in own_goals(request.viewer, 4)]
        return _answer([("Yours", own), ("Do", _verbs(request, "", MOST - len(own)))])
    goals = find_goals(request.viewer, text, 6)
    people = find_people(request.organization, text, 3)
    teams = find_teams(request.organization, text, 2)
    return _answer(
        [
            ("Do", _verbs(request, text, 3)),
            ("Goals", [_goal(request, one) for one in goals]),
            ("People", [_person(request, one) for one in people]),
            ("Teams", [_team(request, one) for one in teams]),
        ]
    )


def _verbs(request: PageRequest, text: str, limit: int) -> Items:
    """What the person's role may do, and each typed word begins a word of."""
    typed = text.lower().split()
    return [
        _item(request, verb.label, verb.place, verb.hint, icon=verb.icon)
        for verb in VERBS
        if is_at_least(request.person.role, verb.least) and _matches(verb, typed)
    ][:limit]


def _matches(verb: Verb, typed: Sequence[str]) -> bool:
    words = f"{verb.label} {verb.words}".lower().split()
    return all(any(word.startswith(one) for word in words) for one in typed)


def _goal(request: PageRequest, goal: FoundGoal) -> dict[str, str]:
    place = goal_address(goal.kind, goal.short_id, goal.statement)
    status = status_of(goal.confidence).value
    is_open = goal.state == GoalState.ACTIVE
    hint = goal.short_id if is_open else f"{goal.short_id} · {goal.cycle}"
    return _item(request, goal.statement, place, hint, status=status)


def _person(request: PageRequest, person: Person) -> dict[str, str]:
    return _item(request, person.name, f"people/{person.handle}", person.title, icon="people")


def _team(request: PageRequest, team: Team) -> dict[str, str]:
    return _item(request, team.name, f"teams/{team.slug}", team.key, icon="team")


def _item(request: PageRequest, label: str, place: str, hint: str, **marks: str) -> dict[str, str]:
    href = f"/{request.organization.slug}/{place}"
    return {"label": label, "hint": hint, "href": href, "status": "", "icon": "", **marks}


def _answer(groups: Sequence[tuple[str, Items]]) -> JsonResponse:
    """The groups in order, cut after twelve things in all."""
    room = MOST
    shown = []
    for name, items in groups:
        if items[:room]:
            shown.append({"name": name, "items": items[:room]})
        room -= len(items[:room])
    return JsonResponse({"groups": shown})


urlpatterns = [path("<slug:organization>/palette", palette)]
