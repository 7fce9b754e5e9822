"""The steps of a goal: adding, ticking, taking back."""

from collections.abc import Collection, Sequence
from datetime import date
from decimal import Decimal
from uuid import UUID

from django.db import transaction

from northing.activity.actions import Happening, record
from northing.goals.actions.goal_draft import StepDraft
from northing.goals.actions.reading import restand
from northing.goals.models import Goal, GoalMeasure, Step
from northing.goals.rules.drafting import LONGEST_STEP, MOST_STEPS, GoalRefused
from northing.measures.measure import Kind
from northing.people.models import Person
from northing.people.rules import says_nothing
from northing.storage.locks import change_structure


class StepNotFound(LookupError):
    """No such step on this goal."""


@transaction.atomic
def add_step(goal: Goal, draft: StepDraft, by: Person) -> Step:
    """Add a step at the end of a goal's path. Raises GoalRefused naming the field."""
    change_structure(goal.organization_id)
    there = Step.objects.filter(goal=goal).count()
    _refuse_step(goal, draft, there)
    step = Step.objects.create(
        organization_id=goal.organization_id,
        goal=goal,
        title=draft.title.strip(),
        due=draft.due,
        weight=draft.weight,
        done_on=draft.done_on,
        position=there,
    )
    count_milestones(goal)
    record(_happening(goal, step, by, "planned a step of"))
    return step


@transaction.atomic
def mark_step(goal: Goal, step_key: UUID, done_on: date | None, by: Person) -> Step:
    """Mark a step done on a day, or with None open again. Milestones roll up at once."""
    change_structure(goal.organization_id)
    step = Step.objects.select_for_update(no_key=True).filter(goal=goal, pk=step_key).first()
    if step is None:
        raise StepNotFound(str(step_key))
    if not goal.is_open:
        raise GoalRefused({"step": "This goal is closed: its history stays as it is."})
    if step.is_done != (done_on is not None):
        step.done_on = done_on
        step.save(update_fields=["done_on"])
        count_milestones(goal)
        record(_happening(goal, step, by, _marked(step)))
    return step


def tick_steps(
    goal: Goal, done: Collection[UUID], on: date, by: Person
) -> tuple[Decimal, list[Happening]]:
    """Let exactly these steps of a goal be done, those that were not on the day `on`.

    Returns the weight that is done then, and what is to be told. Keys of other goals' steps are
    passed over. Call inside the transaction of the check-in that counts them: nothing is rolled
    up or logged here.
    """
    steps = list(Step.objects.filter(goal=goal))
    changed = [step for step in steps if step.is_done != (step.pk in done)]
    for step in changed:
        step.done_on = None if step.is_done else on
    if changed:
        Step.objects.bulk_update(changed, ["done_on"])
    told = [_happening(goal, step, by, _marked(step)) for step in changed]
    return milestone_values(steps)[0], told


def milestone_values(steps: Sequence[Step]) -> tuple[Decimal, Decimal]:
    """The weight that is done and the whole weight of a goal's steps."""
    done = sum((step.weight or Decimal(0) for step in steps if step.is_done), Decimal(0))
    return done, sum((step.weight or Decimal(0) for step in steps), Decimal(0))


def count_milestones(goal: Goal) -> None:
    """Let a goal that is reached by milestones follow its steps. Call inside their transaction."""
    measure = GoalMeasure.objects.filter(goal=goal).first()
    if measure is None or measure.kind != Kind.MILESTONES:
        return
    fresh = Goal.objects.select_for_update(of=("self",), no_key=True).get(pk=goal.pk)
    done, whole = milestone_values(list(Step.objects.filter(goal=goal)))
    measure.target = whole
    measure.save(update_fields=["target"])
    fresh.value = done if done or fresh.last_check_in_id is not None else None
    fresh.save(update_fields=["value"])
    restand(goal.organization, [goal.pk])


def _refuse_step(goal: Goal, draft: StepDraft, there: int) -> None:
    problems = {}
    if says_nothing(draft.title):
        problems["title"] = "Name the step in a few words."
    if len(draft.title) > LONGEST_STEP:
        problems["title"] = f"Keep it under {LONGEST_STEP} characters."
    if there >= MOST_STEPS:
        problems["title"] = f"This goal has {there} steps already. Begin another goal."
    if draft.due is not None and not goal.start <= draft.due <= goal.due:
        problems["due"] = (
            f"{draft.due} lies outside the goal's dates ({goal.start} to {goal.due}). "
            "Choose a day between them."
        )
    if draft.weight < 0:
        problems["weight"] = "A weight is 0 or more."
    if not goal.is_open:
        problems["title"] = "This goal is closed: its path stays as it is."
    if problems:
        raise GoalRefused(problems)


def _marked(step: Step) -> str:
    return "finished a step of" if step.is_done else "reopened a step of"


def _happening(goal: Goal, step: Step, by: Person, verb: str) -> Happening:
    return Happening(
        organization_id=goal.organization_id,
        verb=verb,
        subject_kind=goal.kind,
        subject_id=goal.pk,
        subject_label=f"{goal.short_id} {goal.statement}",
        actor_id=by.pk,
        actor_name=by.name,
        after={"step": step.title, "done_on": step.done_on},
    )
