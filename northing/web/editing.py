"""Changing a goal: its words, measure, dates and people. Two editors see each other's versions."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.urls import path

from northing.activity.queries import of_subject
from northing.alignment.roll_up import Method, RollUpRefused
from northing.drafts.actions import discard
from northing.drafts.queries import draft_of
from northing.goals.actions.amending import EditConflict, amend
from northing.goals.models import Goal
from northing.goals.queries.bonds import require_edit
from northing.goals.queries.circles import people_around
from northing.goals.queries.gate import visible_goal
from northing.goals.rules.amending import AmendmentRefused
from northing.goals.rules.drafting import GoalRefused
from northing.goals.rules.kinds import AlignmentRefused, Ambition, GoalKind, Visibility
from northing.measures.measure import Kind
from northing.people.queries import NotFound, named_team
from northing.web.addresses import goal_address
from northing.web.coach_changing import OF_THE_COACH, values_beside
from northing.web.coach_keeping import keep_what_was_told
from northing.web.coaching import coached, taken
from northing.web.draft_done import draft_is_done
from northing.web.forms import Typed
from northing.web.local import takes_forms
from northing.web.measure_fields import KINDS, read_measure, shown_values, typed_fields
from northing.web.page import PageRequest, page, redirect_within, show

_TEXTS = ("why", "specific", "achievable", "relevant")


@takes_forms
@page
def edit_goal(request: PageRequest, short_id: str) -> HttpResponse:
    """The form of a goal as it is (or as the draft was left); POST amends it."""
    goal = visible_goal(request.viewer, short_id)
    require_edit(request.viewer, goal)
    if request.method != "POST":
        return _form(request, goal, _draft_or(request, goal, _present(goal)), {})
    if request.POST.get("keep") == "theirs":
        return _leave(request, goal)
    if "check" in request.POST:
        return _checked(request, goal, request.POST["check"])
    typed = Typed(request.POST)
    changes = _changes(request, typed, goal)
    if typed.problems:
        return _form(request, goal, _typed(request, goal), typed.problems, status=422)
    return _amend(request, goal, typed, changes)


def _checked(request: PageRequest, goal: Goal, action: str) -> HttpResponse:
    """The form again, with what a button of the coach writes into it; nothing is saved."""
    values = _typed(request, goal)
    panel = coached(request, values, goal.cycle, goal.pk)
    return _form(request, goal, values | dict(taken(panel, action)), {})


def _amend(
    request: PageRequest, goal: Goal, typed: Typed, changes: Mapping[str, Any]
) -> HttpResponse:
    seen = typed.whole("version") or 0
    try:
        with transaction.atomic():
            amended = amend(
                goal.pk,
                changes,
                request.person,
                reason=typed.text("reason"),
                today=request.today,
                seen_version=seen,
            )
            keep_what_was_told({"statement": amended}, request)
    except EditConflict as conflict:
        return _conflict(request, conflict.current)
    except (GoalRefused, AmendmentRefused, AlignmentRefused, RollUpRefused) as refused:
        return _form(request, goal, _typed(request, goal), _problems(refused), status=422)
    messages.success(request, "Saved")
    return _leave(request, amended)


def _leave(request: PageRequest, goal: Goal) -> HttpResponse:
    """Back to the goal; the draft has served."""
    discard(request.person, draft_key(goal))
    response = redirect_within(request, goal_address(goal.kind, goal.short_id, goal.statement))
    draft_is_done(response, draft_key(goal))
    return response


def draft_key(goal: Goal) -> str:
    """The key of a person's draft of changes to a goal."""
    return f"goal-edit-{goal.short_id}"


def _problems(
    refused: GoalRefused | AmendmentRefused | AlignmentRefused | RollUpRefused,
) -> dict[str, str]:
    if isinstance(refused, GoalRefused):
        names = {"kind", "baseline", "target", "lower", "upper"}
        return {(f"m_{n}" if n in names else n): text for n, text in refused.problems.items()}
    if isinstance(refused, AmendmentRefused):
        return {refused.field: str(refused)}
    return {"roll_up" if isinstance(refused, RollUpRefused) else "visibility": str(refused)}


def _changes(request: PageRequest, typed: Typed, goal: Goal) -> dict[str, Any]:
    """What the fields say, whether or not it differs from what is there."""
    changes: dict[str, Any] = {
        "statement": typed.text("statement"),
        "start": typed.day("start") or goal.start,
        "due": typed.day("due") or goal.due,
        "owner": typed.person("owner", request.organization) or goal.owner,
        "ambition": typed.choice("ambition", Ambition, goal.ambition),
        "visibility": typed.choice("visibility", Visibility, goal.visibility),
        "contributors": typed.people("contributors", request.organization),
        "audience": typed.people("audience", request.organization),
    }
    try:
        changes["team"] = named_team(request.organization, typed.text("team"))
    except NotFound as missing:
        typed.problems["team"] = str(missing)
    changes |= {name: typed.text(name) for name in _TEXTS if name in typed.values}
    if goal.kind != GoalKind.OBJECTIVE:
        changes |= _measure_changes(typed, goal)
    elif "roll_up" in typed.values:
        changes["roll_up"] = typed.choice("roll_up", Method, goal.roll_up)
    return changes


