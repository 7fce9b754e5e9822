"""What the cells of a row say about its measure, its value and its confidence."""

from decimal import Decimal
from typing import Any

import pytest

from northing.spreadsheets.rules.told import measure_in_words
from tests.spreadsheets.sheets import drafts_of, open_keys, plan_of, told

_HEAD = ["Objective", "Key result", "Baseline", "Target", "Now"]


def _row(baseline: Any, target: Any, now: Any, result: str = "Sell") -> list[list[Any]]:
    return [_HEAD, ["Grow", result, baseline, target, now]]


READ = [
    (35, 60, 44, "35 → 60", "44"),
    ("35%", "60%", "44%", "35 → 60 %", "44"),
    ("4,8 %", "2,5 %", "4,1 %", "4.8 → 2.5 %", "4.1"),
    (52, 8, "", "52 → 8", None),
    ("38.5%", ">= 41%", "39.2%", "at least 41 %", "39.2"),
    ("", "<= 25", 24, "at most 25", "24"),
    ("", "4..5", "4.5", "4 to 5", "4.5"),
    (0, 1, 0, "done or not", "0"),
    ("", 1, 1, "done or not", "1"),
    (0, 1, "0.4", "0 → 1", "0.4"),
    ("", "done", "open", "done or not", "0"),
    ("", "x", "✓", "done or not", "1"),
    ("", "", "", "done or not", None),
    ("", "", 17, "find out", "17"),
    ("-", "n/a", "-", "done or not", None),
    ("12 Verträge", "20 Verträge", "", "12 → 20 Verträge", None),
]


@pytest.mark.parametrize(("baseline", "target", "now", "words", "value"), READ)
def test_a_row_says_its_measure_and_value(
    baseline: Any, target: Any, now: Any, words: str, value: str | None
) -> None:
    draft = drafts_of(_row(baseline, target, now))[1]
    assert measure_in_words(draft.measure) == words
    assert draft.value == (None if value is None else Decimal(value))


UNITS = [
    ("Median answer to a request, hours", "hours"),
    ("Cash conversion cycle (days)", "days"),
    ("Overdue receivables, kEUR", "kEUR"),
    ("Reference visits hosted, Lyon", ""),
    ("Sales (North)", ""),
]


@pytest.mark.parametrize(("result", "unit"), UNITS)
def test_a_unit_is_taken_from_the_wording_only_when_it_is_one(result: str, unit: str) -> None:
    measure = drafts_of(_row(1, 2, "", result))[1].measure
    assert measure is not None
    assert measure.unit == unit


def test_a_unit_column_and_a_heading_name_units() -> None:
    by_column = [[*_HEAD, "Unit"], ["Grow", "Sell", 5, 9, 6, "Prozent"]]
    by_heading = [["Objective", "Key result", "Baseline (EUR)", "Target"], ["Grow", "Sell", 5, 9]]
    units = [drafts_of(rows)[1].measure for rows in (by_column, by_heading)]
    assert [measure.unit for measure in units if measure] == ["%", "EUR"]


REFUSED = [
    (5, 5, 5, (2, "D (Target)", "5")),
    ("start after 1 March", 24, 9, (2, "C (Baseline)", "start after 1 March")),
    ("1e400", 24, 9, (2, "C (Baseline)", "1e400")),
    ("NaN", 24, 9, (2, "C (Baseline)", "NaN")),
    ("inf", 24, 9, (2, "C (Baseline)", "inf")),
    (3, "5..4", "", (2, "D (Target)", "5..4")),
    (3, 9, "done", (2, "E (Now)", "done")),
    (3, 9, "> 4", (2, "E (Now)", "> 4")),
    ("3 kg", "9 h", "", (2, "C (Baseline)", "kg and h")),
]


@pytest.mark.parametrize(("baseline", "target", "now", "problem"), REFUSED)
def test_what_is_no_measure_is_told_at_its_cell(
    baseline: Any, target: Any, now: Any, problem: tuple[int, str, str]
) -> None:
    plan = plan_of(_row(baseline, target, now))
    assert told(plan) == [problem]
    assert plan.errors[0].cure


def test_a_strict_bound_is_told() -> None:
    cures = [warning.cure for warning in plan_of(_row(3, "> 9", "")).warnings]
    assert any("itself counts as inside" in cure for cure in cures)


def test_other_cells_of_the_column_decide_what_a_mark_means() -> None:
    rows = [_HEAD, ["Grow", "Sell", "1,250", "400", ""], ["", "Win", "38.5", "41", ""]]
    measure = drafts_of(rows)[1].measure
    assert measure is not None
    assert measure.baseline == 1250


def test_the_rest_of_the_file_decides_when_it_agrees() -> None:
    rows = [_HEAD, ["Grow", "Sell", "1.250", "400", "4,5"]]
    measure = drafts_of(rows)[1].measure
    assert measure is not None
    assert measure.baseline == 1250


def test_a_mark_that_nothing_decides_is_asked_and_answered() -> None:
    rows = _row("1,250", "400", "")
    plan = plan_of(rows)
    assert open_keys(plan) == ["decimals:Plan!C"]
    assert not plan.can_be_applied
    measure = drafts_of(rows, answers={"decimals:Plan!C": "comma"})[1].measure
    assert measure is not None
    assert measure.baseline == Decimal("1.250")


