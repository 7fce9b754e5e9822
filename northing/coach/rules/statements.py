"""What the coach is asked about: the words of a goal, and what its form says beside them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What the statement is meant to be. `other` is a task, a wish or a bare number so far."""

    OBJECTIVE = "objective"
    KEY_RESULT = "key_result"
    SMART_GOAL = "smart_goal"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Fields:
    """What the form holds beside the words. None and "" mean: not filled.

    `measure` is a kind of measure (`from_to`, `at_least`, …); `answers` holds what the person
    answered to the questions that no text can settle, by criterion: "yes" or "not_yet".
    `deliberate` holds the ids of rules that the person said are meant so, for this statement.
    `is_new_skill` is set where the owner does something for the first time; `confidence` is in
    tenths.
    """

    measure: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    unit: str = ""
    start: date | None = None
    due: date | None = None
    cycle_start: date | None = None
    cycle_due: date | None = None
    has_owner: bool = False
    has_parent: bool = False
    source: str = ""
    steps: int = 0
    is_stretch: bool = False
    is_new_skill: bool = False
    confidence: int | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    deliberate: frozenset[str] = frozenset()

    @property
    def has_target(self) -> bool:
        """Whether the form says how much: a target, both bounds, or milestones to be done."""
        if self.measure in ("done", "baseline"):
            return False
        if self.measure == "milestones":
            return self.steps > 0
        return self.target is not None or (self.lower is not None and self.upper is not None)


@dataclass(frozen=True, slots=True)
class Statement:
    """A goal as it is being written. `language` is a code such as "en", or "" to be found out."""

    text: str
    kind: Kind = Kind.OTHER
    fields: Fields = Fields()
    language: str = ""
