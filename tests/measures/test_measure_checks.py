"""Which measures are refused, by which field."""

from datetime import date
from decimal import Decimal

import pytest

from northing.measures.measure import Kind, Measure, MeasureRefused, PathPoint, check
from northing.measures.periods import Period

D = Decimal
QUARTER = Period(date(2026, 4, 1), date(2026, 6, 30))
MAY = date(2026, 5, 1)
JUNE = date(2026, 6, 1)


def planned(*points: tuple[date, str], target: str = "100", baseline: str = "0") -> Measure:
    path = tuple(PathPoint(day, D(value)) for day, value in points)
    return Measure(Kind.FROM_TO, D(baseline), D(target), path=path)


ACCEPTED = {
    "rising": Measure(Kind.FROM_TO, D(15), D(35)),
    "falling": Measure(Kind.FROM_TO, D(100), D(60)),
    "from a negative baseline": Measure(Kind.FROM_TO, D(-5), D(0)),
    "ends one digit apart": Measure(Kind.FROM_TO, D("1e-28"), D("2e-28")),
    "28 digits": Measure(Kind.FROM_TO, D(0), D("9" * 28)),
    "at least": Measure(Kind.AT_LEAST, target=D(99)),
    "at least 0": Measure(Kind.AT_LEAST, target=D(0)),
    "at most": Measure(Kind.AT_MOST, target=D(25)),
    "between": Measure(Kind.BETWEEN, lower=D(4), upper=D(5)),
    "between equal ends": Measure(Kind.BETWEEN, lower=D(4), upper=D(4)),
    "milestones": Measure(Kind.MILESTONES, target=D("0.5")),
    "done": Measure(Kind.DONE),
    "a baseline to find out": Measure(Kind.BASELINE),
    "a path": planned((MAY, "20"), (JUNE, "70")),
    "a path in any order": planned((JUNE, "70"), (MAY, "20")),
    "a path that rests": planned((MAY, "20"), (JUNE, "20")),
    "a path over all of the period": planned((QUARTER.start, "0"), (QUARTER.due, "100")),
    "a path that ends short of the target": planned((QUARTER.due, "70")),
    "a falling path": planned((MAY, "80"), (JUNE, "30"), baseline="100", target="0"),
    "a path of milestones": Measure(Kind.MILESTONES, target=D(3), path=(PathPoint(MAY, D(1)),)),
    "a path of done": Measure(Kind.DONE, path=(PathPoint(MAY, D(0)), PathPoint(JUNE, D(1)))),
}


@pytest.mark.parametrize("measure", ACCEPTED.values(), ids=ACCEPTED)
def test_a_measure_that_can_be_used_is_accepted(measure: Measure) -> None:
    check(measure, QUARTER)


REFUSED = {
    "target equals baseline": (
        Measure(Kind.FROM_TO, D(5), D("5.00")), "target", "The target equals the baseline"),
    "no baseline": (Measure(Kind.FROM_TO, None, D(5)), "baseline", "The baseline is missing"),
    "no target": (Measure(Kind.FROM_TO, D(5)), "target", "The target is missing"),
    "at least without target": (Measure(Kind.AT_LEAST), "target", "The target is missing"),
    "at most without target": (Measure(Kind.AT_MOST), "target", "The target is missing"),
    "between without lower end": (
        Measure(Kind.BETWEEN, upper=D(5)), "lower", "The lower end is missing"),
    "between without upper end": (
        Measure(Kind.BETWEEN, lower=D(5)), "upper", "The upper end is missing"),
    "between upside down": (
        Measure(Kind.BETWEEN, lower=D(5), upper=D(4)), "lower", "5 lies above the upper end 4"),
    "milestones without steps": (
        Measure(Kind.MILESTONES), "target", "The target is missing"),
    "milestones that weigh nothing": (
        Measure(Kind.MILESTONES, target=D(0)), "target", "No step counts"),
    "milestones that weigh less than nothing": (
        Measure(Kind.MILESTONES, target=D(-1)), "target", "No step counts"),
    "a baseline that is no number": (
        Measure(Kind.FROM_TO, D("NaN"), D(5)), "baseline", "not a number"),
    "an infinite target": (
        Measure(Kind.FROM_TO, D(0), D("Infinity")), "target", "not a number"),
    "a lower end too large": (
        Measure(Kind.BETWEEN, lower=D("1e400"), upper=D(5)), "lower", "too large"),
    "an upper end of 29 digits": (
        Measure(Kind.BETWEEN, lower=D(0), upper=D("9" * 28 + ".1")), "upper", "too many digits"),
    "a path value that is no number": (
        Measure(Kind.FROM_TO, D(0), D(9), path=(PathPoint(MAY, D("NaN")),)),
        "path", "not a number"),
    "a path before the period": (
        planned((date(2026, 3, 31), "10")), "path", "2026-03-31, outside the period"),
    "a path after the period": (
        planned((date(2026, 7, 1), "10")), "path", "2026-07-01, outside the period"),
    "a path past the target": (planned((MAY, "101")), "path", "says 101 on 2026-05-01"),
    "a path behind the baseline": (planned((MAY, "-1")), "path", "says -1 on 2026-05-01"),
    "a path with a day twice": (
        planned((MAY, "10"), (MAY, "10")), "path", "two values on 2026-05-01"),
    "a path away from the target": (
        planned((MAY, "20"), (JUNE, "10")), "path", "2026-06-01, from 20 to 10"),
    "a falling path that rises": (
        planned((MAY, "20"), (JUNE, "30"), baseline="100", target="0"),
        "path", "moves away from the target"),
    "a path for at least": (
        Measure(Kind.AT_LEAST, target=D(5), path=(PathPoint(MAY, D(5)),)),
        "path", "“at least” has no planned path"),
    "a path for a baseline to find out": (
        Measure(Kind.BASELINE, path=(PathPoint(MAY, D(5)),)), "path", "has no planned path"),
}  # fmt: skip


@pytest.mark.parametrize(("measure", "field", "said"), REFUSED.values(), ids=REFUSED)
def test_a_measure_that_cannot_be_used_is_refused_by_field(
    measure: Measure, field: str, said: str
) -> None:
    with pytest.raises(MeasureRefused) as refused:
        check(measure, QUARTER)
    assert refused.value.field == field
    assert said in refused.value.message
    assert str(refused.value) == refused.value.message
    assert refused.value.message.endswith(".")
