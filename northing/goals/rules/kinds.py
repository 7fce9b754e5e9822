"""The kinds of goal, what may hang under what, and who sees what. Pure."""

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID


class GoalKind(StrEnum):
    """Objectives are rolled up; key results and SMART goals are measured."""

    OBJECTIVE = "objective"
    KEY_RESULT = "key_result"
    SMART = "smart"


class Ambition(StrEnum):
    """How a result is read: committed against 1.0, aspirational (stretch) against 0.7."""

    COMMITTED = "committed"
    ASPIRATIONAL = "aspirational"


class Visibility(StrEnum):
    """Who sees a goal: everyone, its team, or its owner with contributors and named people."""

    ORGANIZATION = "organization"
    TEAM = "team"
    PRIVATE = "private"


class GoalState(StrEnum):
    """Active, or what became of it at its review."""

    ACTIVE = "active"
    DONE = "done"
    CARRIED = "carried_forward"
    DROPPED = "dropped"
    POSTPONED = "postponed"


class LinkMode(StrEnum):
    """A contributing child counts in the roll-up; a supporting one is shown only."""

    CONTRIBUTES = "contributes"
    SUPPORTS = "supports"


LEFT_OUT_OF_ROLL_UPS = frozenset({GoalState.DROPPED, GoalState.POSTPONED})


class AlignmentRefused(ValueError):
    """A link that the plan does not allow, with the reason and the cure."""


def has_measure(kind: str) -> bool:
    """Key results and SMART goals have exactly one measure, objectives none."""
    return kind != GoalKind.OBJECTIVE


def check_kinds(child: str, parent: str, mode: str) -> None:
    """Refuse links that contradict the methods: raises AlignmentRefused.

    A SMART goal under a key result is its roadmap, not part of its number: it supports. A key
    result's progress is its own measure, so nothing contributes to it or to a SMART goal.
    """
    if mode == LinkMode.CONTRIBUTES and has_measure(parent):
        raise AlignmentRefused(
            "A goal with its own measure is not rolled up from others: "
            "link it as 'supports', or contribute to the objective above."
        )
    if child == GoalKind.KEY_RESULT and parent == GoalKind.SMART:
        raise AlignmentRefused(
            "A key result does not hang under a SMART goal: OKRs are the destination, "
            "SMART goals the roadmap. Link the SMART goal under the key result instead."
        )


@dataclass(frozen=True, slots=True)
class Circle:
    """Who sees a goal: its visibility, its team, and the persons who see it when private."""

    visibility: Visibility
    team_id: UUID | None = None
    persons: frozenset[UUID] = frozenset()

    def is_within(self, other: "Circle") -> bool:
        """Whether everybody who sees this goal also sees the other one."""
        if other.visibility == Visibility.ORGANIZATION:
            return True
        if self.visibility != other.visibility:
            return False
        if self.visibility == Visibility.TEAM:
            return self.team_id == other.team_id
        return self.persons <= other.persons


def check_circles(child: Circle, parent: Circle, mode: str) -> None:
    """Refuse a restricted goal that would count in a goal seen by more people.

    Its value could be worked out from the roll-up; as a supporting link nothing leaks. Raises
    AlignmentRefused.
    """
    if mode == LinkMode.CONTRIBUTES and not parent.is_within(child):
        raise AlignmentRefused(
            "A goal that only some people see cannot count in a goal that others see: its value "
            "could be worked out. Link it as 'supports', or show it to the same people."
        )
