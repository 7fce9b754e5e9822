"""Where tables lie on a sheet, and what is left out with a reason."""

from datetime import date

from northing.spreadsheets.rules.cells import MergedRange, Upload
from northing.spreadsheets.rules.planning import Wishes, plan
from tests.spreadsheets.sheets import SNAPSHOT, TODAY, drafts_of, kinds_of, plan_of, sheet_of

_HEAD = ["Objective", "Key result", "Owner"]


def test_the_headings_are_found_under_title_rows() -> None:
    rows = [["Our OKRs"], ["Last updated on Monday"], [], _HEAD, ["Grow", "Sell", "Ann Lee"]]
    assert kinds_of(rows) == {"Grow": "objective", "Sell": "key_result"}


def test_a_title_names_the_cycle() -> None:
    rows = [["OKRs Q1 FY27 (Jan–Mar 2027)"], _HEAD, ["Grow", "Sell", "Ann Lee"]]
    assert drafts_of(rows)[0].cycle.key == "q1"
    assert drafts_of([["OKRs 2028"], *rows[1:]])[0].cycle.name == "2028"


def test_two_blocks_on_a_sheet_are_two_tables() -> None:
    rows = [
        _HEAD,
        ["Grow", "Sell", "Ann Lee"],
        [],
        ["Second block"],
        ["SMART goal", "Who", "Deadline"],
        ["Learn to swim", "Bo Berg", date(2027, 3, 1)],
    ]
    drafts = {draft.statement: draft for draft in drafts_of(rows)}
    assert drafts["Learn to swim"].kind == "smart"
    assert drafts["Learn to swim"].due == date(2027, 3, 1)
    assert set(drafts) == {"Grow", "Sell", "Learn to swim"}


def test_a_section_of_smart_goals_ends_with_the_next_objective() -> None:
    rows = [
        _HEAD,
        ["Grow", "Sell", ""],
        ["Personal goals (SMART)"],
        ["", "Swim", "Ann Lee"],
        ["Learn", "Read", ""],
    ]
    assert kinds_of(rows) == {
        "Grow": "objective",
        "Sell": "key_result",
        "Swim": "smart",
        "Learn": "objective",
        "Read": "key_result",
    }


def test_a_merged_owner_or_date_counts_for_all_its_rows() -> None:
    rows = [
        ["Objective", "Key result", "Owner", "Due"],
        ["Grow", "Sell", "Ann Lee", "2027-03-01"],
        ["", "Win", "", ""],
        ["", "Fair", "", "2027-03-05"],
    ]
    merged = [MergedRange(2, 1, 4, 1), MergedRange(2, 3, 4, 3), MergedRange(2, 4, 3, 4)]
    drafts = drafts_of(rows, merged=merged)[1:]
    assert {draft.owner.name for draft in drafts} == {"Ann Lee"}
    assert [draft.due.day for draft in drafts] == [1, 1, 5]


def test_totals_and_rows_without_wording_are_left_out_with_a_reason() -> None:
    rows = [_HEAD, ["Grow", "Sell", ""], ["Total", "", "2"], ["", "", "Ann Lee"]]
    plan = plan_of(rows)
    assert [(s.place.row, s.reason) for s in plan.skipped] == [
        (3, "It adds up other rows."),
        (4, "It has no wording of a goal."),
    ]


def test_a_sheet_that_is_no_table_is_left_out_with_a_reason() -> None:
    upload = Upload(
        "plan.xlsx",
        (sheet_of([_HEAD, ["Grow", "Sell", ""]]), sheet_of([["Ask Hana"]], "Notes")),
    )
    found = plan(upload, Wishes(), SNAPSHOT, TODAY)
    assert [(s.place.sheet, s.reason[:17]) for s in found.skipped] == [
        ("Notes", "It is not a table")
    ]
    assert found.can_be_applied


def test_a_file_without_any_table_says_what_it_lacks() -> None:
    found = plan_of([["a", "b"], ["c", "d"]])
    assert "row of headings" in found.errors[0].expected
    assert not found.can_be_applied


def test_a_table_without_goals_says_so() -> None:
    assert plan_of([_HEAD]).errors[0].found == "no goals"


def test_one_column_is_enough_with_its_kind_asked() -> None:
    found = plan_of([["Goals"], ["Grow"], ["Learn"]])
    assert [question.key for question in found.open_questions] == ["kind:Plan"]
    assert kinds_of([["Goals"], ["Grow"]], answers={"kind:Plan": "objective"}) == {
        "Grow": "objective"
    }
