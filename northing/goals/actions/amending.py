"""Changing an active goal: nothing is overwritten in silence."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northing.activity.actions import Happening, record
from northing.goals.actions.circles import circle_of, replace_audience, replace_contributors
from northing.goals.actions.goal_draft import TEXTS
from northing.goals.actions.reading import restand
from northing.goals.actions.wording import put_words
from northing.goals.models import (
    AlignmentLink,
    Amendment,
    Audience,
    Contributor,
    Goal,
    GoalMeasure,
)
from northing.goals.models.measure import columns_of
from northing.goals.rules.amending import AMENDED_FIELDS, check_amendment
from northing.goals.rules.drafting import GoalFacts, refuse_problems
from northing.goals.rules.kinds import GoalKind, LinkMode, check_circles
from northing.goals.rules.told import as_told, changed_fields
from northing.measures.measure import Measure
from northing.people.models import Person
from northing.storage.locks import change_structure

_PLAIN_FIELDS = (
    "statement",
    "why",
    "specific",
    "achievable",
    "relevant",
    "start",
    "due",
    "ambition",
    "roll_up",
    "owner",
    "team",
    "visibility",
    "tags",
)


class EditConflict(Exception):
    """Somebody else changed the goal meanwhile. `current` is the goal as it is now."""

    def __init__(self, current: Goal) -> None:
        super().__init__("Somebody else changed this goal while you were writing.")
        self.current = current


@transaction.atomic
def amend(
    key: UUID,
    changes: Mapping[str, Any],
    by: Person,
    *,
    reason: str,
    today: date,
    seen_version: int,
    at: datetime | None = None,
    roll_up: bool = True,
) -> Goal:
    """Change an active goal.

    `changes` maps field names (the goal's columns, plus `measure`, `definition`, `contributors`
    and `audience`) to new values; equal values change nothing. Changes of wording, measure,
    dates or ambition become a numbered Amendment with its reason; `at` dates it in the past (a
    demo, an import). With `roll_up=False` the caller promises to `restand` the goal itself, once
    for many. Raises EditConflict when the goal is no longer at `seen_version`,
    AmendmentRefused, GoalRefused or AlignmentRefused when the result would not fit; nothing is
    changed then.
    """
    change_structure(by.organization_id)
    goal = (
        Goal.objects.select_for_update(of=("self",), no_key=True)
        .select_related("cycle", "owner", "team", "organization")
        .get(pk=key)
    )
    measure = GoalMeasure.objects.filter(goal=goal).first()
    if goal.version != seen_version:
        raise EditConflict(goal)
    before = _present(goal, measure)
    changed = changed_fields(before, changes)
    if not changed:
        return goal
    check_amendment(goal.kind, set(changed), by.role, reason)
    _put(goal, measure, changed)
    if {"start", "due"} & changed.keys() and goal.is_open:
        goal.next_check_in_due = goal.check_in_due_after(goal.last_checked_in_on)
    _refuse_misfits(goal, changed)
    goal.version += 1
    goal.save()
    if "statement" in changed:
        put_words(goal)
    _tell(goal, before, changed, by, reason, today, at or timezone.now())
    if roll_up:
        restand(goal.organization, [goal.pk])
        goal.refresh_from_db()
    return goal


def _present(goal: Goal, measure: GoalMeasure | None) -> dict[str, Any]:
    present: dict[str, Any] = {name: getattr(goal, name) for name in _PLAIN_FIELDS}
    present["measure"] = measure.as_rule() if measure else None
    present["definition"] = measure.definition if measure else ""
    for name, model in (("contributors", Contributor), ("audience", Audience)):
        rows = model.objects.filter(goal=goal).select_related("person").order_by("id")
        present[name] = [row.person for row in rows]
    return present


def _put(goal: Goal, measure: GoalMeasure | None, changed: Mapping[str, Any]) -> None:
    for name in _PLAIN_FIELDS:
        if name in changed:
            setattr(goal, name, changed[name])
    if measure is not None and {"measure", "definition"} & changed.keys():
        rule: Measure = changed.get("measure", measure.as_rule())
        for column, value in columns_of(rule).items():
            setattr(measure, column, value)
        measure.definition = changed.get("definition", measure.definition)
    _refuse_problems(goal, measure)
    if measure is not None:
        measure.save()
    if "contributors" in changed:
        replace_contributors(goal, changed["contributors"])
    if "audience" in changed:
        replace_audience(goal, changed["audience"])


def _refuse_problems(goal: Goal, measure: GoalMeasure | None) -> None:
    refuse_problems(
        GoalFacts(
            kind=GoalKind(goal.kind),
            statement=goal.statement,
            start=goal.start,
            due=goal.due,
            cycle=goal.cycle.period,
            cycle_name=goal.cycle.name,
            cycle_is_open=goal.cycle.is_open,
            owner_name=goal.owner.name,
            owner_has_left=goal.owner.has_left,
            measure=measure.as_rule() if measure else None,
            texts=_texts(goal, measure),
        )
    )


def _texts(goal: Goal, measure: GoalMeasure | None) -> dict[str, str]:
    definition = measure.definition if measure else ""
    return {name: getattr(goal, name, definition) for name in TEXTS}


def _refuse_misfits(goal: Goal, changed: Mapping[str, Any]) -> None:
    """A goal that is now seen by fewer people may no longer count where more people see it."""
    if not {"visibility", "team", "audience", "contributors", "owner"} & changed.keys():
        return
    links = AlignmentLink.objects.filter(mode=LinkMode.CONTRIBUTES).filter(parent__isnull=False)
    for link in links.filter(child=goal).select_related("parent"):
        if link.parent is not None:
            check_circles(circle_of(goal), circle_of(link.parent), link.mode)
    for link in links.filter(parent=goal).select_related("child"):
        check_circles(circle_of(link.child), circle_of(goal), link.mode)


def _tell(
    goal: Goal,
    before: Mapping[str, Any],
    changed: Mapping[str, Any],
    by: Person,
    reason: str,
    today: date,
    at: datetime,
) -> None:
    old = {name: as_told(before[name]) for name in changed}
    new = {name: as_told(value) for name, value in changed.items()}
    is_amendment = bool(set(changed) & set(AMENDED_FIELDS))
    if is_amendment:
        number = Amendment.objects.filter(goal=goal).count() + 1
        Amendment.objects.create(
            organization_id=goal.organization_id,
            goal=goal,
            number=number,
            by=by,
            at=at,
            on=today,
            reason=reason.strip(),
            before=old,
            after=new,
        )
    record(
        Happening(
            organization_id=goal.organization_id,
            verb="amended" if is_amendment else "changed",
            subject_kind=goal.kind,
            subject_id=goal.pk,
            subject_label=f"{goal.short_id} {goal.statement}",
            actor_id=by.pk,
            actor_name=by.name,
            before=old,
            after=new,
            reason=reason.strip(),
            at=at,
        )
    )
