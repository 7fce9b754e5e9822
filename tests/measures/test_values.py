"""Which values may be checked in."""

from decimal import Decimal

import pytest

from northing.measures.measure import Kind, Measure, MeasureRefused
from northing.measures.values import check_value

D = Decimal
RISING = Measure(Kind.FROM_TO, D(0), D(100))
MILESTONES = Measure(Kind.MILESTONES, target=D(5))
DONE = Measure(Kind.DONE)

ACCEPTED = {
    "past the target": (RISING, D(250)),
    "behind the baseline": (RISING, D(-50)),
    "no step done": (MILESTONES, D(0)),
    "some steps done": (MILESTONES, D("2.5")),
    "all steps done": (MILESTONES, D(5)),
    "done": (DONE, D(1)),
    "not done": (DONE, D("0.0")),
    "any number for a bound": (Measure(Kind.AT_MOST, target=D(5)), D(99)),
    "any number for one to find out": (Measure(Kind.BASELINE), D("-3.14")),
}


@pytest.mark.parametrize(("measure", "value"), ACCEPTED.values(), ids=ACCEPTED)
def test_a_value_that_fits_its_measure_is_accepted(measure: Measure, value: Decimal) -> None:
    check_value(measure, value)


REFUSED = {
    "no number": (RISING, D("NaN"), "not a number"),
    "infinity": (RISING, D("-Infinity"), "not a number"),
    "29 digits": (RISING, D("1." + "1" * 28), "too many digits"),
    "infinity for a bound": (Measure(Kind.AT_MOST, target=D(5)), D("Infinity"), "not a number"),
    "progress too large to keep": (
        Measure(Kind.FROM_TO, D(0), D("1e-20")), D(1), "too large to keep. Check the baseline"),
    "half done": (DONE, D("0.5"), "1 for done, 0 for not yet"),
    "done twice": (DONE, D(2), "1 for done, 0 for not yet"),
    "fewer steps than none": (MILESTONES, D(-1), "sum to -1. Let them sum to 0 or more"),
    "more steps than there are": (MILESTONES, D("5.1"), "to 5, the weights of all steps"),
}  # fmt: skip


@pytest.mark.parametrize(("measure", "value", "said"), REFUSED.values(), ids=REFUSED)
def test_a_value_that_does_not_fit_is_refused(measure: Measure, value: Decimal, said: str) -> None:
    with pytest.raises(MeasureRefused) as refused:
        check_value(measure, value)
    assert refused.value.field == "value"
    assert said in refused.value.message


def test_an_incomplete_measure_is_named_rather_than_the_value() -> None:
    with pytest.raises(MeasureRefused) as refused:
        check_value(Measure(Kind.FROM_TO, D(0)), D(1))
    assert refused.value.field == "target"
