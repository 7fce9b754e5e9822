"""Hierarchies by id, wording, columns, numbers, indentation and order; loops are told."""

import pytest

from northing.spreadsheets.rules.cells import MergedRange
from tests.spreadsheets.sheets import drafts_of, kinds_of, plan_of, told, tree_of

TREE = {"Grow": None, "Sell": "Grow", "Call": "Sell", "Learn": None, "Read": "Learn"}


def test_parents_by_id_in_any_order() -> None:
    rows = [
        ["ID", "Parent", "Type", "Title"],
        ["c", "b", "SMART", "Call"],
        ["b", "a", "KR", "Sell"],
        ["a", "", "Objective", "Grow"],
        ["e", "d", "KR", "Read"],
        ["d", "", "Objective", "Learn"],
    ]
    assert tree_of(rows) == TREE


def test_parents_by_wording() -> None:
    rows = [
        ["Type", "Title", "Aligned to"],
        ["Objective", "Grow", ""],
        ["KR", "Sell", "grow"],
        ["SMART", "Call", "SELL"],
        ["Objective", "Learn", ""],
        ["KR", "Read", "Learn"],
    ]
    assert tree_of(rows) == TREE


def test_parents_by_numbered_ids() -> None:
    rows = [
        ["Nr.", "Art", "Ziel"],
        ["1", "Ziel", "Grow"],
        ["1.1", "KR", "Sell"],
        ["1.1.1", "SMART", "Call"],
        ["2", "Ziel", "Learn"],
        ["2.1", "KR", "Read"],
    ]
    assert tree_of(rows) == TREE


def test_parents_by_objective_and_key_result_columns() -> None:
    rows = [
        ["Objective", "Key result"],
        ["Grow", "Sell"],
        ["", "Call"],
        [],
        ["Learn", ""],
        ["", "Read"],
        ["Learn", "Write"],
    ]
    assert tree_of(rows, merged=[MergedRange(2, 1, 3, 1)]) == {
        "Grow": None, "Sell": "Grow", "Call": "Grow",
        "Learn": None, "Read": "Learn", "Write": "Learn",
    }  # fmt: skip


INDENTED = {
    "spaces": ([["Goal"], ["Grow"], ["  Sell"], ["    Call"], ["Learn"], ["  Read"]], {}),
    "tabs": ([["Goal"], ["Grow"], ["\tSell"], ["\t\tCall"], ["Learn"], ["\tRead"]], {}),
    "indents": (
        [["Goal"], ["Grow"], ["Sell"], ["Call"], ["Learn"], ["Read"]],
        {"indents": {3: 1, 4: 2, 6: 1}},
    ),
    "groups": (
        [["Goal"], ["Grow"], ["Sell"], ["Call"], ["Learn"], ["Read"]],
        {"outline": {3: 1, 4: 2, 6: 1}},
    ),
    "levels": (
        [
            ["Level", "Goal"],
            ["1", "Grow"],
            ["2", "Sell"],
            ["3", "Call"],
            ["1", "Learn"],
            ["2", "Read"],
        ],
        {},
    ),
}


@pytest.mark.parametrize("name", INDENTED)
def test_parents_by_indentation(name: str) -> None:
    rows, options = INDENTED[name]
    assert tree_of(rows, **options) == TREE
    kinds = kinds_of(rows, **options)
    assert (kinds["Grow"], kinds["Learn"], kinds["Read"]) == (
        "objective",
        "objective",
        "key_result",
    )


def test_without_other_signs_a_key_result_stands_under_the_objective_above_it() -> None:
    rows = [
        ["Type", "Title"],
        ["Objective", "Grow"],
        ["KR", "Sell"],
        ["SMART", "Call"],
        ["Objective", "Learn"],
        ["KR", "Read"],
    ]
    assert tree_of(rows) == TREE


def test_prefixes_name_kinds_and_ids() -> None:
    rows = [["OKRs"], ["O1: Grow"], ["KR 1.1: Sell"], ["O2: Learn"], ["KR 2.1: Read"]]
    assert tree_of(rows) == {"Grow": None, "Sell": "Grow", "Learn": None, "Read": "Learn"}
    assert [draft.external_id for draft in drafts_of(rows)] == ["O 1", "KR 1.1", "O 2", "KR 2.1"]


def test_objectives_stand_under_objectives_and_many_parents_are_kept() -> None:
    rows = [
        ["ID", "Parent", "Type", "Title"],
        ["1", "", "Objective", "Grow"],
        ["2", "1", "Objective", "Grow in Ghent"],
        ["3", "1, 2", "KR", "Sell"],
    ]
    sell = drafts_of(rows)[2]
    assert [(link.label, link.mode.value) for link in sell.links] == [
        ("1", "contributes"),
        ("2", "contributes"),
    ]


