"""What holds for every roll-up."""

from datetime import date
from decimal import Decimal
from fractions import Fraction
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st

from northing.alignment.roll_up import Child, Method, roll_up
from northing.measures.measure import Kind, Measure
from northing.measures.progress import clamped, progress

D, F = Decimal, Fraction
LINE = ((date(2026, 4, 1), F(0)), (date(2026, 6, 30), F(1)))
LATE = ((date(2026, 5, 1), F(0)), (date(2026, 6, 30), F(1)))

shares = st.integers(-5000, 15000).map(lambda steps: F(steps, 9973))
weights = st.integers(0, 900).map(lambda cents: D(cents) / 100)
averaged = st.builds(
    Child, weights, st.none() | shares, st.sampled_from([LINE, LATE]), counts=st.booleans()
)
families = st.lists(averaged, max_size=5)


@st.composite
def numbered(draw: st.DrawFn) -> Child:
    """A child with numbers of its own, rising, sometimes without a check-in."""
    baseline = D(draw(st.integers(-100, 100))) / 10
    target = baseline + D(draw(st.integers(1, 500))) / 10
    value = draw(st.none() | st.integers(-200, 700).map(lambda tenths: D(tenths) / 10))
    share = progress(Measure(Kind.FROM_TO, baseline, target), value)
    return Child(D(1), share, LINE, baseline, target, value)


any_family = st.tuples(st.just(Method.AVERAGE), families) | st.tuples(
    st.sampled_from(list(Method)), st.lists(numbered(), max_size=4)
)


@given(any_family, st.randoms(use_true_random=False))
@settings(max_examples=25)
def test_the_order_of_children_does_not_matter(
    family: tuple[Method, list[Child]], chance: Random
) -> None:
    method, children = family
    shuffled = chance.sample(children, len(children))
    assert roll_up(shuffled, method) == roll_up(children, method)


@given(families, st.integers(1, 10**12).map(lambda steps: D(steps) / 1000))
@settings(max_examples=25)
def test_weights_scaled_together_change_nothing(children: list[Child], scale: Decimal) -> None:
    scaled = [
        Child(child.weight * scale, child.progress, child.expected, counts=child.counts)
        for child in children
    ]
    assert roll_up(scaled, Method.AVERAGE) == roll_up(children, Method.AVERAGE)


@given(averaged.filter(lambda child: child.counts and child.weight > 0))
@settings(max_examples=25)
def test_one_child_rolls_up_to_itself(child: Child) -> None:
    result = roll_up([child], Method.AVERAGE)
    if child.progress is None:
        assert result.progress is None
    else:
        assert (result.progress, result.expected) == (clamped(child.progress), child.expected)


@given(numbered(), st.sampled_from(list(Method)))
@settings(max_examples=25)
def test_one_child_with_numbers_rolls_up_to_itself(child: Child, method: Method) -> None:
    result = roll_up([child], method)
    if child.progress is None or method is Method.SUM:
        assert result.progress == child.progress
    else:
        assert result.progress == clamped(child.progress)


@given(any_family)
@settings(max_examples=25)
def test_a_parent_lies_between_its_lowest_and_its_highest_child(
    family: tuple[Method, list[Child]],
) -> None:
    method, children = family
    result = roll_up(children, method).progress
    known = [child.progress for child in children if child.counts and child.progress is not None]
    lying = known if method is Method.SUM else [clamped(share) for share in known]
    if result is not None:
        assert min(lying) <= result <= max(lying)


@given(any_family)
@settings(max_examples=25)
def test_a_child_without_data_changes_nothing_but_the_count(
    family: tuple[Method, list[Child]],
) -> None:
    method, children = family
    silent = Child(D(7), None, LATE, D(0), D(1), None)
    before, after = roll_up(children, method), roll_up([*children, silent], method)
    assert (after.progress, after.expected) == (before.progress, before.expected)
    assert after.contributing == before.contributing + 1
    assert after.reporting == before.reporting


@given(any_family)
@settings(max_examples=25)
def test_a_dropped_child_changes_nothing_at_all(family: tuple[Method, list[Child]]) -> None:
    method, children = family
    dropped = Child(D(7), F(1, 3), LATE, D(0), D(1), D(1), "€", counts=False)
    assert roll_up([*children, dropped], method) == roll_up(children, method)


@given(families, st.integers(0, 5), shares)
@settings(max_examples=25)
def test_progress_of_a_child_never_lowers_its_parent(
    children: list[Child], which: int, gain: Fraction
) -> None:
    if which >= len(children) or (now := children[which].progress) is None:
        return
    child = children[which]
    better = Child(child.weight, now + abs(gain), child.expected, counts=child.counts)
    before = roll_up(children, Method.AVERAGE).progress
    after = roll_up([*children[:which], better, *children[which + 1 :]], Method.AVERAGE).progress
    assert before == after or (before is not None and after is not None and before < after)
