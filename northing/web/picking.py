"""What the pickers of forms search: people, goals and teams, at most ten of each."""

from collections.abc import Sequence

from django.http import JsonResponse
from django.urls import path
from django.views.decorators.http import require_safe

from northing.goals.queries.search import find_goals
from northing.people.queries import find_people, find_teams
from northing.web.page import PageRequest, page

MOST = 10
Items = Sequence[dict[str, str]]


@require_safe
@page
def pick_people(request: PageRequest) -> JsonResponse:
    """Present people by name, e-mail or handle."""
    found = find_people(request.organization, asked_text(request), MOST + 1)
    return _answer(
        [{"id": str(one.pk), "label": one.name, "hint": one.title or one.email} for one in found]
    )


@require_safe
@page
def pick_goals(request: PageRequest) -> JsonResponse:
    """Goals that one may see, by short id or words."""
    found = find_goals(request.viewer, asked_text(request), MOST + 1)
    return _answer(
        [
            {
                "id": str(one.id),
                "label": f"{one.short_id} {one.statement}",
                "hint": f"{one.owner}, {one.cycle}",
            }
            for one in found
        ]
    )


@require_safe
@page
def pick_teams(request: PageRequest) -> JsonResponse:
    """Open teams by name, key or slug."""
    found = find_teams(request.organization, asked_text(request), MOST + 1)
    return _answer([{"id": str(one.pk), "label": one.name, "hint": one.key} for one in found])


def asked_text(request: PageRequest) -> str:
    """What was typed so far; nobody types more than this into a search."""
    return request.GET.get("q", "").replace("\x00", "")[:200]


def _answer(items: Items) -> JsonResponse:
    return JsonResponse({"items": list(items[:MOST]), "more": len(items) > MOST})


urlpatterns = [
    path("<slug:organization>/pick/people", pick_people),
    path("<slug:organization>/pick/goals", pick_goals),
    path("<slug:organization>/pick/teams", pick_teams),
]
