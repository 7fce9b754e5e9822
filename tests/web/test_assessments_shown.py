"""What the coach finds, on the pages of goals, and a cycle's goals as they are written."""

from collections.abc import Callable
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from northing.coach.actions.assessing import answer, keep_assessment, mark_deliberate
from northing.coach.models import CoachAnswer, Deliberate, KeptAssessment
from northing.cycles.models import Cycle
from northing.cycles.rules import CycleState
from northing.goals.models import AlignmentLink, Goal
from northing.people.models import Person
from northing.strategy.models import Pillar
from northing.web.addresses import goal_address
from tests.cast import Kestrel, key_result, team

SignIn = Callable[[Person], Client]
MOST = 10
PLAN = "/kestrel/cycles/2027-q1/plan"


def address(goal: Goal) -> str:
    return "/kestrel/" + goal_address(goal.kind, goal.short_id, goal.statement)


def read(client: Client, goal: Goal) -> str:
    """What the page says in the coach's section."""
    page = client.get(address(goal)).content.decode()
    return page.partition('id="coach"')[2].partition("</section>")[0]


def tell(client: Client, goal: Goal, **said: str) -> Any:
    return client.post(f"/kestrel/goals/{goal.short_id}/assessment", said)


def worded(goal: Goal, statement: str) -> Goal:
    """The goal with other words, as if it had been written so."""
    goal.statement = statement
    goal.save()
    return goal


@pytest.mark.parametrize("name", ["objective", "repair_share", "training"])
def test_every_goal_says_what_the_coach_finds_in_ten_statements(
    kestrel: Kestrel, signed_in: SignIn, name: str
) -> None:
    goal = getattr(kestrel, name)
    kept = keep_assessment(goal, kestrel.ines)
    client = signed_in(kestrel.ines)
    with CaptureQueriesContext(connection) as asked:
        asked_only = sum(each["state"] == "cant_tell" for each in kept.findings)
        assert f"{kept.ready} of {kept.of - asked_only} ready" in read(client, goal)
    assert len(asked) <= MOST
    KeptAssessment.objects.all().delete()
    with CaptureQueriesContext(connection) as asked:
        read(client, goal)
    assert len(asked) <= MOST


