"""Choosing the method of a goal: the page of contrasts, and the line under the composer's row.

What was typed travels as the composer's draft, kept on the server: no word is lost on the way.
"""

import re
from collections.abc import Mapping, Sequence
from urllib.parse import quote

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_POST

from northing.coach.actions.choosing import keep_method_answers
from northing.coach.rules.choosing.contrasts import (
    CONTRASTS,
    NATURE,
    Method,
    as_text,
    from_text,
)
from northing.coach.rules.choosing.suggesting import Surroundings
from northing.coach.rules.choosing.wording import wording_for
from northing.cycles.models import Cycle
from northing.cycles.queries import CycleNotFound, cycle_by_slug
from northing.drafts.actions import keep
from northing.drafts.queries import draft_of
from northing.goals.models import Goal
from northing.goals.rules.kinds import Ambition, GoalKind
from northing.goals.rules.rights import NotAllowed
from northing.measures.measure import Kind
from northing.people.rules import may_write_goals
from northing.web.choosing_words import (
    SuggestionLine,
    contrast_rows,
    nature_answers,
    result_of,
    suggestion_line,
)
from northing.web.draft_done import draft_is_done
from northing.web.local import takes_forms
from northing.web.page import PageRequest, page, redirect_within, show

ANSWERS = "method_answers"
"""The field of the composer that carries the answers."""

_METHODS = ("okr", "smart", "healthy")
_DRAFT = re.compile(r"goal-new(?::[A-Za-z0-9.:-]{1,100})?")
_OF_THE_MOMENT = {"csrfmiddlewaretoken", "draft_key", "compare", "take", "said"}
_QUESTIONS = (*(row.key for row in CONTRASTS), NATURE)

Fields = dict[str, list[str]]


def named_draft(name: str) -> str:
    """The name of a composer's draft; anything else is the one of a goal begun from nothing."""
    return name if _DRAFT.fullmatch(name) else "goal-new"


def usual_ambition(method: str) -> Ambition:
    """Who promises, or keeps something from slipping, means all of it."""
    return Ambition.COMMITTED if method in ("smart", "healthy") else Ambition.ASPIRATIONAL


def usual_kind(method: str) -> Kind:
    """A number is moved, or kept from slipping."""
    return Kind.AT_LEAST if method == "healthy" else Kind.FROM_TO


def suggested(values: Mapping[str, str], cycle: Cycle | None) -> SuggestionLine:
    """The line under the row of methods, for what stands in the composer's fields."""
    days = (cycle.due - cycle.start).days + 1 if cycle is not None else 0
    surroundings = Surroundings(has_team=bool(values.get("team", "").strip()), days=days)
    answers = from_text(values.get(ANSWERS, ""))
    method = values.get("method", "okr")
    return suggestion_line(values.get("statement", ""), surroundings, answers, method)


def compare(request: PageRequest, key: str) -> HttpResponse:
    """From the composer to the contrasts, with all that was typed. Raises DraftRefused."""
    fields = {name: each for name, each in request.POST.lists() if name not in _OF_THE_MOMENT}
    keep(request.person, key, fields)
    return redirect_within(request, f"goals/new/method?draft={quote(key, safe='')}")


def keep_answers(request: PageRequest, goal: Goal) -> None:
    """Keep with a new goal what the composer carries; call in the transaction that writes it."""
    chosen = request.POST.get("method") or "okr"
    answers = from_text(request.POST.get(ANSWERS, ""))
    kept = keep_method_answers(goal, answers, chosen, request.person)
    if kept and kept.decision == Method.BOTH and goal.kind == GoalKind.OBJECTIVE:
        messages.success(request, wording_for(goal.statement).text("result", "both_next"))


@require_POST
@page
def suggestion(request: PageRequest) -> HttpResponse:
    """The line for what is being typed; 204 when it says what it said before."""
    _require_writer(request)
    values = {name: request.POST.get(name, "") for name in request.POST}
    line = suggested(values, _cycle(request, values.get("cycle", "")))
    if values.get("said") == line.key:
        return HttpResponse(status=204)
    return render(request, "composer/_suggested_method.html", {"line": line})


