"""The composer: three kinds on one page, nothing typed is lost, problems stand at their fields."""

import re
from collections.abc import Callable
from datetime import date

import pytest
from django.test import Client

from northing.cycles.models import Cycle
from northing.drafts.actions import keep
from northing.drafts.models import Draft
from northing.goals.models import AlignmentLink, Goal
from northing.goals.rules.kinds import GoalKind, LinkMode
from northing.people.models import Person
from tests.cast import TODAY, Kestrel

SignIn = Callable[[Person], Client]
NEW = "/kestrel/goals/new"


def typed(**changes: str) -> dict[str, str]:
    """An objective with one key result, as the form sends it."""
    fields = {
        "method": "okr",
        "statement": "Owners feel looked after from the first call",
        "why": "one in five who cancel say nobody picked up",
        "cycle": "2027-q1",
        "owner": "Ruth Adeyemi",
        "team": "Owner care",
        "ambition": "aspirational",
        "visibility": "organization",
        "parent": "KB-1 Every bike back on the street",
        "kr0_statement": "Calls answered within a minute",
        "kr0_kind": "from_to",
        "kr0_baseline": "58 %",
        "kr0_target": "85",
        "kr0_unit": "%",
    }
    return fields | changes


def newest(kind: GoalKind) -> Goal:
    return Goal.objects.filter(kind=kind).latest("created_at", "id")


def test_an_objective_is_shared_with_its_key_results(kestrel: Kestrel, signed_in: SignIn) -> None:
    answer = signed_in(kestrel.ruth).post(NEW, typed())
    goal = newest(GoalKind.OBJECTIVE)
    assert answer.status_code == 303
    assert answer["Location"].startswith("/kestrel/o/OC-1-owners-feel")
    assert (goal.owner, goal.team, goal.contributing) == (kestrel.ruth, kestrel.care, 1)
    assert AlignmentLink.objects.get(child=goal).parent == kestrel.company


def test_a_smart_goal_is_shared_with_its_steps(kestrel: Kestrel, signed_in: SignIn) -> None:
    fields = typed(
        method="smart",
        parent="WN-1.1",
        specific="Level 3 on hub motors",
        m_baseline="0",
        m_target="12",
        step0_title="Book the trainer",
        step0_due="2027-03-01",
    )
    signed_in(kestrel.ines).post(NEW, fields)
    goal = newest(GoalKind.SMART)
    assert [step.title for step in goal.steps.all()] == ["Book the trainer"]
    assert AlignmentLink.objects.get(child=goal).mode == LinkMode.SUPPORTS


def test_a_number_is_kept_healthy(kestrel: Kestrel, signed_in: SignIn) -> None:
    fields = typed(method="healthy", m_kind="at_most", m_target="25", statement="Complaints a week")
    signed_in(kestrel.ruth).post(NEW, fields)
    goal = newest(GoalKind.KEY_RESULT)
    assert goal.measure.kind == "at_most"
    page = signed_in(kestrel.ruth).get(f"/kestrel/kr/{goal.short_id}").content.decode()
    assert '<span class="tag">Keep healthy</span>' in page


