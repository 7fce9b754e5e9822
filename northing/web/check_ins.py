"""Checking in: the form, its answer, corrections, acknowledgements and ticked steps."""

from dataclasses import replace
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from northing.check_ins.actions.acknowledging import acknowledge
from northing.check_ins.actions.recording import CheckInConflict, record
from northing.check_ins.models import CheckIn
from northing.check_ins.queries.histories import histories, visible_check_in
from northing.check_ins.queries.my_goals import goal_to_check_in, my_goal_of
from northing.check_ins.rules import CheckInRefused, Saying
from northing.drafts.actions import discard
from northing.goals.actions.stepping import mark_step
from northing.goals.models import Goal
from northing.goals.queries.bonds import require_check_in
from northing.goals.queries.gate import GoalNotFound, visible_goal
from northing.goals.queries.steps import StepRow, steps_of
from northing.measures.measure import Kind, Measure
from northing.measures.numbers import plain
from northing.web.addresses import goal_address
from northing.web.answered_row import answered_row
from northing.web.check_in_answers import FarOff, refuse_far_off, sent_answer
from northing.web.check_in_forms import (
    Answered,
    CheckInForm,
    answered,
    entered_in,
    saying_of,
)
from northing.web.draft_done import draft_is_done
from northing.web.form_token import form_token
from northing.web.forms import Typed
from northing.web.local import takes_forms
from northing.web.page import PageRequest, page, redirect_within, show


@takes_forms
@page
def check_in(request: PageRequest, short_id: str) -> HttpResponse:
    """The form of one goal, alone on its page; POST takes the answer."""
    goal = _goal(request, short_id)
    if request.method != "POST":
        return _page(request, _form(request, goal))
    measure = _measure_of(goal)
    history = _history(goal, measure)
    try:
        sent = sent_answer(request.POST, measure)
        if sent.keep == "theirs":
            discard(request.person, _draft_of(goal))
            return _done(request, goal, measure, history, "Kept as it was said before.")
        refuse_far_off(sent.answer, measure, history, request.POST.get("confirm", ""))
        answer = replace(sent.answer, draft=_draft_of(goal))
        recorded = record(goal, answer, request.person, request.today)
    except CheckInConflict as conflict:
        return _again(request, goal, 409, theirs=conflict.latest)
    except FarOff as odd:
        return _again(request, goal, 422, problems=odd.problems, confirm=odd.confirm)
    except CheckInRefused as refusal:
        return _again(request, goal, 422, problems=refusal.problems)
    before = [said for said in history if said.key != recorded.pk]
    return _done(request, recorded.goal, measure, [*before, saying_of(recorded)])


@require_safe
@page
def figure(request: PageRequest, short_id: str) -> HttpResponse:
    """The chart of a goal, for a form that is opened later than its page."""
    goal = visible_goal(request.viewer, short_id)
    history = histories(goal.organization_id, [goal.pk]).get(goal.pk, [])
    form = CheckInForm(my_goal_of(goal, _measure_of(goal)), history, (), request.today)
    return render(request, "check_ins/_figure.html", {"form": form})


@takes_forms
@page
def correction(request: PageRequest, key: UUID) -> HttpResponse:
    """Correcting a check-in of the past: it is struck through and kept."""
    wrong = visible_check_in(request.viewer, key)
    goal = wrong.goal
    require_check_in(request.viewer, goal)
    goal.organization = request.organization
    if request.method != "POST":
        return _correction_page(request, wrong)
    measure = _measure_of(goal)
    try:
        answer = replace(sent_answer(request.POST, measure).answer, supersedes=key, on=wrong.on)
        history = histories(goal.organization_id, [goal.pk]).get(goal.pk, [])
        others = [said for said in history if said.key != key]
        refuse_far_off(answer, measure, others, request.POST.get("confirm", ""))
        record(goal, answer, request.person, request.today)
    except CheckInConflict:
        return _correction_page(request, wrong, 409, {"goal": _CORRECTED_MEANWHILE})
    except FarOff as odd:
        return _correction_page(request, wrong, 422, odd.problems, odd.confirm)
    except CheckInRefused as refusal:
        return _correction_page(request, wrong, 422, refusal.problems)
    return redirect_within(request, goal_address(goal.kind, goal.short_id, goal.statement))


_CORRECTED_MEANWHILE = (
    "Somebody corrected this check-in meanwhile. Look at the goal's history and correct that one."
)


@require_POST
@page
def acknowledgement(request: PageRequest, key: UUID) -> HttpResponse:
    """ "I have read it": the call for help leaves the list of who acknowledges it."""
    acknowledge(visible_check_in(request.viewer, key), request.person)
    if request.headers.get("HX-Request"):
        return HttpResponse("")
    return redirect_within(request, "my/week")


@require_POST
@page
def completion(request: PageRequest, short_id: str, key: UUID) -> HttpResponse:
    """A step is done today (`done` = 1), or not yet (anything else)."""
    goal = _goal(request, short_id)
    done_on = request.today if request.POST.get("done") == "1" else None
    step = mark_step(goal, key, done_on, request.person)
    if request.headers.get("HX-Request"):
        row = StepRow(step.pk, step.title, step.due, step.done_on)
        context = {"goal": goal, "step": row, **_piece(request)}
        return render(request, "my_week/_step.html", context)
    return _back(request, goal)


