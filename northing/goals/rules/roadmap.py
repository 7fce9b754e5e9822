"""What the roadmap and the number say together, which neither says alone. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from northing.goals.rules.kinds import LEFT_OUT_OF_ROLL_UPS, GoalState

MOVED = Fraction(1, 10)
"""From this share of the way on, a number is said to have moved."""


class Roadmap(StrEnum):
    """Where the SMART goals that carry a key result and its number contradict each other."""

    DONE_BUT_UNMOVED = "done_but_unmoved"
    MOVES_UNPLANNED = "moves_unplanned"


@dataclass(frozen=True, slots=True)
class Carrier:
    """A SMART goal that carries a key result."""

    state: str
    is_met: bool

    @property
    def counts(self) -> bool:
        """What was dropped or postponed is no part of the roadmap."""
        return self.state not in LEFT_OUT_OF_ROLL_UPS

    @property
    def is_done(self) -> bool:
        return self.is_met or self.state == GoalState.DONE


def roadmap_of(
    progress: Fraction | None, carriers: Sequence[Carrier], *, is_early: bool
) -> Roadmap | None:
    """What is odd about a key result and its roadmap; None when nothing is.

    Every carrier is done, but less than a tenth of the way is covered: the plan was carried out
    and did not work. A tenth or more is covered, past the early part of the period, and nothing
    carries it: it works, and nobody planned why. `progress` is raw; None has no data and says
    nothing. Source: the combination of the two methods, "SMART goals hang under key results".
    """
    if progress is None:
        return None
    counted = [carrier for carrier in carriers if carrier.counts]
    if counted and all(carrier.is_done for carrier in counted):
        return Roadmap.DONE_BUT_UNMOVED if progress < MOVED else None
    if not counted and not is_early and progress >= MOVED:
        return Roadmap.MOVES_UNPLANNED
    return None
