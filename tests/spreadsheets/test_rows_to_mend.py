"""Rows that do not fit: left out if somebody wants it, and given back as a file to mend."""

import csv
import io
from collections.abc import Callable
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.goals.models import Goal
from northing.people.models import Person
from northing.spreadsheets.actions.importing import ImportRefused
from northing.spreadsheets.rules.cells import Cell, Sheet, Upload
from northing.spreadsheets.rules.formulas import harmless, harmless_cell, without_apostrophe
from northing.spreadsheets.rules.plan import Plan
from northing.spreadsheets.rules.rejecting import rejected_of, warned_of
from northing.spreadsheets.rules.rows_to_mend import rows_to_mend
from tests.cast import Kestrel
from tests.spreadsheets.importing import TRACKER, bring_in, csv_upload, look_at, sample

LEAVE_OUT = {"unfit": "leave_out"}

_BY_ID = """ID,Parent,Type,Title,Owner,Baseline,Target,Now
1,,Objective,Grow,Ines Okafor,,,
1.1,1,KR,Sell,Dee New,10,20,12
1.2,1,KR,Win,Fay New,7,7,
2,,Objective,Learn,Ines Okafor,,,
2.1,2,KR,Read,Ines Okafor,1,9,
2.1,2,KR,Write,Ines Okafor,1,9,
"""
_BY_COLUMNS = """Q1 2027,,,
Objective,Key result,Baseline,Target
Grow,Sell,10,20
,Win,7,7
,Call,0,8
Learn,,,
,Read,5,5
,Write,1,9
"""
_BY_SPACES = """Title,Baseline,Target
Grow,,
    Sell,10,20
    Win,7,7
Learn,,
    Read,1,9
"""
_BY_ORDER = """Type,Title,Baseline,Target
Objective,Grow,,
KR,Sell,10,20
KR,Win,7,7
"""


def _lines(plan: Plan) -> list[list[str]]:
    return list(csv.reader(io.StringIO(rows_to_mend(plan, rejected_of(plan))[0])))


def test_unfit_rows_are_repaired_first_unless_somebody_says_otherwise(kestrel: Kestrel) -> None:
    shown = look_at(csv_upload(_BY_ID), kestrel.marijke)
    assert (len(shown.errors), shown.open_questions, shown.can_be_applied) == (2, [], False)
    [question] = [one for one in shown.questions if one.key == "unfit"]
    assert (question.text, question.default) == (
        "2 rows do not fit. What becomes of them?",
        "repair",
    )
    with pytest.raises(ImportRefused):
        bring_in(csv_upload(_BY_ID), kestrel.marijke)


def test_unfit_rows_are_left_out_when_somebody_says_so(kestrel: Kestrel) -> None:
    shown = look_at(csv_upload(_BY_ID), kestrel.marijke, answers=LEAVE_OUT)
    assert [each.draft.statement for each in shown.new] == ["Grow", "Sell", "Learn", "Read"]
    assert {one.found: one.reason.partition(":")[0] for one in shown.skipped} == {
        "Win": "It does not fit",
        "Write": "It does not fit",
    }
    assert [person.name for person in shown.people] == ["Dee New"]  # not who is left out
    outcome = bring_in(csv_upload(_BY_ID), kestrel.marijke, answers=LEAVE_OUT)
    assert (outcome.created, outcome.imported.rejected_rows) == (4, 2)
    assert not Person.objects.filter(name="Fay New").exists()


def test_what_stands_under_a_row_that_is_left_out_is_left_out(kestrel: Kestrel) -> None:
    text = _BY_ID.replace("1,,Objective,Grow,Ines Okafor", "1,nowhere,Objective,Grow,Ines Okafor")
    shown = look_at(csv_upload(text), kestrel.marijke, answers=LEAVE_OUT)
    assert [each.draft.statement for each in shown.new] == ["Learn", "Read"]
    reasons = {one.found: one.reason for one in shown.skipped}
    assert reasons["Sell"] == "It stands under a row that is left out."


