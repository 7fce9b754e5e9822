"""Teams: the list, and the page from which a lead runs the Monday quarter of an hour."""

from collections.abc import Iterator, Sequence
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from northing.goals.rules.kinds import GoalKind
from northing.insights.queries.team_week import TeamGoal, goals_of_team, members_week
from northing.insights.rules import sentence_of_the_week
from northing.measures.voices import Status
from northing.people.models import Team
from northing.people.queries import team_by_slug, teams_in
from northing.web.addresses import goal_address
from northing.web.goal_marks import says_cell
from northing.web.page import PageRequest, frame_of, hue_of, page, show

MOST_TEAMS = 200


@require_safe
@page
def team_list(request: PageRequest) -> HttpResponse:
    """The tree of teams with their leads."""
    teams = list(teams_in(request.organization).select_related("lead")[:MOST_TEAMS])
    rows = list(descend(teams, None, 0))
    context = {"rows": rows, "hue_of": hue_of}
    return show(request, "teams/list.html", context, here="teams")


@require_safe
@page
def team_page(request: PageRequest, slug: str) -> HttpResponse:
    """A team's week; `?present=N` shows its N-th goal alone, for the screen of a meeting."""
    team = team_by_slug(request.organization, slug)
    cycle = frame_of(request).cycle
    goals = goals_of_team(request.viewer, team, cycle, request.today)
    shown = _asked_number(request.GET.get("present"), len(goals))
    context: dict[str, Any] = {
        "team": team,
        "cycle": cycle,
        "goals": goals,
        "goal_address": goal_address,
        "hue_of": hue_of,
        "says_cell": says_cell,
    }
    if shown is not None:
        context |= {"number": shown, "row": goals[shown]}
        return show(request, "teams/present.html", context, here=f"teams/{slug}")
    members = members_week(request.viewer, team, request.today)
    measured = [row for row in goals if row.goal.kind != GoalKind.OBJECTIVE]
    asking = [row for row in measured if row.goal.help_wanted]
    context |= {
        "members": members,
        "asking": asking,
        "agenda": _agenda(measured),
        "sentence": sentence_of_the_week(
            [row.status for row in measured],
            sum(_waits(row, request) for row in measured),
            len(asking),
        ),
    }
    return show(request, "teams/page.html", context, here=f"teams/{slug}")


def descend(teams: Sequence[Team], parent: UUID | None, depth: int) -> Iterator[tuple[int, Team]]:
    """The tree in reading order, each team with its depth."""
    for team in teams:
        if team.parent_id == parent:
            yield depth, team
            yield from descend(teams, team.pk, depth + 1)


def _agenda(measured: Sequence[TeamGoal]) -> Sequence[TeamGoal]:
    """What to talk about: who asks for help, then what is off track, then what is at risk."""
    worth = [
        row
        for row in measured
        if row.goal.help_wanted or row.status in (Status.OFF_TRACK, Status.AT_RISK)
    ]
    return sorted(worth, key=lambda row: (not row.goal.help_wanted, row.goal.confidence or 10))[:6]


def _waits(row: TeamGoal, request: PageRequest) -> bool:
    due = row.goal.next_due
    return due is not None and due <= request.today


def _asked_number(text: str | None, count: int) -> int | None:
    if text is None or not count:
        return None
    number = int(text) if text.isascii() and text.isdigit() and len(text) < 6 else 0
    return min(number, count - 1)


urlpatterns = [
    path("<slug:organization>/teams", team_list, name="teams"),
    path("<slug:organization>/teams/<slug:slug>", team_page, name="team"),
]
