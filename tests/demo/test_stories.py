"""The stories that the running quarter tells."""

from collections.abc import Mapping
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from northing.demo.cast import GUIDES
from northing.demo.dated import DatedGoal
from northing.demo.plan import plan_for
from northing.goals.rules.kinds import GoalKind
from tests.demo.days import TODAY

Running = Mapping[str, DatedGoal]


def _active(today: date) -> dict[str, DatedGoal]:
    return {goal.statement: goal for goal in plan_for(today) if goal.span.state == "active"}


@pytest.mark.parametrize(
    ("statement", "baseline", "last", "target"),
    [
        ("Same-week repair share", "62", "71", "85"),
        ("Median wait for a workshop slot", "6.4", "4.7", "2.5"),
        ("Repeat repairs within 30 days", "9.1", "8.8", "5.0"),
        ("Mobile-mechanic visits a week", "40", "91", "120"),
    ],
)
def test_the_workshop_network_stands_where_the_pictures_show_it(
    running: Running, statement: str, baseline: str, last: str, target: str
) -> None:
    goal = running[statement]
    assert goal.measure is not None
    assert (goal.measure.baseline, goal.measure.target) == (Decimal(baseline), Decimal(target))
    assert goal.check_ins[-1].value == Decimal(last)


@settings(max_examples=14)
@given(st.dates(date(2026, 11, 23), date(2026, 12, 6)))
def test_supply_has_been_silent_for_19_days_or_more(today: date) -> None:
    said = [one.on for g in _active(today).values() if g.team == "SU" for one in g.check_ins]
    assert timedelta(days=19) <= today - max(said) <= timedelta(days=25)


@settings(max_examples=14)
@given(st.dates(date(2026, 11, 23), date(2026, 12, 6)))
def test_ines_has_exactly_three_key_results_to_check_in_on(today: date) -> None:
    goals = [goal for goal in _active(today).values() if goal.owner == "ines.okafor"]
    monday = today - timedelta(days=today.weekday())
    due = [g for g in goals if g.measure is not None and g.check_ins[-1].on < monday]
    assert [goal.kind for goal in due] == [GoalKind.KEY_RESULT] * 3


def test_ines_has_three_steps_this_week_of_which_one_is_done(running: Running) -> None:
    monday = TODAY - timedelta(days=TODAY.weekday())
    steps = [
        step
        for goal in running.values()
        if goal.owner == "ines.okafor" or "ines.okafor" in getattr(goal.written, "contributors", ())
        for step in goal.steps
        if monday <= step.due <= monday + timedelta(days=6)
    ]
    assert [(step.title, step.done_on is not None) for step in steps] == [
        ("Pair Noor with Bram on hub motors", False),
        ("Open second bay in Utrecht", True),
        ("Agree loan-bike rule with Owner care", False),
    ]


def test_a_number_went_well_and_then_fell(running: Running) -> None:
    values = [one.value for one in running["Owners who rate their repair 9 or 10"].check_ins]
    best = max(v for v in values if v is not None)
    assert best == Decimal(77)
    assert values[-1] == Decimal(69)


def test_owners_say_5_or_6_while_their_numbers_have_not_moved_in_six_weeks(
    running: Running,
) -> None:
    for statement in ("Repeat repairs within 30 days", "Claims for water in the display a month"):
        goal = running[statement]
        assert goal.measure is not None
        baseline, target = goal.measure.baseline, goal.measure.target
        assert baseline is not None
        assert target is not None
        way = [(one.value - baseline) / (target - baseline) for one in goal.check_ins if one.value]
        assert len(way) == 6
        assert max(way) < Decimal("0.15")
        assert goal.check_ins[-1].confidence in (5, 6)


def test_at_least_three_targets_were_amended_with_a_reason(running: Running) -> None:
    amended = [one for goal in running.values() for one in goal.amendments if one.measure]
    assert len(amended) >= 3
    assert all(len(one.reason) > 30 for one in amended)


def test_one_mistyped_number_was_corrected_on_the_same_day(running: Running) -> None:
    corrections = [
        (before, one)
        for goal in running.values()
        for before, one in zip(goal.check_ins, goal.check_ins[1:], strict=False)
        if one.is_correction
    ]
    [(wrong, right)] = corrections
    assert (wrong.value, right.value) == (Decimal(29), Decimal(92))
    assert wrong.on == right.on
    assert wrong.at < right.at


def test_some_ask_for_help_in_their_last_check_in(running: Running) -> None:
    asking = [g for g in running.values() if g.check_ins and g.check_ins[-1].asks_for_help]
    assert len(asking) == 3


def test_one_key_result_has_no_check_in_yet(running: Running) -> None:
    silent = [g.statement for g in running.values() if g.measure and not g.check_ins]
    assert silent == ["Plans with one free day in ten"]


def test_one_objective_has_no_key_result_yet(running: Running) -> None:
    served = {link.statement for goal in running.values() for link in goal.links}
    objectives = [g for g in running.values() if g.kind is GoalKind.OBJECTIVE]
    childless = [goal.statement for goal in objectives if goal.statement not in served]
    assert childless == ["A second life for every Kestrel"]


@settings(max_examples=14)
@given(st.dates(date(2026, 11, 23), date(2026, 12, 6)))
def test_everybody_one_may_be_has_a_check_in_due_on_every_day_of_the_week(today: date) -> None:
    monday = today - timedelta(days=today.weekday())
    waiting = {
        goal.owner
        for goal in _active(today).values()
        if goal.measure is not None and goal.check_ins and goal.check_ins[-1].on < monday
    }
    assert {guide.handle for guide in GUIDES} <= waiting
