"""Writing a new goal: row, measure, steps, people and links in one transaction."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from northing.activity.actions import Happening, record
from northing.cycles.rules import Cadence, next_due
from northing.goals.actions.aligning import add_links
from northing.goals.actions.circles import replace_audience, replace_contributors
from northing.goals.actions.goal_draft import GoalDraft, LinkDraft, with_milestones
from northing.goals.actions.reading import restand
from northing.goals.actions.short_ids import next_short_id
from northing.goals.actions.wording import put_first_words
from northing.goals.models import Goal, GoalMeasure, Step
from northing.goals.models.measure import columns_of
from northing.goals.rules.drafting import GoalRefused, problems_of, refuse_problems
from northing.goals.rules.kinds import GoalState, has_measure
from northing.measures.measure import Kind
from northing.measures.periods import Period
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
    draft = with_milestones(draft)
    refuse_problems(draft.facts())
    change_structure(draft.cycle.organization_id)
    goal = _insert(draft, at)
    _insert_measure(goal, draft)
    _insert_steps(goal, draft)
    _insert_people(goal, draft)
    add_links(goal, draft.links, by)
    put_first_words(goal)
    record(_written(goal, by, at))
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
    objective = create_goal(draft, by, roll_up=False)
    below = [
        create_goal(replace(row, links=(LinkDraft(parent=objective),)), by, roll_up=False)
        for row in key_results
    ]
    restand(objective.organization, [objective.pk, *(goal.pk for goal in below)])
    objective.refresh_from_db()
    return objective, below


def _insert(draft: GoalDraft, at: datetime | None) -> Goal:
    organization = draft.cycle.organization
    return Goal.objects.create(
        organization=organization,
        cycle=draft.cycle,
        kind=draft.kind,
        short_id=next_short_id(organization, draft.kind, draft.owner, draft.team, draft.objective),
        statement=draft.statement.strip(),
        why=draft.why.strip(),
        specific=draft.specific.strip(),
        achievable=draft.achievable.strip(),
        relevant=draft.relevant.strip(),
        owner=draft.owner,
        team=draft.team,
        ambition=draft.ambition,
        visibility=draft.visibility,
        state=draft.state,
        start=draft.start or draft.cycle.start,
        due=draft.due or draft.cycle.due,
        roll_up=draft.roll_up,
        tags=list(draft.tags),
        external_id=draft.external_id,
        next_check_in_due=_first_due(draft),
        value=_first_value(draft),
        created_at=at or timezone.now(),
    )


def _first_due(draft: GoalDraft) -> date | None:
    if not has_measure(draft.kind) or draft.state != GoalState.ACTIVE:
        return None
    cycle, facts = draft.cycle, draft.facts()
    period = Period(facts.start, facts.due)
    return next_due(period, Cadence(cycle.cadence), cycle.check_in_weekday, None)


def _first_value(draft: GoalDraft) -> Decimal | None:
    """What is already known: the weight of milestones that come as done."""
    if draft.measure is None or draft.measure.kind is not Kind.MILESTONES:
        return None
    return sum((step.weight for step in draft.steps if step.done_on), Decimal(0)) or None


def _insert_measure(goal: Goal, draft: GoalDraft) -> None:
    if draft.measure is not None:
        GoalMeasure.objects.create(
            organization_id=goal.organization_id,
            goal=goal,
            definition=draft.definition,
            **columns_of(draft.measure),
        )


def _insert_steps(goal: Goal, draft: GoalDraft) -> None:
    Step.objects.bulk_create(
        Step(
            organization_id=goal.organization_id,
            goal=goal,
            title=step.title,
            due=step.due,
            weight=step.weight,
            done_on=step.done_on,
            position=position,
        )
        for position, step in enumerate(draft.steps)
    )


def _insert_people(goal: Goal, draft: GoalDraft) -> None:
    replace_contributors(goal, draft.contributors)
    replace_audience(goal, draft.audience)


def _written(goal: Goal, by: Person, at: datetime | None) -> Happening:
    return Happening(
        organization_id=goal.organization_id,
        verb="wrote",
        subject_kind=goal.kind,
        subject_id=goal.pk,
        subject_label=f"{goal.short_id} {goal.statement}",
        actor_id=by.pk,
        actor_name=by.name,
        after={"statement": goal.statement, "owner": goal.owner.name},
        at=at,
    )
