"""The progress of a parent, from its children."""

from decimal import Decimal
from fractions import Fraction

import pytest

from northing.alignment.roll_up import Child, Method, RollUpRefused, check_method, roll_up

D, F = Decimal, Fraction


def child(progress: str | Fraction | None, weight: str = "1", *, counts: bool = True) -> Child:
    return Child(D(weight), None if progress is None else F(progress), counts=counts)


def numbered(baseline: str, target: str, value: str | None, unit: str = "€") -> Child:
    start, end = D(baseline), D(target)
    now = None if value is None else D(value)
    share = None if now is None else (F(now) - F(start)) / (F(end) - F(start))
    return Child(D(1), share, None, start, end, now, unit)


AVERAGES = {
    "0, 0.25 and 0.20": ([child("0"), child("0.25"), child("0.20")], F("0.15")),
    "0.64, 0.78 and 0.06": ([child("0.64"), child("0.78"), child("0.06")], F("1.48") / 3),
    "a third": ([child("1"), child("0"), child("0")], F(1, 3)),
    "weight 0 does not count": ([child("1", "0"), child("0", "50"), child("0", "50")], F(0)),
    "weights count": ([child("1", "3"), child("0", "1")], F(3, 4)),
    "weights may be fractions": ([child("1", "0.3"), child("0", "0.1")], F(3, 4)),
    "weights of 28 digits": (
        [child("1", "9" * 28), child("0", "9" * 28)], F(1, 2)),
    "huge and tiny weights": (
        [child("1", "1e27"), child("0", "1e-28")], F(10**55, 10**55 + 1)),
    "one child": ([child("0.4")], F("0.4")),
    "past the target counts as 1": ([child("1.25"), child("0")], F(1, 2)),
    "behind the baseline counts as 0": ([child("-0.5"), child("1")], F(1, 2)),
    "no data is left out": ([child("0.5"), child(None)], F(1, 2)),
    "no data is not 0": ([child("0"), child(None)], F(0)),
    "what does not count is left out": ([child("0.5"), child("1", counts=False)], F(1, 2)),
    "no child": ([], None),
    "no child has data": ([child(None), child(None)], None),
    "no child counts": ([child("1", counts=False)], None),
    "only a weightless child has data": ([child("1", "0"), child(None)], None),
    "odd fractions stay exact": ([child(F(1, 7)), child(F(1, 11))], F(9, 77)),
}  # fmt: skip


@pytest.mark.parametrize(("children", "progress"), AVERAGES.values(), ids=AVERAGES)
def test_the_weighted_average(children: list[Child], progress: Fraction | None) -> None:
    assert roll_up(children, Method.AVERAGE).progress == progress


REPORTING = {
    "3 of 5": ([child("0"), child("1"), child(None), child("1"), child(None)], (3, 5)),
    "those left out are not asked": ([child("0"), child("1", counts=False)], (1, 1)),
    "a weightless child is asked": ([child("0", "0"), child(None, "0")], (1, 2)),
    "none of 2": ([child(None), child(None)], (0, 2)),
    "no child": ([], (0, 0)),
}


@pytest.mark.parametrize(("children", "count"), REPORTING.values(), ids=REPORTING)
def test_the_answer_says_how_many_report(children: list[Child], count: tuple[int, int]) -> None:
    result = roll_up(children, Method.AVERAGE)
    assert (result.reporting, result.contributing) == count


SUMS = {
    "three of one unit": (
        [numbered("0", "100", "50"), numbered("0", "20", "20"), numbered("0", "3", "0")],
        F(70, 123)),
    "one": ([numbered("15", "35", "20")], F(1, 4)),
    "falling": ([numbered("100", "60", "80"), numbered("50", "10", "50")], F(1, 4)),
    "baselines count": ([numbered("10", "20", "15"), numbered("30", "60", "60")], F(35, 40)),
    "raw, so one makes up for another": (
        [numbered("0", "10", "20"), numbered("0", "10", "0")], F(1)),
    "raw, so it may pass 1": ([numbered("0", "10", "20")], F(2)),
    "raw, so it may lie below 0": ([numbered("0", "10", "-5")], F(-1, 2)),
    "no data is left out": ([numbered("0", "100", "50"), numbered("0", "20", None)], F(1, 2)),
    "no child has data": ([numbered("0", "20", None)], None),
    "ways that cancel": ([numbered("0", "10", "5"), numbered("10", "0", "5")], None),
    "digits are not lost": (
        [numbered("0", "0.0000000000000000000000000003", "0.0000000000000000000000000001"),
         numbered("0", "0.0000000000000000000000000004", "0.0000000000000000000000000001")],
        F(2, 7)),
}  # fmt: skip


