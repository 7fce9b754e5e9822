"""Writing a goal: one page for all three kinds, that keeps every word until it is shared."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import HttpResponse
from django.urls import path

from northing.alignment.roll_up import RollUpRefused
from northing.cycles.models import Cycle
from northing.cycles.queries import open_cycles
from northing.drafts.actions import discard
from northing.drafts.queries import draft_of
from northing.drafts.rules import DraftRefused
from northing.goals.actions.goal_draft import GoalDraft
from northing.goals.actions.writing import create_goal, create_objective
from northing.goals.models import Goal
from northing.goals.queries.gate import GoalNotFound, visible_goal
from northing.goals.rules.drafting import GoalRefused
from northing.goals.rules.kinds import AlignmentRefused, GoalKind
from northing.goals.rules.rights import NotAllowed
from northing.measures.measure import Kind
from northing.people.queries import first_team_of
from northing.people.rules import may_write_goals
from northing.strategy.queries import pillars_of
from northing.web.addresses import goal_address
from northing.web.choosing import compare, keep_answers, named_draft, suggested, usual_ambition
from northing.web.coach_keeping import keep_what_was_told
from northing.web.coach_moving import moved_to_smart
from northing.web.coaching import coached, cycle_named, taken
from northing.web.draft_done import draft_is_done
from northing.web.forms import Typed
from northing.web.goal_fields import METHODS, MOST_KEY_RESULTS, Composed, read_composed
from northing.web.local import takes_forms
from northing.web.measure_fields import KINDS, typed_fields
from northing.web.page import PageRequest, frame_of, page, redirect_within, show
from northing.web.template_values import template_values

DRAFT = "goal-new"
_FIRST_ROWS = 3
_FIRST_STEPS = 3


@takes_forms
@page
def new_goal(request: PageRequest) -> HttpResponse:
    """The composer: GET shows it (with the draft, if there is one), POST shares the goal."""
    if not may_write_goals(request.person.role):
        raise NotAllowed("Viewers read goals. Ask an admin for the role of a member to write one.")
    if request.method != "POST":
        return _form(request, _first_values(request), {})
    if "more" in request.POST:
        return _form(request, _plain(request.POST), {}, more=request.POST["more"])
    if "take" in request.POST:
        return _form(request, _plain(request.POST) | {"method": request.POST["take"]}, {})
    if "compare" in request.POST:
        return _compare(request)
    if "check" in request.POST:
        return _checked(request)
    if "discard" in request.POST:
        messages.success(request, "Draft discarded")
        return _leave(request, "goals")
    return _share(request)


def _draft_key(request: PageRequest) -> str:
    """A goal begun under another one, or of a kind that was asked for, is a draft of its own."""
    if request.method == "POST" or "draft" in request.GET:
        return named_draft(request.POST.get("draft_key") or request.GET.get("draft", ""))
    begun = [request.GET.get(name, "") for name in ("kind", "parent", "pillar", "template")]
    words = re.sub(r"[^A-Za-z0-9.:-]", "", ":".join(begun).strip(":"))
    return f"{DRAFT}:{words[:80]}" if words else DRAFT


def _leave(request: PageRequest, path: str) -> HttpResponse:
    """On to another page; the draft has served."""
    key = _draft_key(request)
    discard(request.person, key)
    response = redirect_within(request, path)
    draft_is_done(response, key)
    return response


def _share(request: PageRequest) -> HttpResponse:
    typed = Typed(request.POST)
    composed = read_composed(request, typed)
    if composed is None or typed.problems:
        return _form(request, _plain(request.POST), typed.problems, status=422)
    try:
        goal = _write(request, composed)
    except GoalRefused as refused:
        problems = _named_as_typed(refused.problems, composed)
        return _form(request, _plain(request.POST), problems, status=422)
    except (AlignmentRefused, RollUpRefused) as refused:
        return _form(request, _plain(request.POST), {"parent": str(refused)}, status=422)
    return _leave(request, goal_address(goal.kind, goal.short_id, goal.statement))


def _compare(request: PageRequest) -> HttpResponse:
    try:
        return compare(request, _draft_key(request))
    except DraftRefused as refused:
        return _form(request, _plain(request.POST), {"statement": str(refused)}, status=422)


def _checked(request: PageRequest) -> HttpResponse:
    """The form again, with what a button of the coach writes into it; nothing is saved."""
    values, action = _plain(request.POST), request.POST["check"]
    try:
        onward = moved_to_smart(request, action, _draft_key(request))
    except DraftRefused as refused:
        return _form(request, values, {"statement": str(refused)}, status=422)
    if onward is not None:
        return onward
    cycle = cycle_named(request, values.get("cycle", ""))
    return _form(request, values | dict(taken(coached(request, values, cycle), action)), {})


@transaction.atomic
def _write(request: PageRequest, composed: Composed) -> Goal:
    """The goal, and with it what its writer answered about it and its method: all or nothing."""
    below: Sequence[Goal] = ()
    if composed.goal.kind == GoalKind.OBJECTIVE:
        goal, below = create_objective(composed.goal, composed.key_results, request.person)
    else:
        goal = create_goal(composed.goal, request.person)
    rows = [f"kr{number}" for number in composed.numbers]
    keep_what_was_told(dict(zip(rows, below, strict=True)) | {"statement": goal}, request)
    keep_answers(request, goal)
    return goal


def _named_as_typed(problems: Mapping[str, str], composed: Composed) -> dict[str, str]:
    """The problems under the names of the fields that caused them."""
    return {_field_of(name, composed): text for name, text in problems.items()}


_OF_MEASURE = {"kind", "baseline", "target", "lower", "upper"}


def _field_of(name: str, composed: Composed) -> str:
    if not name.startswith("key_results."):
        return _own_field(name, composed.goal)
    _, row, field = name.split(".", 2)
    field = {"measure": "kind", "start": "due", "steps": "milestones"}.get(field, field)
    if field in ("owner", "cycle"):
        return field
    if field == "target" and _is_by_milestones(composed.key_results[int(row)]):
        field = "milestones"
    return f"kr{composed.numbers[int(row)]}_{field}"


def _own_field(name: str, goal: GoalDraft) -> str:
    """The field of the goal itself; its milestones are steps, where it is a SMART goal."""
    if name == "target" and _is_by_milestones(goal):
        name = "steps" if goal.kind == GoalKind.SMART else "milestones"
    if name in _OF_MEASURE or name == "milestones":
        return f"m_{name}"
    return {"measure": "m_kind", "steps": "step0_title"}.get(name, name)


def _is_by_milestones(goal: GoalDraft) -> bool:
    return goal.measure is not None and goal.measure.kind is Kind.MILESTONES


def _plain(values: Any) -> dict[str, str]:
    return {name: values.get(name, "") for name in values}


def _first_values(request: PageRequest) -> dict[str, str]:
    """The draft as it was left, or what can be known before a word is typed."""
    cycle = frame_of(request).cycle
    team = first_team_of(request.person)
    values = {
        "method": request.GET.get("kind", "okr"),
        "cycle": request.GET.get("cycle") or (cycle.slug if cycle else ""),
        "start": _offered_start(request, cycle),
        "owner": request.person.name,
        "owner_id": str(request.person.pk),
        "team": team.name if team else "",
        "visibility": "organization",
    }
    values["method"] = {"objective": "okr"}.get(values["method"], values["method"])
    values["ambition"] = usual_ambition(values["method"]).value
    values |= _parent_values(request)
    values |= template_values(request.GET.get("template", ""))
    draft = draft_of(request.person, _draft_key(request))
    if draft is not None:
        values |= {name: kept[-1] for name, kept in draft.fields.items() if kept}
    return values


def _offered_start(request: PageRequest, cycle: Cycle | None) -> str:
    """A goal written while its cycle runs begins today: its start value is today's."""
    runs = cycle is not None and cycle.start < request.today <= cycle.due
    return request.today.isoformat() if runs else ""


