"""Pace: progress against expected progress, kept as the days on which the judgement changes."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from northing.measures.expected import ExpectedPath
from northing.measures.periods import Period


class Pace(StrEnum):
    """The computed judgement of progress against time. Source: rules, "Expected progress"."""

    NO_DATA = "no_data"
    EARLY = "early"
    ON_PACE = "on_pace"
    BEHIND_PACE = "behind_pace"
    FAR_BEHIND = "far_behind"


class BandsRefused(ValueError):
    """Bands that contradict one another. `field` names the band, `message` the cure."""

    def __init__(self, field: str, message: str) -> None:
        super().__init__(message)
        self.field = field
        self.message = message


@dataclass(frozen=True)
class Bands:
    """Where the judgements part, in percent and percentage points; an organization may change them.

    Early until `early` percent of the period have passed; behind pace when progress lies more
    than `behind` points under the expected, far behind when more than `far_behind` points.
    Raises BandsRefused unless 0 <= early <= 100 and 0 <= behind <= far_behind <= 100.
    """

    early: Decimal = Decimal(15)
    behind: Decimal = Decimal(0)
    far_behind: Decimal = Decimal(25)

    def __post_init__(self) -> None:
        for field in ("early", "behind", "far_behind"):
            band: Decimal = getattr(self, field)
            if not (band.is_finite() and 0 <= band <= 100):
                raise BandsRefused(field, f"{band} is not from 0 to 100. Enter a percentage.")
        if self.far_behind < self.behind:
            raise BandsRefused(
                "far_behind",
                f"Far behind ({self.far_behind}) must not begin before behind ({self.behind}).",
            )


@dataclass(frozen=True)
class PaceDays:
    """The days on which the pace changes as long as no new check-in arrives.

    Early on days before `early_until`; behind pace from `behind_from` on; far behind from
    `far_behind_from` on; None is never. `behind_from` is never later than `far_behind_from`.
    """

    early_until: date | None
    behind_from: date | None
    far_behind_from: date | None


def pace_days(
    progress: Fraction, path: ExpectedPath | None, period: Period, bands: Bands, is_met: bool
) -> PaceDays:
    """The days on which the pace of a goal with this raw `progress` changes.

    `path` must not fall (measures whose path does are refused); None is a bound, which is on pace
    inside and far behind outside. Before its period nothing is judged: early. What is met stays
    on pace; what is not is far behind after the due date at the latest.
    Source: rules, "Expected progress and pace".
    """
    if path is None:
        outside_from = None if is_met else period.start
        return PaceDays(period.start, outside_from, outside_from)
    early_until = _early_until(period, bands)
    if is_met:
        return PaceDays(early_until, None, None)
    overdue_from = period.due + _A_DAY
    far_from = min(_first_day_above(path, progress, bands.far_behind) or overdue_from, overdue_from)
    behind_from = min(_first_day_above(path, progress, bands.behind) or far_from, far_from)
    return PaceDays(early_until, max(behind_from, period.start), max(far_from, period.start))


def pace_on(days: PaceDays, has_data: bool, today: date) -> Pace:
    """The pace on the day `today`; without any check-in it is *no data* on every day."""
    if not has_data:
        return Pace.NO_DATA
    if days.early_until is not None and today < days.early_until:
        return Pace.EARLY
    if days.far_behind_from is not None and today >= days.far_behind_from:
        return Pace.FAR_BEHIND
    if days.behind_from is not None and today >= days.behind_from:
        return Pace.BEHIND_PACE
    return Pace.ON_PACE


_A_DAY = timedelta(days=1)


def _early_until(period: Period, bands: Bands) -> date:
    share, over = bands.early.as_integer_ratio()
    span = (period.due - period.start).days
    return period.start + timedelta(days=-(-share * span // (100 * over)))


def _first_day_above(path: ExpectedPath, progress: Fraction, points: Decimal) -> date | None:
    """The first day on which `path` lies more than `points` percentage points over `progress`.

    The first day of all when it always does, since a path is level before its first breakpoint.
    """
    share, share_over = points.as_integer_ratio()
    over = progress.denominator * 100 * share_over
    limit = progress.numerator * 100 * share_over + share * progress.denominator
    low, low_over = path[0][1].as_integer_ratio()
    if low * over > limit * low_over:
        return date.min
    for (day_before, height_before), (day, height) in pairwise(path):
        high, high_over = height.as_integer_ratio()
        if high * over > limit * high_over:
            # The line crosses the limit in this stretch: the whole days before, and one.
            low, low_over = height_before.as_integer_ratio()
            way = (limit * low_over - low * over) * high_over * (day - day_before).days
            stretch = over * (high * low_over - low * high_over)
            return day_before + timedelta(days=way // stretch + 1)
    return None