def _goal(request: PageRequest, short_id: str) -> Goal:
    goal = visible_goal(request.viewer, short_id)
    require_check_in(request.viewer, goal)
    goal.organization = request.organization
    return goal


def _measure_of(goal: Goal) -> Measure | None:
    return goal.measure.as_rule() if hasattr(goal, "measure") else None


def _history(goal: Goal, measure: Measure | None) -> list[Saying]:
    """What was said before. Ticked steps need none: their number cannot be mistyped."""
    if measure is not None and measure.kind is Kind.MILESTONES:
        return []
    return histories(goal.organization_id, [goal.pk]).get(goal.pk, [])


def _piece(request: PageRequest) -> dict[str, Any]:
    """What forms need that may also come without the frame: addresses and their token."""
    return {
        "at": lambda where: f"/{request.organization.slug}/{where}",
        "csrf": form_token(request).field,
    }


def _form(request: PageRequest, goal: Goal, **now: Any) -> CheckInForm:
    shown = goal_to_check_in(request.viewer, goal.pk)
    if shown is None:
        raise GoalNotFound(goal.short_id)
    history = histories(goal.organization_id, [goal.pk]).get(goal.pk, [])
    has_steps = shown.measure is not None and shown.measure.kind is Kind.MILESTONES
    steps = steps_of(goal.organization_id, [goal.pk]).get(goal.pk, []) if has_steps else []
    now.setdefault("entered", entered_in(shown.draft))
    now.setdefault("back", request.GET.get("back", ""))
    return CheckInForm(shown, history, steps, request.today, is_open=True, **now)


def _again(request: PageRequest, goal: Goal, status: int, **now: Any) -> HttpResponse:
    """The form as it was sent, with what is wrong: nothing typed is lost."""
    typed = Typed(request.POST)
    form = _form(
        request,
        goal,
        entered=entered_in(dict(request.POST.lists())),
        back=typed.text("back"),
        number=typed.whole("number") or 0,
        of=typed.whole("of") or 0,
        **now,
    )
    if request.headers.get("HX-Request"):
        context = {"form": form, **_piece(request)}
        return render(request, "check_ins/_box.html", context, status=status)
    return _page(request, form, status)


def _page(request: PageRequest, form: CheckInForm, status: int = 200) -> HttpResponse:
    context = {"form": form, **_piece(request)}
    return show(request, "check_ins/page.html", context, here="my/week", status=status)


def _done(
    request: PageRequest,
    goal: Goal,
    measure: Measure | None,
    history: list[Saying],
    words: str = "",
) -> HttpResponse:
    """The browser's draft is forgotten, too, and the next goal's turn has come."""
    row = answered(my_goal_of(goal, measure), history, request.today, fresh=True)
    if request.headers.get("HX-Request"):
        context = {"row": row, "answered_row": answered_row, **_piece(request)}
        response = render(request, "check_ins/_answered.html", context)
    else:
        messages.success(request, words or _told_back(row))
        response = _back(request, goal)
    draft_is_done(response, _draft_of(goal))
    return response


def _draft_of(goal: Goal) -> str:
    return f"check-in-{goal.short_id}"


def _told_back(row: Answered) -> str:
    parts = [f"{row.goal.statement}: {row.said}", row.computed]
    return ". ".join(part for part in parts if part)


def _back(request: PageRequest, goal: Goal) -> HttpResponse:
    """To the page that the form names: the goal's own, or my week."""
    if request.POST.get("back") == "goal":
        return redirect_within(request, goal_address(goal.kind, goal.short_id, goal.statement))
    return redirect_within(request, "my/week")


def _correction_page(
    request: PageRequest,
    wrong: CheckIn,
    status: int = 200,
    problems: dict[str, str] | None = None,
    confirm: str = "",
) -> HttpResponse:
    goal = wrong.goal
    sent = dict(request.POST.lists()) if request.method == "POST" else _as_fields(wrong)
    form = CheckInForm(
        my_goal_of(goal, _measure_of(goal)),
        (),
        (),
        request.today,
        entered=entered_in(sent),
        problems=problems or {},
        confirm=confirm,
        corrects=True,
    )
    context = {"form": form, "wrong": wrong, **_piece(request)}
    return show(request, "check_ins/correction.html", context, here="goals", status=status)


def _as_fields(check_in: CheckIn) -> dict[str, list[str]]:
    return {
        "value": [] if check_in.value is None else [plain(check_in.value)],
        "confidence": [] if check_in.confidence is None else [str(check_in.confidence)],
        "note": [check_in.note],
    }


urlpatterns = [
    path("<slug:organization>/goals/<str:short_id>/check-ins", check_in, name="check-in"),
    path("<slug:organization>/goals/<str:short_id>/figure", figure, name="figure"),
    path(
        "<slug:organization>/goals/<str:short_id>/steps/<uuid:key>/completion",
        completion,
        name="step-completion",
    ),
    path("<slug:organization>/check-ins/<uuid:key>/correction", correction, name="correction"),
    path(
        "<slug:organization>/check-ins/<uuid:key>/acknowledgement",
        acknowledgement,
        name="acknowledgement",
    ),
]
