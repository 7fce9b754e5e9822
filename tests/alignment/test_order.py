"""The order in which a change travels up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.alignment.order import upwards

PARENTS = {
    "kr": ["o", "pillar goal"],
    "o": ["company"],
    "pillar goal": ["company"],
    "company": ["north"],
    "other kr": ["o"],
    "short cut": ["north", "o"],
}

CASES = {
    "every ancestor once": (["kr"], ["o", "pillar goal", "company", "north"]),
    "from several goals": (["kr", "other kr"], ["pillar goal", "o", "company", "north"]),
    "a short cut does not come too soon": (["short cut"], ["o", "company", "north"]),
    "a start above another start": (["kr", "company"], ["o", "pillar goal", "company", "north"]),
    "a start given twice": (["o", "o"], ["company", "north"]),
    "the top has nothing above": (["north"], []),
    "nothing known": (["new"], []),
    "no start": ([], []),
}


@pytest.mark.parametrize(("starts", "order"), CASES.values(), ids=CASES)
def test_ancestors_come_after_all_that_lies_below_them(starts: list[str], order: list[str]) -> None:
    assert upwards(starts, PARENTS) == order


def test_a_parent_named_twice_counts_once() -> None:
    assert upwards(["kr"], {"kr": ["o", "o"], "o": ["company"]}) == ["o", "company"]


def test_a_chain_of_five_thousand_goals_is_walked() -> None:
    assert upwards([0], {goal: {goal + 1} for goal in range(5000)}) == list(range(1, 5001))


@pytest.mark.parametrize(
    "links", [{"a": ["a"]}, {"a": ["b"], "b": ["a"]}, {"a": ["b"], "b": ["b"]}]
)
def test_a_loop_is_refused_rather_than_walked_forever(links: dict[str, list[str]]) -> None:
    with pytest.raises(ValueError, match="hold a loop"):
        upwards(["a"], links)


upward_links = st.sets(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda link: link[0] < link[1])
)


@given(upward_links, st.sets(st.integers(0, 9)))
@settings(max_examples=25)
def test_the_order_holds_in_any_plan(links: set[tuple[int, int]], starts: set[int]) -> None:
    parents_of = {goal: {above for below, above in links if below == goal} for goal in range(10)}
    order = upwards(starts, parents_of)
    found = set(order)
    assert len(order) == len(found)
    assert found == {above for goal in starts | found for above in parents_of[goal]}
    place = {goal: n for n, goal in enumerate(order)}
    assert all(place[below] < place[above] for below, above in links if {below, above} <= found)
