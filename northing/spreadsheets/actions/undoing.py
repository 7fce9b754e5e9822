"""Undoing an import: what it wrote goes or goes back, where nobody has touched it since."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from uuid import UUID

from django.core import serializers
from django.db import transaction
from django.utils import timezone

from northing.activity.actions import Happening, record, record_all
from northing.check_ins.models import CheckIn
from northing.coach.actions.assessing import keep_assessments
from northing.coach.models import KeptAssessment
from northing.goals.actions.reading import restand
from northing.goals.models import (
    AlignmentLink,
    Amendment,
    Audience,
    Contributor,
    Goal,
    GoalMeasure,
)
from northing.people.actions.rights import require_admin
from northing.people.models import Person
from northing.spreadsheets.actions.putting_back import Back, NotPutBack, let_stand, put_back
from northing.spreadsheets.actions.removing_names import remove_names
from northing.spreadsheets.models import Import, ImportedGoal, ImportTrace
from northing.spreadsheets.queries.states import in_parts
from northing.spreadsheets.queries.touched import entries_about, undoing_of
from northing.spreadsheets.rules.undoing import (
    Created,
    Left,
    PutBack,
    Undoing,
    UndoRefused,
    refuse_to_undo,
)
from northing.storage import statements
from northing.storage.locks import change_structure

__all__ = ["UndoRefused", "Undone", "undo_import", "undoing_for"]

_ROWS_OF_A_GOAL: tuple[tuple[Any, str], ...] = (
    (GoalMeasure, "goal_id"),
    (AlignmentLink, "child_id"),
    (Contributor, "goal_id"),
    (Audience, "goal_id"),
    (Amendment, "goal_id"),
    (CheckIn, "goal_id"),
    (KeptAssessment, "goal_id"),
)


@dataclass(slots=True)
class Undone:
    """What undoing an import did: how many goals went and went back, what stays and why."""

    withdrawn: int = 0
    put_back: int = 0
    left: list[Left] = field(default_factory=list)
    hidden: int = 0
    removed: list[str] = field(default_factory=list)


def undoing_for(imported: Import, by: Person) -> Undoing:
    """What undoing would do now, without doing it. Raises RightMissing and UndoRefused."""
    require_admin(by)
    _refuse(imported)
    return undoing_of(imported, by)


@transaction.atomic
def undo_import(imported: Import, by: Person, today: date) -> Undone:
    """Undo an import as far as nobody touched since what it wrote; all in one transaction.

    Fields that are still as it left them go back as amendments, its check-ins are superseded,
    goals that it created are withdrawn: their rows leave the plan and are kept with the import.
    Raises RightMissing, and UndoRefused when it is too late or was done before.
    """
    require_admin(by)
    change_structure(by.organization_id)
    locked = Import.objects.select_for_update(of=("self",)).get(
        organization=by.organization, pk=imported.pk
    )
    _refuse(locked)
    undone = Undone()
    first = undoing_of(locked, by)
    _put_back_all(locked, first.put_back, undone, by, today)
    # Anew: a goal that could not be moved back still hangs under one that would go.
    now = undoing_of(locked, by, is_put_back=True)
    _withdraw(locked, now.withdrawn, by)
    undone.withdrawn, undone.hidden = len(now.withdrawn), first.hidden
    held = {goal.key for goal in first.withdrawn} - {goal.key for goal in now.withdrawn}
    undone.left += [one for one in now.left if one.key in held]
    told = set(undone.left)
    undone.left += [one for one in first.left if one not in told]
    _forget(locked)
    undone.removed = remove_names(locked, by)
    _keep(locked, undone, by)
    return undone


def _refuse(imported: Import) -> None:
    refuse_to_undo(
        at=imported.at,
        is_undone=imported.is_undone,
        has_traces=ImportTrace.objects.filter(of=imported).exists()
        or not (imported.created or imported.updated),
        by=imported.undone_by.name if imported.undone_by is not None else "",
        now=timezone.now(),
    )


def _put_back_all(
    imported: Import, planned: Iterable[PutBack], undone: Undone, by: Person, today: date
) -> None:
    traces = {
        trace.goal_key: trace for trace in ImportTrace.objects.filter(of=imported, is_new=False)
    }
    done: dict[UUID, Back] = {}
    before = entries_about(imported.organization_id, traces)
    for one in planned:
        trace = traces[one.goal.key]
        try:
            with transaction.atomic():
                reason = f"The import of {imported.name} was undone."
                done[one.goal.key] = put_back(trace, one, reason, by, today)
        except NotPutBack as refusal:
            undone.left.append(Left(one.goal.key, one.label, str(refusal)))
    let_stand(by.organization, done.values(), today)
    undone.put_back = len(done)
    for part in in_parts(done):
        keep_assessments(list(Goal.objects.filter(pk__in=part).order_by("pk")), by)
    after = entries_about(imported.organization_id, done)
    for key in done:
        traces[key].undo_entries = after[key] - before[key]
    statements.update([traces[key] for key in done], ["undo_entries"])


def _withdraw(imported: Import, goals: Sequence[Created], by: Person) -> None:
    """Move goals out of the plan: every row of them is kept with the import's trace."""
    keys = [goal.key for goal in goals]
    parents = _parents_that_stay(keys)
    rows = _rows_of(keys)
    traces = list(ImportTrace.objects.filter(of=imported, is_new=True))
    going = [trace for trace in traces if trace.goal_key in rows]
    for trace in going:
        trace.withdrawn = rows[trace.goal_key]
    statements.update(going, ["withdrawn"])
    for part in in_parts(keys):
        # Check-ins first: they protect one another.
        CheckIn.objects.filter(goal__in=part).update(supersedes=None)
    for part in in_parts(keys):
        Goal.objects.filter(organization_id=imported.organization_id, pk__in=part).delete()
    if parents:
        restand(by.organization, sorted(parents))
    record_all([_withdrawal(imported, goal, by) for goal in goals])


