"""The check-in as a plain form: what it asks, what it takes, and what it asks back."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from northing.check_ins.models import Acknowledgement, CheckIn
from northing.drafts.actions import keep
from northing.drafts.models import Draft
from northing.goals.models import Goal, Step
from northing.goals.rules.kinds import GoalState
from northing.measures.measure import Kind, Measure
from tests.cast import TODAY, Kestrel, key_result, measured, said
from tests.counting import statements_of
from tests.web.checking_in import (
    SignedIn,
    address,
    hidden_fields,
    send,
    text_of,
)

NOWHERE = "00000000-0000-7000-8000-000000000000"


def value_of(goal: Goal) -> Decimal | None:
    return Goal.objects.get(pk=goal.pk).value


def test_an_answer_leads_to_the_next_goal(kestrel: Kestrel, signed_in: SignedIn) -> None:
    answer = send(signed_in(kestrel.ines), kestrel.repair_share, value="74", confidence="6")
    assert (answer.status_code, answer["Location"]) == (303, "/kestrel/my/week")
    assert value_of(kestrel.repair_share) == Decimal(74)


TYPED = {
    "74": "74",
    " 74 % ": "74",
    "74,5": "74.5",
    "7,4e1": None,
    "1 074,25": "1074.25",
    "1,250": None,
    "NaN": None,
    "infinity": None,
    "1e400": None,
    "1" * 29: None,
    "seventy": None,
}


@pytest.mark.parametrize("typed", TYPED)
def test_a_number_is_read_or_asked_back(kestrel: Kestrel, signed_in: SignedIn, typed: str) -> None:
    goal = key_result("Share of all", kestrel.ines, kestrel.objective, "0", "2000", "%")
    answer = send(signed_in(kestrel.ines), goal, value=typed, confidence="6", note="Kept")
    wanted = TYPED[typed]
    assert answer.status_code == (422 if wanted is None else 303)
    assert value_of(goal) == (None if wanted is None else Decimal(wanted))
    if wanted is None:
        assert f'value="{typed}"' in answer.content.decode()
        assert "Kept" in answer.content.decode()


def test_two_meanings_are_both_named(kestrel: Kestrel, signed_in: SignedIn) -> None:
    answer = send(signed_in(kestrel.ines), kestrel.repair_share, value="1,250")
    assert "can be read in two ways" in text_of(answer)


class TestAFarOffValue:
    def test_is_asked_back_with_the_last_one(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        said(kestrel.repair_share, "71", 6, TODAY - timedelta(days=7))
        answer = send(signed_in(kestrel.ines), kestrel.repair_share, value="710", confidence="6")
        assert answer.status_code == 422
        assert "710 %? Last was 71 %." in text_of(answer)
        assert value_of(kestrel.repair_share) == Decimal(71)

    def test_is_taken_when_it_is_sent_again(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        client = signed_in(kestrel.ines)
        asked = send(client, kestrel.repair_share, value="710")
        again = hidden_fields(asked) | {"value": "710"}
        assert client.post(address(kestrel.repair_share), again).status_code == 303
        assert value_of(kestrel.repair_share) == Decimal(710)

    def test_another_one_is_asked_again(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        client = signed_in(kestrel.ines)
        asked = send(client, kestrel.repair_share, value="710")
        again = hidden_fields(asked) | {"value": "7100"}
        assert client.post(address(kestrel.repair_share), again).status_code == 422


class TestTheSameFormTwice:
    def test_is_one_check_in(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        client = signed_in(kestrel.ines)
        fields = hidden_fields(client.get(address(kestrel.repair_share))) | {"value": "74"}
        answers = [client.post(address(kestrel.repair_share), fields) for _ in range(3)]
        assert [answer.status_code for answer in answers] == [303, 303, 303]
        assert CheckIn.objects.count() == 1


class TestSomebodyElseMeanwhile:
    def conflict(self, kestrel: Kestrel, signed_in: SignedIn):  # type: ignore[no-untyped-def]
        client = signed_in(kestrel.ines)
        fields = hidden_fields(client.get(address(kestrel.repair_share)))
        said(kestrel.repair_share, "70", 4, by=kestrel.tomas, note="Counted by hand")
        mine = fields | {"value": "74", "confidence": "6", "note": "Second bay"}
        return client, client.post(address(kestrel.repair_share), mine), mine

    def test_both_are_shown(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        _, answer, _ = self.conflict(kestrel, signed_in)
        assert answer.status_code == 409
        for words in ("Tomas Lindqvist", "70 %", "Counted by hand", "Second bay", "Keep theirs"):
            assert words in text_of(answer) + answer.content.decode()
        assert value_of(kestrel.repair_share) == Decimal(70)

    def test_mine_can_stand(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        client, answer, mine = self.conflict(kestrel, signed_in)
        again = mine | hidden_fields(answer) | {"keep": "mine"}
        assert client.post(address(kestrel.repair_share), again).status_code == 303
        assert value_of(kestrel.repair_share) == Decimal(74)

    def test_theirs_can_stand(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        client, answer, mine = self.conflict(kestrel, signed_in)
        again = mine | hidden_fields(answer) | {"keep": "theirs"}
        assert client.post(address(kestrel.repair_share), again).status_code == 303
        assert value_of(kestrel.repair_share) == Decimal(70)
        assert CheckIn.objects.count() == 1


KINDS = {
    "at least": (
        Measure(Kind.AT_LEAST, target=Decimal(90), unit="%"),
        "Keep at 90 % or more",
        "92",
    ),
    "at most": (Measure(Kind.AT_MOST, target=Decimal(5)), "Keep at 5 or less", "4"),
    "between": (
        Measure(Kind.BETWEEN, lower=Decimal(4), upper=Decimal(5), unit="bar"),
        "Keep from 4 bar to 5 bar",
        "4.5",
    ),
    "done": (Measure(Kind.DONE), "Is it done?", "1"),
    "baseline": (Measure(Kind.BASELINE, unit="€"), "What did you measure?", "4200"),
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_is_asked_in_its_own_words(
    kestrel: Kestrel, signed_in: SignedIn, kind: str
) -> None:
    measure, words, value = KINDS[kind]
    goal = measured("A measure", kestrel.ines, kestrel.objective, measure)
    client = signed_in(kestrel.ines)
    assert words in text_of(client.get(address(goal))).replace("\u00a0", " ")
    assert send(client, goal, value=value, confidence="6").status_code == 303
    assert value_of(goal) == Decimal(value)


def test_milestones_are_ticked_and_counted(kestrel: Kestrel, signed_in: SignedIn) -> None:
    client = signed_in(kestrel.ines)
    assert "Which steps are done?" in text_of(client.get(address(kestrel.training)))
    first = Step.objects.filter(goal=kestrel.training).order_by("position")[0]
    send(client, kestrel.training, steps=[str(first.pk)], confidence="7")
    assert value_of(kestrel.training) == 1
    assert Step.objects.get(pk=first.pk).done_on == TODAY


def test_an_objective_is_asked_for_its_odds_only(kestrel: Kestrel, signed_in: SignedIn) -> None:
    client = signed_in(kestrel.ines)
    page = client.get(address(kestrel.objective))
    assert 'name="value"' not in page.content.decode()
    assert send(client, kestrel.objective, confidence="7").status_code == 303
    assert Goal.objects.get(pk=kestrel.objective.pk).confidence == 7


def test_no_computed_number_is_shown_before_the_answer(
    kestrel: Kestrel, signed_in: SignedIn
) -> None:
    said(kestrel.repair_share, "71", 6, TODAY - timedelta(days=7))
    form = text_of(signed_in(kestrel.ines).get(address(kestrel.repair_share)))
    assert "of the way" not in form
    assert "pace" not in form.lower()


def test_the_answer_tells_what_the_numbers_say(kestrel: Kestrel, signed_in: SignedIn) -> None:
    client = signed_in(kestrel.ines)
    send(client, kestrel.repair_share, value="74", confidence="6")
    page = text_of(client.get("/kestrel/my/week"))
    assert "You said 6 in 10. On pace: 52 % of the way, 47 % expected by today" in page.replace(
        "\u00a0", " "
    )


class TestSkipping:
    def test_takes_a_reason(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        send(signed_in(kestrel.ines), kestrel.repair_share, skip="No new number yet")
        row = CheckIn.objects.get()
        assert (row.skipped, row.value, row.note) == (True, None, "No new number yet")

    def test_own_words_are_the_reason(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        send(signed_in(kestrel.ines), kestrel.repair_share, skip="Nothing changed", note="Strike")
        assert CheckIn.objects.get().note == "Strike"


class TestAskingForHelp:
    def test_needs_words(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        answer = send(signed_in(kestrel.ines), kestrel.repair_share, value="74", help="1")
        assert answer.status_code == 422
        assert "Say what you need" in text_of(answer)

    def test_waits_for_the_lead_until_it_is_acknowledged(
        self, kestrel: Kestrel, signed_in: SignedIn
    ) -> None:
        asked = said(kestrel.slot_wait, "5", 3, note="Lend bikes?", help_wanted=True)
        lead = signed_in(kestrel.ines)
        assert "Aiko needs help: Lend bikes?" in text_of(lead.get("/kestrel/my/week"))
        lead.post(f"/kestrel/check-ins/{asked.pk}/acknowledgement")
        lead.post(f"/kestrel/check-ins/{asked.pk}/acknowledgement")
        assert Acknowledgement.objects.count() == 1
        assert "needs help" not in text_of(lead.get("/kestrel/my/week"))


class TestACorrection:
    def test_takes_the_place_of_what_was_wrong(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        wrong = said(kestrel.repair_share, "17", 6, TODAY - timedelta(days=7))
        client, where = signed_in(kestrel.ines), f"/kestrel/check-ins/{wrong.pk}/correction"
        assert 'value="17"' in client.get(where).content.decode()
        answer = client.post(where, {"value": "71", "confidence": "6", "note": "Typo"})
        assert (answer.status_code, answer["Location"]) == (303, "/kestrel/kr/WN-1.1")
        assert value_of(kestrel.repair_share) == Decimal(71)
        assert CheckIn.objects.get(supersedes=wrong).on == wrong.on

    def test_of_a_closed_goal_is_refused(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        wrong = said(kestrel.repair_share, "17", 6)
        Goal.objects.filter(pk=kestrel.repair_share.pk).update(state=GoalState.DONE)
        answer = signed_in(kestrel.ines).post(
            f"/kestrel/check-ins/{wrong.pk}/correction", {"value": "71"}
        )
        assert answer.status_code == 422
        assert "closed" in text_of(answer)

    def test_made_twice_is_told(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        wrong = said(kestrel.repair_share, "17", 6)
        client, where = signed_in(kestrel.ines), f"/kestrel/check-ins/{wrong.pk}/correction"
        client.post(where, {"value": "71"})
        answer = client.post(where, {"value": "72"})
        assert answer.status_code == 409
        assert 'value="72"' in answer.content.decode()


class TestRights:
    def test_a_viewer_does_not_check_in(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        answer = signed_in(kestrel.helena).post(address(kestrel.repair_share), {"value": "74"})
        assert answer.status_code == 403
        assert "Ask Ines Okafor" in text_of(answer)

    def test_a_lead_checks_in_for_the_team(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        assert send(signed_in(kestrel.ines), kestrel.slot_wait, value="5").status_code == 303
        assert CheckIn.objects.get().by == kestrel.ines

    @pytest.mark.parametrize(
        "path",
        [
            "goals/XX-99/check-ins",
            f"check-ins/{NOWHERE}/correction",
            f"check-ins/{NOWHERE}/acknowledgement",
            f"goals/WN-1.1/steps/{NOWHERE}/completion",
        ],
    )
    def test_what_is_not_there_is_404(
        self, kestrel: Kestrel, signed_in: SignedIn, path: str
    ) -> None:
        assert signed_in(kestrel.ines).post(f"/kestrel/{path}").status_code == 404


class TestADraft:
    def test_is_in_the_form_again(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        keep(kestrel.ines, "check-in-WN-1.1", {"value": ["73"], "note": ["Half a thought"]})
        page = signed_in(kestrel.ines).get("/kestrel/my/week").content.decode()
        assert 'value="73"' in page
        assert "Half a thought" in page

    def test_is_gone_after_the_answer(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        keep(kestrel.ines, "check-in-WN-1.1", {"value": ["73"]})
        send(signed_in(kestrel.ines), kestrel.repair_share, value="74")
        assert not Draft.objects.exists()

    def test_survives_an_expired_session(self, kestrel: Kestrel, signed_in: SignedIn) -> None:
        client = signed_in(kestrel.ines)
        fields = hidden_fields(client.get(address(kestrel.repair_share)))
        client.logout()
        client.post(address(kestrel.repair_share), fields | {"value": "73", "note": "Typed late"})
        page = signed_in(kestrel.ines).get("/kestrel/my/week").content.decode()
        assert 'value="73"' in page
        assert "Typed late" in page


def test_a_step_is_ticked_and_taken_back(kestrel: Kestrel, signed_in: SignedIn) -> None:
    step = Step.objects.filter(goal=kestrel.training).order_by("position")[0]
    where = f"/kestrel/goals/IO-1/steps/{step.pk}/completion"
    client = signed_in(kestrel.ines)
    assert client.post(where, {"done": "1"}).status_code == 303
    assert Step.objects.get(pk=step.pk).done_on == date(2027, 2, 15)
    answer = client.post(where, {"done": "0"}, headers={"HX-Request": "true"})
    assert 'aria-checked="false"' in answer.content.decode()
    assert Step.objects.get(pk=step.pk).done_on is None


class TestStatements:
    @pytest.mark.parametrize("goal", ["repair_share", "slot_wait", "training"])
    def test_an_answer_takes_15_at_most(
        self, kestrel: Kestrel, signed_in: SignedIn, goal: str
    ) -> None:
        client, asked = signed_in(kestrel.ines), getattr(kestrel, goal)
        fields = hidden_fields(client.get(address(asked))) | {"confidence": "6", "note": "On"}
        fields |= {} if goal == "training" else {"value": "5", "confirm": "5"}
        assert statements_of(lambda: client.post(address(asked), fields)) <= 15
        assert CheckIn.objects.count() == 1
