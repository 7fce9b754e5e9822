"""The SMART goal page: five parts, each with its words."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from northing.goals.models import Goal
from northing.goals.queries.steps import StepRow, steps_of
from northing.measures.voices import status_of
from northing.web.assessments import assessment_context
from northing.web.formats import days_between, due_in, long_day, short_day
from northing.web.goal_head import head_of
from northing.web.marks import status_mark
from northing.web.measured_page import measured_context
from northing.web.page import PageRequest


@dataclass(frozen=True, slots=True)
class Part:
    """One of the five parts: its letter, its name, and the words that fill it."""

    letter: str
    name: str
    words: str
    missing: str = ""


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step with its day in neutral words."""

    step: StepRow
    day: str
    is_next: bool
    is_waiting: bool


def smart_context(request: PageRequest, goal: Goal) -> Mapping[str, Any]:
    """Everything the page shows, in six statements beside the goal itself."""
    steps = steps_of(request.organization.pk, [goal.pk]).get(goal.pk, [])
    head = head_of(request, goal)
    return {
        "head": head,
        "goal": goal,
        **measured_context(request, goal),
        "parts": {part.letter: part for part in _parts(goal, request.today)},
        "steps": list(_step_lines(steps, request.today)),
        "steps_done": sum(step.is_done for step in steps),
        "carries": [
            (one, status_mark(status_of(one.confidence).value, "", "shape"))
            for one in head.serves
            if one.kind
        ],
        **assessment_context(request, goal, head),
    }


def _parts(goal: Goal, today: date) -> Iterator[Part]:
    yield Part("S", "Specific", goal.specific, "Who does what, where, for whom?")
    yield Part("M", "Measurable", goal.measure.definition if hasattr(goal, "measure") else "")
    yield Part("A", "Achievable", goal.achievable, "Do I want this, and can I do it? With what?")
    yield Part("R", "Relevant", goal.relevant or goal.why, "Why now, and what does it carry?")
    period = days_between(goal.start, goal.due)
    if goal.start.year == goal.due.year:
        period = f"{period} {goal.due.year}"
    left = f"due {due_in(goal.due, today)}" if goal.is_open else f"was due {long_day(goal.due)}"
    yield Part("T", "Time-bound", f"{period}, {left}")


def _step_lines(steps: Sequence[StepRow], today: date) -> Iterator[StepLine]:
    upcoming = next((step for step in steps if not step.is_done), None)
    for step in steps:
        is_waiting = not step.is_done and step.due is not None and step.due < today
        yield StepLine(step, _day(step, today), step is upcoming, is_waiting)


def _day(step: StepRow, today: date) -> str:
    """What happened, or what was planned: never a reproach."""
    if step.done_on is not None:
        return f"done {short_day(step.done_on, today)}"
    if step.due is None:
        return ""
    if step.due < today:
        return f"was planned for {short_day(step.due, today)}"
    return f"by {short_day(step.due, today)}"