def test_marks_that_contradict_each_other_are_asked() -> None:
    rows = [_HEAD, ["Grow", "Sell", "1,250", "4,5", "4.5"]]
    assert open_keys(plan_of(rows)) == ["decimals:Plan!C"]


def test_a_missing_baseline_is_asked_and_never_taken_for_zero() -> None:
    rows = _row("", 12, 3)
    assert open_keys(plan_of(rows)) == ["baseline:Plan"]
    words = {
        answer: measure_in_words(drafts_of(rows, answers={"baseline:Plan": answer})[1].measure)
        for answer in ("zero", "current", "at_least", "at_most")
    }
    assert words == {
        "zero": "0 → 12",
        "current": "3 → 12",
        "at_least": "at least 12",
        "at_most": "at most 12",
    }


@pytest.mark.parametrize(
    ("cells", "asked"),
    [
        (["35%", "60%", "0.44"], ["percent:Plan!E"]),
        (["35%", "60%", "44"], []),
        ([Decimal(35), "60%", "0"], []),
    ],
)
def test_a_share_among_percentages_is_asked(cells: list[Any], asked: list[str]) -> None:
    assert open_keys(plan_of(_row(*cells))) == asked


def test_a_share_is_read_as_answered() -> None:
    rows = _row("35%", "60%", "0.44")
    values = [
        drafts_of(rows, answers={"percent:Plan!E": answer})[1].value
        for answer in ("shares", "percent")
    ]
    assert values == [Decimal(44), Decimal("0.44")]


def test_only_a_percentage_measures_from_0_to_100_and_says_so() -> None:
    rows = [["Objective", "KR", "% done"], ["Grow", "Sell", "36%"], ["", "Win", "40"]]
    plan = plan_of(rows)
    draft = plan.differences[1].draft
    assert (measure_in_words(draft.measure), draft.value) == ("0 → 100 %", Decimal(36))
    assert any("0 to 100 %" in warning.cure for warning in plan.warnings)


def test_a_percentage_that_contradicts_its_numbers_is_told() -> None:
    rows = [[*_HEAD, "% done"], ["Grow", "Sell", 0, 10, 5, "80%"], ["", "Win", 0, 3, 1, "33%"]]
    odd = [w for w in plan_of(rows).warnings if w.place.column_name == "F (% done)"]
    assert [(w.place.row, w.found) for w in odd] == [(2, "80%")]


def test_numbers_of_an_objective_are_left_out_and_told() -> None:
    rows = [["Type", "Title", "Baseline", "Target"], ["Objective", "Grow", 1, 2]]
    plan = plan_of(rows)
    assert plan.differences[0].draft.measure is None
    assert any("rolled up" in warning.cure for warning in plan.warnings)


def test_undecided_numbers_are_left_empty_and_told() -> None:
    plan = plan_of(_row(3, 9, "tbd"))
    assert plan.differences[1].draft.value is None
    assert plan.warnings[-1].found == "tbd"


CONFIDENCES = [
    ([6, 5, 7], [6, 5, 7]),
    ([10, 8, 6], [9, 8, 6]),
    (["60%", "45 %"], [6, 4]),
    ([60, 80], [6, 8]),
    ([Decimal("0.6"), Decimal("0.8")], [6, 8]),
    (["on track", "rot", "mittel"], [8, 2, 5]),
    (["tbd", 7], [None, 7]),
]


def _confident(values: list[Any]) -> list[list[Any]]:
    rows = [["", f"Result {number}", value] for number, value in enumerate(values)]
    rows[0][0] = "Grow"
    return [["Objective", "Key result", "Confidence"], *rows]


@pytest.mark.parametrize(("values", "tenths"), CONFIDENCES)
def test_confidence_is_understood_on_peoples_scales(
    values: list[Any], tenths: list[int | None]
) -> None:
    drafts = drafts_of(_confident(values))[1:]
    assert [draft.confidence for draft in drafts] == tenths


def test_a_scale_that_nothing_decides_is_asked() -> None:
    rows = _confident([4, 3, 5])
    assert open_keys(plan_of(rows)) == ["confidence:Plan!C"]
    answers = {"confidence:Plan!C": "five"}
    assert [draft.confidence for draft in drafts_of(rows, answers=answers)[1:]] == [8, 6, 9]


@pytest.mark.parametrize("value", ["maybe", 101, -1])
def test_a_confidence_outside_every_scale_is_told(value: Any) -> None:
    assert told(plan_of(_confident([value, 7]))) == [(2, "C (Confidence)", str(value))]


def test_status_words_say_done_or_how_likely() -> None:
    rows = [
        ["Objective", "KR", "Status"],
        ["Grow", "Sell", "Done"],
        ["", "Call", "Open"],
        ["", "Win", "at risk"],
        ["", "Fair", "Cancelled"],
        ["", "Ad", "with Bo"],
    ]
    drafts = {draft.statement: draft for draft in drafts_of(rows)}
    assert (drafts["Sell"].value, drafts["Call"].value) == (1, 0)
    assert drafts["Win"].confidence == 5
    assert drafts["Fair"].state == "dropped"
    assert drafts["Ad"].why == "Status: with Bo"