def _parent_values(request: PageRequest) -> dict[str, str]:
    asked = request.GET.get("parent")
    if not asked:
        return {"pillar": request.GET["pillar"]} if request.GET.get("pillar") else {}
    try:
        parent = visible_goal(request.viewer, asked)
    except GoalNotFound:
        return {}
    values = {"parent": f"{parent.short_id} {parent.statement}", "cycle": parent.cycle.slug}
    if parent.team is not None:
        values["team"] = parent.team.name
    if parent.visibility != "organization":
        values["visibility"] = parent.visibility
    return values


def _form(
    request: PageRequest,
    values: dict[str, str],
    problems: Mapping[str, str],
    *,
    status: int = 200,
    more: str = "",
) -> HttpResponse:
    rows = _rows(values, _FIRST_ROWS, "kr", MOST_KEY_RESULTS, more == "key_results")
    steps = _rows(values, _FIRST_STEPS, "step", 40, more == "steps")
    method = values.get("method", "okr")
    cycles = open_cycles(request.organization.pk)
    cycle = next((each for each in cycles if each.slug == values.get("cycle")), None)
    context = {
        "values": values,
        "line": suggested(values, cycle),
        "coach": coached(request, values, cycle),
        "problems": problems,
        "method": method if method in METHODS else "okr",
        "rows": [(n, typed_fields(values, f"kr{n}_", Kind.FROM_TO)) for n in rows],
        "measure": typed_fields(
            values, "m_", Kind.AT_LEAST if method == "healthy" else Kind.FROM_TO
        ),
        "steps": list(steps),
        "cycles": [(each.slug, each.name) for each in cycles],
        "due": cycle.due if cycle is not None else None,
        "pillars": [(str(p.pk), p.name) for p in pillars_of(request.organization.pk)],
        "draft_key": _draft_key(request),
        "kinds": KINDS,
        "error_list": [(f"id_{name}", text) for name, text in problems.items()],
    }
    return show(request, "composer/page.html", context, here="goals", status=status)


def _rows(values: Mapping[str, str], first: int, stem: str, most: int, one_more: bool) -> range:
    """As many rows as the form had, at least the first few, and one more where asked."""
    had = [n for n in range(most) if any(name.startswith(f"{stem}{n}_") for name in values)]
    return range(min(max([first, *(n + 1 for n in had)]) + one_more, most))


urlpatterns = [path("<slug:organization>/goals/new", new_goal, name="new_goal")]
