"""My week: what is due, what I will do, what waits for me, what moved."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_POST, require_safe

from northing.check_ins.queries.histories import histories
from northing.check_ins.queries.moved import moved_since
from northing.check_ins.queries.my_goals import MyGoal, goals_owned_by
from northing.check_ins.queries.waiting import waiting_for
from northing.check_ins.rules import Saying
from northing.cycles.models import Cycle
from northing.cycles.rules import Week, week_of
from northing.goals.actions.goal_draft import StepDraft
from northing.goals.actions.stepping import add_step
from northing.goals.queries.bonds import require_check_in
from northing.goals.queries.gate import visible_goal
from northing.goals.queries.steps import StepRow, steps_of
from northing.goals.rules.drafting import GoalRefused
from northing.measures.measure import Kind
from northing.web import check_in_words as words
from northing.web.addresses import goal_address
from northing.web.answered_row import answered_row
from northing.web.check_in_forms import Answered, CheckInForm, answered, entered_in
from northing.web.form_token import form_token
from northing.web.formats import long_day, short_day
from northing.web.forms import Typed
from northing.web.page import PageRequest, frame_of, hue_of, page, redirect_within, show

MOST_THINGS = 3
MOST_FORMS = 8
MOST_CHOICES = 12
DAYS_OF_CHANGES = 14


@dataclass(frozen=True, slots=True)
class Thing:
    """A step that I will do this week, or did."""

    step: StepRow
    goal: MyGoal

    @property
    def address(self) -> str:
        return goal_address(self.goal.kind, self.goal.short_id)


@dataclass(frozen=True, slots=True)
class Mine:
    """My open goals with what was said of them and the steps on their way."""

    goals: Sequence[MyGoal]
    said: dict[UUID, list[Saying]]
    steps: dict[UUID, list[StepRow]]


@require_safe
@page
def first_page(request: PageRequest) -> HttpResponse:
    """An organization's address alone leads to my week."""
    return redirect_within(request, "my/week")


@require_safe
@page
def my_week(request: PageRequest) -> HttpResponse:
    """Everything that one person has to do and to know this week."""
    return _week_page(request)


@require_safe
@page
def next_check_in(request: PageRequest) -> HttpResponse:
    """The form of the goal that is due next, or of the one asked for, alone on a page."""
    asked = request.GET.get("goal", "")
    if asked:
        goal = visible_goal(request.viewer, asked)
        return redirect_within(request, f"goals/{goal.short_id}/check-ins")
    due = [goal for goal in goals_owned_by(request.viewer) if goal.is_due(request.today)]
    if due:
        return redirect_within(request, f"goals/{due[0].short_id}/check-ins")
    return redirect_within(request, "my/week")


@require_POST
@page
def plan_step(request: PageRequest) -> HttpResponse:
    """Something that I will do, as a step of one of my goals."""
    typed = Typed(request.POST)
    goal = visible_goal(request.viewer, typed.text("goal") or "-")
    require_check_in(request.viewer, goal)
    goal.organization = request.organization
    try:
        add_step(goal, StepDraft(typed.text("title"), typed.day("due")), request.person)
    except GoalRefused as refusal:
        return _week_page(request, " ".join(refusal.problems.values()), 422)
    return redirect_within(request, "my/week#things")


def _week_page(request: PageRequest, problem: str = "", status: int = 200) -> HttpResponse:
    today, cycle = request.today, frame_of(request).cycle
    week = week_of(cycle.period, today) if cycle is not None else None
    mine = _mine(request, _this_week(week, today))
    since = today - timedelta(days=6)
    forms = _forms(mine, today)
    context: dict[str, Any] = {
        "week": week,
        "head": _head(week, cycle, today),
        "forms": forms[:MOST_FORMS],
        "later": forms[MOST_FORMS:],
        "counted": words.counted([form.goal for form in forms]),
        "answered_row": answered_row,
        "answered": _answered(mine, today, _this_week(week, today)),
        "next_due": _next_due(mine.goals, today),
        "has_goals": bool(mine.goals),
        "things": _things(mine, _this_week(week, today)),
        "choices": _choices(mine.goals),
        "typed": request.POST,
        "problem": problem,
        "waiting": waiting_for(request.viewer, today - timedelta(days=DAYS_OF_CHANGES)),
        "moved": moved_since(request.viewer, cycle.pk, since) if cycle is not None else [],
        "at": lambda where: f"/{request.organization.slug}/{where}",
        "csrf": form_token(request).field,
        "goal_address": goal_address,
        "hue_of": hue_of,
        "said_day": words.said_day,
    }
    return show(request, "my_week/page.html", context, here="my/week", status=status)


