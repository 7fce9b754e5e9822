"""What the owner says and what the numbers say: two voices, never merged."""

from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

GAP = 3


class Status(StrEnum):
    """The owner's confidence in a word. Source: rules, "Three voices"."""

    ON_TRACK = "on_track"
    AT_RISK = "at_risk"
    OFF_TRACK = "off_track"
    TOO_EARLY = "too_early"


class ConfidenceRefused(ValueError):
    """A confidence that is not a whole number from 1 to 9. `message` says so."""

    def __init__(self, confidence: object) -> None:
        self.message = f"{confidence} is not a confidence. Choose a whole number from 1 to 9 in 10."
        super().__init__(self.message)


def check_confidence(confidence: int) -> None:
    """Raise ConfidenceRefused unless `confidence` is a whole number of tenths from 1 to 9."""
    if isinstance(confidence, bool) or confidence not in range(1, 10):
        raise ConfidenceRefused(confidence)


def status_of(confidence: int | None) -> Status:
    """The word for a confidence in tenths: 7 to 9, 4 to 6, 1 to 3; *too early* for none yet.

    Raises ConfidenceRefused outside 1 to 9. Source: rules, "Three voices".
    """
    if confidence is None:
        return Status.TOO_EARLY
    check_confidence(confidence)
    if confidence >= 7:
        return Status.ON_TRACK
    return Status.AT_RISK if confidence >= 4 else Status.OFF_TRACK


def weakest(confidences: Iterable[int | None]) -> int | None:
    """The lowest confidence of a parent's open contributing children; None when none has any."""
    return min((said for said in confidences if said is not None), default=None)


def in_tenths(probability: Fraction | Decimal | float) -> str:
    """A probability of 0..1 in whole tenths: "5 in 10"; below 1 and above 9 by words.

    Halves go to the even tenth. Raises ValueError outside 0..1.
    """
    if not 0 <= probability <= 1:
        raise ValueError(f"{probability} is not a probability from 0 to 1.")
    tenths = 10 * Fraction(probability)
    if tenths < 1:
        return "less than 1 in 10"
    if tenths > 9:
        return "more than 9 in 10"
    return f"{round(tenths)} in 10"


def is_gap(owner: int, numbers: int) -> bool:
    """Whether owner and numbers, both in tenths, lie 3 tenths or more apart."""
    return abs(owner - numbers) >= GAP
