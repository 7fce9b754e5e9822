"""Drawing the weekly numbers of closed quarters. The same goal always draws the same numbers."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import accumulate
from random import Random

from northing.demo.shapes import Drawn, Gauge, Reading
from northing.measures.measure import Kind, Measure
from northing.measures.progress import progress

_SEED = "kestrel"
_WOBBLE = 0.06


def readings_of(
    name: str, gauge: Gauge, drawn: Drawn, weeks: Sequence[int], *, only_grows: bool
) -> tuple[Reading, ...]:
    """Check-ins in the given weeks, which end at the known last value.

    `name` seeds the generator, so that every goal draws numbers of its own, always the same.
    `only_grows` says that the number counts finished things and never falls.
    """
    draws = Random(f"{_SEED} {name}")  # noqa: S311 (not for secrets)
    kept = [week for week in weeks if week not in drawn.missed]
    values = _values(draws, gauge, drawn, kept, only_grows)
    odds = _odds(draws, gauge, drawn, len(kept))
    notes = dict(drawn.notes)
    return tuple(
        Reading(week, None, value, said, notes.get(week, ""))
        for week, value, said in zip(kept, values, odds, strict=True)
    )


def _values(
    draws: Random, gauge: Gauge, drawn: Drawn, weeks: Sequence[int], only_grows: bool
) -> Sequence[Decimal | None]:
    if gauge.kind is Kind.MILESTONES:
        return [None for _ in weeks]
    if gauge.kind is Kind.DONE:
        return [drawn.end if week == weeks[-1] else Decimal(0) for week in weeks]
    beginning = drawn.end if gauge.baseline is None else gauge.baseline
    known = {0: beginning, **dict(drawn.known), weeks[-1]: drawn.end}
    spread = _WOBBLE * float(abs(drawn.end - beginning) or drawn.end / 2)
    drawn_values = [_near(known, week, draws.gauss(0, spread), only_grows) for week in weeks]
    if only_grows:
        drawn_values = list(accumulate(drawn_values, max))
    step, highest = _step(gauge, drawn), _highest(gauge)
    return [min(highest, (value / step).quantize(Decimal(1)) * step) for value in drawn_values]


def _near(known: Mapping[int, Decimal], week: int, wobble: float, only_grows: bool) -> Decimal:
    """A known value, or one near the straight line between the two known ones around."""
    if week in known:
        return known[week]
    before = max(other for other in known if other < week)
    after = min(other for other in known if other > week)
    low, high = sorted((known[before], known[after]))
    share = Decimal(week - before) / (after - before)
    value = known[before] + share * (known[after] - known[before]) + Decimal(wobble)
    return min(high, max(low, value)) if only_grows else max(Decimal(0), value)


def _highest(gauge: Gauge) -> Decimal:
    return Decimal(100) if gauge.unit.startswith("%") else Decimal("Infinity")


def _step(gauge: Gauge, drawn: Drawn) -> Decimal:
    """The smallest difference in which a goal's numbers are written: 1, or 0.1."""
    written = [gauge.baseline, gauge.target, gauge.lower, gauge.upper, drawn.end]
    return Decimal(1).scaleb(min(int(n.as_tuple().exponent) for n in written if n is not None))


def _odds(draws: Random, gauge: Gauge, drawn: Drawn, count: int) -> list[int]:
    """The owner's word drifts from its opening to what the end made of it."""
    last = _last_word(gauge, drawn.end)
    way = last - drawn.opening
    drift = [drawn.opening + way * (n / max(1, count - 1)) ** 2 for n in range(count)]
    wobbled = [min(9, max(1, round(odds + draws.uniform(-0.7, 0.7)))) for odds in drift]
    return [*wobbled[:-1], last]


def _last_word(gauge: Gauge, end: Decimal) -> int:
    if gauge.kind is Kind.MILESTONES:
        return 8
    measure = Measure(gauge.kind, gauge.baseline, gauge.target, gauge.lower, gauge.upper)
    reached = progress(measure, end)
    if reached is None or reached >= 1:
        return 9
    return max(1, int(reached * 5))