def test_only_what_counts_above_contributes() -> None:
    rows = [
        ["ID", "Parent", "Type", "Title"],
        ["1", "", "Objective", "Grow"],
        ["2", "1", "KR", "Sell"],
        ["3", "2", "KR", "Sell in Ghent"],
        ["4", "2", "SMART", "Call"],
        ["5", "1", "SMART", "Fair"],
        ["6", "", "Objective", "Learn"],
        ["7", "6", "SMART", "Read"],
    ]
    modes = {draft.statement: draft.links[0].mode.value for draft in drafts_of(rows) if draft.links}
    assert modes == {
        "Sell": "contributes",
        "Sell in Ghent": "supports",
        "Call": "supports",
        "Fair": "supports",
        "Read": "contributes",
    }


def test_a_loop_is_spelled_out() -> None:
    rows = [
        ["ID", "Parent", "Type", "Title"],
        ["1", "3", "Objective", "Grow"],
        ["2", "1", "Objective", "Sell"],
        ["3", "2", "Objective", "Learn"],
    ]
    found = plan_of(rows)
    assert told(found) == [(4, "B (Parent)", "2: 3 → 2 → 1 → 3")]
    assert not found.can_be_applied


def test_a_goal_is_not_its_own_parent() -> None:
    found = plan_of(
        [["ID", "Parent", "Title"], ["1", "1", "Grow"]], answers={"kind:Plan": "objective"}
    )
    assert told(found)[0][2].startswith("1: 1 → 1")


def test_a_missing_parent_is_told_with_the_nearest() -> None:
    rows = [
        ["Type", "Title", "Parent"],
        ["Objective", "Be the supplier that hospitals call first", ""],
        ["KR", "Sell", "Be the suplier hospitals call first"],
    ]
    problem = plan_of(rows).errors[0]
    assert problem.place.column_name == "C (Parent)"
    assert "Did you mean “Be the supplier that hospitals call first”" in problem.cure


def test_an_id_given_twice_is_told() -> None:
    rows = [["ID", "Type", "Title"], ["1", "Objective", "Grow"], ["1", "Objective", "Learn"]]
    assert told(plan_of(rows)) == [(3, "A (ID)", "1")]


def test_two_rows_that_say_the_same_are_told() -> None:
    rows = [["Type", "Title"], ["Objective", "Grow"], ["KR", "Sell"], ["KR", "Sell"]]
    assert told(plan_of(rows)) == [(4, "B (Title)", "Sell")]


def test_a_key_result_under_a_smart_goal_is_told() -> None:
    rows = [["ID", "Parent", "Type", "Title"], ["1", "", "SMART", "Call"], ["2", "1", "KR", "Sell"]]
    assert told(plan_of(rows)) == [(3, "B (Parent)", "a key result under the SMART goal in row 2")]


def test_a_type_that_nobody_knows_is_asked_once() -> None:
    rows = [["Type", "Title"], ["Objective", "Grow"], ["Initiative", "Fair"], ["Initiative", "Ad"]]
    assert [q.key for q in plan_of(rows).open_questions] == ["type:initiative"]
    assert kinds_of(rows, answers={"type:initiative": "smart"})["Fair"] == "smart"
    left_out = plan_of(rows, answers={"type:initiative": "leave_out"})
    assert [skipped.place.row for skipped in left_out.skipped] == [3, 4]


def test_key_results_side_by_side_stand_under_their_objective() -> None:
    rows = [
        ["Objective", "KR 1", "KR 2", "Owner"],
        ["Grow", "Sell", "Call", "Ann Lee"],
        ["Learn", "Read", "", "Bo Berg"],
    ]
    assert tree_of(rows) == {
        "Grow": None, "Sell": "Grow", "Call": "Grow", "Learn": None, "Read": "Learn",
    }  # fmt: skip
    assert {draft.statement: draft.owner.name for draft in drafts_of(rows)}["Call"] == "Ann Lee"


def test_parents_with_their_id_in_brackets() -> None:
    rows = [
        ["Id", "Title", "Aligned To (weight, Objective ID)", "Object Type"],
        ["7", "Delight, customers (all)", "", "Objective"],
        ["8", "Sell", "Delight, customers (all)(weight: 14.29%, Id: 7)", "Key Result"],
    ]
    assert tree_of(rows)["Sell"] == "Delight, customers (all)"
