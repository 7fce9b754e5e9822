"""The steps of a goal on a page of their own: renamed, dated anew, added, taken out."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.urls import path

from northing.drafts.actions import discard
from northing.drafts.queries import draft_of
from northing.goals.actions.replanning import PlannedStep, replan
from northing.goals.models import Goal
from northing.goals.queries.bonds import require_edit
from northing.goals.queries.gate import visible_goal
from northing.goals.queries.steps import StepRow, steps_of
from northing.goals.rules.drafting import MOST_STEPS, GoalRefused
from northing.web.addresses import goal_address
from northing.web.draft_done import draft_is_done
from northing.web.forms import Typed
from northing.web.local import takes_forms
from northing.web.page import PageRequest, page, redirect_within, show

_EMPTY_ROWS = 2


@dataclass(frozen=True, slots=True)
class StepLine:
    """A row of the form: what stands in its fields, and the step that it is, if it is there."""

    number: int
    key: str
    title: str
    due: str
    step: StepRow | None


@takes_forms
@page
def change_steps(request: PageRequest, short_id: str) -> HttpResponse:
    """GET shows the steps (or the draft, if there is one), POST lets what was typed be them."""
    goal = visible_goal(request.viewer, short_id)
    require_edit(request.viewer, goal)
    goal.organization = request.organization
    if request.method != "POST":
        return _form(request, goal, _draft(request, goal), {})
    if "discard" in request.POST:
        return _leave(request, goal)
    if "more" in request.POST:
        return _form(request, goal, request.POST.dict(), {}, more=1)
    return _replan(request, goal)


def _replan(request: PageRequest, goal: Goal) -> HttpResponse:
    typed = Typed(request.POST)
    numbers, planned = _planned(typed)
    problems = typed.problems
    if not problems:
        try:
            replan(goal, planned, request.person)
        except GoalRefused as refused:
            problems = {_field(name, numbers): text for name, text in refused.problems.items()}
        else:
            messages.success(request, "Saved")
            return _leave(request, goal)
    return _form(request, goal, request.POST.dict(), problems, status=422)


def _planned(typed: Typed) -> tuple[Sequence[int], Sequence[PlannedStep]]:
    """The rows that say something, with their numbers; an emptied row is a step taken out."""
    found = {}
    for number in range(MOST_STEPS + _EMPTY_ROWS):
        title, due = typed.text(f"step{number}_title"), typed.day(f"step{number}_due")
        if title:
            found[number] = PlannedStep(title, due, typed.key(f"step{number}_key"))
    return list(found), list(found.values())


def _field(name: str, numbers: Sequence[int]) -> str:
    """The field of the form that a problem of the action is about."""
    for part in ("title", "due"):
        if name.startswith(part):
            return f"step{numbers[int(name.removeprefix(part))]}_{part}"
    return name


def _draft(request: PageRequest, goal: Goal) -> Mapping[str, str] | None:
    draft = draft_of(request.person, _draft_key(goal))
    return {name: kept[-1] for name, kept in draft.fields.items() if kept} if draft else None


def _draft_key(goal: Goal) -> str:
    return f"goal-steps-{goal.short_id}"


def _leave(request: PageRequest, goal: Goal) -> HttpResponse:
    discard(request.person, _draft_key(goal))
    response = redirect_within(request, goal_address(goal.kind, goal.short_id, goal.statement))
    draft_is_done(response, _draft_key(goal))
    return response


def _form(
    request: PageRequest,
    goal: Goal,
    values: Mapping[str, str] | None,
    problems: Mapping[str, str],
    *,
    status: int = 200,
    more: int = 0,
) -> HttpResponse:
    there = steps_of(request.organization.pk, [goal.pk]).get(goal.pk, [])
    context: dict[str, Any] = {
        "goal": goal,
        "address": goal_address(goal.kind, goal.short_id, goal.statement),
        "lines": _typed_lines(values, there, more) if values is not None else _lines(there),
        "problems": problems,
        "error_list": [(f"id_{name}", text) for name, text in problems.items()],
        "draft_key": _draft_key(goal),
    }
    return show(request, "editing/steps.html", context, here="goals", status=status)


def _lines(there: Sequence[StepRow]) -> Sequence[StepLine]:
    """The steps that are there, and a few empty rows."""
    rows = [
        StepLine(n, str(step.key), step.title, step.due.isoformat() if step.due else "", step)
        for n, step in enumerate(there)
    ]
    return [*rows, *(_empty(len(rows) + n) for n in range(_EMPTY_ROWS))]


def _typed_lines(
    values: Mapping[str, str], there: Sequence[StepRow], more: int
) -> Sequence[StepLine]:
    """The rows as they were typed."""
    known = {str(step.key): step for step in there}
    numbers = [n for n in range(MOST_STEPS + _EMPTY_ROWS) if f"step{n}_title" in values]
    rows = [
        StepLine(
            number=n,
            key=values.get(f"step{n}_key", ""),
            title=values[f"step{n}_title"],
            due=values.get(f"step{n}_due", ""),
            step=known.get(values.get(f"step{n}_key", "")),
        )
        for n in numbers
    ]
    beyond = max(numbers, default=-1) + 1
    return [*rows, *(_empty(beyond + n) for n in range(more))]


def _empty(number: int) -> StepLine:
    return StepLine(number, "", "", "", None)


urlpatterns = [
    path("<slug:organization>/goals/<str:short_id>/steps", change_steps, name="change_steps"),
]
