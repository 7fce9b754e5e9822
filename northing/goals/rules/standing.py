"""Where a goal stands: everything that a check-in, a step or an amendment decides. Pure."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import lru_cache

from northing.alignment.roll_up import Child, Method, roll_up
from northing.measures.expected import ExpectedPath, expected_path
from northing.measures.measure import Measure
from northing.measures.numbers import stored
from northing.measures.pace import Bands, PaceDays, pace_days
from northing.measures.periods import Period
from northing.measures.progress import is_met, progress
from northing.measures.voices import weakest


@dataclass(frozen=True, slots=True)
class Standing:
    """What is stored of a goal's judgement. `progress` is rounded once, to 12 decimals."""

    value: Decimal | None
    progress: Decimal | None
    is_met: bool
    confidence: int | None
    expected: ExpectedPath | None
    days: PaceDays
    reporting: int = 0
    contributing: int = 0

    @property
    def has_data(self) -> bool:
        return self.progress is not None or self.value is not None


@dataclass(frozen=True, slots=True)
class ContributingChild:
    """What a parent's roll-up needs of a contributing child."""

    weight: Decimal
    standing: Standing
    is_open: bool
    counts: bool
    is_bound: bool = False
    measure: Measure | None = None


@dataclass(frozen=True, slots=True)
class KeptPath:
    """A parent's expected path that is still true."""

    path: ExpectedPath | None


def of_measured(
    measure: Measure, period: Period, value: Decimal | None, confidence: int | None, bands: Bands
) -> Standing:
    """The standing of a goal with a measure, from its current value and the owner's word."""
    exact_progress = progress(measure, value)
    path = expected_path(measure, period)
    met = is_met(measure, value)
    return Standing(
        value=value,
        progress=None if exact_progress is None else stored(exact_progress),
        is_met=met,
        confidence=confidence,
        expected=path,
        days=_days(exact_progress, path, period, bands, met),
    )


def of_parent(
    children: Sequence[ContributingChild],
    method: Method,
    period: Period,
    said: int | None,
    bands: Bands,
    kept: KeptPath | None = None,
) -> Standing:
    """The standing of a rolled-up goal.

    `said` is its owner's own confidence; without it the weakest of the open children speaks.
    Pass `kept`, the parent's stored expected path, when no child began to report and no date or
    weight changed since it was worked out: it is then not worked out again.
    """
    result = roll_up([_as_child(child) for child in children], method)
    path = result.expected if kept is None else kept.path
    rounded = None if result.progress is None else stored(result.progress)
    met = rounded is not None and rounded >= 1
    exact_progress = None if rounded is None else Fraction(rounded)
    return Standing(
        value=None,
        progress=rounded,
        is_met=met,
        confidence=said or weakest(c.standing.confidence for c in children if c.is_open),
        expected=path if rounded is not None else None,
        days=_days(exact_progress, path, period, bands, met),
        reporting=result.reporting,
        contributing=result.contributing,
    )


def _as_child(child: ContributingChild) -> Child:
    standing, measure = child.standing, child.measure
    return Child(
        weight=child.weight,
        progress=None if standing.progress is None else Fraction(standing.progress),
        expected=standing.expected,
        baseline=measure.baseline if measure else None,
        target=measure.target if measure else None,
        value=standing.value,
        unit=measure.unit if measure else "",
        counts=child.counts,
        is_bound=child.is_bound,
    )


def _days(
    exact_progress: Fraction | None,
    path: ExpectedPath | None,
    period: Period,
    bands: Bands,
    met: bool,
) -> PaceDays:
    if exact_progress is None:
        return NO_DAYS
    return pace_days(exact_progress, path, period, bands, met)


NO_DAYS = PaceDays(None, None, None)


def path_as_json(path: ExpectedPath | None) -> list[list[str]] | None:
    """An expected path as its column keeps it: ISO dates and decimals of 12 places."""
    if path is None:
        return None
    return [[on.isoformat(), str(stored(share))] for on, share in path]


def path_from_json(points: list[list[str]] | None) -> ExpectedPath | None:
    """The expected path of a column."""
    if points is None:
        return None
    return tuple((date.fromisoformat(on), Fraction(share)) for on, share in points)


@lru_cache(maxsize=512)
def path_from_text(text: str | None) -> ExpectedPath | None:
    """The expected path of a column as it is written: most goals of a cycle share a few."""
    return path_from_json(None if text is None else json.loads(text))
