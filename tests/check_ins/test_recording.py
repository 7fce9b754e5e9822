"""What a check-in does: to the goal, to all above it, and what it refuses."""

from datetime import date, timedelta
from decimal import Decimal
from uuid import uuid4

import pytest

from northing.activity.models import Entry
from northing.check_ins.actions.recording import Answer, CheckInConflict, record
from northing.check_ins.models import CheckIn, RecordIsImmutable
from northing.check_ins.rules import CheckInRefused
from northing.goals.models import Goal, Step
from northing.goals.rules.kinds import GoalState
from northing.measures.measure import Kind, Measure
from northing.measures.pace import Pace
from tests.cast import TODAY, Kestrel, key_result, measured, objective, said
from tests.counting import statements_of

LAST_MONDAY = TODAY - timedelta(days=7)


def fresh(goal: Goal) -> Goal:
    return Goal.objects.select_related("organization", "cycle", "owner").get(pk=goal.pk)


def problems_of(goal: Goal, **answer: object) -> dict[str, str]:
    with pytest.raises(CheckInRefused) as refused:
        record(goal, Answer(**answer), goal.owner, TODAY)  # type: ignore[arg-type]
    return refused.value.problems


class TestARollUp:
    def test_a_check_in_moves_its_objective_and_the_one_above(self, kestrel: Kestrel) -> None:
        said(kestrel.repair_share, "73.5", 6)
        for goal in (kestrel.repair_share, kestrel.objective, kestrel.company):
            goal.refresh_from_db()
            assert goal.progress == Decimal("0.5")
            assert goal.confidence == 6

    @pytest.mark.parametrize("depth", [1, 2, 4, 7])
    def test_it_takes_as_many_statements_at_any_depth(self, kestrel: Kestrel, depth: int) -> None:
        above = kestrel.company
        for level in range(depth):
            above = objective(f"Level {level}", kestrel.tomas, kestrel.cycle, None, [above])
        goal = key_result("At the foot", kestrel.aiko, above, "0", "10")
        said(goal, "1", 5)
        loaded = fresh(goal)
        assert statements_of(lambda: said(loaded, "5", 8)) <= 10
        assert fresh(kestrel.company).progress == Decimal("0.5")

    def test_both_parents_of_a_goal_move(self, kestrel: Kestrel) -> None:
        shared = objective("Shared", kestrel.ruth, kestrel.cycle, None,
                           [kestrel.company, kestrel.objective])  # fmt: skip
        said(key_result("Counts twice", kestrel.ruth, shared, "0", "4"), "1")
        for goal in (shared, kestrel.objective, kestrel.company):
            assert fresh(goal).progress == Decimal("0.25")

    def test_weights_decide_how_much_a_key_result_counts(self, kestrel: Kestrel) -> None:
        said(key_result("Heavy", kestrel.ines, kestrel.objective, "0", "10", weight="3"), "10")
        said(kestrel.repair_share, "62")
        assert fresh(kestrel.objective).progress == Decimal("0.75")

    def test_it_says_how_many_report(self, kestrel: Kestrel) -> None:
        said(kestrel.repair_share, "74", 6)
        assert (fresh(kestrel.objective).reporting, fresh(kestrel.objective).contributing) == (1, 2)

    def test_the_weakest_key_result_speaks_for_the_objective(self, kestrel: Kestrel) -> None:
        said(kestrel.repair_share, "74", 7)
        said(kestrel.slot_wait, "5", 3)
        assert fresh(kestrel.objective).confidence == 3

    def test_unless_its_owner_speaks(self, kestrel: Kestrel) -> None:
        said(kestrel.slot_wait, "5", 3)
        said(fresh(kestrel.objective), None, 6)
        assert fresh(kestrel.objective).confidence == 6
        assert fresh(kestrel.company).confidence == 6

    def test_supporting_goals_do_not_count(self, kestrel: Kestrel) -> None:
        said(kestrel.training, None, 9)
        assert fresh(kestrel.objective).contributing == 2