def test_a_key_result_that_does_not_fit_leaves_its_objective(kestrel: Kestrel) -> None:
    text = _BY_COLUMNS.replace("Grow,Sell,10,20", "Grow,Sell,10,10")
    shown = look_at(csv_upload(text), kestrel.marijke, answers=LEAVE_OUT)
    assert [each.draft.statement for each in shown.new] == ["Grow", "Call", "Learn", "Write"]


def test_goals_of_a_closed_cycle_are_left_out_together(kestrel: Kestrel) -> None:
    kestrel.cycle.state = "closed"
    kestrel.cycle.save()
    text = "Objective,Key result,Cycle\nGrow,Sell,Q1 2027\nFly,Soar,Q1 2027\nLearn,Read,Q2 2027\n"
    shown = look_at(csv_upload(text), kestrel.marijke, answers=LEAVE_OUT)
    assert [each.draft.statement for each in shown.new] == ["Learn", "Read"]
    assert bring_in(csv_upload(text), kestrel.marijke, answers=LEAVE_OUT).created == 2


def test_what_is_wrong_with_the_whole_file_still_stands_in_the_way(kestrel: Kestrel) -> None:
    shown = look_at(
        csv_upload(_BY_ID), kestrel.marijke, answers=LEAVE_OUT, mapping={"Nobody": "owner"}
    )
    assert [one.found for one in shown.errors] == ["nobody"]
    assert not shown.can_be_applied


def test_a_rejected_row_says_what_is_wrong_and_how_to_mend_it(kestrel: Kestrel) -> None:
    lines = _lines(look_at(csv_upload(_BY_ID), kestrel.marijke))
    assert lines[1][-2:] == ["What is wrong", "How to mend it"]
    by_title = {line[3]: line for line in lines[2:]}
    assert list(by_title) == ["Grow", "Win", "Learn", "Write"]
    assert by_title["Win"][:8] == ["1.2", "1", "KR", "Win", "Fay New", "7", "7", ""]
    assert by_title["Win"][8].startswith("G (Target): “7” stands there, expected: a target that")
    assert by_title["Win"][9].startswith("The target equals the baseline")
    assert by_title["Grow"][8:] == ["Fine as it is: others stand under it.", ""]


@pytest.mark.parametrize(
    ("text", "mend", "parents"),
    [
        (
            _BY_ID,
            lambda t: t.replace("KR,Win,Fay New,7,7", "KR,Win,Fay New,7,9").replace(
                "2.1,2,KR,Write", "2.2,2,KR,Write"
            ),
            {"Win": "Grow", "Write": "Learn"},
        ),
        (
            _BY_COLUMNS,
            lambda t: t.replace("Win,7,7", "Win,7,9").replace("Read,5,5", "Read,5,9"),
            {"Win": "Grow", "Read": "Learn"},
        ),
        (_BY_SPACES, lambda t: t.replace("Win,7,7", "Win,7,9"), {"Win": "Grow"}),
        (_BY_ORDER, lambda t: t.replace("Win,7,7", "Win,7,9"), {"Win": "Grow"}),
    ],
    ids=["ids", "columns", "spaces", "order"],
)
def test_a_mended_file_brings_the_rest_to_its_place(
    text: str, mend: Callable[[str], str], parents: dict[str, str], kestrel: Kestrel
) -> None:
    outcome = bring_in(csv_upload(text), kestrel.marijke, answers=LEAVE_OUT)
    rejected = rows_to_mend(outcome.plan, rejected_of(outcome.plan))[0]
    mended = mend(rejected)
    assert mended != rejected
    again = bring_in(csv_upload(mended, "plan - to mend.csv"), kestrel.marijke)
    assert (again.created, again.updated) == (len(parents), 0)
    for child, parent in parents.items():
        goal = Goal.objects.get(statement=child)
        assert goal.links_up.get().parent == Goal.objects.get(statement=parent)
        assert "What is wrong" not in goal.why


