"""Editing and moving goals by their pages."""

from collections.abc import Callable

from django.test import Client

from northing.goals.models import AlignmentLink, Amendment, Goal
from northing.people.models import Person
from tests.cast import Kestrel

SignIn = Callable[[Person], Client]
EDIT = "/kestrel/goals/WN-1.1/edit"
MOVE = "/kestrel/goals/WN-1.1/alignment"


def typed(goal: Goal, **changes: str) -> dict[str, str]:
    fields = {
        "version": str(goal.version),
        "statement": goal.statement,
        "why": goal.why,
        "m_kind": "from_to",
        "m_baseline": "62",
        "m_target": "85",
        "m_unit": "%",
        "definition": "",
        "start": "2027-01-04",
        "due": "2027-04-04",
        "owner": "Ines Okafor",
        "team": "Workshop network",
        "ambition": goal.ambition,
        "visibility": "organization",
        "reason": "The second bay opens later",
    }
    return fields | changes


def test_a_changed_target_is_saved_with_its_reason(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.ines)
    answer = client.post(EDIT, typed(kestrel.repair_share, m_target="80"))
    assert answer["Location"] == "/kestrel/kr/WN-1.1"
    assert Amendment.objects.get().reason == "The second bay opens later"


def test_an_unchanged_form_changes_nothing(kestrel: Kestrel, signed_in: SignIn) -> None:
    signed_in(kestrel.ines).post(EDIT, typed(kestrel.repair_share))
    kestrel.repair_share.refresh_from_db()
    assert kestrel.repair_share.version == 1


def test_a_missing_reason_is_asked_for_and_the_rest_is_kept(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    fields = typed(kestrel.repair_share, m_target="80", reason="")
    answer = signed_in(kestrel.ines).post(EDIT, fields)
    assert answer.status_code == 422
    assert 'value="80"' in answer.content.decode()


def test_the_second_of_two_editors_sees_both_and_keeps_theirs_or_mine(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    client = signed_in(kestrel.ines)
    client.post(EDIT, typed(kestrel.repair_share, m_target="80"))
    late = client.post(EDIT, typed(kestrel.repair_share, m_target="90"))
    page = late.content.decode()
    assert late.status_code == 409
    assert "80" in page
    assert 'value="90"' in page
    kept = client.post(EDIT, typed(kestrel.repair_share, m_target="90", version="2", keep="mine"))
    assert kept.status_code == 303
    kestrel.repair_share.measure.refresh_from_db()
    assert kestrel.repair_share.measure.target == 90


def test_keeping_theirs_leaves_the_goal_as_it_is(kestrel: Kestrel, signed_in: SignIn) -> None:
    fields = typed(kestrel.repair_share, m_target="90", keep="theirs")
    assert signed_in(kestrel.ines).post(EDIT, fields).status_code == 303
    assert not Amendment.objects.exists()


def test_half_a_form_is_no_server_error(kestrel: Kestrel, signed_in: SignIn) -> None:
    answer = signed_in(kestrel.ines).post(EDIT, {"version": "1", "statement": ""})
    assert answer.status_code == 422


def test_somebody_without_a_bond_is_told_whom_to_ask(kestrel: Kestrel, signed_in: SignIn) -> None:
    answer = signed_in(kestrel.ruth).get(EDIT)
    assert answer.status_code == 403
    assert "Ask Ines Okafor" in answer.content.decode()


def test_a_goal_that_one_may_not_see_is_not_there(kestrel: Kestrel, signed_in: SignIn) -> None:
    Goal.objects.filter(pk=kestrel.repair_share.pk).update(visibility="private")
    for address in (EDIT, MOVE):
        assert signed_in(kestrel.ruth).get(address).status_code == 404


def test_a_goal_gets_a_second_parent_with_a_weight(kestrel: Kestrel, signed_in: SignIn) -> None:
    fields = {
        "serves0": "WN-1 Broken on Monday",
        "weight0": "1",
        "serves1": "KB-1",
        "weight1": "2,5",
        "mode1": "contributes",
    }
    signed_in(kestrel.ines).post(MOVE, fields)
    weights = AlignmentLink.objects.filter(child=kestrel.repair_share).values_list(
        "weight", flat=True
    )
    assert sorted(str(weight) for weight in weights) == ["1", "2.5"]


def test_a_loop_is_spelled_out_on_the_page(kestrel: Kestrel, signed_in: SignIn) -> None:
    address = "/kestrel/goals/KB-1/alignment"
    answer = signed_in(kestrel.tomas).post(address, {"serves0": "WN-1", "weight0": "1"})
    assert answer.status_code == 422
    assert "KB-1 → WN-1 → KB-1" in answer.content.decode()


def test_a_sum_of_different_units_is_refused_with_everything_kept(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    objective = kestrel.objective
    fields = typed(objective, roll_up="sum", reason="Count them together")
    answer = signed_in(kestrel.ines).post("/kestrel/goals/WN-1/edit", fields)
    objective.refresh_from_db()
    assert answer.status_code == 422
    assert "Count them together" in answer.content.decode()
    assert objective.roll_up == "average"
