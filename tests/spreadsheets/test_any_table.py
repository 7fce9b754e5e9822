"""Whatever stands in a table, it becomes a plan: problems in words, never a fault."""

import json
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from northing.spreadsheets.files.kinds import read_upload
from northing.spreadsheets.files.refusal import FileRefused
from northing.spreadsheets.rules.planning import Wishes, plan
from tests.spreadsheets.sheets import SNAPSHOT, TODAY, plan_of

_HEADINGS = [
    "ID", "Parent", "Type", "Title", "Objective", "Key result", "Owner", "Team", "Cycle", "Start",
    "Due", "Baseline", "Target", "Now", "% done", "Unit", "Weight", "Confidence", "Status", "Note",
    "Tags", "Visibility", "Stretch", "Level", "Ziel", "Flavour", "Last update",
]  # fmt: skip
_WORDS = [
    "1", "1.1", "1.1.2", "Objective", "KR", "SMART", "Initiative", "Grow", "  Sell", "Ann Lee",
    "tbd", "Ann & Bo", "x@y.org", "2018 Q4", "FY27 Q1", "01/02/2027", "31.02.2027", "1,250",
    "4,8", "35%", ">= 41%", "4..5", "1e400", "NaN", "-", "?", "0.4", "99999", "on track", "Done",
    "Total", "SMART goals", "private", "secret", "a, b; c", "\u202e\u0661", "'", '"', "=1+1",
    "O1: Grow", "KR 1.1: Sell", "10/10",
]  # fmt: skip
_cells = st.one_of(
    st.sampled_from(_WORDS),
    st.text(max_size=12),
    st.just(""),
    st.decimals(allow_nan=False, allow_infinity=False, places=3),
    st.dates(date(1, 1, 1), date(9999, 12, 31)),
    st.booleans(),
)
_tables = st.integers(1, 7).flatmap(
    lambda width: st.tuples(
        st.lists(st.sampled_from(_HEADINGS), min_size=width, max_size=width, unique=True),
        st.lists(st.lists(_cells, min_size=width, max_size=width), max_size=6),
    )
)


@given(_tables)
def test_any_table_becomes_a_plan(table: tuple[list[str], list[list[object]]]) -> None:
    headings, rows = table
    found = plan_of([headings, *rows])
    told = json.loads(json.dumps(found.as_json()))
    assert all(problem["cure"] for problem in told["problems"])
    assert found.can_be_applied in (True, False)


@given(_tables)
def test_any_answer_is_taken_or_told(table: tuple[list[str], list[list[object]]]) -> None:
    headings, rows = table
    questions = plan_of([headings, *rows]).questions
    for odd in (False, True):
        answers = {q.key: "odd" if odd or not q.options else q.options[0].value for q in questions}
        assert plan_of([headings, *rows], answers=answers).as_json()


@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        upload = read_upload("plan.csv", content)
    except FileRefused:
        return
    assert plan(upload, Wishes(), SNAPSHOT, TODAY).as_json()


@given(st.lists(st.lists(st.text(max_size=8), min_size=1, max_size=5), max_size=5))
def test_any_text_with_delimiters_is_read_or_refused(rows: list[list[str]]) -> None:
    content = "\n".join(";".join(row) for row in [["Objective", "KR", "Target"], *rows])
    try:
        upload = read_upload("plan.csv", content.encode("utf-8", "surrogatepass"))
    except FileRefused:
        return
    assert plan(upload, Wishes(), SNAPSHOT, TODAY).as_json()


def test_a_decimal_of_every_size_is_told_or_kept() -> None:
    for exponent in (-40, -28, 0, 27, 28, 40):
        number = Decimal(f"1E{exponent}")
        assert plan_of([["Objective", "KR", "Baseline", "Target"], ["a", "b", 0, number]]).as_json()
