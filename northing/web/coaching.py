"""The coach beside a form in which a goal is written: live while typing, or when asked to check.

Nothing here saves a goal or stands in the way of saving one.
"""

from collections.abc import Mapping
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_POST

from northing.cycles.models import Cycle
from northing.cycles.queries import CycleNotFound, cycle_by_slug
from northing.goals.queries.gate import GoalNotFound, visible_goal
from northing.goals.rules.rights import NotAllowed
from northing.people.rules import may_write_goals
from northing.web.coach_around import Around, around
from northing.web.coach_changing import GOAL
from northing.web.coach_panel import Panel, panel_of
from northing.web.coach_reading import read_lines, read_marks
from northing.web.goal_fields import MOST_KEY_RESULTS
from northing.web.page import PageRequest, page


def coached(
    request: PageRequest,
    values: Mapping[str, str],
    cycle: Cycle | None,
    goal: UUID | None = None,
) -> Panel:
    """The panel for what stands in the fields of a form; `goal` is the one that is changed.

    The plan around it is looked at when somebody has typed or asks, not to show a page.
    """
    lines = read_lines(values, cycle)
    is_asked = request.method == "POST"
    beside = around(request, values, lines, cycle, goal) if is_asked else Around()
    return panel_of(lines, read_marks(values), _rows(values), beside)


def taken(panel: Panel, action: str) -> Mapping[str, str]:
    """What a button of the panel writes into the form; nothing for one that is not there."""
    return panel.actions.get(action, {})


def _rows(values: Mapping[str, str]) -> list[str]:
    """The statements of the key-result rows that the form has."""
    names = [f"kr{number}_statement" for number in range(MOST_KEY_RESULTS)]
    there = [number for number, name in enumerate(names) if name in values]
    return [values.get(name, "") for name in names[: max(there, default=-1) + 1]]


@require_POST
@page
def coach(request: PageRequest) -> HttpResponse:
    """The panel and what fits below each line, for the fields as they are typed."""
    if not may_write_goals(request.person.role):
        raise NotAllowed("Viewers read goals. Ask an admin for the role of a member to write one.")
    values = {name: request.POST.get(name, "") for name in request.POST}
    cycle = cycle_named(request, values.get("cycle", ""))
    panel = coached(request, values, cycle, _changed(request, values.get(GOAL, "")))
    context = {
        "coach": panel,
        "form": "editor" if values.get(GOAL) else "composer",
        "school": f"/{request.organization.slug}/school",
    }
    return render(request, "composer/_coached.html", context)


def _changed(request: PageRequest, short_id: str) -> UUID | None:
    """The goal that is being changed; None for none, and for one that the person may not see."""
    try:
        return visible_goal(request.viewer, short_id).pk if short_id else None
    except GoalNotFound:
        return None


def cycle_named(request: PageRequest, slug: str) -> Cycle | None:
    """The cycle with a slug; None for none."""
    try:
        return cycle_by_slug(request.organization.pk, slug) if slug else None
    except CycleNotFound:
        return None


urlpatterns = [path("<slug:organization>/goals/coach", coach, name="coach")]