def test_a_smart_goal_reached_by_milestones_has_its_dated_steps(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    steps = {"step0_title": "Book the trainer", "step0_due": "2027-03-01", "step1_title": "Teach"}
    fields = typed(method="smart", parent="WN-1.1", m_kind="milestones", **steps)
    signed_in(kestrel.ines).post(NEW, fields)
    goal = newest(GoalKind.SMART)
    found = [(step.title, step.due) for step in goal.steps.order_by("position")]
    assert found == [("Book the trainer", date(2027, 3, 1)), ("Teach", None)]
    assert goal.measure.target == 2


def test_a_smart_goal_reached_by_milestones_asks_for_a_step(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    fields = typed(method="smart", parent="WN-1.1", m_kind="milestones")
    answer = signed_in(kestrel.ines).post(NEW, fields)
    assert answer.status_code == 422
    text = answer.content.decode()
    assert 'href="#id_step0_title"' in text
    assert "Name a step" in text


@pytest.mark.parametrize(
    ("kind", "usual"), [("okr", "aspirational"), ("smart", "committed"), ("healthy", "committed")]
)
def test_a_promise_is_meant_in_full(
    kestrel: Kestrel, signed_in: SignIn, kind: str, usual: str
) -> None:
    text = signed_in(kestrel.ines).get(f"{NEW}?kind={kind}").content.decode()
    assert re.search(rf'name="ambition" value="{usual}"[^>]* checked', text)


def test_milestones_become_steps(kestrel: Kestrel, signed_in: SignIn) -> None:
    fields = typed(kr0_kind="milestones", kr0_milestones="Draft\n\nSigned\n")
    signed_in(kestrel.ruth).post(NEW, fields)
    goal = newest(GoalKind.KEY_RESULT)
    assert [step.title for step in goal.steps.order_by("position")] == ["Draft", "Signed"]


PROBLEMS = [
    ("no statement", {"statement": ""}, "id_statement-error"),
    ("start equals target", {"kr0_target": "58"}, "id_kr0_target-error"),
    ("a word for a number", {"kr0_target": "many"}, "id_kr0_target-error"),
    ("not a number", {"kr0_target": "NaN"}, "id_kr0_target-error"),
    ("infinite", {"kr0_target": "1e400"}, "id_kr0_target-error"),
    ("two meanings", {"kr0_target": "1,250"}, "id_kr0_target-error"),
    ("too many digits", {"kr0_target": "9" * 29}, "id_kr0_target-error"),
    ("nobody of that name", {"owner": "Nobody Known"}, "id_owner-error"),
    ("no such parent", {"parent": "WN-99"}, "id_parent-error"),
    ("no such cycle", {"cycle": "2031"}, "id_cycle-error"),
    ("before the cycle", {"start": "2026-11-01"}, "id_start-error"),
    ("no day", {"due": "soon"}, "id_due-error"),
]


@pytest.mark.parametrize(
    ("changes", "place"), [p[1:] for p in PROBLEMS], ids=[p[0] for p in PROBLEMS]
)
def test_a_problem_stands_at_its_field_and_nothing_is_lost(
    kestrel: Kestrel, signed_in: SignIn, changes: dict[str, str], place: str
) -> None:
    before = Goal.objects.count()
    answer = signed_in(kestrel.ruth).post(NEW, typed(**changes))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert place in page
    assert "one in five who cancel say nobody picked up" in page
    assert Goal.objects.count() == before


def test_a_parent_one_may_not_see_looks_like_none(kestrel: Kestrel, signed_in: SignIn) -> None:
    Goal.objects.filter(pk=kestrel.company.pk).update(visibility="private")
    page = signed_in(kestrel.ruth).post(NEW, typed()).content.decode()
    assert "There is no goal KB-1 that you may see" in page
    assert "Every bike back on the street</" not in page


def test_a_private_goal_cannot_count_in_an_open_one(kestrel: Kestrel, signed_in: SignIn) -> None:
    answer = signed_in(kestrel.ruth).post(NEW, typed(visibility="private"))
    assert answer.status_code == 422
    assert "worked out" in answer.content.decode()


def test_another_row_keeps_what_was_typed(kestrel: Kestrel, signed_in: SignIn) -> None:
    page = signed_in(kestrel.ruth).post(NEW, typed(more="key_results")).content.decode()
    assert ">\nCalls answered within a minute</textarea>" in page
    assert 'name="kr3_statement"' in page


def test_a_viewer_is_told_whom_to_ask(kestrel: Kestrel, signed_in: SignIn) -> None:
    answer = signed_in(kestrel.helena).get(NEW)
    assert answer.status_code == 403
    assert "Ask an admin" in answer.content.decode()


def test_a_draft_is_shown_again_and_gone_after_sharing(kestrel: Kestrel, signed_in: SignIn) -> None:
    keep(kestrel.ruth, "goal-new", {"statement": ["Half a thought"]})
    client = signed_in(kestrel.ruth)
    assert "Half a thought" in client.get(NEW).content.decode()
    client.post(NEW, typed())
    assert not Draft.objects.exists()


def test_a_goal_begun_under_another_one_is_a_draft_of_its_own(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    keep(kestrel.ines, "goal-new", {"statement": ["Something else"], "method": ["okr"]})
    text = signed_in(kestrel.ines).get(f"{NEW}?kind=smart&parent=WN-1.1").content.decode()
    assert "Something else" not in text
    assert 'data-draft="goal-new:smart:WN-1.1"' in text


def test_a_draft_that_is_discarded_is_gone(kestrel: Kestrel, signed_in: SignIn) -> None:
    keep(kestrel.ruth, "goal-new", {"statement": ["Something else"]})
    answer = signed_in(kestrel.ruth).post(NEW, typed(discard="1", draft_key="goal-new"))
    assert answer["Location"] == "/kestrel/goals"
    assert answer.cookies["northing_draft_done"].value == "goal-new"
    assert not Draft.objects.exists()


def test_a_form_sent_after_the_session_ended_waits_as_a_draft(
    kestrel: Kestrel, client: Client, signed_in: SignIn
) -> None:
    answer = client.post(
        NEW, typed(draft_key="goal-new"), headers={"Referer": f"http://testserver{NEW}"}
    )
    assert answer["Location"] == "/sign-in?next=/kestrel/goals/new"
    page = signed_in(kestrel.ruth).get(NEW).content.decode()
    assert "Owners feel looked after from the first call" in page


def test_a_goal_written_while_its_cycle_runs_begins_today(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    client = signed_in(kestrel.ruth)
    assert 'name="start" type="date" value="2027-02-15"' in client.get(NEW).content.decode()
    client.post(NEW, typed(start="2027-02-15"))
    assert newest(GoalKind.KEY_RESULT).start == TODAY


def test_the_offered_start_means_the_first_day_of_a_later_cycle(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    next_cycle = Cycle.objects.create(
        organization=kestrel.organization,
        name="Q2 2027",
        slug="2027-q2",
        start=date(2027, 4, 5),
        due=date(2027, 7, 4),
    )
    signed_in(kestrel.ruth).post(NEW, typed(cycle="2027-q2", start="2027-02-15", parent=""))
    assert newest(GoalKind.OBJECTIVE).start == next_cycle.start
