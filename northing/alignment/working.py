"""How a roll-up was computed: the children that counted, their weights, and who was left out."""

from collections.abc import Sequence
from fractions import Fraction

from northing.alignment.roll_up import Child, Method, RollUp, reports, roll_up, weights_of
from northing.measures.numbers import plain
from northing.measures.progress import clamped
from northing.measures.working import Working, equals, shown

_FORMULAS = {
    Method.AVERAGE: "sum of weight × progress ÷ sum of weights",
    Method.SUM: "(sum of values - sum of baselines) ÷ (sum of targets - sum of baselines)",
    Method.BY_SIZE: "sum of size × progress ÷ sum of sizes, size = target - baseline",
}


def working_of_roll_up(children: Sequence[tuple[str, Child]], method: Method) -> Working:
    """How `roll_up` of these named children comes about; raises RollUpRefused where it does.

    Each reporting child is an input with its progress (clamped to 0..1 where it counts so) and
    its share of all weights, or its numbers for the sum; each child that was left out is named.
    """
    result = roll_up([child for _, child in children], method)
    counted = [(name, child) for name, child in children if child.counts and reports(child, method)]
    weights = weights_of([child for _, child in counted], method)
    inputs = tuple(
        (name, _brought(child, method, weight, sum(weights)))
        for (name, child), weight in zip(counted, weights, strict=True)
    )
    return Working(_formula(result, method), inputs, _left_out(children, method))


def _formula(result: RollUp, method: Method) -> str:
    reporting = f"{result.reporting} of {result.contributing} reporting"
    if result.progress is None:
        return f"{_FORMULAS[method]}: no data, {reporting}"
    return f"{_FORMULAS[method]} {equals(result.progress)}, {reporting}"


def _brought(child: Child, method: Method, weight: int, total: int) -> str:
    if method is Method.SUM:
        names = ("baseline", "target", "value")
        numbers = [(name, getattr(child, name)) for name in names]
        return ", ".join(f"{name} {plain(number)}" for name, number in numbers)
    share = shown(Fraction(weight, total)) if total else shown(Fraction(0))
    return f"{shown(clamped(child.progress or Fraction(0)))} of the way, weighs {share}"


def _left_out(children: Sequence[tuple[str, Child]], method: Method) -> tuple[str, ...]:
    gone = [
        f"{name}: left out, since it is dropped, postponed or a number to be found out."
        for name, child in children
        if not child.counts
    ]
    silent = [
        f"{name}: left out, since it has no data yet."
        for name, child in children
        if child.counts and not reports(child, method)
    ]
    return (*gone, *silent)
