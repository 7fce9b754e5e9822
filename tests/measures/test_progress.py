"""Progress of every kind of measure, and when it is met."""

from decimal import Decimal, localcontext
from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.measures.measure import Kind, Measure, MeasureRefused
from northing.measures.progress import clamped, is_inside, is_met, progress

D, F = Decimal, Fraction
RISING = Measure(Kind.FROM_TO, D(15), D(35))
FALLING = Measure(Kind.FROM_TO, D(100), D(60))
AT_LEAST = Measure(Kind.AT_LEAST, target=D("99.5"))
AT_MOST = Measure(Kind.AT_MOST, target=D(25))
BETWEEN = Measure(Kind.BETWEEN, lower=D(4), upper=D(5))
MILESTONES = Measure(Kind.MILESTONES, target=D(8))
DONE = Measure(Kind.DONE)
FIND_OUT = Measure(Kind.BASELINE)
WIDE = Measure(Kind.FROM_TO, D("-9999999999999999999999999999"), D("9999999999999999999999999999"))
NARROW = Measure(Kind.FROM_TO, D("0.1"), D("0.1000000000000000000000000001"))

CASES = {
    "at the baseline": (RISING, D(15), F(0), False),
    "on the way": (RISING, D(20), F(1, 4), False),
    "just short of the target": (RISING, D("34.999"), F(19999, 20000), False),
    "at the target": (RISING, D(35), F(1), True),
    "at the target, written otherwise": (RISING, D("35.000"), F(1), True),
    "past the target": (RISING, D(45), F(3, 2), True),
    "behind the baseline": (RISING, D(5), F(-1, 2), False),
    "falling, half way": (FALLING, D(80), F(1, 2), False),
    "falling, near": (FALLING, D(70), F(3, 4), False),
    "falling, at the target": (FALLING, D(60), F(1), True),
    "falling, past the target": (FALLING, D(50), F(5, 4), True),
    "falling, the wrong way": (FALLING, D(120), F(-1, 2), False),
    "from a negative baseline to 0": (Measure(Kind.FROM_TO, D(-4), D(0)), D(-1), F(3, 4), False),
    "28 digits, the middle": (WIDE, D(0), F(1, 2), False),
    "28 digits, one short of the target": (
        WIDE, D("9999999999999999999999999998"), 1 - F(1, 2 * (10**28 - 1)), False),
    "ends that differ in the 28th decimal": (
        NARROW, D("0.1000000000000000000000000001"), F(1), True),
    "huge and tiny together": (
        Measure(Kind.FROM_TO, D("1e-28"), D("1e27")), D("1e-28"), F(0), False),
    "at least: inside": (AT_LEAST, D(100), F(1), True),
    "at least: on the bound": (AT_LEAST, D("99.50"), F(1), True),
    "at least: outside": (AT_LEAST, D("99.49"), F(0), False),
    "at most: inside": (AT_MOST, D(0), F(1), True),
    "at most: on the bound": (AT_MOST, D(25), F(1), True),
    "at most: outside": (AT_MOST, D("25.01"), F(0), False),
    "between: on the lower bound": (BETWEEN, D(4), F(1), True),
    "between: on the upper bound": (BETWEEN, D(5), F(1), True),
    "between: below": (BETWEEN, D("3.99"), F(0), False),
    "between: above": (BETWEEN, D("5.01"), F(0), False),
    "milestones: none done": (MILESTONES, D(0), F(0), False),
    "milestones: some done": (MILESTONES, D(3), F(3, 8), False),
    "milestones: all done": (MILESTONES, D(8), F(1), True),
    "not done": (DONE, D(0), F(0), False),
    "done": (DONE, D(1), F(1), True),
    "a number found out has no progress": (FIND_OUT, D(42), None, True),
    "a number found out to be 0": (FIND_OUT, D(0), None, True),
    "a number not found out yet": (FIND_OUT, None, None, False),
    "no check-in yet: no data, not 0": (RISING, None, None, False),
    "no check-in of a bound: no data": (AT_MOST, None, None, False),
    "no check-in of milestones: no data": (MILESTONES, None, None, False),
    "no check-in of done: no data": (DONE, None, None, False),
}  # fmt: skip