def test_an_open_finding_underlines_its_words_and_leads_to_its_lesson(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    goal = key_result(
        "Launch the portal & <b>shop</b>", kestrel.ines, kestrel.objective, "0", "9", "%"
    )
    keep_assessment(goal, kestrel.ines)
    said = read(signed_in(kestrel.ines), goal)
    assert '<u class="pointed">Launch</u> the portal &amp; ' in said
    assert "<b>shop" not in said
    assert "“Launch” is a task" in said
    assert 'href="/kestrel/school/outcome_not_activity"' in said
    assert f'href="/kestrel/goals/{goal.short_id}/edit"' in said


def test_what_is_kept_says_by_which_rules_and_when(kestrel: Kestrel, signed_in: SignIn) -> None:
    keep_assessment(kestrel.repair_share, kestrel.ines)
    said = read(signed_in(kestrel.ruth), kestrel.repair_share)
    assert "Kept with rules version 1 on 15 February when Ines Okafor saved it" in said
    assert "judged as the statement stood then" in said


def test_a_goal_without_a_kept_assessment_is_read_now(kestrel: Kestrel, signed_in: SignIn) -> None:
    said = read(signed_in(kestrel.ines), kestrel.repair_share)
    assert "Nothing was kept when this goal was written. Read just now" in said
    assert "of 8 ready" in said


def test_other_words_are_said_to_be_other_words(kestrel: Kestrel, signed_in: SignIn) -> None:
    goal = kestrel.repair_share
    keep_assessment(goal, kestrel.ines)
    Goal.objects.filter(pk=goal.pk).update(statement="Quick repairs", version=2)
    said = read(signed_in(kestrel.ines), goal)
    assert "The wording has changed since" in said
    assert "Same-week" in said
    assert "This is deliberate" not in said


def test_another_measure_is_said_to_be_another(kestrel: Kestrel, signed_in: SignIn) -> None:
    goal = kestrel.repair_share
    keep_assessment(goal, kestrel.ines)
    Goal.objects.filter(pk=goal.pk).update(version=2)
    assert "amended since 15 February" in read(signed_in(kestrel.ines), goal)


def test_a_smart_goal_shows_its_letters_and_what_satisfies_them(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    goal = kestrel.training
    Goal.objects.filter(pk=goal.pk).update(achievable="Two evenings a week")
    said = read(signed_in(kestrel.ines), Goal.objects.get(pk=goal.pk))
    for letter in "SMART":
        assert f'<b aria-hidden="true">{letter}</b>' in said
    for words in ("“Train”", "Told under “Achievable”", "Motivating", "Trackable"):
        assert words in said


def test_an_objective_shows_six_marks(kestrel: Kestrel, signed_in: SignIn) -> None:
    said = read(signed_in(kestrel.ines), kestrel.objective)
    marks = ("Inspiring", "Attainable", "Doable in the time", "Controllable", "Valuable")
    assert all(f"<dt>{mark}</dt>" in said for mark in (*marks, "Qualitative"))


def test_an_answer_is_kept_and_shown_with_its_name(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.ines)
    went = tell(client, kestrel.objective, about="inspiring", answer="yes")
    assert went["Location"] == address(kestrel.objective) + "#coach"
    assert CoachAnswer.objects.get().answer == "yes"
    assert "Ines Okafor says yes" in read(signed_in(kestrel.ruth), kestrel.objective)
    answer(kestrel.objective, "inspiring", "not_yet", kestrel.ines)
    said = read(signed_in(kestrel.ruth), kestrel.objective)
    assert "Ines Okafor says not yet" in said


def test_what_is_deliberate_is_kept_and_taken_back(kestrel: Kestrel, signed_in: SignIn) -> None:
    client, goal = signed_in(kestrel.ines), worded(kestrel.repair_share, "Launch the portal")
    tell(client, goal, mean="O1")
    assert Deliberate.objects.get().rule == "O1"
    assert "Meant so" in read(client, goal)
    tell(client, goal, take_back="O1")
    assert not Deliberate.objects.exists()
    assert "Meant so" not in read(client, goal)


def test_who_only_reads_is_shown_no_buttons(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.ruth)
    said = read(client, kestrel.objective)
    assert "<form" not in said
    assert "/edit" not in said
    assert "Not answered yet" in said
    assert tell(client, kestrel.objective, about="inspiring", answer="yes").status_code == 403


NONSENSE = [
    {},
    {"mean": "ZZ9"},
    {"mean": ""},
    {"about": "inspiring"},
    {"about": "weather", "answer": "yes"},
]


@pytest.mark.parametrize("said", NONSENSE)
def test_what_the_coach_did_not_ask_is_refused(
    kestrel: Kestrel, signed_in: SignIn, said: dict[str, str]
) -> None:
    assert tell(signed_in(kestrel.ines), kestrel.objective, **said).status_code == 422
    assert not KeptAssessment.objects.exists()


def test_a_closed_goal_stays_as_it_was_judged(kestrel: Kestrel, signed_in: SignIn) -> None:
    Goal.objects.filter(pk=kestrel.objective.pk).update(state="done")
    client = signed_in(kestrel.ines)
    assert tell(client, kestrel.objective, mean="Q1").status_code == 403
    assert "<form" not in read(client, kestrel.objective)


def test_what_a_goal_serves_out_of_sight_is_not_betrayed(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    goal = kestrel.objective
    AlignmentLink.objects.filter(child=goal).exclude(parent=kestrel.company).delete()
    keep_assessment(goal, kestrel.ines)
    assert "Serves something above it" in read(signed_in(kestrel.ruth), goal)
    Goal.objects.filter(pk=kestrel.company.pk).update(visibility="private")
    assert "Serves something above it" not in read(signed_in(kestrel.ruth), goal)


def test_a_private_goal_tells_nobody_else_anything(kestrel: Kestrel, signed_in: SignIn) -> None:
    goal = kestrel.slot_wait
    keep_assessment(goal, kestrel.aiko)
    Goal.objects.filter(pk=goal.pk).update(visibility="private")
    client = signed_in(kestrel.ruth)
    assert client.get(address(goal)).status_code == 404
    assert tell(client, goal, mean="V1").status_code == 404


def plan(client: Client, at: str = PLAN) -> str:
    answered = client.get(at)
    assert answered.status_code == 200
    return answered.content.decode()


def kept_all(kestrel: Kestrel) -> None:
    for goal in Goal.objects.select_related("owner"):
        keep_assessment(goal, goal.owner)


def test_the_plan_counts_by_criterion_and_links_what_is_open(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    worded(kestrel.repair_share, "Launch the portal")
    kept_all(kestrel)
    said = plan(signed_in(kestrel.tomas))
    assert "1 objective, 2 key results, 1 SMART goal" in said
    assert 'href="/kestrel/school/outcome_not_activity">' in said
    assert f'href="{address(kestrel.repair_share)}#coach"' in said
    assert "could be better" in said


def test_the_plan_counts_only_what_the_viewer_may_see(kestrel: Kestrel, signed_in: SignIn) -> None:
    worded(kestrel.slot_wait, "Launch the slot finder")
    kept_all(kestrel)
    Goal.objects.filter(pk=kestrel.slot_wait.pk).update(visibility="private")
    mine, others = plan(signed_in(kestrel.aiko)), plan(signed_in(kestrel.ruth))
    assert kestrel.slot_wait.statement in mine
    assert "2 key results" in mine
    assert kestrel.slot_wait.statement not in others
    assert "1 key result," in others


def test_teams_come_in_the_order_of_the_sidebar(kestrel: Kestrel, signed_in: SignIn) -> None:
    key_result("Launch it", kestrel.ruth, kestrel.objective, "0", "9", "%")
    Goal.objects.filter(owner=kestrel.ruth).update(team=kestrel.care)
    kept_all(kestrel)
    for first, second in ((kestrel.care, kestrel.workshop), (kestrel.workshop, kestrel.care)):
        first.position, second.position = 0, 1
        first.save()
        second.save()
        said = plan(signed_in(kestrel.tomas))
        assert said.index(f"<h2>{first.name}") < said.index(f"<h2>{second.name}")
        assert said.index(f"<h2>{second.name}") < said.index("<h2>No team")


def test_who_carries_much_is_named_to_champions_and_leads_only(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    for number in range(7):
        key_result(f"Share {number}", kestrel.aiko, kestrel.objective, "0", "9", "%")
    for person in (kestrel.tomas, kestrel.ines):
        said = plan(signed_in(person))
        assert "1 person carries more than 7 goals" in said
        assert 'href="/kestrel/people/aiko-sato"' in said
    for person in (kestrel.ruth, kestrel.helena):
        said = plan(signed_in(person))
        assert "1 person carries more than 7 goals in this cycle." in said
        assert "aiko-sato" not in said


def test_hidden_goals_weigh_on_nobody(kestrel: Kestrel, signed_in: SignIn) -> None:
    for number in range(7):
        key_result(f"Share {number}", kestrel.aiko, kestrel.objective, "0", "9", "%")
    Goal.objects.filter(owner=kestrel.aiko).update(visibility="private")
    assert "carries more than" not in plan(signed_in(kestrel.tomas))
    assert "carries more than" in plan(signed_in(kestrel.aiko))


def test_a_pillar_without_goals_is_named(kestrel: Kestrel, signed_in: SignIn) -> None:
    Pillar.objects.create(organization=kestrel.organization, name="Quiet streets")
    said = plan(signed_in(kestrel.tomas))
    assert "No goal serves this pillar yet, as far as you can see:</b> Quiet streets" in said
    assert "Always riding" not in said


def test_a_pillar_is_served_over_goals_of_a_longer_cycle(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    year = Cycle.objects.create(
        organization=kestrel.organization,
        name="2027",
        slug="2027",
        start=kestrel.cycle.start,
        due=kestrel.cycle.due.replace(month=12),
        state=CycleState.ACTIVE,
    )
    Goal.objects.filter(pk=kestrel.company.pk).update(cycle=year)
    assert "No goal serves" not in plan(signed_in(kestrel.tomas))
    Goal.objects.exclude(pk=kestrel.company.pk).update(visibility="private")
    said = plan(signed_in(kestrel.ines))
    assert "No goal serves" not in said


def test_an_empty_cycle_offers_three_beginnings(kestrel: Kestrel, signed_in: SignIn) -> None:
    Cycle.objects.create(
        organization=kestrel.organization,
        name="Q2 2027",
        slug="2027-q2",
        start=kestrel.cycle.due.replace(day=5),
        due=kestrel.cycle.due.replace(month=7),
    )
    client = signed_in(kestrel.ines)
    assert client.get("/kestrel/plan")["Location"] == "/kestrel/cycles/2027-q2/plan"
    said = plan(client, "/kestrel/cycles/2027-q2/plan")
    assert "Start from last cycle, a template, or blank." in said
    for href in ("goals?cycle=2027-q1", "templates", "goals/new?cycle=2027-q2"):
        assert f'href="/kestrel/{href}"' in said


def test_without_a_cycle_to_come_the_running_one_is_read(
    kestrel: Kestrel, signed_in: SignIn
) -> None:
    assert signed_in(kestrel.ines).get("/kestrel/plan")["Location"] == PLAN


def test_a_closed_cycle_is_read_at_its_page(kestrel: Kestrel, signed_in: SignIn) -> None:
    Cycle.objects.update(state=CycleState.CLOSED)
    client = signed_in(kestrel.ines)
    assert client.get(PLAN)["Location"] == "/kestrel/cycles/2027-q1"
    assert client.get("/kestrel/plan")["Location"] == "/kestrel/cycles"
    assert "/plan" not in client.get("/kestrel/cycles/2027-q1").content.decode()


def test_the_plan_folds_many_teams_and_turns_pages(
    kestrel: Kestrel, signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("northing.insights.queries.planning.TEAMS_OF_A_PAGE", 1)
    monkeypatch.setattr("northing.web.cycle_plan.MOST_OPEN_TEAMS", 0)
    other = team(kestrel.organization, "Supply", "SU", kestrel.ruth, ())
    key_result("Launch it", kestrel.ruth, kestrel.objective, "0", "9", "%")
    Goal.objects.filter(owner=kestrel.ruth).update(team=other)
    kept_all(kestrel)
    mark_deliberate(kestrel.repair_share, "V1", kestrel.ines)
    client = signed_in(kestrel.tomas)
    first, last = plan(client), plan(client, f"{PLAN}?page=2")
    assert 'rel="next"' in first
    assert '<details class="plan-team">' in first
    assert "<h2>No team" not in first
    assert "<h2>No team" in last
    assert 'rel="prev"' in last
