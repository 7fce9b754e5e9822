"""A link that would close a loop is spelled out."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.alignment.loops import loop_closed_by

PARENTS = {"kr": ["o"], "o": ["company"], "twin": ["o", "kr"], "company": ["north"]}

CASES = {
    "to itself": ("kr", "kr", ("kr", "kr")),
    "to its child": ("o", "kr", ("o", "kr", "o")),
    "to its grandchild": ("company", "kr", ("company", "kr", "o", "company")),
    "the shortest of two ways": ("company", "twin", ("company", "twin", "o", "company")),
    "a new parent": ("kr", "company", None),
    "the same parent again": ("kr", "o", None),
    "a second parent beside it": ("twin", "company", None),
    "goals that nobody knows yet": ("new", "newer", None),
    "a new goal under an old one": ("new", "kr", None),
}


@pytest.mark.parametrize(("child", "parent", "loop"), CASES.values(), ids=CASES)
def test_the_loop_that_a_link_would_close(
    child: str, parent: str, loop: tuple[str, ...] | None
) -> None:
    assert loop_closed_by(child, parent, PARENTS) == loop


def test_a_chain_of_five_thousand_goals_is_walked() -> None:
    chain = {goal: [goal + 1] for goal in range(5000)}
    loop = loop_closed_by(5000, 0, chain)
    assert loop == (5000, *range(5000), 5000)
    assert loop_closed_by(5001, 0, chain) is None


def test_a_loop_that_is_already_there_does_not_trap_the_walk() -> None:
    assert loop_closed_by("new", "a", {"a": ["b"], "b": ["a"]}) is None


upward_links = st.sets(
    st.tuples(st.integers(0, 7), st.integers(0, 7)).filter(lambda link: link[0] < link[1])
)


@given(upward_links, st.integers(0, 7), st.integers(0, 7))
@settings(max_examples=25)
def test_a_loop_leads_from_parent_to_parent_back_to_the_child(
    links: set[tuple[int, int]], child: int, parent: int
) -> None:
    parents_of = {goal: [above for below, above in links if below == goal] for goal in range(8)}
    loop = loop_closed_by(child, parent, parents_of)
    if loop is None:
        assert child < parent or not _reaches(parent, child, parents_of)
    else:
        assert loop[:2] == (child, parent)
        assert loop[-1] == child
        assert all(above in parents_of[below] for below, above in pairwise(loop[1:]))


def _reaches(goal: int, above: int, parents_of: dict[int, list[int]]) -> bool:
    return goal == above or any(_reaches(parent, above, parents_of) for parent in parents_of[goal])