@pytest.mark.parametrize(("measure", "value", "share", "met"), CASES.values(), ids=CASES)
def test_progress_and_whether_it_is_met(
    measure: Measure, value: Decimal | None, share: Fraction | None, met: bool
) -> None:
    assert progress(measure, value) == share
    assert is_met(measure, value) is met


def test_a_key_result_at_its_target_is_reached() -> None:
    assert is_met(RISING, D(35))
    assert not is_met(RISING, D("34.9999999999999999999999999"))


def test_the_decimal_context_does_not_change_progress() -> None:
    with localcontext(prec=2):
        assert progress(Measure(Kind.FROM_TO, D("1.234"), D("5.678")), D("3.456")) == F(1, 2)


@pytest.mark.parametrize("judge", [progress, is_met])
@pytest.mark.parametrize(
    ("measure", "field"),
    [
        (Measure(Kind.FROM_TO, D(5), D(5)), "target"),
        (Measure(Kind.FROM_TO, None, D(5)), "baseline"),
        (Measure(Kind.MILESTONES, target=D(0)), "target"),
        (Measure(Kind.BETWEEN, lower=D(5)), "upper"),
    ],
    ids=["equal ends are not 0 or 1", "no baseline", "no weights", "no upper end"],
)
def test_an_incomplete_measure_is_refused_rather_than_judged(
    judge: object, measure: Measure, field: str
) -> None:
    with pytest.raises(MeasureRefused) as refused:
        judge(measure, D(5))  # type: ignore[operator]
    assert refused.value.field == field


def test_only_a_bound_has_an_inside() -> None:
    with pytest.raises(MeasureRefused, match="Only a bound has an inside"):
        is_inside(RISING, D(5))


CLAMPED = {"below 0": (F(-1, 9), 0), "0": (F(0), 0), "inside": (F(1, 3), F(1, 3)),
           "1": (F(1), 1), "above 1": (F(10, 9), 1)}  # fmt: skip


@pytest.mark.parametrize(("raw", "held"), CLAMPED.values(), ids=CLAMPED)
def test_progress_is_held_to_0_and_1_where_it_enters_a_score(raw: Fraction, held: Fraction) -> None:
    assert clamped(raw) == held


values = st.builds(
    lambda digits, places: Decimal(f"{digits}E-{places}"),
    st.integers(-(10**15), 10**15),
    st.integers(0, 12),
)
ways = st.tuples(values, values).filter(lambda ends: ends[0] != ends[1])


@given(ways, values, values)
@settings(max_examples=30)
def test_moving_towards_the_target_never_lowers_progress(
    way: tuple[Decimal, Decimal], one: Decimal, other: Decimal
) -> None:
    baseline, target = way
    farther, nearer = sorted((one, other), reverse=target < baseline)
    measure = Measure(Kind.FROM_TO, baseline, target)
    before, after = progress(measure, farther), progress(measure, nearer)
    assert before is not None
    assert after is not None
    assert before <= after


@given(ways, values)
@settings(max_examples=30)
def test_a_way_is_met_exactly_when_all_of_it_is_covered(
    way: tuple[Decimal, Decimal], value: Decimal
) -> None:
    measure = Measure(Kind.FROM_TO, *way)
    covered = progress(measure, value)
    assert covered is not None
    assert is_met(measure, value) == (covered >= 1)


@given(ways, values)
@settings(max_examples=30)
def test_progress_is_the_exact_quotient(way: tuple[Decimal, Decimal], value: Decimal) -> None:
    start, target, now = F(way[0]), F(way[1]), F(value)
    assert progress(Measure(Kind.FROM_TO, *way), value) == (now - start) / (target - start)
