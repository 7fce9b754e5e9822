"""What the rules of sets look at."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from northing.coach.rules.reading.case import Case


@dataclass(frozen=True, slots=True)
class Near:
    """A goal of somebody that has much the same words."""

    short_id: str
    statement: str
    shared: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class GoalSet:
    """An objective with its key results, or one goal alone, and what its owner carries.

    `carried` counts the open goals of the owner in the cycle, this one included; `objectives`
    those that are objectives; `near` holds what others chase, the nearest first. None means: not
    known.
    """

    first: Case
    key_results: Sequence[Case] = field(default=())
    carried: int | None = None
    objectives: int | None = None
    near: Sequence[Near] | None = None
