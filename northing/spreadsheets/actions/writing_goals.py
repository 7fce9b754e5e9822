"""The goals of an accepted plan: created, updated, checked in, remembered."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from graphlib import CycleError, TopologicalSorter
from uuid import UUID

from northing.alignment.roll_up import RollUpRefused
from northing.coach.actions.assessing import keep_assessments
from northing.goals.actions.aligning import align
from northing.goals.actions.amending import amend
from northing.goals.actions.goal_draft import GoalDraft, LinkDraft
from northing.goals.actions.new_goals import NewGoals
from northing.goals.actions.reading import restand
from northing.goals.models import AlignmentLink, Goal
from northing.goals.rules.amending import AMENDED_FIELDS
from northing.goals.rules.kinds import AlignmentRefused, LinkMode
from northing.people.models import Person
from northing.spreadsheets.actions.checking_in import CHECKED_IN, check_in_all
from northing.spreadsheets.actions.refusing import RowRefused, naming
from northing.spreadsheets.actions.writing_names import Names
from northing.spreadsheets.models import ImportedGoal
from northing.spreadsheets.queries.states import in_parts
from northing.spreadsheets.rules.differences import Difference
from northing.spreadsheets.rules.drafts import Draft, PersonRef
from northing.spreadsheets.rules.plan import Plan
from northing.spreadsheets.rules.report import Place
from northing.spreadsheets.rules.told import draft_told

__all__ = ["RowRefused", "write_goals"]


@dataclass(frozen=True, slots=True)
class Written:
    """The goals of an import, and the check-ins that it made of them, by the draft's number."""

    goals: dict[int, UUID]
    check_ins: dict[int, UUID]


@dataclass(slots=True)
class _Writing:
    """What is known of the goals while they are written.

    `goals` by the number of their draft, `parents` that are in no row by their key; `moved` are
    the keys of all goals that stand otherwise afterwards.
    """

    plan: Plan
    names: Names
    by: Person
    today: date
    new: NewGoals
    goals: dict[int, Goal] = field(default_factory=dict)
    parents: dict[UUID, Goal] = field(default_factory=dict)
    moved: dict[UUID, None] = field(default_factory=dict)

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
    writing = _Writing(accepted, names, by, today, NewGoals(by))
    _load_known(writing)
    ordered = _parents_first(accepted.differences)
    for done, each in enumerate(ordered, start=1):
        with naming(each.draft):
            _write(each, writing)
        progress(done, len(ordered))
    _write_new(writing)
    check_ins = _let_stand(ordered, writing)
    _assess(writing)
    _remember(writing)
    return Written({number: goal.pk for number, goal in writing.goals.items()}, check_ins)


def _load_known(writing: _Writing) -> None:
    differences = writing.plan.differences
    known = {e.draft.number: UUID(e.goal.key) for e in differences if e.goal is not None}
    parents = {UUID(link.key) for e in differences for link in e.draft.links if link.key}
    rows = Goal.objects.filter(organization=writing.by.organization)
    joined = rows.select_related("cycle", "owner", "team", "organization")
    found = {
        goal.pk: goal
        for part in in_parts(parents.union(known.values()))
        for goal in joined.filter(pk__in=part)
    }
    writing.goals.update({number: found[key] for number, key in known.items()})
    writing.parents.update({key: found[key] for key in parents})


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
        goal = writing.new.add(_goal_draft(each.draft, writing))
        writing.goals[each.draft.number] = goal
        writing.moved[goal.pk] = None
    elif each.is_update:
        _update(each, writing)


def _write_new(writing: _Writing) -> None:
    """Write the goals that were added so far, and begin with none."""
    writing.new.write()
    writing.new = NewGoals(writing.by)


def _let_stand(ordered: Sequence[Difference], writing: _Writing) -> dict[int, UUID]:
    """Check in, and roll everything up; the keys of the check-ins by the draft's number."""
    try:
        check_ins = check_in_all(ordered, writing.goals, writing.by, writing.today)
        told = {writing.goals[number].pk for number in check_ins}
        silent = [key for key in writing.moved if key not in told]
        if silent:
            restand(writing.by.organization, silent)
    except RollUpRefused as refusal:
        raise RowRefused(Place(""), writing.plan.name, str(refusal)) from refusal
    return check_ins


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
    return writing.parents[UUID(key or "")]


def _update(each: Difference, writing: _Writing) -> None:
    goal = writing.goals[each.draft.number]
    wanted = _goal_draft(each.draft, writing)
    changed = {change.field for change in each.changes}
    amended = {name: getattr(wanted, name) for name in changed - CHECKED_IN - {"parents"}}
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
            roll_up=False,
        )
        writing.goals[each.draft.number] = goal
        writing.moved[goal.pk] = None
    if "parents" in changed:
        _move(each, goal, wanted, writing)


def _move(each: Difference, goal: Goal, wanted: GoalDraft, writing: _Writing) -> None:
    if any(link.parent is not None and link.parent._state.adding for link in wanted.links):
        _write_new(writing)
    links = [*wanted.links, *_links_by_hand(each, wanted, goal)]
    writing.moved |= dict.fromkeys(align(goal, links, writing.by, roll_up=False))


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