@takes_forms
@page
def method(request: PageRequest) -> HttpResponse:
    """The contrasts side by side: GET shows them, POST keeps the answers and takes a method."""
    _require_writer(request)
    key = named_draft(_asked(request))
    fields = _fields_of(request, key)
    if request.method != "POST":
        return _page(request, key, fields)
    answers = {name: request.POST.get(name, "") for name in _QUESTIONS}
    fields[ANSWERS] = [as_text(answers)]
    taken = request.POST.get("choose", "")
    if taken in _METHODS:
        _take(fields, taken)
    keep(request.person, key, fields)
    if request.headers.get("HX-Request"):
        return render(request, "choosing/_result.html", _result(fields))
    return _onward(request, key, is_done=taken in _METHODS or "back" in request.POST)


def _require_writer(request: PageRequest) -> None:
    if not may_write_goals(request.person.role):
        raise NotAllowed("Viewers read goals. Ask an admin for the role of a member to write one.")


def _asked(request: HttpRequest) -> str:
    return request.POST.get("draft_key") or request.GET.get("draft", "")


def _fields_of(request: PageRequest, key: str) -> Fields:
    draft = draft_of(request.person, key)
    return dict(draft.fields) if draft is not None else {}


def _last(fields: Mapping[str, Sequence[str]], name: str) -> str:
    return fields[name][-1] if fields.get(name) else ""


def _cycle(request: PageRequest, slug: str) -> Cycle | None:
    try:
        return cycle_by_slug(request.organization.pk, slug.replace("\x00", ""))
    except CycleNotFound:
        return None


def _take(fields: Fields, taken: str) -> None:
    """Change the method, and what is usual for it where nobody chose something else."""
    before = _last(fields, "method") or "okr"
    fields["method"] = [taken]
    if _last(fields, "m_kind") in ("", usual_kind(before)):
        fields["m_kind"] = [usual_kind(taken).value]
    stretch = from_text(_last(fields, ANSWERS)).get("stretch", "")
    if taken == "okr" and stretch:
        said = Ambition.COMMITTED if stretch == "smart" else Ambition.ASPIRATIONAL
        fields["ambition"] = [said.value]
    elif _last(fields, "ambition") in ("", usual_ambition(before)):
        fields["ambition"] = [usual_ambition(taken).value]


def _onward(request: PageRequest, key: str, *, is_done: bool) -> HttpResponse:
    """Back to the composer, whose copy in the browser is older now; or the page again."""
    if not is_done:
        return redirect_within(request, f"goals/new/method?draft={quote(key, safe='')}")
    response = redirect_within(request, f"goals/new?draft={quote(key, safe='')}")
    draft_is_done(response, key)
    return response


def _page(request: PageRequest, key: str, fields: Fields) -> HttpResponse:
    values = {name: _last(fields, name) for name in ("statement", "team", "method", "cycle")}
    words = wording_for(values["statement"])
    answers = from_text(_last(fields, ANSWERS))
    context = {
        "draft_key": key,
        "statement": values["statement"],
        "line": suggested(values, _cycle(request, values["cycle"])),
        "first": contrast_rows(answers, words, first=True),
        "rest": contrast_rows(answers, words, first=False),
        "natures": nature_answers(answers, words),
        **_result(fields),
    }
    return show(request, "choosing/page.html", context, here="goals")


def _result(fields: Fields) -> dict[str, object]:
    words = wording_for(_last(fields, "statement"))
    answers = from_text(_last(fields, ANSWERS))
    return {"words": words, "result": result_of(answers, words.code)}


urlpatterns = [
    path("<slug:organization>/goals/new/method", method, name="choose_method"),
    path("<slug:organization>/goals/new/suggestion", suggestion, name="suggest_method"),
]
