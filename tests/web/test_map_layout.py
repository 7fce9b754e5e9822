"""The map: nothing overlaps, children stand right of their parent, the same goals the same map."""

import time
from collections import defaultdict
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from northing.web.map_layout import Layout, MapNode, collapsed_by_team, lay_out

KINDS = ("mission", "pillar", "company", "team", "key_result", "smart")


@st.composite
def forests(draw: st.DrawFn) -> list[MapNode]:
    count = draw(st.integers(0, 60))
    nodes = []
    for index in range(count):
        above = [None, *range(index), "unknown"]
        parent = draw(st.sampled_from(above))
        nodes.append(
            MapNode(
                str(index),
                draw(st.sampled_from(KINDS)),
                None if parent is None else str(parent),
                tuple(
                    draw(st.lists(st.sampled_from([str(one) for one in range(count)]), max_size=2))
                ),
                name_length=draw(st.integers(0, 120)),
            )
        )
    return nodes


def columns_of(layout: Layout) -> dict[int, list[tuple[int, int]]]:
    columns = defaultdict(list)
    for node in layout.nodes:
        columns[node.x].append((node.y, node.y + node.height))
    return columns


@given(forests())
def test_no_two_goals_overlap(nodes: list[MapNode]) -> None:
    for spans in columns_of(lay_out(nodes)).values():
        spans.sort()
        assert all(above[1] < below[0] for above, below in pairwise(spans))


@given(forests())
def test_every_goal_stands_right_of_its_parent(nodes: list[MapNode]) -> None:
    layout = lay_out(nodes)
    placed = {node.id: node for node in layout.nodes}
    assert len(placed) == len(nodes)
    for node in layout.nodes:
        if node.parent is not None:
            assert node.x > placed[node.parent].x


@given(forests())
def test_the_same_goals_make_the_same_map(nodes: list[MapNode]) -> None:
    assert lay_out(nodes) == lay_out(list(nodes))


@given(forests())
def test_everything_lies_inside_the_map(nodes: list[MapNode]) -> None:
    layout = lay_out(nodes)
    assert all(node.x + node.width <= layout.width for node in layout.nodes)
    assert all(node.y > 0 and node.y + node.height <= layout.height for node in layout.nodes)


def test_a_parent_stands_in_the_middle_of_its_children() -> None:
    nodes = [MapNode("p", "pillar"), *(MapNode(str(n), "company", "p") for n in range(3))]
    placed = {node.id: node for node in lay_out(nodes).nodes}
    middle = placed["p"].y + placed["p"].height / 2
    assert abs(middle - (placed["1"].y + placed["1"].height / 2)) <= 1


def test_children_stand_in_the_order_they_were_given() -> None:
    nodes = [MapNode("p", "pillar"), *(MapNode(str(n), "company", "p") for n in (2, 0, 1))]
    placed = {node.id: node.y for node in lay_out(nodes).nodes}
    assert placed["2"] < placed["0"] < placed["1"]


def test_a_further_parent_is_a_curve_on_top_and_moves_nothing() -> None:
    plain = [MapNode("a", "pillar"), MapNode("b", "pillar"), MapNode("c", "company", "a")]
    double = [*plain[:2], MapNode("c", "company", "a", ("b",))]
    assert lay_out(plain).nodes == lay_out(double).nodes
    assert [edge.parent for edge in lay_out(double).edges if edge.is_extra] == ["b"]


def test_a_loop_is_cut_open_and_nothing_is_lost() -> None:
    nodes = [MapNode("a", "team", "b"), MapNode("b", "team", "a"), MapNode("c", "team", "c")]
    assert {node.id for node in lay_out(nodes).nodes} == {"a", "b", "c"}


def test_longer_names_make_higher_goals() -> None:
    short, long = lay_out(
        [MapNode("a", "smart", name_length=9), MapNode("b", "smart", name_length=90)]
    ).nodes
    assert long.height > short.height


def big_plan(size: int) -> list[MapNode]:
    nodes = [MapNode("m", "mission")] + [MapNode(f"p{n}", "pillar", "m") for n in range(3)]
    nodes += [MapNode(f"c{n}", "company", f"p{n % 3}") for n in range(30)]
    nodes += [MapNode(f"t{n}", "team", f"c{n % 30}", team=f"T{n % 20}") for n in range(300)]
    rest = range(size - len(nodes))
    return nodes + [MapNode(f"s{n}", "smart", f"t{n % 300}", team=f"T{n % 300 % 20}") for n in rest]


def test_a_plan_of_more_than_300_is_collapsed_by_team() -> None:
    shown, stands_for = collapsed_by_team(big_plan(5000))
    assert len(shown) < 300
    assert sum(stands_for.values()) == 5000 - 34
    layout = lay_out(big_plan(5000))
    assert sum(node.stands_for for node in layout.nodes) == 5000 - 34


def test_300_goals_are_shown_one_by_one() -> None:
    assert all(not node.stands_for for node in lay_out(big_plan(400)[:300]).nodes)


def test_5000_goals_take_a_moment() -> None:
    nodes, spent = big_plan(5000), []
    for _ in range(5):
        started = time.process_time()
        lay_out(nodes, collapse_beyond=None)
        spent.append(time.process_time() - started)
    assert min(spent) < 0.12  # 25 ms on a quiet machine