def test_groups_of_rows_and_indents_become_spaces(kestrel: Kestrel) -> None:
    rows = {
        1: {1: Cell(1, 1, "Title"), 2: Cell(1, 2, "Baseline"), 3: Cell(1, 3, "Target")},
        2: {1: Cell(2, 1, "Grow")},
        3: {1: Cell(3, 1, "Win"), 2: Cell(3, 2, Decimal(7)), 3: Cell(3, 3, Decimal(7))},
        4: {1: Cell(4, 1, "Sell"), 2: Cell(4, 2, Decimal(-7)), 3: Cell(4, 3, Decimal(7))},
    }
    grouped = Upload("plan.xlsx", (Sheet("Q1 2027", rows, outline={3: 1, 4: 1}),))
    plan = look_at(grouped, kestrel.marijke, answers=LEAVE_OUT)
    assert [each.draft.statement for each in plan.new] == ["Grow", "Sell"]
    assert [line[0] for line in _lines(plan)] == ["Q1 2027", "Title", "Grow", "    Win"]


def test_titles_come_along_since_they_tell_the_cycle(kestrel: Kestrel) -> None:
    assert _lines(look_at(csv_upload(_BY_COLUMNS), kestrel.marijke))[0] == ["Q1 2027"]


def test_rows_that_hold_no_goal_are_among_the_rejected(kestrel: Kestrel) -> None:
    text = _BY_COLUMNS + ",,,99\nTotal,,,12\n"
    plan = look_at(csv_upload(text), kestrel.marijke, answers=LEAVE_OUT)
    told = {line[-2]: line[-1] for line in _lines(plan)[2:]}
    assert told["It has no wording of a goal."] == "Give it a wording, if it is a goal."
    assert told["It adds up other rows."] == "Nothing, unless it is a goal."


def test_what_is_worth_knowing_can_be_had_as_rows_too(kestrel: Kestrel) -> None:
    plan = look_at(sample(TRACKER), kestrel.marijke)
    text, count = rows_to_mend(plan, warned_of(plan))
    assert count == len({one.place.row for one in plan.warnings if one.place.row})
    assert "Name the owner when it is decided." in text


def test_nothing_rejected_is_no_file(kestrel: Kestrel) -> None:
    plan = look_at(csv_upload("Objective,Key result\nGrow,Sell\n"), kestrel.marijke)
    assert rows_to_mend(plan, rejected_of(plan)) == ("", 0)


def test_no_cell_of_a_hostile_file_becomes_a_formula(kestrel: Kestrel) -> None:
    text = (
        'Objective,Key result,Owner,Baseline,Target,+cmd|x\n"=HYPERLINK(""http://x"")",'
        "@SUM(1+1),-2+3+cmd|' /C calc'!A0,-7,-7,  =1+1\n"
    )
    plan = look_at(csv_upload(text), kestrel.marijke)
    cells = [cell for line in _lines(plan) for cell in line]
    risky = [cell for cell in cells if cell.lstrip(" ").startswith(("=", "+", "-", "@"))]
    assert risky == ["-7", "-7"]


@given(st.text())
def test_a_text_made_harmless_comes_back_as_it_was(text: str) -> None:
    assert without_apostrophe(harmless(text)) in {text, without_apostrophe(text)}
    assert not harmless(text).lstrip(" ").startswith(("=", "+", "-", "@", "\t", "\r", "\n"))


@pytest.mark.parametrize("number", ["-5", "+5", "-1,250.50", "-44 %", "5"])
def test_a_signed_number_stays_a_number(number: str) -> None:
    assert harmless_cell(number) == number


@pytest.mark.parametrize("text", ["-5+3", "=5", "+1 2", "--5", "-", "@1", "-cmd"])
def test_what_only_begins_like_a_number_does_not(text: str) -> None:
    assert harmless_cell(text) == f"'{text}"
