"""Importing: plan again on what is there now, then write everything or nothing."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from django.db import transaction
from django.utils import timezone

from northing.activity.actions import Happening, record
from northing.people.actions.rights import require_admin
from northing.people.models import Person
from northing.spreadsheets.actions.mapping import remember_mappings
from northing.spreadsheets.actions.tracing import before_writing, keep_import, keep_traces
from northing.spreadsheets.actions.writing_goals import RowRefused, write_goals
from northing.spreadsheets.actions.writing_names import write_names
from northing.spreadsheets.models import Import, ImportedFile
from northing.spreadsheets.queries.files import upload_of
from northing.spreadsheets.queries.snapshots import snapshot_for
from northing.spreadsheets.rules.cells import Upload
from northing.spreadsheets.rules.plan import Plan
from northing.spreadsheets.rules.planning import Wishes, plan
from northing.spreadsheets.rules.report import Problem
from northing.storage.locks import change_structure

Progress = Callable[[int, int], None]


class ImportRefused(Exception):
    """The file does not fit as it is. `plan` says where and why; nothing was written."""

    def __init__(self, refused: Plan) -> None:
        super().__init__("Nothing was imported: see the problems and questions.")
        self.plan = refused


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an import wrote."""

    plan: Plan
    created: int
    updated: int
    unchanged: int
    imported: Import


def plan_for(upload: Upload, wishes: Wishes, person: Person, today: date) -> Plan:
    """What importing would do for this person, without writing anything."""
    return plan(upload, wishes, snapshot_for(person), today)


def import_upload(
    upload: Upload, wishes: Wishes, by: Person, today: date, progress: Progress | None = None
) -> Outcome:
    """Write an upload in one transaction. Raises RightMissing, and ImportRefused with its plan.

    The plan is made again inside the transaction, so that what was shown before cannot be stale.
    """
    require_admin(by)
    with transaction.atomic():
        change_structure(by.organization_id)
        accepted = plan_for(upload, wishes, by, today)
        if not accepted.can_be_applied:
            raise ImportRefused(accepted)
        try:
            names = write_names(accepted, by, today)
            before = before_writing(accepted, by)
            written = write_goals(accepted, names, by, today, progress or _silently)
        except RowRefused as refusal:
            problem = Problem(refusal.place, refusal.found, "a row that fits", str(refusal))
            told = replace(accepted, problems=(*accepted.problems, problem))
            raise ImportRefused(told) from refusal
        imported = keep_import(accepted, names, by)
        keep_traces(imported, accepted, written, before)
        remember_mappings(accepted, by)
        record(_told(accepted, imported, by))
    return Outcome(accepted, imported.created, imported.updated, imported.unchanged, imported)


def import_file(file: ImportedFile, by: Person, today: date) -> Outcome:
    """Import a kept file with the mapping and answers kept beside it."""
    wishes = Wishes(mapping=file.mapping, answers=file.answers)
    outcome = import_upload(upload_of(file), wishes, by, today)
    file.applied_at = timezone.now()
    file.outcome = {
        "created": outcome.created,
        "updated": outcome.updated,
        "unchanged": outcome.unchanged,
        "cycles": sorted({each.draft.cycle.name for each in outcome.plan.differences}),
    }
    file.became = outcome.imported
    file.save(update_fields=["applied_at", "outcome", "became"])
    return outcome


def _silently(_done: int, _all: int) -> None:
    pass


def _told(accepted: Plan, imported: Import, by: Person) -> Happening:
    return Happening(
        organization_id=by.organization_id,
        verb="imported",
        subject_kind="import",
        subject_id=imported.pk,
        subject_label=accepted.name,
        actor_id=by.pk,
        actor_name=by.name,
        after={
            "created": len(accepted.new),
            "updated": len(accepted.updates),
            "unchanged": len(accepted.unchanged),
            "people": [person.name for person in accepted.people],
            "teams": [team.name for team in accepted.teams],
            "cycles": [cycle.name for cycle in accepted.cycles],
        },
    )
