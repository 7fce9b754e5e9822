"""Closing: suggested scores, and how they are read."""

from collections.abc import Collection, Sequence
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction

from northing.measures.measure import Measure
from northing.measures.numbers import rounded
from northing.measures.progress import clamped, kept, progress

SCORE_PLACES = 2


class Reading(StrEnum):
    """How a score is read. Source: rules, "Closing"."""

    MISSED = "missed"
    PROGRESS = "progress"
    DELIVERED = "delivered"


def suggested_score(share: Fraction) -> Decimal:
    """The score from 0.00 to 1.00 that a `share` suggests: raw progress, or *kept*.

    Clamped to 0..1 and rounded to 2 decimals, half to even. Source: rules, "Closing".
    """
    return rounded(clamped(share), SCORE_PLACES)


def closing_progress(
    measure: Measure, values: Sequence[Decimal | None], planned: int
) -> Fraction | None:
    """What a measure is scored by when it closes: raw progress, or the share *kept* of a bound.

    `values` has one value for each of the `planned` check-ins, in order, None for a missed one;
    outside of bounds the latest counts. None when there is no data. Where amendments changed the
    target, ask for the original and for the current measure: both scores are kept.
    Source: rules, "Closing".
    """
    known = [value for value in values if value is not None]
    if measure.kind.is_bound and known:
        return kept(measure, values, planned)
    return progress(measure, known[-1]) if known else None


def reading_of(score: Decimal, committed: bool) -> Reading:
    """How `score` is read: [0, 0.4) missed, [0.4, 0.7) progress, [0.7, 1.0] delivered.

    A committed goal is delivered only at 1.0. Raises ValueError outside 0..1.
    Source: rules, "Closing".
    """
    if not 0 <= score <= 1:
        raise ValueError(f"{score} is not a score from 0 to 1.")
    if score < _PROGRESS_FROM:
        return Reading.MISSED
    return Reading.DELIVERED if score >= _delivered_from(committed) else Reading.PROGRESS


def aims_higher_next_time(scores: Collection[Decimal], committed: bool) -> bool:
    """Whether an objective whose key results ended at `scores` should have aimed higher.

    True for an aspirational one whose key results, at least one, all ended at 1.0.
    """
    return not committed and bool(scores) and all(score == 1 for score in scores)


_PROGRESS_FROM = Decimal("0.4")


def _delivered_from(committed: bool) -> Decimal:
    return Decimal(1) if committed else Decimal("0.7")
