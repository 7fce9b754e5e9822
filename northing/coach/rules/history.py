"""How earlier goals that aimed as far have ended. Pure."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal


@dataclass(frozen=True, slots=True)
class Past:
    """A closed goal: where it began, what it aimed for, where it ended."""

    baseline: Decimal
    target: Decimal
    value: Decimal


@dataclass(frozen=True, slots=True)
class EarlierGains:
    """What goals that aimed at least about as far have gained.

    Gains are changes, in points where the unit is a percentage, else in percent of the baseline;
    they are negative where the number fell. `aimed` goals are compared, `reached` of them got
    where they aimed for. `gains` are in ascending order. `suggested` is a target that one in
    three of them would have reached; None when it is no nearer than the one wanted.
    """

    unit: str
    baseline: Decimal
    target: Decimal
    is_points: bool
    wanted: Decimal
    aimed: int
    reached: int
    median: Decimal
    gains: tuple[Decimal, ...]
    suggested: Decimal | None


def earlier(
    unit: str, baseline: Decimal, target: Decimal, past: Iterable[Past]
) -> EarlierGains | None:
    return None
