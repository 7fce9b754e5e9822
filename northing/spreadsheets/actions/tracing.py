"""What an import did, kept beside it: so that it can be undone, and only that is undone."""

import zlib
from collections import Counter
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from northing.goals.models import Goal
from northing.people.models import Person
from northing.spreadsheets.actions.writing_goals import Written
from northing.spreadsheets.actions.writing_names import Names
from northing.spreadsheets.models import Import, ImportedGoal, ImportTrace
from northing.spreadsheets.queries.states import State, in_parts, states_of
from northing.spreadsheets.queries.touched import entries_about
from northing.spreadsheets.rules.differences import Difference
from northing.spreadsheets.rules.plan import Plan
from northing.spreadsheets.rules.rejecting import rejected_of
from northing.spreadsheets.rules.rows_to_mend import rows_to_mend


@dataclass(frozen=True, slots=True)
class Before:
    """The goals that were there: their fields, what was remembered, how much the log told."""

    states: dict[UUID, State]
    remembered: dict[UUID, dict[str, Any]]
    entries: Counter[UUID]


def before_writing(accepted: Plan, by: Person) -> Before:
    """What to compare with afterwards. Call before the goals are written."""
    known = [UUID(each.goal.key) for each in accepted.differences if each.goal is not None]
    updated = [UUID(each.goal.key) for each in accepted.updates if each.goal is not None]
    return Before(
        states=states_of(by.organization_id, updated),
        remembered=_remembered(known),
        entries=entries_about(by.organization_id, updated),
    )


def keep_import(accepted: Plan, names: Names, by: Person) -> Import:
    """Note that the file was imported. Call inside the import's transaction."""
    added = [
        *(["person", str(names.people[ref].pk), ref.name] for ref in accepted.people),
        *(["team", str(names.teams[ref].pk), ref.name] for ref in accepted.teams),
        *(["cycle", str(names.cycles[ref].pk), ref.name] for ref in accepted.cycles),
    ]
    rejected, rejected_rows = rows_to_mend(accepted, rejected_of(accepted))
    return Import.objects.create(
        organization=by.organization,
        by=by,
        name=accepted.name[:255],
        created=len(accepted.new),
        updated=len(accepted.updates),
        unchanged=len(accepted.unchanged),
        added=added,
        rejected=zlib.compress(rejected.encode()) if rejected_rows else b"",
        rejected_rows=rejected_rows,
    )


def keep_traces(imported: Import, accepted: Plan, written: Written, before: Before) -> None:
    """Note what was done to each goal. Call after the goals are written."""
    organization_id = imported.organization_id
    touched = [written.goals[e.draft.number] for e in accepted.differences if e.is_new or e.changes]
    after = states_of(organization_id, before.states)
    entries = entries_about(organization_id, touched)
    remembered = _remembered(written.goals.values())
    labels = _labels(touched)
    rows = []
    for each in accepted.differences:
        key = written.goals[each.draft.number]
        earlier = before.remembered.get(key)
        if not (each.is_new or each.changes or _is_told_anew(remembered.get(key), earlier)):
            continue
        changed = _changed(before.states.get(key, {}), after.get(key, {}))
        rows.append(
            ImportTrace(
                organization_id=organization_id,
                of=imported,
                goal_key=key,
                label=labels.get(key) or _label(each),
                is_new=each.is_new,
                before={name: before.states[key][name] for name in changed},
                after={name: after[key][name] for name in changed},
                remembered=earlier,
                check_in_key=written.check_ins.get(each.draft.number),
                entries=entries[key] - before.entries[key],
            )
        )
    ImportTrace.objects.bulk_create(rows, batch_size=200)


def _remembered(goals: Any) -> dict[UUID, dict[str, Any]]:
    found: dict[UUID, dict[str, Any]] = {}
    for part in in_parts(goals):
        rows = ImportedGoal.objects.filter(goal__in=part)
        found |= {row.goal_id: _as_remembered(row) for row in rows}
    return found


def _as_remembered(row: ImportedGoal) -> dict[str, Any]:
    return {"source": row.source, "told": row.told, "imported_at": row.imported_at.isoformat()}


def _is_told_anew(now: dict[str, Any] | None, earlier: dict[str, Any] | None) -> bool:
    """Whether the file says something else of a goal, or comes under another name."""
    if now is None or earlier is None:
        return now is not earlier
    return any(now[name] != earlier[name] for name in ("source", "told"))


def _changed(before: State, after: State) -> list[str]:
    return [name for name, value in before.items() if after.get(name) != value]


def _labels(goals: list[UUID]) -> dict[UUID, str]:
    found: dict[UUID, str] = {}
    for part in in_parts(goals):
        rows = Goal.objects.filter(pk__in=part).values_list("pk", "short_id", "statement")
        found |= {key: f"{short_id} {statement}"[:430] for key, short_id, statement in rows}
    return found


def _label(each: Difference) -> str:
    short_id = each.goal.short_id if each.goal is not None else ""
    return f"{short_id} {each.draft.statement}"[:430].strip()