def _parents_that_stay(keys: Sequence[UUID]) -> set[UUID]:
    parents: set[UUID] = set()
    for part in in_parts(keys):
        links = AlignmentLink.objects.filter(child__in=part, parent__isnull=False)
        parents.update(links.values_list("parent_id", flat=True))
    return parents - set(keys)


def _rows_of(keys: Sequence[UUID]) -> dict[UUID, list[Any]]:
    """Every row of goals as JSON, by the goal's key."""
    found: dict[UUID, list[Any]] = {}
    for part in in_parts(keys):
        goals = list(Goal.objects.filter(pk__in=part))
        found |= {goal.pk: [row] for goal, row in zip(goals, _as_json(goals), strict=True)}
        for model, owner in _ROWS_OF_A_GOAL:
            rows = list(model.objects.filter(**{f"{owner}__in": part}).order_by("pk"))
            for row, kept in zip(rows, _as_json(rows), strict=True):
                found[getattr(row, owner)].append(kept)
    return found


def _as_json(rows: Sequence[Any]) -> list[Any]:
    return list(json.loads(serializers.serialize("json", rows)))


def _forget(imported: Import) -> None:
    """The next import compares with what the one before this said, unless one came after."""
    traces = list(ImportTrace.objects.filter(of=imported, is_new=False))
    for part in in_parts(trace.goal_key for trace in traces):
        later = set(
            ImportTrace.objects.filter(
                goal_key__in=part, of__at__gt=imported.at, of__undone_at=None
            ).values_list("goal_key", flat=True)
        )
        mine = [trace for trace in traces if trace.goal_key in part]
        for trace in mine:
            rows = ImportedGoal.objects.filter(goal=trace.goal_key)
            if trace.goal_key in later:
                continue
            if trace.remembered is None:
                rows.delete()
            else:
                rows.update(**trace.remembered)


def _keep(imported: Import, undone: Undone, by: Person) -> None:
    imported.undone_at = timezone.now()
    imported.undone_by = by
    imported.undone = {
        "withdrawn": undone.withdrawn,
        "put_back": undone.put_back,
        "left": [[str(one.key), one.label, one.reason] for one in undone.left],
        "hidden": undone.hidden,
        "removed": undone.removed,
    }
    imported.save(update_fields=["undone_at", "undone_by", "undone"])
    record(
        Happening(
            organization_id=imported.organization_id,
            verb="undid the import of",
            subject_kind="import",
            subject_id=imported.pk,
            subject_label=imported.name,
            actor_id=by.pk,
            actor_name=by.name,
            after={
                "withdrawn": undone.withdrawn,
                "put_back": undone.put_back,
                "left": len(undone.left) + undone.hidden,
                "removed": undone.removed,
            },
        )
    )


def _withdrawal(imported: Import, goal: Created, by: Person) -> Happening:
    return Happening(
        organization_id=imported.organization_id,
        verb="withdrew",
        subject_kind="goal",
        subject_id=goal.key,
        subject_label=goal.label,
        actor_id=by.pk,
        actor_name=by.name,
        reason=f"The import of {imported.name} was undone.",
    )
