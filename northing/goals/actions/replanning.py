"""Planning a goal's path anew: steps renamed, dated, added, or taken out before they are done."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from northing.activity.actions import Happening, record
from northing.goals.actions.stepping import count_milestones
from northing.goals.models import Goal, GoalMeasure, Step
from northing.goals.rules.drafting import LONGEST_STEP, MOST_STEPS, GoalRefused
from northing.measures.measure import Kind
from northing.people.models import Person
from northing.people.rules import says_nothing
from northing.storage.locks import change_structure

Steps = Mapping[UUID, Step]


@dataclass(frozen=True, slots=True)
class PlannedStep:
    """A step as it is planned now. `key` is that of a step that is there; unknown ones are new."""

    title: str
    due: date | None = None
    key: UUID | None = None


@transaction.atomic
def replan(goal: Goal, planned: Sequence[PlannedStep], by: Person) -> None:
    """Let these be the steps of a goal, in this order. What is finished stays, even if left out.

    Milestones roll up at once. Raises GoalRefused: `title3` and `due3` are of `planned[3]`.
    """
    change_structure(goal.organization_id)
    found = Step.objects.select_for_update(no_key=True).filter(goal=goal)
    there = {step.pk: step for step in found.order_by("position", "id")}
    before = [_told(step) for step in there.values()]
    _refuse(goal, planned, there)
    kept = {one.key for one in planned}
    left_out = [step for key, step in there.items() if key not in kept]
    path = [step for step in left_out if step.is_done]
    path += [_as_step(goal, there, one) for one in planned]
    after = [_told(step) for step in path]
    if before == after:
        return
    Step.objects.filter(pk__in=[step.pk for step in left_out if not step.is_done]).delete()
    for position, step in enumerate(path):
        step.position = position
        step.save()
    count_milestones(goal)
    record(_happening(goal, by, before, after))


def _as_step(goal: Goal, there: Steps, planned: PlannedStep) -> Step:
    step = there.get(planned.key) if planned.key is not None else None
    step = step or Step(organization_id=goal.organization_id, goal=goal)
    step.title, step.due = planned.title.strip(), planned.due
    return step


def _told(step: Step) -> str:
    return f"{step.title} by {step.due.day} {step.due:%B %Y}" if step.due else step.title


def _refuse(goal: Goal, planned: Sequence[PlannedStep], there: Steps) -> None:
    problems: dict[str, str] = {}
    for number, one in enumerate(planned):
        problems |= _step_problems(goal, number, one, there)
    finished = {key for key, step in there.items() if step.is_done}
    count = len(planned) + len(finished - {one.key for one in planned})
    if count > MOST_STEPS:
        problems["steps"] = f"These are {count} steps. Keep to {MOST_STEPS}."
    if not count and GoalMeasure.objects.filter(goal=goal, kind=Kind.MILESTONES).exists():
        problems["steps"] = "Its steps are what is measured. Keep one."
    if not goal.is_open:
        problems["steps"] = "This goal is closed: its path stays as it is."
    if problems:
        raise GoalRefused(problems)


def _step_problems(goal: Goal, number: int, one: PlannedStep, there: Steps) -> dict[str, str]:
    problems = {}
    if says_nothing(one.title):
        problems[f"title{number}"] = "Name the step in a few words."
    if len(one.title) > LONGEST_STEP:
        problems[f"title{number}"] = f"Keep it under {LONGEST_STEP} characters."
    before = there[one.key].due if one.key is not None and one.key in there else None
    if one.due is not None and one.due != before and not goal.start <= one.due <= goal.due:
        problems[f"due{number}"] = (
            f"{one.due} lies outside the goal's dates ({goal.start} to {goal.due}). "
            "Choose a day between them."
        )
    return problems


def _happening(goal: Goal, by: Person, before: list[str], after: list[str]) -> Happening:
    return Happening(
        organization_id=goal.organization_id,
        verb="replanned",
        subject_kind=goal.kind,
        subject_id=goal.pk,
        subject_label=f"{goal.short_id} {goal.statement}",
        actor_id=by.pk,
        actor_name=by.name,
        before={"steps": before},
        after={"steps": after},
    )
