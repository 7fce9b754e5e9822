"""The goals of an accepted plan: created, updated, checked in, remembered."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter
from uuid import UUID

from northing.check_ins.actions.recording import Answer
from northing.check_ins.actions.recording import record as check_in
from northing.check_ins.rules import CheckInRefused
from northing.coach.actions.assessing import keep_assessments
from northing.goals.actions.aligning import align
from northing.goals.actions.amending import EditConflict, amend
from northing.goals.actions.goal_draft import GoalDraft, LinkDraft
from northing.goals.actions.reading import restand
from northing.goals.actions.writing import create_goal
from northing.goals.models import AlignmentLink, Goal
from northing.goals.rules.amending import AMENDED_FIELDS, AmendmentRefused
from northing.goals.rules.drafting import GoalRefused
from northing.goals.rules.kinds import AlignmentRefused, GoalState, LinkMode
from northing.people.models import Person
from northing.spreadsheets.actions.refusing import RowRefused
from northing.spreadsheets.actions.writing_names import Names
from northing.spreadsheets.models import ImportedGoal
from northing.spreadsheets.queries.states import in_parts
from northing.spreadsheets.rules.differences import Difference
from northing.spreadsheets.rules.drafts import Draft, PersonRef
from northing.spreadsheets.rules.plan import Plan
from northing.spreadsheets.rules.told import draft_told

__all__ = ["RowRefused", "write_goals"]

_CHECKED_IN = frozenset({"value", "confidence", "note"})


@dataclass(frozen=True, slots=True)
class Written:
    """The goals of an import, and the check-ins that it made of them, by the draft's number."""

    goals: dict[int, UUID]
    check_ins: dict[int, UUID]


@dataclass(slots=True)
class _Writing:
    plan: Plan
    names: Names
    by: Person
    today: date
    goals: dict[int, Goal] = field(default_factory=dict)
    check_ins: dict[int, UUID] = field(default_factory=dict)

    @property
    def reason(self) -> str:
        return f"Imported from {self.plan.name}"


def write_goals(
    accepted: Plan,
    names: Names,
    by: Person,
    today: date,
    progress: Callable[[int, int], None],
) -> Written:
    """Write every difference, parents before children. Call inside the import's transaction."""
    writing = _Writing(accepted, names, by, today)
    _load_known(writing)
    ordered = _parents_first(accepted.differences)
    for done, each in enumerate(ordered, start=1):
        with _naming(each.draft):
            _write(each, writing)
        progress(done, len(ordered))
    created = [writing.goals[each.draft.number].pk for each in accepted.new]
    if created:
        restand(by.organization, created)
    for each in ordered:
        with _naming(each.draft):
            _check_in(each, writing)
    _assess(writing)
    _remember(writing)
    return Written(
        {number: goal.pk for number, goal in writing.goals.items()}, dict(writing.check_ins)
    )


def _load_known(writing: _Writing) -> None:
    known = {
        each.draft.number: UUID(each.goal.key)
        for each in writing.plan.differences
        if each.goal is not None
    }
    rows = Goal.objects.filter(organization=writing.by.organization)
    found = rows.select_related("cycle", "owner", "team", "organization").in_bulk(known.values())
    writing.goals.update({number: found[key] for number, key in known.items()})


def _parents_first(differences: Sequence[Difference]) -> list[Difference]:
    by_number = {each.draft.number: each for each in differences}
    graph = {
        number: [link.draft for link in each.draft.links if link.draft in by_number]
        for number, each in by_number.items()
    }
    try:
        return [by_number[number] for number in TopologicalSorter(graph).static_order()]
    except CycleError as loop:  # told by the plan before; a loop never gets here
        raise AlignmentRefused("The rows close a loop.") from loop


def _write(each: Difference, writing: _Writing) -> None:
    if each.is_new:
        draft = _goal_draft(each.draft, writing)
        goal = create_goal(draft, writing.by, roll_up=False)
        writing.goals[each.draft.number] = goal
    elif each.is_update:
        _update(each, writing)


def _goal_draft(draft: Draft, writing: _Writing) -> GoalDraft:
    names = writing.names
    return GoalDraft(
        kind=draft.kind,
        statement=draft.statement,
        owner=names.people[draft.owner],
        cycle=names.cycles[draft.cycle],
        team=names.teams[draft.team] if draft.team else None,
        why=draft.why,
        ambition=draft.ambition,
        visibility=draft.visibility,
        start=draft.start,
        due=draft.due,
        measure=draft.measure,
        definition=draft.definition,
        links=_links(draft, writing),
        contributors=[names.people[person] for person in draft.contributors],
        tags=draft.tags,
        external_id=draft.external_id,
        state=draft.state,
    )


def _links(draft: Draft, writing: _Writing) -> list[LinkDraft]:
    return [
        LinkDraft(parent=_parent(link.draft, link.key, writing), mode=link.mode, weight=link.weight)
        for link in draft.links
    ]


