"""From the answers to a method: points for each side, and four cases that settle it alone."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from northing.coach.rules.choosing.contrasts import (
    CONTRASTS,
    LEVEL,
    ME,
    NATURE,
    ONCE,
    TEAMS,
    Answers,
    Choice,
    Contrast,
    Method,
    Side,
    known_answers,
)

CLEAR_LEAD = 3
"""From this difference of points on, one method is recommended; below it, both together."""

FEW_ANSWERS = 3
"""With fewer answers than this, a small difference says that too little was asked."""

_REASONS = 2


class Override(StrEnum):
    """Cases that settle the method whatever the points say."""

    ONCE = "once"
    LEVEL = "level"
    TEAMS = "teams"
    SKILL = "skill"


_OVERRIDDEN = {
    Override.ONCE: Method.TASK,
    Override.LEVEL: Method.HEALTHY,
    Override.TEAMS: Method.OKR,
    Override.SKILL: Method.SMART,
}


@dataclass(frozen=True, slots=True)
class Reason:
    """An answer that speaks for a side: the row, what was answered, and its points."""

    row: str
    value: str
    side: Side
    points: int


@dataclass(frozen=True, slots=True)
class Decision:
    """What the answers decide. `reasons` holds the two strongest; `answered` counts answers."""

    method: Method
    smart: int
    okr: int
    reasons: tuple[Reason, ...]
    override: Override | None
    answered: int

    @property
    def is_settled(self) -> bool:
        """Whether enough was said: a clear case, a clear lead, or three answers at least."""
        has_lead = abs(self.okr - self.smart) >= CLEAR_LEAD
        return self.override is not None or has_lead or self.answered >= FEW_ANSWERS


def decide(answers: Answers, contrasts: Sequence[Contrast] = CONTRASTS) -> Decision:
    """The method that the answers speak for. Answers to no question of ours are passed over."""
    told = known_answers(answers)
    reasons = [
        Reason(row.key, choice.value, choice.side, choice.points)
        for row in contrasts
        if (choice := _chosen(row, told)) is not None
    ]
    smart, okr = _points(reasons, Side.SMART), _points(reasons, Side.OKR)
    override = _override(told)
    method = _by_points(smart, okr) if override is None else _OVERRIDDEN[override]
    return Decision(method, smart, okr, _strongest(method, reasons), override, len(told))


def agrees(method: Method, chosen: str) -> bool:
    """Whether what somebody took ("okr", "smart", "healthy", "key_result") follows a method.

    A key result is a part of an OKR; of both together, each part follows.
    """
    followed = {
        Method.OKR: {"okr", "key_result"},
        Method.SMART: {"smart"},
        Method.BOTH: {"okr", "key_result", "smart"},
        Method.HEALTHY: {"healthy"},
        Method.TASK: set[str](),
    }
    return chosen in followed[method]


def _chosen(row: Contrast, answers: Answers) -> Choice | None:
    return row.choice(answers.get(row.key, ""))


def _points(reasons: Sequence[Reason], side: Side) -> int:
    return sum(reason.points for reason in reasons if reason.side is side)


def _by_points(smart: int, okr: int) -> Method:
    if okr - smart >= CLEAR_LEAD:
        return Method.OKR
    if smart - okr >= CLEAR_LEAD:
        return Method.SMART
    return Method.BOTH


def _override(answers: Answers) -> Override | None:
    if answers.get(NATURE) == ONCE:
        return Override.ONCE
    if answers.get(NATURE) == LEVEL:
        return Override.LEVEL
    if answers.get("scope") == TEAMS:
        return Override.TEAMS
    if answers.get("scope") == ME and answers.get("matter") == "smart":
        return Override.SKILL
    return None


def _strongest(method: Method, reasons: Sequence[Reason]) -> tuple[Reason, ...]:
    """The strongest two for the method; for both together, the strongest of each side."""
    ordered = sorted(reasons, key=lambda reason: -reason.points)
    if method in (Method.OKR, Method.SMART):
        return tuple(one for one in ordered if one.side.value == method.value)[:_REASONS]
    if method is Method.BOTH:
        firsts = (next((one for one in ordered if one.side is side), None) for side in Side)
        return tuple(one for one in firsts if one is not None)
    return ()