@pytest.mark.parametrize(("children", "progress"), SUMS.values(), ids=SUMS)
def test_the_sum_over_children_of_one_unit(
    children: list[Child], progress: Fraction | None
) -> None:
    assert roll_up(children, Method.SUM).progress == progress


def test_a_child_without_a_value_cannot_enter_a_sum_as_0() -> None:
    lost = Child(D(1), F(1, 2), None, D(0), D(10), None, "€")
    result = roll_up([lost, numbered("0", "10", "10")], Method.SUM)
    assert (result.progress, result.reporting, result.contributing) == (F(1), 1, 2)


SIZES = {
    "a longer way weighs more": ([numbered("0", "90", "90"), numbered("0", "10", "0")], F(9, 10)),
    "a falling way weighs as much": (
        [numbered("90", "0", "0"), numbered("0", "10", "0")], F(9, 10)),
    "clamped": ([numbered("0", "10", "30"), numbered("0", "10", "0")], F(1, 2)),
    "one": ([numbered("15", "35", "20")], F(1, 4)),
    "decimals": ([numbered("0", "0.9", "0.9"), numbered("0.5", "0.6", "0.5")], F(9, 10)),
    "no data is left out": ([numbered("0", "90", "45"), numbered("0", "10", None)], F(1, 2)),
}  # fmt: skip


@pytest.mark.parametrize(("children", "progress"), SIZES.values(), ids=SIZES)
def test_the_average_by_size(children: list[Child], progress: Fraction) -> None:
    assert roll_up(children, Method.BY_SIZE).progress == progress


EUROS, PERCENT = numbered("0", "9", "1"), numbered("0", "9", "1", "%")
BOUND = Child(D(1), F(1), None, D(0), D(5), D(3), "€", is_bound=True)
REFUSED = {
    "several units": ([EUROS, PERCENT], "several units (%, €)"),
    "a unit and none": ([EUROS, numbered("0", "9", "1", "")], "several units (none, €)"),
    "no baseline": ([Child(D(1), F(1), None, None, D(5), D(3), "€")], "no way"),
    "no target": ([Child(D(1), F(1), None, D(5), None, D(3), "€")], "no way"),
    "no numbers, even before a check-in": ([Child(D(1), None)], "no way"),
    "a bound": ([EUROS, BOUND], "no way from a baseline to a target"),
}


@pytest.mark.parametrize("method", [Method.SUM, Method.BY_SIZE])
@pytest.mark.parametrize(("children", "said"), REFUSED.values(), ids=REFUSED)
def test_what_cannot_be_summed_is_refused_with_a_cure(
    children: list[Child], said: str, method: Method
) -> None:
    for refuse in (roll_up, check_method):
        with pytest.raises(RollUpRefused) as refused:
            refuse(children, method)
        assert said in refused.value.message
        assert "Use the average" in refused.value.message


def test_children_that_do_not_count_may_have_any_unit() -> None:
    dropped = Child(D(-1), F(1), unit="%", counts=False)
    assert roll_up([EUROS, dropped], Method.SUM).progress == F(1, 9)


def test_the_average_takes_any_units_and_bounds() -> None:
    assert roll_up([EUROS, PERCENT, BOUND], Method.AVERAGE).progress == F(11, 27)


@pytest.mark.parametrize("method", Method)
def test_a_weight_below_0_is_refused(method: Method) -> None:
    with pytest.raises(RollUpRefused, match="weight of 0 or more") as refused:
        roll_up([Child(D("-0.1"), F(1), None, D(0), D(1), D(1))], method)
    assert refused.value.message == str(refused.value)