class TestARecord:
    def test_it_is_logged_with_who_said_what(self, kestrel: Kestrel) -> None:
        said(kestrel.repair_share, "74.0", 6)
        entry = Entry.objects.get(verb="checked in")
        assert entry.actor_name == "Ines Okafor"
        assert entry.after == {"value": "74.0", "confidence": 6, "supersedes": None}

    def test_the_next_one_is_due_a_week_later(self, kestrel: Kestrel) -> None:
        assert kestrel.repair_share.next_check_in_due == date(2027, 1, 4)
        said(kestrel.repair_share, "74", 6)
        assert fresh(kestrel.repair_share).next_check_in_due == date(2027, 2, 22)

    def test_an_objective_never_falls_due(self, kestrel: Kestrel) -> None:
        said(fresh(kestrel.objective), None, 6)
        assert fresh(kestrel.objective).next_check_in_due is None

    def test_the_days_on_which_its_pace_changes_are_kept(self, kestrel: Kestrel) -> None:
        said(kestrel.repair_share, "73.5", 6)
        goal = fresh(kestrel.repair_share)
        assert goal.pace(TODAY) == Pace.ON_PACE
        assert goal.pace(date(2027, 3, 1)) == Pace.BEHIND_PACE
        assert goal.pace(date(2027, 4, 4)) == Pace.FAR_BEHIND

    def test_every_digit_is_kept(self, kestrel: Kestrel) -> None:
        said(kestrel.repair_share, "74.00000000000000000000000001", 6)
        assert str(fresh(kestrel.repair_share).value) == "74.00000000000000000000000001"

    def test_the_same_request_twice_is_one_check_in(self, kestrel: Kestrel) -> None:
        answer = Answer(Decimal(74), 6, request_key=uuid4())
        first = record(kestrel.repair_share, answer, kestrel.ines, TODAY)
        again = record(fresh(kestrel.repair_share), answer, kestrel.ines, TODAY)
        assert again.pk == first.pk
        assert CheckIn.objects.count() == 1

    def test_without_a_value_the_last_one_stands(self, kestrel: Kestrel) -> None:
        said(kestrel.repair_share, "71", 6, LAST_MONDAY)
        said(fresh(kestrel.repair_share), None, 3)
        goal = fresh(kestrel.repair_share)
        assert (goal.value, goal.confidence) == (Decimal(71), 3)

    def test_a_backdated_one_does_not_speak_for_today(self, kestrel: Kestrel) -> None:
        said(kestrel.repair_share, "74", 6)
        said(fresh(kestrel.repair_share), "65", 2, LAST_MONDAY)
        goal = fresh(kestrel.repair_share)
        assert (goal.value, goal.confidence, goal.last_checked_in_on) == (Decimal(74), 6, TODAY)

    def test_skipping_answers_the_week_and_changes_no_number(self, kestrel: Kestrel) -> None:
        said(kestrel.repair_share, "71", 6, LAST_MONDAY)
        said(fresh(kestrel.repair_share), None, skipped=True, note="Report comes Thursday")
        goal = fresh(kestrel.repair_share)
        assert (goal.value, goal.confidence) == (Decimal(71), 6)
        assert goal.next_check_in_due == date(2027, 2, 22)

    def test_skipping_first_leaves_no_data(self, kestrel: Kestrel) -> None:
        said(kestrel.repair_share, None, skipped=True)
        assert fresh(kestrel.repair_share).progress is None

    def test_asking_for_help_lasts_until_the_next_check_in(self, kestrel: Kestrel) -> None:
        said(kestrel.repair_share, "71", 6, LAST_MONDAY, help_wanted=True)
        assert fresh(kestrel.repair_share).help_wanted
        said(fresh(kestrel.repair_share), "74", 6)
        assert not fresh(kestrel.repair_share).help_wanted


class TestACorrection:
    def test_it_replaces_the_value_and_keeps_the_record(self, kestrel: Kestrel) -> None:
        wrong = said(kestrel.repair_share, "710", 6)
        said(fresh(kestrel.repair_share), "71", 6, supersedes=wrong.pk)
        assert fresh(kestrel.repair_share).value == Decimal(71)
        assert CheckIn.objects.get(pk=wrong.pk).value == Decimal(710)

    def test_of_the_past_leaves_today_alone(self, kestrel: Kestrel) -> None:
        wrong = said(kestrel.repair_share, "17", 6, LAST_MONDAY)
        latest = said(fresh(kestrel.repair_share), "74", 6)
        said(fresh(kestrel.repair_share), "71", 6, LAST_MONDAY, supersedes=wrong.pk)
        goal = fresh(kestrel.repair_share)
        assert (goal.value, goal.last_check_in_id) == (Decimal(74), latest.pk)

    def test_keeps_its_place_within_the_day(self, kestrel: Kestrel) -> None:
        morning = said(kestrel.repair_share, "70", 6)
        said(fresh(kestrel.repair_share), "74", 6)
        said(fresh(kestrel.repair_share), "71", 6, supersedes=morning.pk)
        assert fresh(kestrel.repair_share).value == Decimal(74)

    def test_a_second_one_of_the_same_record_is_a_conflict(self, kestrel: Kestrel) -> None:
        wrong = said(kestrel.repair_share, "710", 6)
        first = said(fresh(kestrel.repair_share), "71", 6, supersedes=wrong.pk)
        with pytest.raises(CheckInConflict) as conflict:
            said(fresh(kestrel.repair_share), "72", 6, supersedes=wrong.pk)
        assert conflict.value.latest == first

    def test_of_another_goal_is_refused(self, kestrel: Kestrel) -> None:
        other = said(kestrel.slot_wait, "5", 6)
        assert "supersedes" in problems_of(
            kestrel.repair_share, value=Decimal(1), supersedes=other.pk
        )


