"""What people did with the goals of an import since: the facts that undoing it looks at."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any
from uuid import UUID

from django.db.models import Count, Model

from northing.activity.models import Entry
from northing.check_ins.models import CheckIn
from northing.coach.models import KeptAssessment
from northing.drafts.models import Draft
from northing.goals.models import (
    AlignmentLink,
    Amendment,
    Audience,
    Contributor,
    Goal,
    GoalMeasure,
    SearchWord,
)
from northing.goals.queries.gate import visible_to
from northing.goals.queries.viewer import Viewer
from northing.people.models import Person
from northing.spreadsheets.models import Import, ImportedGoal, ImportTrace
from northing.spreadsheets.queries.states import in_parts, states_of
from northing.spreadsheets.rules.told import FIELD_LABELS
from northing.spreadsheets.rules.undoing import Created, Undoing, Updated, undoing

# Rows that belong to a goal itself. Whatever people do with them stands in the log.
_OWN_ROWS = {
    AlignmentLink,
    Amendment,
    Audience,
    CheckIn,
    Contributor,
    GoalMeasure,
    ImportedGoal,
    KeptAssessment,
    SearchWord,
}

_DONE_SINCE = {
    "checked in": "has checked in since.",
    "skipped": "has answered for it since.",
    "amended": "has changed it since.",
    "changed": "has changed it since.",
    "aligned": "has linked it elsewhere since.",
    "closed": "has closed it since.",
    "acknowledged a check-in of": "has read its check-in and said so.",
}


def undoing_of(imported: Import, by: Person, *, is_put_back: bool = False) -> Undoing:
    """What undoing an import would do now, by somebody who sees what they may see.

    `is_put_back` tells that what goes back has gone back: what hangs under a goal now, stays there.
    """
    traces = list(ImportTrace.objects.filter(of=imported).order_by("id"))
    goals = _goals_of(traces)
    seen = _seen(traces, by)
    new = [trace for trace in traces if trace.is_new and trace.goal_key in goals]
    old = [trace for trace in traces if not trace.is_new and trace.goal_key in goals]
    changed = [trace for trace in old if trace.after or trace.check_in_key]
    # Whoever imported a goal that nobody touched knows all that stands in it.
    own = {trace.goal_key for trace in new} if imported.by_id == by.pk else set()
    states = states_of(imported.organization_id, [trace.goal_key for trace in changed])
    return undoing(
        _created(imported, new, seen | own),
        [_updated(trace, goals[trace.goal_key], states, seen) for trace in changed],
        set() if is_put_back else _released(changed, states),
        imported.added,
    )


def entries_about(organization_id: UUID, goals: Iterable[UUID]) -> Counter[UUID]:
    """How many lines of the log there are about each goal."""
    found: Counter[UUID] = Counter()
    for part in in_parts(goals):
        rows = Entry.objects.filter(organization_id=organization_id, subject_id__in=part)
        counted = rows.values("subject_id").annotate(lines=Count("id"))
        found.update({row["subject_id"]: row["lines"] for row in counted})
    return found


def refers_to(model: type[Model], keys: Iterable[UUID], own: Collection[type]) -> set[UUID]:
    """Those rows of a model that rows of any table name, but for the tables in `own`.

    Tables that came after this was written are asked as well.
    """
    every = list(keys)
    relations = [one for one in model._meta.related_objects if one.related_model not in own]
    found: set[UUID] = set()
    for relation in relations:
        rows: Any = relation.related_model
        name = relation.field.name
        for part in in_parts(every):
            named = rows.objects.filter(**{f"{name}__in": part})
            found.update(named.values_list(f"{name}_id", flat=True))
    return found


def _goals_of(traces: Iterable[ImportTrace]) -> dict[UUID, Goal]:
    found: dict[UUID, Goal] = {}
    for part in in_parts(trace.goal_key for trace in traces):
        found |= Goal.objects.in_bulk(part)
    return found


def _seen(traces: Iterable[ImportTrace], by: Person) -> set[UUID]:
    gate = visible_to(Viewer.of(by))
    keys = [trace.goal_key for trace in traces]
    return {
        key
        for part in in_parts(keys)
        for key in gate.filter(pk__in=part).values_list("pk", flat=True)
    }


def _created(imported: Import, traces: list[ImportTrace], known: Collection[UUID]) -> list[Created]:
    touched = _touched(imported, traces)
    children = _children([trace.goal_key for trace in traces])
    return [
        Created(
            key=trace.goal_key,
            label=trace.label,
            touched=touched.get(trace.goal_key, ""),
            children=frozenset(children[trace.goal_key]),
            is_seen=trace.goal_key in known,
        )
        for trace in traces
    ]


def _touched(imported: Import, traces: list[ImportTrace]) -> dict[UUID, str]:
    """The goals that somebody touched since, each with what was done."""
    keys = [trace.goal_key for trace in traces]
    return {
        **dict.fromkeys(_named_elsewhere(keys), "Something else has been written about it since."),
        **dict.fromkeys(_being_written_about(imported, keys), "Somebody is writing about it."),
        **_told_since(imported, keys),
        **_imported_again(imported, keys),
    }


def _named_elsewhere(keys: list[UUID]) -> set[UUID]:
    """Goals with steps, or with whatever else the import did not write, and those whose check-ins
    somebody answered."""
    said = dict(
        pair
        for part in in_parts(keys)
        for pair in CheckIn.objects.filter(goal__in=part).values_list("pk", "goal_id")
    )
    return refers_to(Goal, keys, _OWN_ROWS) | {
        said[key] for key in refers_to(CheckIn, said, {CheckIn})
    }


def _being_written_about(imported: Import, keys: list[UUID]) -> set[UUID]:
    drafts = Draft.objects.filter(organization_id=imported.organization_id)
    written = list(drafts.values_list("key", flat=True))
    if not written:
        return set()
    return {
        key
        for part in in_parts(keys)
        for key, short_id in Goal.objects.filter(pk__in=part).values_list("pk", "short_id")
        if any(draft.endswith(f"-{short_id}") for draft in written)
    }


def _told_since(imported: Import, keys: list[UUID]) -> dict[UUID, str]:
    """Goals about which the log has more than imports and their undoing wrote."""
    by_imports: Counter[UUID] = Counter()
    for part in in_parts(keys):
        for row in ImportTrace.objects.filter(goal_key__in=part).values_list(
            "goal_key", "entries", "undo_entries"
        ):
            by_imports[row[0]] += row[1] + row[2]
    there = entries_about(imported.organization_id, keys)
    more = [key for key in keys if there[key] > by_imports[key]]
    newest = _newest_entries(imported.organization_id, more)
    return {key: _in_words(newest[key]) for key in more}


def _newest_entries(organization_id: UUID, keys: list[UUID]) -> dict[UUID, Entry]:
    found: dict[UUID, Entry] = {}
    for part in in_parts(keys):
        rows = Entry.objects.filter(organization_id=organization_id, subject_id__in=part)
        found |= {entry.subject_id: entry for entry in rows.order_by("at", "id")}
    return found


def _in_words(entry: Entry) -> str:
    done = _DONE_SINCE.get(entry.verb, "has worked on it since.")
    return f"{entry.actor_name or 'Somebody'} {done}"


def _imported_again(imported: Import, keys: list[UUID]) -> dict[UUID, str]:
    found = {}
    for part in in_parts(keys):
        later = ImportTrace.objects.filter(
            goal_key__in=part, of__at__gt=imported.at, of__undone_at=None
        ).exclude(of=imported)
        for trace in later.select_related("of"):
            if trace.after or trace.check_in_key:
                found[trace.goal_key] = (
                    f"A later import, {trace.of.name}, changed it. Undo that one first."
                )
    return found


def _children(keys: list[UUID]) -> Mapping[UUID, set[UUID]]:
    found: dict[UUID, set[UUID]] = defaultdict(set)
    for part in in_parts(keys):
        links = AlignmentLink.objects.filter(parent__in=part)
        for parent, child in links.values_list("parent_id", "child_id"):
            if parent is not None:
                found[parent].add(child)
    return found


def _updated(
    trace: ImportTrace, goal: Goal, states: Mapping[UUID, Mapping[str, Any]], seen: set[UUID]
) -> Updated:
    now = states[trace.goal_key]
    as_left = {name: now[name] == value for name, value in trace.after.items()}
    is_last = goal.last_check_in_id == trace.check_in_key
    return Updated(
        key=trace.goal_key,
        label=trace.label,
        unchanged=tuple(name for name, same in as_left.items() if same),
        changed=tuple(FIELD_LABELS[name] for name, same in as_left.items() if not same),
        check_in=trace.check_in_key if is_last else None,
        was_overtaken=trace.check_in_key is not None and not is_last,
        is_open=goal.is_open,
        is_seen=trace.goal_key in seen,
    )


def _released(
    traces: Iterable[ImportTrace], states: Mapping[UUID, Mapping[str, Any]]
) -> set[tuple[UUID, UUID]]:
    return {
        (trace.goal_key, UUID(parent))
        for trace in traces
        if "parents" in trace.after and states[trace.goal_key]["parents"] == trace.after["parents"]
        for parent in _new_parents(trace)
    }


def _new_parents(trace: ImportTrace) -> Iterator[str]:
    before = {link[0] for link in trace.before["parents"]}
    yield from (link[0] for link in trace.after["parents"] if link[0] and link[0] not in before)
