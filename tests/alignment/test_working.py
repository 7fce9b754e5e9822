"""A roll-up can be explained."""

from decimal import Decimal
from fractions import Fraction

import pytest

from northing.alignment.roll_up import Child, Method, RollUpRefused
from northing.alignment.working import working_of_roll_up

D, F = Decimal, Fraction
SALES = Child(D(3), F(5, 4), None, D(0), D(100), D(125), "€")
COSTS = Child(D(1), F(1, 3), None, D(30), D(0), D(20), "€")
SILENT = Child(D(1), None, None, D(0), D(10), None, "€")
DROPPED = Child(D(1), F(1), None, D(0), D(10), D(10), "€", counts=False)
FAMILY = [("Sales", SALES), ("Costs", COSTS), ("Hiring", SILENT), ("Fair", DROPPED)]

FORMULAS = {
    Method.AVERAGE: "sum of weight × progress ÷ sum of weights ≈ 83.33 %, 2 of 3 reporting",
    Method.SUM: "(sum of values - sum of baselines) ÷ (sum of targets - sum of baselines)"
    " ≈ 164.29 %, 2 of 3 reporting",
    Method.BY_SIZE: "sum of size × progress ÷ sum of sizes, size = target - baseline"
    " ≈ 84.62 %, 2 of 3 reporting",
}


@pytest.mark.parametrize(("method", "formula"), FORMULAS.items())
def test_a_roll_up_is_explained(method: Method, formula: str) -> None:
    assert working_of_roll_up(FAMILY, method).formula == formula


INPUTS = {
    Method.AVERAGE: ("100 % of the way, weighs 75 %",
                     "33.33 % of the way, weighs 25 %"),
    Method.SUM: ("baseline 0, target 100, value 125", "baseline 30, target 0, value 20"),
    Method.BY_SIZE: ("100 % of the way, weighs 76.92 %",
                     "33.33 % of the way, weighs 23.08 %"),
}  # fmt: skip


@pytest.mark.parametrize(("method", "brought"), INPUTS.items())
def test_every_reporting_child_is_an_input(method: Method, brought: tuple[str, str]) -> None:
    inputs = working_of_roll_up(FAMILY, method).inputs
    assert inputs == (("Sales", brought[0]), ("Costs", brought[1]))


def test_every_child_that_was_left_out_is_named() -> None:
    assert working_of_roll_up(FAMILY, Method.AVERAGE).exclusions == (
        "Fair: left out, since it is dropped, postponed or a number to be found out.",
        "Hiring: left out, since it has no data yet.",
    )


def test_without_data_the_formula_says_so() -> None:
    working = working_of_roll_up([("Hiring", SILENT)], Method.AVERAGE)
    assert working.formula.endswith("no data, 0 of 1 reporting")
    assert working.inputs == ()


def test_a_child_without_weight_has_no_share() -> None:
    weightless = Child(D(0), F(1))
    working = working_of_roll_up([("Fair", weightless)], Method.AVERAGE)
    assert working.inputs == (("Fair", "100 % of the way, weighs 0 %"),)


def test_what_cannot_be_rolled_up_cannot_be_explained() -> None:
    with pytest.raises(RollUpRefused):
        working_of_roll_up([("Bound", Child(D(1), F(1), is_bound=True))], Method.SUM)