def _mine(request: PageRequest, since: date) -> Mine:
    """What was said is read only of goals that show it."""
    goals, organization = goals_owned_by(request.viewer), request.organization.pk
    due = [goal.key for goal in goals if goal.is_due(request.today)][:MOST_FORMS]
    done = [goal.key for goal in goals if _is_answered(goal, request.today, since)]
    steps = steps_of(organization, [goal.key for goal in goals])
    return Mine(goals, histories(organization, [*due, *done]), steps)


def _forms(mine: Mine, today: date) -> list[CheckInForm]:
    due = [goal for goal in mine.goals if goal.is_due(today)]
    return [
        CheckInForm(
            goal=goal,
            history=mine.said.get(goal.key, ()),
            steps=_milestones(goal, mine),
            today=today,
            entered=entered_in(goal.draft),
            number=number,
            of=len(due),
            is_open=number == 1,
        )
        for number, goal in enumerate(due, start=1)
    ]


def _milestones(goal: MyGoal, mine: Mine) -> Sequence[StepRow]:
    is_counted = goal.measure is not None and goal.measure.kind is Kind.MILESTONES
    return mine.steps.get(goal.key, ()) if is_counted else ()


def _answered(mine: Mine, today: date, since: date) -> list[Answered]:
    """What I have checked in this week and is not due again."""
    return [
        answered(goal, mine.said.get(goal.key, ()), today, fresh=False)
        for goal in mine.goals
        if _is_answered(goal, today, since)
    ]


def _is_answered(goal: MyGoal, today: date, since: date) -> bool:
    return goal.said_on is not None and goal.said_on >= since and not goal.is_due(today)


def _this_week(week: Week | None, today: date) -> date:
    return week.starts if week is not None else today - timedelta(days=today.weekday())


def _next_due(goals: Sequence[MyGoal], today: date) -> date | None:
    days = [goal.next_due for goal in goals if goal.next_due is not None and goal.next_due > today]
    return min(days, default=None)


def _things(mine: Mine, since: date) -> list[Thing]:
    """My next open steps, the nearest first, after those that I did this week."""
    things = [Thing(step, goal) for goal in mine.goals for step in mine.steps.get(goal.key, ())]
    done = [thing for thing in things if thing.step.done_on and thing.step.done_on >= since]
    still_open = [thing for thing in things if not thing.step.is_done]
    still_open.sort(key=lambda thing: thing.step.due or thing.goal.due)
    return [*done[-MOST_THINGS:], *still_open[: max(MOST_THINGS - len(done), 1)]]


def _choices(goals: Sequence[MyGoal]) -> list[tuple[str, str]]:
    """Goals that a new step may belong to: a new milestone would change what is measured."""
    fitting = [
        goal
        for goal in goals
        if goal.measure is not None and goal.measure.kind is not Kind.MILESTONES
    ]
    return [(goal.short_id, goal.statement) for goal in fitting[:MOST_CHOICES]]


@dataclass(frozen=True, slots=True)
class Head:
    """The page's title, the line under it and the labels of its ruler."""

    title: str
    days: tuple[date, date] | None
    left: str
    labels: tuple[tuple[int, str], ...]


def _head(week: Week | None, cycle: Cycle | None, today: date) -> Head:
    if week is None or cycle is None:
        return Head("My week", None, "No cycle is running.", ())
    if today < cycle.start:
        return Head("My week", None, f"{cycle.name} starts on {long_day(cycle.start)}.", ())
    if today > cycle.due:
        return Head("My week", None, f"{cycle.name} ended on {long_day(cycle.due)}.", ())
    first, last = (1, short_day(cycle.start)), (week.of, "close")
    labels = tuple(dict([first, last, (week.number, "now")]).items())
    left = words.weeks_left(week, cycle.name)
    return Head(f"Week {week.number}", (week.starts, week.ends), left, labels)


urlpatterns = [
    path("<slug:organization>", first_page, name="organization"),
    path("<slug:organization>/", first_page),
    path("<slug:organization>/my/week", my_week, name="my-week"),
    path("<slug:organization>/my/week/check-in", next_check_in, name="next-check-in"),
    path("<slug:organization>/my/week/steps", plan_step, name="plan-step"),
]
