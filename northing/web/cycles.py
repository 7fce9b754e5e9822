"""Cycles: the list, one cycle with its weeks and teams, and moving it through its states."""

from collections.abc import Mapping
from datetime import date, timedelta

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from northing.cycles.actions.planning import CycleDraft, CycleRefused, create_cycle, set_state
from northing.cycles.models import Cycle
from northing.cycles.queries import CycleNotFound, cycle_by_slug, recent_cycles
from northing.cycles.rules import Cadence, CycleState, may_become, week_of
from northing.goals.rules.rights import NotAllowed
from northing.insights.queries.cycle_facts import cycles_with_counts, facts_by_team
from northing.people.rules import may_run_cycles
from northing.web.cycle_plan import PLANNED
from northing.web.forms import Typed
from northing.web.local import takes_forms
from northing.web.page import PageRequest, page, redirect_within, show

MOST_PAGES = 10_000
STATE_WORDS = {
    CycleState.PLANNING: "Planning",
    CycleState.ACTIVE: "Running",
    CycleState.CLOSING: "Closing",
    CycleState.CLOSED: "Closed",
}
CADENCE_WORDS = {
    Cadence.WEEKLY: "every week",
    Cadence.EVERY_TWO_WEEKS: "every two weeks",
    Cadence.MONTHLY: "every month",
}
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@require_safe
@page
def cycle_list(request: PageRequest) -> HttpResponse:
    """All cycles, the running ones with their rulers."""
    rows = [
        (row.cycle, row.inside, row.goals, _ruler(row.cycle, request.today))
        for row in cycles_with_counts(request.viewer)
    ]
    context = {
        "rows": rows,
        "state_words": STATE_WORDS,
        "may_run": may_run_cycles(request.person.role),
    }
    return show(request, "cycles/list.html", context, here="cycles")


@require_safe
@page
def cycle_page(request: PageRequest, slug: str) -> HttpResponse:
    """One cycle: where it stands in time, what each team has in it, what comes next."""
    cycle = cycle_by_slug(request.organization.pk, slug)
    number = max(1, min(Typed(request.GET).whole("page") or 1, MOST_PAGES))
    teams, has_more = facts_by_team(request.viewer, cycle, request.today, number)
    context = {
        "cycle": cycle,
        "ruler": _ruler(cycle, request.today),
        "teams": teams,
        "previous_page": f"?page={number - 1}" if number > 1 else "",
        "next_page": f"?page={number + 1}" if has_more else "",
        "cadence": CADENCE_WORDS[Cadence(cycle.cadence)],
        "weekday": WEEKDAYS[cycle.check_in_weekday],
        "state_words": STATE_WORDS,
        "next_states": _next_states(request, cycle),
        "has_plan": cycle.state in PLANNED,
    }
    return show(request, "cycles/page.html", context, here="cycles")


@takes_forms
@page
def new_cycle(request: PageRequest) -> HttpResponse:
    """Plan a cycle."""
    _require_champion(request)
    if request.method != "POST":
        return _form(request, _suggested(request), {})
    typed = Typed(request.POST)
    draft = _draft(request, typed)
    if draft is None or typed.problems:
        return _form(request, request.POST.dict(), typed.problems, status=422)
    try:
        cycle = create_cycle(request.organization, draft, request.person)
    except CycleRefused as refused:
        return _form(request, request.POST.dict(), refused.problems, status=422)
    return redirect_within(request, f"cycles/{cycle.slug}")


@page
def change_state(request: PageRequest, slug: str) -> HttpResponse:
    """Move a cycle to the state that was pressed."""
    _require_champion(request)
    cycle = cycle_by_slug(request.organization.pk, slug)
    typed = Typed(request.POST)
    state = CycleState(typed.choice("state", CycleState, cycle.state))
    set_state(cycle, state, request.person)
    return redirect_within(request, f"cycles/{cycle.slug}")


def _require_champion(request: PageRequest) -> None:
    if not may_run_cycles(request.person.role):
        raise NotAllowed("Champions plan, open and close cycles. Ask one of them.")


def _ruler(cycle: Cycle, today: date) -> tuple[int, int]:
    """The week of the cycle we are in (0 before it begins, one past its end) and how many."""
    week = week_of(cycle.period, today)
    if today < cycle.start:
        return 0, week.of
    return (week.of + 1, week.of) if today > cycle.due else (week.number, week.of)


def _next_states(request: PageRequest, cycle: Cycle) -> list[tuple[str, str]]:
    """Closing a cycle for good comes with its reviews; until then it is opened and called off."""
    if not may_run_cycles(request.person.role):
        return []
    words = {
        CycleState.ACTIVE: "Back to running" if cycle.state == CycleState.CLOSING else "Start it",
        CycleState.CLOSING: "Begin closing",
        CycleState.CLOSED: "Close it",
    }
    return [
        (state.value, words[state]) for state in words if may_become(CycleState(cycle.state), state)
    ]


def _suggested(request: PageRequest) -> dict[str, str]:
    """The quarter after the latest cycle."""
    latest = max((cycle.due for cycle in recent_cycles(request.organization.pk)), default=None)
    start = latest + timedelta(days=1) if latest else request.today
    due = start + timedelta(weeks=13) - timedelta(days=1)
    return {
        "start": start.isoformat(),
        "due": due.isoformat(),
        "cadence": Cadence.WEEKLY.value,
        "check_in_weekday": "0",
    }


def _draft(request: PageRequest, typed: Typed) -> CycleDraft | None:
    start, due = typed.day("start"), typed.day("due")
    for name, day in (("start", start), ("due", due)):
        if day is None and name not in typed.problems:
            typed.problems[name] = "Choose a day."
    parent = _parent(request, typed)
    if start is None or due is None:
        return None
    return CycleDraft(
        name=typed.text("name"),
        start=start,
        due=due,
        cadence=Cadence(typed.choice("cadence", Cadence, Cadence.WEEKLY)),
        check_in_weekday=typed.whole("check_in_weekday") or 0,
        parent=parent,
    )


def _parent(request: PageRequest, typed: Typed) -> Cycle | None:
    slug = typed.text("parent")
    try:
        return cycle_by_slug(request.organization.pk, slug) if slug else None
    except CycleNotFound:
        typed.problems["parent"] = "There is no such cycle. Choose one from the list."
        return None


def _form(
    request: PageRequest,
    values: Mapping[str, str],
    problems: Mapping[str, str],
    *,
    status: int = 200,
) -> HttpResponse:
    cycles = [cycle for cycle in recent_cycles(request.organization.pk) if cycle.is_open]
    context = {
        "values": values,
        "problems": problems,
        "error_list": [(f"id_{name}", text) for name, text in problems.items()],
        "parents": [(cycle.slug, cycle.name) for cycle in cycles],
        "cadences": [(cadence.value, words) for cadence, words in CADENCE_WORDS.items()],
        "weekdays": list(enumerate(WEEKDAYS)),
    }
    return show(request, "cycles/new.html", context, here="cycles", status=status)


urlpatterns = [
    path("<slug:organization>/cycles", cycle_list, name="cycles"),
    path("<slug:organization>/cycles/new", new_cycle, name="new_cycle"),
    path("<slug:organization>/cycles/<slug:slug>", cycle_page, name="cycle"),
    path("<slug:organization>/cycles/<slug:slug>/state", require_POST(change_state)),
]