class TestAConflict:
    def test_what_was_not_seen_is_not_passed_over(self, kestrel: Kestrel) -> None:
        theirs = said(kestrel.repair_share, "74", 6)
        with pytest.raises(CheckInConflict) as conflict:
            said(fresh(kestrel.repair_share), "70", 4, seen=None)
        assert conflict.value.latest == theirs
        assert CheckIn.objects.count() == 1

    def test_what_was_seen_may_be_followed(self, kestrel: Kestrel) -> None:
        theirs = said(kestrel.repair_share, "74", 6)
        said(fresh(kestrel.repair_share), "75", 6, seen=theirs.pk)
        assert fresh(kestrel.repair_share).value == Decimal(75)

    def test_a_made_up_one_is_no_conflict_on_a_silent_goal(self, kestrel: Kestrel) -> None:
        said(kestrel.repair_share, "74", 6, seen=uuid4())
        assert CheckIn.objects.count() == 1


class TestMilestones:
    def test_ticked_steps_give_the_value(self, kestrel: Kestrel) -> None:
        steps = list(Step.objects.filter(goal=kestrel.training).order_by("position"))
        said(kestrel.training, None, 7, steps_done={steps[0].pk, steps[1].pk})
        assert fresh(kestrel.training).progress == Decimal("0.5")
        assert Step.objects.filter(done_on=TODAY).count() == 2
        assert Entry.objects.filter(verb="finished a step of").count() == 2

    def test_a_step_can_be_taken_back(self, kestrel: Kestrel) -> None:
        steps = list(Step.objects.filter(goal=kestrel.training))
        said(kestrel.training, None, 7, steps_done={steps[0].pk})
        said(fresh(kestrel.training), None, 7, steps_done=set())
        assert fresh(kestrel.training).value == 0

    def test_refused_ones_tick_nothing(self, kestrel: Kestrel) -> None:
        steps = list(Step.objects.filter(goal=kestrel.training))
        tomorrow = TODAY + timedelta(days=1)
        assert "on" in problems_of(kestrel.training, steps_done={steps[0].pk}, on=tomorrow)
        assert not Step.objects.exclude(done_on=None).exists()

    def test_they_take_no_more_statements_for_more_steps(self, kestrel: Kestrel) -> None:
        steps = set(Step.objects.filter(goal=kestrel.training).values_list("pk", flat=True))
        loaded = fresh(kestrel.training)
        assert statements_of(lambda: said(loaded, None, 7, steps_done=steps)) <= 13


REFUSED = {
    "before the goal starts": ("on", {"value": Decimal(74), "on": date(2027, 1, 3)}),
    "a day to come": ("on", {"value": Decimal(74), "on": TODAY + timedelta(days=1)}),
    "nothing said": ("value", {}),
    "odds of ten": ("confidence", {"confidence": 10}),
    "odds of nothing": ("confidence", {"confidence": 0}),
    "a skip with a number": ("value", {"value": Decimal(74), "skipped": True}),
    "a skip with odds": ("value", {"confidence": 4, "skipped": True}),
    "not a number": ("value", {"value": Decimal("NaN")}),
    "infinity": ("value", {"value": Decimal("Infinity")}),
    "29 digits": ("value", {"value": Decimal("1" * 29)}),
    "a size beyond keeping": ("value", {"value": Decimal("1e400")}),
    "a note without end": ("note", {"confidence": 4, "note": "x" * 10_001}),
    "a null character": ("note", {"confidence": 4, "note": "a\x00b"}),
}


@pytest.mark.parametrize("case", REFUSED)
def test_refused_is(kestrel: Kestrel, case: str) -> None:
    field, answer = REFUSED[case]
    assert set(problems_of(kestrel.repair_share, **answer)) == {field}
    assert not CheckIn.objects.exists()
    assert fresh(kestrel.repair_share).progress is None


def test_a_number_for_an_objective_is_refused(kestrel: Kestrel) -> None:
    assert "value" in problems_of(kestrel.objective, value=Decimal(1))


def test_half_done_is_refused(kestrel: Kestrel) -> None:
    goal = measured("Bay opened", kestrel.ines, kestrel.objective, Measure(Kind.DONE))
    assert "value" in problems_of(goal, value=Decimal("0.5"))


def test_a_closed_goal_keeps_its_history(kestrel: Kestrel) -> None:
    Goal.objects.filter(pk=kestrel.repair_share.pk).update(state=GoalState.DONE)
    assert set(problems_of(kestrel.repair_share, value=Decimal(74))) == {"goal"}


def test_a_measured_baseline_has_a_value_and_no_progress(kestrel: Kestrel) -> None:
    goal = measured("What a bay costs", kestrel.ines, kestrel.objective, Measure(Kind.BASELINE))
    said(goal, "4200", 5)
    assert (fresh(goal).value, fresh(goal).progress) == (Decimal(4200), None)
    assert fresh(kestrel.objective).contributing == 2


def test_a_recorded_check_in_cannot_be_changed(kestrel: Kestrel) -> None:
    check_in = said(kestrel.repair_share, "74", 6)
    check_in.value = Decimal(85)
    with pytest.raises(RecordIsImmutable):
        check_in.save()
    assert CheckIn.objects.get().value == Decimal(74)
