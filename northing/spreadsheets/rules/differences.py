"""Drafts against what is there: what to create, what to update, what stays as it is."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from northing.goals.rules.kinds import GoalState
from northing.spreadsheets.rules.drafts import Draft
from northing.spreadsheets.rules.report import Findings, Option
from northing.spreadsheets.rules.snapshot import KnownGoal, Snapshot
from northing.spreadsheets.rules.told import Names, draft_told, goal_told
from northing.spreadsheets.rules.words import compared

_ALIKE = 60
SAME_GOAL, NEW_GOAL = "same", "new"


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field that the file changes: its name, and both texts as people read them."""

    field: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Difference:
    """What becomes of one draft. Without a goal it is created; without changes it stays."""

    draft: Draft
    told: Mapping[str, str]
    goal: KnownGoal | None = None
    changes: tuple[FieldChange, ...] = ()
    reason: str = ""

    @property
    def is_new(self) -> bool:
        return self.goal is None

    @property
    def is_update(self) -> bool:
        return self.goal is not None and bool(self.changes)


def differences(
    drafts: Sequence[Draft], snapshot: Snapshot, source: str, findings: Findings
) -> list[Difference]:
    """The difference that each draft makes, in the order of the drafts.

    A draft is a goal that is there when the id of the same file says so, or else when wording,
    cycle, kind and parent agree. A field that the file says as it did at the last import is left
    alone, whatever became of it in the plan since.
    """
    matched = _matched(drafts, snapshot, _source_of(drafts, snapshot, source), findings)
    names = Names(snapshot)

    def parent_of(number: int) -> str:
        goal = matched.get(number)
        return goal.key if goal is not None else f"row {number}"

    return [
        _difference(draft, matched.get(draft.number), draft_told(draft, parent_of), names)
        for draft in drafts
    ]


def _difference(
    draft: Draft, goal: KnownGoal | None, told: Mapping[str, str], names: Names
) -> Difference:
    if goal is None:
        return Difference(draft, told)
    if goal.state != GoalState.ACTIVE:
        return Difference(draft, told, goal, reason=f"{goal.short_id} is closed and stays so.")
    now = goal_told(goal)
    stale = 0
    changes = []
    for name, new in told.items():
        if name == "note" or now[name] == new or not new:
            continue
        if goal.remembered.get(name) == new:
            stale += 1
            continue
        changes.append(
            FieldChange(name, names.readable(name, now[name]), names.readable(name, new))
        )
    if _says_something_new(draft, goal, told, changes):
        changes.append(FieldChange("note", goal.remembered.get("note", ""), told["note"]))
    if changes:
        return Difference(draft, told, goal, tuple(changes))
    reason = "unchanged"
    if stale:
        reason = "unchanged in the file; it was changed here since the last import"
    return Difference(draft, told, goal, reason=reason)


def _says_something_new(
    draft: Draft, goal: KnownGoal, told: Mapping[str, str], changes: Iterable[FieldChange]
) -> bool:
    """A note is new when the file said another one before, or says it with a new value."""
    if not told.get("note"):
        return False
    if goal.remembered:
        return goal.remembered.get("note", "") != told["note"]
    return any(change.field in ("value", "confidence") for change in changes)


def _matched(
    drafts: Sequence[Draft], snapshot: Snapshot, source: str, findings: Findings
) -> dict[int, KnownGoal]:
    """The goal that each draft is, by the number of the draft; every goal at most once."""
    match = _Match(snapshot, source, findings)
    for draft in drafts:
        match.by_id_and_wording(draft)
    for draft in drafts:
        match.by_wording_and_place(draft)
    for draft in drafts:
        match.by_id(draft)
    return match.found


class _Match:
    """Surest first: id and wording, then wording and place, then the id alone."""

    def __init__(self, snapshot: Snapshot, source: str, findings: Findings) -> None:
        self.found: dict[int, KnownGoal] = {}
        self._taken: set[str] = set()
        self._findings = findings
        self._ids = {
            (compared(goal.external_id), goal.kind, goal.cycle): goal
            for goal in snapshot.goals
            if goal.external_id and (goal.source == source or not goal.source)
        }
        self._wordings: dict[tuple[str, str, str], list[KnownGoal]] = {}
        for goal in snapshot.goals:
            key = (compared(goal.statement), goal.kind, goal.cycle)
            self._wordings.setdefault(key, []).append(goal)

    def by_id_and_wording(self, draft: Draft) -> None:
        goal = self._ids.get(_id_key(draft))
        if goal is not None and compared(goal.statement) == compared(draft.statement):
            self._take(draft, goal)

    def by_wording_and_place(self, draft: Draft) -> None:
        key = (compared(draft.statement), draft.kind.value, draft.cycle.key or "")
        for goal in self._wordings.get(key, ()):
            if _stands_under_the_same(draft, goal, self.found):
                self._take(draft, goal)

    def by_id(self, draft: Draft) -> None:
        goal = self._ids.get(_id_key(draft))
        if goal is None or draft.number in self.found or goal.key in self._taken:
            return
        if _is_the_same(draft, goal, self._findings):
            self._take(draft, goal)

    def _take(self, draft: Draft, goal: KnownGoal) -> None:
        if goal.key not in self._taken and draft.number not in self.found:
            self.found[draft.number] = goal
            self._taken.add(goal.key)


def _id_key(draft: Draft) -> tuple[str, str, str]:
    return compared(draft.external_id), draft.kind.value, draft.cycle.key or ""


def _stands_under_the_same(draft: Draft, goal: KnownGoal, found: Mapping[int, KnownGoal]) -> bool:
    above = {
        found[link.draft].key if link.draft in found else None
        for link in draft.links
        if link.draft is not None
    } | {link.key for link in draft.links if link.draft is None}
    if not above:
        return not goal.parents or "parents" not in draft.given
    return bool(above & goal.parents.keys())


def _is_the_same(draft: Draft, goal: KnownGoal, findings: Findings) -> bool:
    """The id is known but the wording is another: reworded, or were the ids given anew?"""
    if fuzz.WRatio(draft.statement, goal.statement) >= _ALIKE:
        return True
    answer = findings.ask(
        f"same:{draft.external_id}",
        f"{draft.external_id} was “{goal.statement}” ({goal.short_id}). Is this the same goal?",
        [Option(SAME_GOAL, "Yes, reworded"), Option(NEW_GOAL, "No, a new goal")],
        place=draft.place,
        found=[draft.statement],
    )
    return answer == SAME_GOAL


def _source_of(drafts: Sequence[Draft], snapshot: Snapshot, source: str) -> str:
    """The file that this one is a later version of: by its name, else by its ids and wordings."""
    if any(goal.source == source for goal in snapshot.goals):
        return source
    with_id = {(compared(d.external_id), compared(d.statement)) for d in drafts if d.external_id}
    known = Counter(
        goal.source
        for goal in snapshot.goals
        if goal.source and (compared(goal.external_id), compared(goal.statement)) in with_id
    )
    best, count = known.most_common(1)[0] if known else (source, 0)
    return best if count * 2 >= max(1, len(with_id)) else source
