"""Writing a new goal: row, measure, steps, people and links in one transaction."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from northing.goals.actions.goal_draft import GoalDraft, LinkDraft, with_milestones
from northing.goals.actions.new_goals import NewGoals
from northing.goals.actions.reading import restand
from northing.goals.models import Goal
from northing.goals.rules.drafting import GoalRefused, problems_of
from northing.people.models import Person
from northing.storage.locks import change_structure


@transaction.atomic
def create_goal(
    draft: GoalDraft, by: Person, *, at: datetime | None = None, roll_up: bool = True
) -> Goal:
    """Write a goal and everything that hangs on it.

    `at` dates the goal and its log entry in the past (an import, a demo). With `roll_up=False`
    the caller promises to `restand` the new goals itself, once for many. Raises GoalRefused with
    every problem by field, and AlignmentRefused for a link that the plan does not allow.
    """
    change_structure(draft.cycle.organization_id)
    new = NewGoals(by)
    goal = new.add(draft, at)
    new.write()
    if roll_up:
        restand(goal.organization, [goal.pk])
        goal.refresh_from_db()
    return goal


@transaction.atomic
def create_objective(
    draft: GoalDraft, key_results: Sequence[GoalDraft], by: Person
) -> tuple[Goal, list[Goal]]:
    """Write an objective together with its key results, all or nothing.

    Raises GoalRefused with the problems of all of them; those of the n-th key result (from 0)
    are named "key_results.n.field".
    """
    problems = problems_of(draft.facts())
    for number, key_result in enumerate(key_results):
        found = problems_of(with_milestones(key_result).facts())
        problems |= {f"key_results.{number}.{name}": text for name, text in found.items()}
    if problems:
        raise GoalRefused(problems)
    change_structure(draft.cycle.organization_id)
    new = NewGoals(by)
    objective = new.add(draft)
    below = [new.add(replace(row, links=(LinkDraft(parent=objective),))) for row in key_results]
    new.write()
    restand(objective.organization, [objective.pk, *(goal.pk for goal in below)])
    objective.refresh_from_db()
    return objective, below