def _parent(number: int | None, key: str | None, writing: _Writing) -> Goal:
    if number is not None:
        return writing.goals[number]
    return Goal.objects.select_related("organization").get(
        organization=writing.by.organization, pk=UUID(key or "")
    )


def _update(each: Difference, writing: _Writing) -> None:
    goal = writing.goals[each.draft.number]
    wanted = _goal_draft(each.draft, writing)
    changed = {change.field for change in each.changes}
    amended = {name: getattr(wanted, name) for name in changed - _CHECKED_IN - {"parents"}}
    if "tags" in amended:
        amended["tags"] = list(wanted.tags)
    if amended:
        reason = writing.reason if set(amended) & set(AMENDED_FIELDS) else ""
        goal = amend(
            goal.pk,
            amended,
            writing.by,
            reason=reason,
            today=writing.today,
            seen_version=each.goal.version if each.goal else goal.version,
        )
        writing.goals[each.draft.number] = goal
    if "parents" in changed:
        align(goal, [*wanted.links, *_links_by_hand(each, wanted, goal)], writing.by)


def _links_by_hand(each: Difference, wanted: GoalDraft, goal: Goal) -> list[LinkDraft]:
    """The links that no import made: they stay."""
    imported = each.goal.remembered.get("parents", "") if each.goal else ""
    named = {link.parent.pk for link in wanted.links if link.parent}
    rows = AlignmentLink.objects.filter(child=goal).select_related("parent", "pillar")
    return [
        LinkDraft(row.parent, row.pillar, LinkMode(row.mode), row.weight or Decimal(0))
        for row in rows
        if row.parent_id not in named and str(row.parent_id) not in imported
    ]


def _check_in(each: Difference, writing: _Writing) -> None:
    """Where the goal stands, as a check-in on the day that the file gives for it."""
    draft = each.draft
    changed = {change.field for change in each.changes}
    if draft.state is not GoalState.ACTIVE or not draft.says_where_it_stands:
        return
    if not each.is_new and not changed & _CHECKED_IN:
        return
    goal = writing.goals[draft.number]
    note = draft.note if each.is_new or "note" in changed else ""
    answer = Answer(
        value=draft.value,
        confidence=draft.confidence,
        note=note,
        on=_day(draft, goal, writing),
        is_brought=True,
    )
    goal.refresh_from_db()
    writing.check_ins[draft.number] = check_in(goal, answer, writing.by, writing.today).pk


def _assess(writing: _Writing) -> None:
    """Keep what the coach finds in what came in, as it stands now."""
    written = [
        writing.goals[each.draft.number].pk
        for each in writing.plan.differences
        if each.is_new or each.is_update
    ]
    for part in in_parts(written):
        here = Goal.objects.filter(organization=writing.by.organization, pk__in=part)
        keep_assessments(list(here.order_by("pk")), writing.by)


def _day(draft: Draft, goal: Goal, writing: _Writing) -> date:
    """Not before what is already known: an import tells news, it does not rewrite the past."""
    day = draft.checked_on or writing.today
    last = goal.last_checked_in_on
    return max(day, last) if last is not None and last <= writing.today else day


def _remember(writing: _Writing) -> None:
    """Keep what the file says of each goal, in keys: the next import compares with it."""

    def parent_of(number: int) -> str:
        return str(writing.goals[number].pk)

    rows = [
        ImportedGoal(
            organization=writing.by.organization,
            goal=writing.goals[each.draft.number],
            source=writing.plan.source,
            told=draft_told(_with_keys(each.draft, writing.names), parent_of),
        )
        for each in writing.plan.differences
    ]
    ImportedGoal.objects.bulk_create(
        rows,
        batch_size=200,
        update_conflicts=True,
        unique_fields=["goal"],
        update_fields=["source", "told", "imported_at"],
    )


def _with_keys(draft: Draft, names: Names) -> Draft:
    """The draft with everybody and every team that it added as they are known from now on."""
    return replace(
        draft,
        owner=_person_ref(draft.owner, names),
        contributors=tuple(_person_ref(person, names) for person in draft.contributors),
        team=replace(draft.team, key=str(names.teams[draft.team].pk)) if draft.team else None,
    )


def _person_ref(person: PersonRef, names: Names) -> PersonRef:
    return replace(person, key=str(names.people[person].pk))


@contextmanager
def _naming(draft: Draft) -> Iterator[None]:
    """Tell the row of whatever the rules of goals refuse."""
    try:
        yield
    except (GoalRefused, CheckInRefused) as refusal:
        words = " ".join(refusal.problems.values())
        raise RowRefused(draft.place, draft.statement, words) from refusal
    except (AlignmentRefused, AmendmentRefused, EditConflict) as refusal:
        raise RowRefused(draft.place, draft.statement, str(refusal)) from refusal
