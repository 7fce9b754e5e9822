"""New goals, checked one after the other and written together."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from uuid import UUID

from django.utils import timezone

from northing.activity.actions import Happening, record_all
from northing.goals.actions.aligning import insert_links, refuse_links
from northing.goals.actions.circles import circle_of
from northing.goals.actions.goal_draft import GoalDraft, with_milestones
from northing.goals.actions.short_ids import give_short_ids
from northing.goals.actions.wording import put_first_words
from northing.goals.models import Audience, Contributor, Goal, GoalMeasure, Step
from northing.goals.models.measure import columns_of
from northing.goals.rules.drafting import refuse_problems
from northing.goals.rules.kinds import Circle, GoalState, Visibility
from northing.measures.measure import Kind
from northing.people.models import Person
from northing.storage import statements


@dataclass(frozen=True, slots=True)
class _New:
    goal: Goal
    draft: GoalDraft
    at: datetime | None


class NewGoals:
    """Goals of one organization that somebody is about to write.

    A goal may be linked to one that was added before it. It has its short id when it is written.
    Nothing can lie under a new goal, so that no link of it closes a loop.
    """

    def __init__(self, by: Person) -> None:
        self._by = by
        self._new: list[_New] = []
        self._circles: dict[UUID, Circle] = {}

    def add(self, draft: GoalDraft, at: datetime | None = None) -> Goal:
        """Check a goal and keep it to be written; `at` dates it and its entry in the log.

        Raises GoalRefused with every problem by field, and AlignmentRefused for a link that the
        plan does not allow; the goal is then not among those to be written.
        """
        draft = with_milestones(draft)
        refuse_problems(draft.facts())
        goal = _goal_of(draft, at)
        self._circles[goal.pk] = _circle_of_new(goal, draft)
        refuse_links(goal, draft.links, self._circle)
        self._new.append(_New(goal, draft, at))
        return goal

    def write(self) -> Sequence[Goal]:
        """Write what was added and all that hangs on it, in a few statements for any number.

        Call inside a transaction that changes the plan's structure, and `restand` the goals after.
        """
        new, self._new = self._new, []
        goals = [each.goal for each in new]
        give_short_ids([(each.goal, each.draft.objective) for each in new])
        statements.insert(goals)
        statements.insert([row for each in new for row in _measure(each)])
        statements.insert([row for each in new for row in _steps(each)])
        statements.insert([row for each in new for row in _contributors(each)])
        statements.insert([row for each in new for row in _audience(each)])
        insert_links([(each.goal, each.draft.links) for each in new])
        put_first_words(goals)
        record_all([_written(each, self._by) for each in new])
        return goals

    def _circle(self, goal: Goal) -> Circle:
        if goal.pk not in self._circles:
            self._circles[goal.pk] = circle_of(goal)
        return self._circles[goal.pk]


def _goal_of(draft: GoalDraft, at: datetime | None) -> Goal:
    goal = Goal(
        organization=draft.cycle.organization,
        cycle=draft.cycle,
        kind=draft.kind,
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
        value=_first_value(draft),
        created_at=at or timezone.now(),
    )
    if draft.state == GoalState.ACTIVE:
        goal.next_check_in_due = goal.check_in_due_after(None)
    return goal


def _first_value(draft: GoalDraft) -> Decimal | None:
    """What is already known: the weight of milestones that come as done."""
    if draft.measure is None or draft.measure.kind is not Kind.MILESTONES:
        return None
    return sum((step.weight for step in draft.steps if step.done_on), Decimal(0)) or None


def _circle_of_new(goal: Goal, draft: GoalDraft) -> Circle:
    if draft.visibility != Visibility.PRIVATE:
        return Circle(Visibility(draft.visibility), goal.team_id)
    persons = {draft.owner.pk, *(one.pk for one in (*draft.audience, *draft.contributors))}
    return Circle(Visibility.PRIVATE, None, frozenset(persons))


def _measure(new: _New) -> list[GoalMeasure]:
    if new.draft.measure is None:
        return []
    return [
        GoalMeasure(
            organization_id=new.goal.organization_id,
            goal=new.goal,
            definition=new.draft.definition,
            **columns_of(new.draft.measure),
        )
    ]


def _steps(new: _New) -> list[Step]:
    return [
        Step(
            organization_id=new.goal.organization_id,
            goal=new.goal,
            title=step.title,
            due=step.due,
            weight=step.weight,
            done_on=step.done_on,
            position=position,
        )
        for position, step in enumerate(new.draft.steps)
    ]


def _contributors(new: _New) -> list[Contributor]:
    return [
        Contributor(organization_id=new.goal.organization_id, goal=new.goal, person=person)
        for person in dict.fromkeys(new.draft.contributors)
    ]


def _audience(new: _New) -> list[Audience]:
    return [
        Audience(organization_id=new.goal.organization_id, goal=new.goal, person=person)
        for person in dict.fromkeys(new.draft.audience)
    ]


def _written(new: _New, by: Person) -> Happening:
    goal = new.goal
    return Happening(
        organization_id=goal.organization_id,
        verb="wrote",
        subject_kind=goal.kind,
        subject_id=goal.pk,
        subject_label=f"{goal.short_id} {goal.statement}",
        actor_id=by.pk,
        actor_name=by.name,
        after={"statement": goal.statement, "owner": goal.owner.name},
        at=new.at,
    )
