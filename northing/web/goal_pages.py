"""The pages of one goal: objective, key result, SMART goal, and the log of all that happened."""

from collections.abc import Callable, Mapping
from typing import Any
from urllib.parse import urlencode

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from northing.activity.queries import of_subject
from northing.coach.queries.choosing import method_answers_of
from northing.coach.rules.choosing.wording import wording_for
from northing.cycles.rules import week_of
from northing.goals.models import Goal
from northing.goals.queries.gate import visible_goal
from northing.goals.rules.kinds import GoalKind
from northing.web.addresses import goal_address
from northing.web.choosing_words import answered_rows
from northing.web.goal_log import log_lines
from northing.web.key_result_page import key_result_context
from northing.web.measured_page import measure_of
from northing.web.objective_page import objective_context
from northing.web.page import PageRequest, page, redirect_within, show
from northing.web.smart_page import smart_context

_PAGES: Mapping[str, tuple[str, Callable[[PageRequest, Goal], Mapping[str, Any]]]] = {
    GoalKind.OBJECTIVE: ("goals/objective.html", objective_context),
    GoalKind.KEY_RESULT: ("goals/key_result.html", key_result_context),
    GoalKind.SMART: ("goals/smart.html", smart_context),
}


@require_safe
@page
def objective_page(request: PageRequest, name: str) -> HttpResponse:
    """An objective by its short id; the words behind it are for people and may be missing or old.

    `?kr=WN-12.3` opens the chart of that key result.
    """
    return _page(request, "-".join(name.split("-")[:2]), f"o/{name}")


@require_safe
@page
def measured_page(request: PageRequest, folder: str, short_id: str) -> HttpResponse:
    """A key result or a SMART goal by its short id."""
    return _page(request, short_id, f"{folder}/{short_id}")


@require_safe
@page
def log_page(request: PageRequest, short_id: str) -> HttpResponse:
    """Everything that happened to a goal, newest first."""
    goal = visible_goal(request.viewer, short_id)
    entries = of_subject(request.organization.pk, goal.pk, limit=100)
    measure = measure_of(goal)
    context = {
        "goal": goal,
        "address": goal_address(goal.kind, goal.short_id, goal.statement),
        "lines": log_lines(entries, measure.unit if measure is not None else ""),
        "chosen": _how_it_was_chosen(request, goal),
    }
    return show(request, "goals/log.html", context, here="goals")


def _how_it_was_chosen(request: PageRequest, goal: Goal) -> dict[str, Any] | None:
    """What was answered when the goal's method was chosen."""
    kept = method_answers_of(request.viewer, goal.short_id)
    if kept is None:
        return None
    words = wording_for(goal.statement)
    return {
        "by": kept.person.name,
        "on": kept.created_at.date(),
        "rows": answered_rows(kept.answers, words),
        "language": words.code,
    }


def _page(request: PageRequest, short_id: str, asked: str) -> HttpResponse:
    """The page of a goal, at its one address: others lead there."""
    goal = visible_goal(request.viewer, short_id)
    address = goal_address(goal.kind, goal.short_id, goal.statement)
    if asked != address:
        query = f"?{urlencode(request.GET, doseq=True)}" if request.GET else ""
        return redirect_within(request, address + query)
    goal.organization = request.organization
    template, context_of = _PAGES[goal.kind]
    context = {
        "week": week_of(goal.cycle.period, request.today),
        **context_of(request, goal),
    }
    return show(request, template, context, here="goals")


urlpatterns = [
    path("<slug:organization>/o/<str:name>", objective_page, name="objective"),
    path("<slug:organization>/kr/<str:short_id>", measured_page, {"folder": "kr"}, "key-result"),
    path("<slug:organization>/s/<str:short_id>", measured_page, {"folder": "s"}, "smart-goal"),
    path("<slug:organization>/goals/<str:short_id>/log", log_page, name="goal-log"),
]
