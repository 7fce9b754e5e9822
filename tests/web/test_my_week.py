"""My week: what is due, what I will do, what waits for me, what moved."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest
import time_machine

from northing.cycles.models import Cycle
from northing.goals.actions.amending import amend
from northing.goals.actions.goal_draft import StepDraft
from northing.goals.actions.stepping import add_step
from northing.goals.models import Goal, GoalMeasure, Step
from northing.goals.rules.kinds import Visibility
from tests.cast import NOW, TODAY, Kestrel, key_result, said
from tests.counting import statements_of
from tests.web.checking_in import WEEK, SignedIn, text_of

LAST_MONDAY = TODAY - timedelta(days=7)


def test_the_organization_alone_leads_to_my_week(kestrel: Kestrel, signed_in: SignedIn) -> None:
    assert signed_in(kestrel.ines).get("/kestrel/")["Location"] == WEEK


def test_it_says_where_we_are(kestrel: Kestrel, signed_in: SignedIn) -> None:
    words = text_of(signed_in(kestrel.ines).get(WEEK))
    for part in ("Week 7", "15 to 21 February", "Six weeks left to move Q1 2027"):
        assert part in words


def test_the_first_due_goal_is_open(kestrel: Kestrel, signed_in: SignedIn) -> None:
    said(kestrel.repair_share, "71", 6, LAST_MONDAY)
    page = signed_in(kestrel.ines).get(WEEK)
    html = page.content.decode()
    assert html.count("data-check-in open") == 1
    assert "71 % last Monday. Target 85 % by 4 April." in text_of(page).replace("\u00a0", " ")
    assert "1 key result, 1 SMART goal, about 30 seconds" in text_of(page)


def test_the_next_form_has_an_address_of_its_own(kestrel: Kestrel, signed_in: SignedIn) -> None:
    client = signed_in(kestrel.ines)
    assert client.get(f"{WEEK}/check-in")["Location"].endswith("/goals/WN-1.1/check-ins")
    asked = client.get(f"{WEEK}/check-in?goal=wn-1.2")
    assert asked["Location"].endswith("/goals/WN-1.2/check-ins")


def test_nothing_due_says_when_the_next_one_is(kestrel: Kestrel, signed_in: SignedIn) -> None:
    said(kestrel.slot_wait, "5", 6)
    words = text_of(signed_in(kestrel.aiko).get(WEEK))
    assert "Nothing due." in words
    assert "Next check-in Monday, 22 February." in words


def test_nobody_is_left_alone_without_goals(kestrel: Kestrel, signed_in: SignedIn) -> None:
    assert "Write one" in text_of(signed_in(kestrel.ruth).get(WEEK))
    assert "Import a spreadsheet" in text_of(signed_in(kestrel.marijke).get(WEEK))
    assert "Write one" not in text_of(signed_in(kestrel.helena).get(WEEK))


def test_without_a_cycle_it_still_opens(kestrel: Kestrel, signed_in: SignedIn) -> None:
    Goal.objects.all().delete()
    Cycle.objects.all().delete()
    assert "No cycle is running." in text_of(signed_in(kestrel.ines).get(WEEK))


@pytest.mark.parametrize(
    ("day", "words"), [(-60, "Q1 2027 starts on 4 January."), (60, "Q1 2027 ended on 4 April.")]
)
def test_outside_the_cycle_it_says_so(
    kestrel: Kestrel, signed_in: SignedIn, day: int, words: str
) -> None:
    with time_machine.travel(NOW + timedelta(days=day)):
        assert words in text_of(signed_in(kestrel.ines).get(WEEK))


class TestThingsIWillDo:
    def test_the_nearest_steps_and_what_is_done(
        self, kestrel: Kestrel, signed_in: SignedIn
    ) -> None:
        Step.objects.filter(title="Choose the twelve").update(done_on=TODAY)
        words = text_of(signed_in(kestrel.ines).get(WEEK)).split("Three things")[1]
        assert "1 done" in words
        assert "Choose the twelve" in words
        assert "First six certified" in words
        assert "All twelve certified" not in words

    def test_one_is_added_to_a_goal(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        typed = {"title": "Open second bay in Utrecht", "goal": "WN-1.1"}
        signed_in(kestrel.ines).post(f"{WEEK}/steps", typed)
        assert Step.objects.get(goal=kestrel.repair_share).title == "Open second bay in Utrecht"

    def test_one_without_words_is_asked_back(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        answer = signed_in(kestrel.ines).post(f"{WEEK}/steps", {"title": " ", "goal": "WN-1.1"})
        assert answer.status_code == 422
        assert "Name the step" in text_of(answer)


class TestWaitingForYou:
    def amend_target(self, kestrel: Kestrel, target: str) -> None:
        measure = GoalMeasure.objects.get(goal=kestrel.slot_wait).as_rule()
        changes = {"measure": replace(measure, target=Decimal(target))}
        amend(kestrel.slot_wait.pk, changes, kestrel.aiko, reason="Two bays fewer", today=TODAY,
              seen_version=1)  # fmt: skip

    def test_a_changed_target_is_told_to_the_lead(
        self, kestrel: Kestrel, signed_in: SignedIn
    ) -> None:
        self.amend_target(kestrel, "3")
        words = text_of(signed_in(kestrel.ines).get(WEEK)).replace("\u00a0", " ")
        assert "Aiko changed a target: Median wait for a workshop slot, 2.5 → 3 d." in words
        assert "Two bays fewer" in words

    def test_not_to_who_changed_it(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        self.amend_target(kestrel, "3")
        assert "changed a target" not in text_of(signed_in(kestrel.aiko).get(WEEK))

    def test_help_on_a_goal_that_one_may_not_see_is_not_told(
        self, kestrel: Kestrel, signed_in: SignedIn
    ) -> None:
        said(kestrel.slot_wait, "5", 3, note="Lend bikes?", help_wanted=True)
        Goal.objects.filter(pk=kestrel.slot_wait.pk).update(visibility=Visibility.PRIVATE)
        assert "Lend bikes?" not in text_of(signed_in(kestrel.ines).get(WEEK))


class TestMovedSinceLastWeek:
    def test_before_and_after(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        said(kestrel.slot_wait, "5.4", 4, LAST_MONDAY)
        said(kestrel.slot_wait, "4.9", 5)
        words = text_of(signed_in(kestrel.ines).get(WEEK)).replace("\u00a0", " ")
        assert "Median wait for a workshop slot 5.4 d → 4.9 d" in words

    def test_what_stayed_is_left_out(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        said(kestrel.slot_wait, "5.4", 4, LAST_MONDAY)
        said(kestrel.slot_wait, "5.4", 4)
        assert "Moved since" not in text_of(signed_in(kestrel.ines).get(WEEK))


def test_its_statements_do_not_grow(kestrel: Kestrel, signed_in: SignedIn) -> None:
    client = signed_in(kestrel.ines)
    few = statements_of(lambda: client.get(WEEK))
    for number in range(9):
        goal = key_result(f"Share {number}", kestrel.ines, kestrel.objective, "0", "9")
        said(goal, "1", 5, LAST_MONDAY)
        said(goal, "3", 5)
        add_step(goal, StepDraft(f"Step {number}"), kestrel.ines)
        said(key_result(f"Of hers {number}", kestrel.aiko, kestrel.objective, "0", "9"), "3", 2,
             note="Help", help_wanted=True)  # fmt: skip
    assert statements_of(lambda: client.get(WEEK)) == few <= 10
