"""What undoing an import does, and what it leaves. Pure.

Nothing that people entered since is lost: a goal goes only when nobody has touched it and nothing
that stays hangs under it; a field goes back only where it is still as the import left it.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from uuid import UUID

from northing.spreadsheets.rules.told import FIELD_LABELS

UNDONE_WITHIN = timedelta(days=30)


class UndoRefused(ValueError):
    """An import that cannot be undone, or no more, in words."""


@dataclass(frozen=True, slots=True)
class Created:
    """A goal that the import created. `touched` says what was done with it since, else ''.

    `children` are the goals that hang under it now.
    """

    key: UUID
    label: str
    touched: str = ""
    children: frozenset[UUID] = frozenset()
    is_seen: bool = True


@dataclass(frozen=True, slots=True)
class Updated:
    """A goal that the import changed: the fields that are still as it left them, and the others.

    `check_in` is what the import said of where the goal stands, while that is still the last word;
    `was_overtaken` tells that somebody has checked in since.
    """

    key: UUID
    label: str
    unchanged: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    check_in: UUID | None = None
    was_overtaken: bool = False
    is_open: bool = True
    is_seen: bool = True


@dataclass(frozen=True, slots=True)
class Left:
    """A goal that stays as it is, wholly or in part, and why."""

    key: UUID
    label: str
    reason: str


@dataclass(frozen=True, slots=True)
class PutBack:
    """A goal whose fields go back, and perhaps the check-in that the import made of it."""

    goal: Updated
    fields: tuple[str, ...]

    @property
    def label(self) -> str:
        return self.goal.label

    @property
    def words(self) -> list[str]:
        """What goes back, as people read it."""
        said = ["what the file said of where it stands"] if self.goal.check_in else []
        return [FIELD_LABELS[name] for name in self.fields] + said


@dataclass(frozen=True, slots=True)
class Undoing:
    """Everything that undoing an import does. `hidden` goals stay: the person may not see them.

    `added` are the people, teams and cycles that came with it: they go where nothing else names
    them.
    """

    withdrawn: tuple[Created, ...] = ()
    put_back: tuple[PutBack, ...] = ()
    left: tuple[Left, ...] = ()
    hidden: int = 0
    added: Sequence[Sequence[str]] = field(default_factory=tuple)

    @property
    def does_something(self) -> bool:
        """Whether anything at all would go or go back."""
        return bool(self.withdrawn or self.put_back)


def refuse_to_undo(
    *, at: datetime, is_undone: bool, has_traces: bool, by: str, now: datetime
) -> None:
    """Raise UndoRefused for an import of long ago, one undone before, or one without traces."""
    if is_undone:
        raise UndoRefused(f"This import is undone already, by {by}. Nothing was changed again.")
    if now >= at + UNDONE_WITHIN:
        raise UndoRefused(
            f"An import can be undone for {UNDONE_WITHIN.days} days, and this one is older. "
            "Change or close its goals one by one instead."
        )
    if not has_traces:
        raise UndoRefused(
            "This import left no record of what it changed, so it cannot be undone. "
            "Change or close its goals one by one instead."
        )


def undoing(
    created: Sequence[Created],
    updated: Sequence[Updated],
    released: Collection[tuple[UUID, UUID]] = frozenset(),
    added: Sequence[Sequence[str]] = (),
) -> Undoing:
    """What undoing does with the goals of an import.

    `released` are the links (child, parent) of updated goals that go back to where they were.
    """
    going, left = _withdrawn(created, released)
    back: list[PutBack] = []
    for goal in updated:
        if not goal.is_seen:
            continue
        if not goal.is_open:
            left.append(Left(goal.key, goal.label, "It is closed and stays as it is."))
            continue
        if goal.unchanged or goal.check_in is not None:
            back.append(PutBack(goal, goal.unchanged))
        left += _overtaken(goal)
    hidden = sum(not goal.is_seen for goal in created) + sum(not goal.is_seen for goal in updated)
    return Undoing(tuple(going), tuple(back), tuple(left), hidden, tuple(added))


def _withdrawn(
    created: Sequence[Created], released: Collection[tuple[UUID, UUID]]
) -> tuple[list[Created], list[Left]]:
    """The goals that go; one under which something stays, stays too."""
    seen = [goal for goal in created if goal.is_seen]
    going = {goal.key: goal for goal in seen if not goal.touched}
    held: dict[UUID, str] = {}
    while staying := {
        key for key, goal in going.items() if _stays_under(goal, going.keys(), released)
    }:
        held |= dict.fromkeys(staying, "Another goal that stays hangs under it.")
        going = {key: goal for key, goal in going.items() if key not in staying}
    left = [
        Left(goal.key, goal.label, goal.touched or held[goal.key])
        for goal in seen
        if goal.key not in going
    ]
    return list(going.values()), left


def _stays_under(
    goal: Created, going: Collection[UUID], released: Collection[tuple[UUID, UUID]]
) -> bool:
    return any(child not in going and (child, goal.key) not in released for child in goal.children)


def _overtaken(goal: Updated) -> list[Left]:
    found = []
    if goal.changed:
        names = ", ".join(goal.changed)
        found.append(Left(goal.key, goal.label, f"Changed again since, and stays so: {names}."))
    if goal.was_overtaken:
        found.append(
            Left(goal.key, goal.label, "Somebody has checked in since: the check-ins stay.")
        )
    return found
