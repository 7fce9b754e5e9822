"""A person: what they do, where they belong and what they carry. Nobody is ranked."""

from collections.abc import Sequence

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from northing.activity.models import Entry
from northing.activity.queries import of_subject
from northing.goals.queries.search import open_goals_of
from northing.measures.voices import status_of
from northing.people.queries import person_by_handle, teams_of
from northing.web.addresses import goal_address
from northing.web.page import PageRequest, hue_of, page, show

MOST_GOALS = 30


@require_safe
@page
def person_page(request: PageRequest, handle: str) -> HttpResponse:
    """Name, title, manager, teams and the open goals that the viewer may see."""
    person = person_by_handle(request.organization, handle)
    goals = open_goals_of(request.viewer, person.pk, MOST_GOALS + 1)
    is_you = person.pk == request.person.pk
    context = {
        "person": person,
        "hue_of": hue_of,
        "is_you": is_you,
        "teams": teams_of(person),
        "goals": goals[:MOST_GOALS],
        "has_more": len(goals) > MOST_GOALS,
        "goal_address": goal_address,
        "status_of": status_of,
        "links": _links_made_for(request) if is_you else (),
    }
    return show(request, "people/page.html", context, here="people")


def _links_made_for(request: PageRequest) -> Sequence[Entry]:
    """Sign-in links that others made: whoever could have signed in as oneself is told."""
    entries = of_subject(request.organization.pk, request.person.pk)
    return [entry for entry in entries if entry.verb == "given a sign-in link"][:3]


urlpatterns = [path("<slug:organization>/people/<str:handle>", person_page)]
