"""Totals count every goal once, whatever the number of its parents."""

from fractions import Fraction

from northing.alignment.portfolio import Entry, Total, each_once, total

F = Fraction
CHILDREN = {
    "year": ["growth", "quality"],
    "growth": ["shared", "sales"],
    "quality": ["defects", "shared"],
    "shared": ["deep"],
}


def test_a_goal_under_two_parents_is_listed_where_it_first_is() -> None:
    outline = ["year", "growth", "shared", "deep", "sales", "quality", "defects"]
    assert each_once(["year"], CHILDREN) == outline


def test_roots_that_lie_below_others_are_listed_once() -> None:
    assert each_once(["quality", "shared", "defects"], CHILDREN) == [
        "quality", "defects", "shared", "deep"]  # fmt: skip


def test_a_chain_of_five_thousand_goals_is_walked() -> None:
    assert each_once([0], {goal: [goal + 1] for goal in range(5000)}) == list(range(5001))


ENTRIES = {
    "growth": Entry(F(1, 2), ("on_pace", "on_track")),
    "shared": Entry(F(5, 4), ("on_pace", "at_risk")),
    "deep": Entry(F(-1, 3), ("far_behind", "off_track")),
    "sales": Entry(None, ("no_data", "too_early")),
    "elsewhere": Entry(F(1), ("on_pace", "on_track")),
}


def test_the_total_counts_a_shared_goal_once() -> None:
    assert total(["year"], CHILDREN, ENTRIES) == Total(
        goals=4,
        reporting=3,
        average=F(1, 2),
        words={"on_pace": 2, "far_behind": 1, "no_data": 1,
               "on_track": 1, "at_risk": 1, "off_track": 1, "too_early": 1},
    )  # fmt: skip


def test_the_sum_of_parts_that_share_a_goal_is_more_than_the_whole() -> None:
    parts = [total([root], CHILDREN, ENTRIES).goals for root in ("growth", "quality")]
    assert (parts, total(["growth", "quality"], CHILDREN, ENTRIES).goals) == ([4, 2], 4)


def test_without_data_there_is_no_average() -> None:
    assert total(["sales"], CHILDREN, ENTRIES).average is None
    assert total([], CHILDREN, ENTRIES) == Total(0, 0, None, {})