def _measure_changes(typed: Typed, goal: Goal) -> dict[str, Any]:
    present = goal.measure.as_rule()
    measure = read_measure(typed, "m_", present.kind)
    if measure.kind is Kind.MILESTONES:
        measure = present
    elif measure.kind is Kind.FROM_TO and present.kind is Kind.FROM_TO:
        measure = type(measure)(**{**_as_fields(measure), "path": present.path})
    return {"measure": measure, "definition": typed.text("definition")}


def _as_fields(measure: Any) -> dict[str, Any]:
    names = ("kind", "baseline", "target", "lower", "upper", "unit", "path")
    return {name: getattr(measure, name) for name in names}


def _present(goal: Goal) -> dict[str, str]:
    """The goal's own values as the form shows them."""
    contributors, audience = people_around(goal)
    values = {
        "statement": goal.statement,
        "start": goal.start.isoformat(),
        "due": goal.due.isoformat(),
        "owner": goal.owner.name,
        "owner_id": str(goal.owner_id),
        "team": goal.team.name if goal.team else "",
        "ambition": goal.ambition,
        "visibility": goal.visibility,
        "roll_up": goal.roll_up,
        "contributors": ", ".join(person.name for person in contributors),
        "audience": ", ".join(person.name for person in audience),
        "version": str(goal.version),
        **values_beside(goal),
        **{name: getattr(goal, name) for name in _TEXTS},
    }
    if goal.kind != GoalKind.OBJECTIVE:
        values |= shown_values(goal.measure.as_rule(), "m_")
        values["definition"] = goal.measure.definition
    return values


def _draft_or(request: PageRequest, goal: Goal, values: dict[str, str]) -> dict[str, str]:
    draft = draft_of(request.person, draft_key(goal))
    if draft is None:
        return values
    return values | {name: kept[-1] for name, kept in draft.fields.items() if kept}


def _form(
    request: PageRequest,
    goal: Goal,
    values: Mapping[str, str],
    problems: Mapping[str, str],
    *,
    status: int = 200,
    conflict: Mapping[str, Any] | None = None,
) -> HttpResponse:
    measured = goal.kind != GoalKind.OBJECTIVE
    context = {
        "goal": goal,
        "address": goal_address(goal.kind, goal.short_id, goal.statement),
        "values": values,
        "problems": problems,
        "kinds": _kinds_for(goal) if measured else (),
        "error_list": [(f"id_{name}", text) for name, text in problems.items()],
        "measure": typed_fields(values, "m_", Kind(goal.measure.kind)) if measured else None,
        "draft_key": draft_key(goal),
        "coach": coached(request, values, goal.cycle, goal.pk),
        "for_the_coach": OF_THE_COACH,
        "conflict": conflict,
    }
    return show(request, "editing/page.html", context, here="goals", status=status)


def _kinds_for(goal: Goal) -> Sequence[tuple[Kind, str]]:
    """The kinds that a form of changes offers: milestones only where there are some."""
    return [one for one in KINDS if one[0] is not Kind.MILESTONES or goal.measure.kind == one[0]]


def _typed(request: PageRequest, goal: Goal) -> dict[str, str]:
    """What was typed, and for fields that were not sent what is there."""
    return _present(goal) | request.POST.dict()


def _conflict(request: PageRequest, current: Goal) -> HttpResponse:
    """Both versions side by side. What was typed stays in the form; sending it again keeps it."""
    current = visible_goal(request.viewer, current.short_id)
    theirs = _present(current)
    mine = _typed(request, current) | {"version": str(current.version)}
    rows = [
        (words, mine[name], theirs[name])
        for name, words in _WORDS.items()
        if name in theirs and mine[name] != theirs[name]
    ]
    if not rows:
        return _leave(request, current)
    latest = of_subject(current.organization_id, current.pk, limit=1)
    conflict = {
        "rows": rows,
        "by": latest[0].actor_name if latest else current.owner.name,
        "when": "while you were writing",
    }
    return _form(request, current, mine, {}, status=409, conflict=conflict)


_WORDS = {
    "statement": "Statement",
    "why": "Why now",
    "specific": "Specific",
    "achievable": "Achievable",
    "relevant": "Relevant",
    "m_kind": "Kind of measure",
    "m_baseline": "Start value",
    "m_target": "Target",
    "m_lower": "Lower bound",
    "m_upper": "Upper bound",
    "m_unit": "Unit",
    "definition": "Where the number comes from",
    "start": "Start",
    "due": "Due",
    "owner": "Owner",
    "team": "Team",
    "ambition": "Ambition",
    "visibility": "Seen by",
    "contributors": "Contributors",
    "audience": "Named people",
}

urlpatterns = [
    path("<slug:organization>/goals/<str:short_id>/edit", edit_goal, name="edit_goal"),
]
