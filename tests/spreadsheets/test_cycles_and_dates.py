"""Cycles from cells, titles and dates; dates inside their cycle; ambiguous ones asked."""

from datetime import date
from typing import Any

import pytest

from northing.measures.periods import Period
from northing.spreadsheets.rules.snapshot import KnownCycle, Snapshot
from tests.spreadsheets.sheets import ME, QUARTER, drafts_of, open_keys, plan_of, told

_YEAR = KnownCycle("year", "2027", Period(date(2027, 1, 1), date(2027, 12, 31)))
_CLOSED = KnownCycle("old", "Q4 2026", Period(date(2026, 10, 1), date(2026, 12, 31)), is_open=False)
_EMPTY = Snapshot(ME, (ME,))


def _dated(*dates: Any) -> list[list[Any]]:
    rows = [["", f"Result {number}", day] for number, day in enumerate(dates)]
    rows[0][0] = "Grow"
    return [["Objective", "Key result", "Due"], *rows]


def test_a_cycle_is_found_by_its_name_or_by_its_dates() -> None:
    rows = [["Objective", "KR", "Cycle"], ["Grow", "Sell", "q1 2027"], ["", "Win", "2027 Q1"]]
    assert {draft.cycle.key for draft in drafts_of(rows)} == {"q1"}


def test_a_new_cycle_is_added_with_the_dates_of_its_name() -> None:
    rows = [["Objective", "KR", "Cycle"], ["Grow", "Sell", "2018 Q4"]]
    (cycle,) = plan_of(rows).cycles
    assert (cycle.name, cycle.period) == ("2018 Q4", Period(date(2018, 10, 1), date(2018, 12, 31)))


def test_a_cycle_without_known_dates_takes_those_of_its_rows_or_is_asked() -> None:
    head = ["Objective", "KR", "Cycle", "Start", "Due"]
    dated = [head, ["Grow", "Sell", "FY28 Q1", "2027-07-01", "2027-09-30"]]
    assert plan_of(dated).cycles[0].period == Period(date(2027, 7, 1), date(2027, 9, 30))
    bare = [head[:3], ["Grow", "Sell", "FY28 Q1"]]
    assert open_keys(plan_of(bare)) == ["cycle-dates:fy28 q1"]
    answered = plan_of(bare, answers={"cycle-dates:fy28 q1": "2027-07-01..2027-09-30"})
    assert answered.cycles[0].period == Period(date(2027, 7, 1), date(2027, 9, 30))


def test_without_a_name_the_dates_say_the_cycle() -> None:
    rows = _dated("2027-06-30", "2027-12-31")
    assert plan_of(rows, snapshot=_EMPTY).cycles[0].name == "2027"
    known = Snapshot(ME, (ME,), cycles=(QUARTER, _YEAR))
    assert drafts_of(rows, snapshot=known)[0].cycle.key == "year"


def test_without_anything_the_running_cycle_is_proposed_else_asked() -> None:
    rows = [["Objective", "KR"], ["Grow", "Sell"]]
    assert drafts_of(rows)[0].cycle.key == "q1"
    plan = plan_of(rows, snapshot=_EMPTY)
    assert open_keys(plan) == ["cycle:Plan"]
    answered = plan_of(rows, snapshot=_EMPTY, answers={"cycle:Plan": "Q2 2027"})
    assert (answered.cycles[0].name, answered.can_be_applied) == ("Q2 2027", True)


def test_a_closed_cycle_is_told_once() -> None:
    rows = [["Objective", "KR", "Cycle"], ["Grow", "Sell", "Q4 2026"], ["", "Win", "Q4 2026"]]
    plan = plan_of(rows, snapshot=Snapshot(ME, (ME,), cycles=(_CLOSED,)))
    assert [problem.cure for problem in plan.errors] == [
        "Q4 2026 is closed. Choose a cycle that is still open."
    ]


@pytest.mark.parametrize("day", ["2026-12-31", "2027-04-01"])
def test_a_date_outside_its_cycle_is_told_at_its_cell(day: str) -> None:
    rows = [["Objective", "KR", "Cycle", "Start"], ["Grow", "Sell", "Q1 2027", day]]
    assert told(plan_of(rows))[0][:2] == (2, "D (Start)")


def test_a_due_date_before_the_start_is_told() -> None:
    rows = [
        ["Objective", "KR", "Cycle", "Start", "Due"],
        ["Grow", "Sell", "Q1 2027", "2027-03-01", "2027-02-01"],
    ]
    assert told(plan_of(rows)) == [(2, "E (Due)", "2027-02-01")]


def test_days_and_months_that_could_be_exchanged_are_asked_for_the_column() -> None:
    rows = _dated("01/02/2027", "03/02/2027")
    assert "dates:Plan!C" in open_keys(plan_of(rows))
    days = [draft.due for draft in drafts_of(rows, answers={"dates:Plan!C": "day"})[1:]]
    assert days == [date(2027, 2, 1), date(2027, 2, 3)]


def test_one_plain_date_decides_its_column() -> None:
    rows = _dated("01/02/2027", "13/02/2027")
    plan = plan_of(rows)
    assert "dates:Plan!C" not in open_keys(plan)
    assert plan.differences[1].draft.due == date(2027, 2, 1)


def test_dates_that_contradict_each_other_are_asked() -> None:
    assert "dates:Plan!C" in open_keys(plan_of(_dated("01/02/2027", "13/02/2027", "02/14/2027")))


def test_a_current_value_may_have_a_day_of_its_own() -> None:
    head = ["Objective", "KR", "Baseline", "Target", "Now", "Last update"]
    drafts = drafts_of([head, ["Grow", "Sell", 1, 9, 4, "2027-02-01"], ["", "Win", 1, 9, 4, ""]])
    assert [draft.checked_on for draft in drafts[1:]] == [date(2027, 2, 1), date(2027, 2, 15)]
    late = plan_of([head, ["Grow", "Sell", 1, 9, 4, "2027-03-01"]])
    assert told(late) == [(2, "F (Last update)", "2027-03-01")]


def test_odd_years_are_told_and_stop_nothing() -> None:
    plan = plan_of(_dated("01.01.0027"), snapshot=_EMPTY)
    assert not plan.can_be_applied
