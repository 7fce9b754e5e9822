"""What the coach finds is kept with the goal; what people tell it holds as long as it should."""

from datetime import date

import pytest

from northing.activity.models import Entry
from northing.coach.actions.assessing import (
    answer,
    keep_assessment,
    keep_assessments,
    mark_deliberate,
    take_back,
)
from northing.coach.models import CoachAnswer, Deliberate, KeptAssessment
from northing.coach.queries.last_kept import last_kept
from northing.coach.queries.statements import statement_of, statements_of
from northing.coach.rules.answering import NotAsked
from northing.coach.rules.assessing import VERSION, assess
from northing.coach.rules.findings import Criterion
from northing.coach.rules.plain import plain_finding
from northing.coach.rules.statements import Kind
from northing.goals.actions.amending import amend
from northing.goals.models import Goal
from northing.goals.queries.gate import GoalNotFound
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.rights import NotAllowed
from tests.cast import TODAY, Kestrel, key_result
from tests.counting import statements_of as number_of_statements

VAGUE = "Launch the spare parts portal"


def restated(goal: Goal, statement: str) -> Goal:
    """The goal with other words, as its owner amends it."""
    return amend(
        goal.pk,
        {"statement": statement},
        goal.owner,
        reason="Clearer",
        today=TODAY,
        seen_version=goal.version,
    )


def test_what_was_found_is_kept_with_the_words_and_the_version_of_the_rules(
    kestrel: Kestrel,
) -> None:
    goal = kestrel.repair_share
    kept = keep_assessment(goal, kestrel.ines)
    found = assess(statement_of(goal))
    assert kept == KeptAssessment.objects.get(goal=goal)
    assert (kept.statement, kept.goal_version, kept.rules_version) == (
        goal.statement,
        goal.version,
        VERSION,
    )
    assert kept.findings == [plain_finding(finding) for finding in found.findings]
    assert (kept.ready, kept.of) == (found.ready, len(found.findings))
    assert (kept.person, kept.language, kept.kind) == (kestrel.ines, "en", "key_result")


def test_earlier_assessments_stay_and_the_newest_counts(kestrel: Kestrel) -> None:
    first = keep_assessment(kestrel.repair_share, kestrel.ines)
    goal = restated(kestrel.repair_share, VAGUE)
    second = keep_assessment(goal, kestrel.ines)
    assert last_kept(Viewer.of(kestrel.helena), goal).assessment == second
    assert list(KeptAssessment.objects.order_by("id")) == [first, second]
    assert first.statement == "Same-week repair share"


def test_an_assessment_is_read_through_the_gate_of_the_goal(kestrel: Kestrel) -> None:
    keep_assessment(kestrel.training, kestrel.ines)
    Goal.objects.filter(pk=kestrel.training.pk).update(visibility="private")
    assert last_kept(Viewer.of(kestrel.helena), kestrel.training).assessment is None
    assert last_kept(Viewer.of(kestrel.tomas), kestrel.training).assessment is None
    assert last_kept(Viewer.of(kestrel.ines), kestrel.training).assessment is not None


def test_the_columns_of_a_goal_are_the_fields_of_its_statement(kestrel: Kestrel) -> None:
    read = statements_of([kestrel.repair_share, kestrel.training, kestrel.objective])
    fields = read[kestrel.repair_share.pk].fields
    assert (fields.measure, fields.unit) == ("from_to", "%")
    assert (fields.baseline, fields.target) == (62, 85)
    assert (fields.start, fields.due) == (date(2027, 1, 4), date(2027, 4, 4))
    assert (fields.cycle_start, fields.cycle_due) == (fields.start, fields.due)
    assert (fields.has_owner, fields.has_parent, fields.is_stretch) == (True, True, False)
    assert read[kestrel.training.pk].kind is Kind.SMART_GOAL
    assert (read[kestrel.training.pk].fields.steps, fields.steps) == (4, 0)
    assert (read[kestrel.objective.pk].kind, read[kestrel.objective.pk].fields.measure) == (
        Kind.OBJECTIVE,
        "",
    )


def test_a_written_part_of_a_smart_goal_answers_its_question(kestrel: Kestrel) -> None:
    assert statement_of(kestrel.training).fields.answers == {}
    kestrel.training.achievable = "Two trainers are booked."
    assert statement_of(kestrel.training).fields.answers == {"attainable": "yes"}


def test_many_goals_take_as_many_statements_as_one(kestrel: Kestrel) -> None:
    few = [kestrel.objective]
    many = [*few, kestrel.repair_share, kestrel.slot_wait, kestrel.training, kestrel.company]
    assert number_of_statements(lambda: statements_of(few)) == 6
    assert number_of_statements(lambda: statements_of(many)) == 6
    assert number_of_statements(lambda: keep_assessments(few, kestrel.ines)) == 7
    assert number_of_statements(lambda: keep_assessments(many, kestrel.ines)) == 7
    assert keep_assessments([], kestrel.ines) == 0


def test_without_a_person_each_owner_saved_the_goal(kestrel: Kestrel) -> None:
    keep_assessments([kestrel.repair_share, kestrel.slot_wait])
    people = KeptAssessment.objects.order_by("id").values_list("person_id", flat=True)
    assert list(people) == [kestrel.ines.pk, kestrel.aiko.pk]


def test_deliberate_holds_for_that_statement_only(kestrel: Kestrel) -> None:
    goal = key_result(VAGUE, kestrel.ines, kestrel.objective, "0", "5")
    before = keep_assessment(goal, kestrel.ines)
    rule = next(one["rule"] for one in before.findings if one["state"] == "not_met")
    after = mark_deliberate(goal, rule, kestrel.ines)
    assert after.ready == before.ready + 1
    assert [one["rule"] for one in after.findings if one.get("deliberate")] == [rule]
    assert "=deliberate" in after.told
    other = keep_assessment(restated(goal, f"{VAGUE} again"), kestrel.ines)
    assert not any(one.get("deliberate") for one in other.findings)


def test_deliberate_is_remembered_once_logged_once_and_taken_back(kestrel: Kestrel) -> None:
    goal = key_result(VAGUE, kestrel.ines, kestrel.objective, "0", "5")
    for _ in range(2):
        mark_deliberate(goal, "F1", kestrel.ines)
    assert Deliberate.objects.count() == 1
    assert Entry.objects.filter(subject_id=goal.pk, after__rule="F1").count() == 1
    for _ in range(2):
        take_back(goal, "F1", kestrel.ines)
    assert not Deliberate.objects.exists()
    assert Entry.objects.filter(subject_id=goal.pk, after__rule="F1").count() == 2


def test_saving_keeps_what_was_said_on_the_way_and_passes_over_the_rest(kestrel: Kestrel) -> None:
    goal = kestrel.training
    said = {"attainable": "yes", "motivating": "not_yet", "weather": "yes", "relevant": "maybe"}
    keep_assessment(goal, kestrel.ines, frozenset({"S1", "nothing"}), said)
    keep_assessment(goal, kestrel.ines, frozenset({"S1"}), {"attainable": "yes"})
    assert [one.rule for one in Deliberate.objects.all()] == ["S1"]
    answers = CoachAnswer.objects.order_by("criterion").values_list("criterion", "answer")
    assert list(answers) == [("attainable", "yes"), ("motivating", "not_yet")]


def test_the_newest_answer_counts(kestrel: Kestrel) -> None:
    for reply, state in (("yes", "met"), ("not_yet", "not_met"), ("yes", "met")):
        kept = answer(kestrel.training, Criterion.MOTIVATING, reply, kestrel.ines)
        [found] = [one for one in kept.findings if one["criterion"] == "motivating"]
        assert found["state"] == state
    assert CoachAnswer.objects.count() == 3


@pytest.mark.parametrize("rule", ["", "Z9", "rewrites", "x" * 400])
def test_a_rule_that_there_is_not_is_refused(kestrel: Kestrel, rule: str) -> None:
    with pytest.raises(NotAsked):
        mark_deliberate(kestrel.training, rule, kestrel.ines)


@pytest.mark.parametrize(("criterion", "reply"), [("attainable", "maybe"), ("weather", "yes")])
def test_what_is_no_answer_is_refused(kestrel: Kestrel, criterion: str, reply: str) -> None:
    with pytest.raises(NotAsked):
        answer(kestrel.training, criterion, reply, kestrel.ines)


def test_only_those_who_may_change_a_goal_tell_the_coach(kestrel: Kestrel) -> None:
    for person in (kestrel.ruth, kestrel.helena):
        with pytest.raises(NotAllowed):
            mark_deliberate(kestrel.training, "S1", person)
        with pytest.raises(NotAllowed):
            answer(kestrel.training, "motivating", "yes", person)
    with pytest.raises(NotAllowed):
        keep_assessment(kestrel.training, kestrel.helena)
    Goal.objects.filter(pk=kestrel.training.pk).update(visibility="private")
    with pytest.raises(GoalNotFound):
        answer(kestrel.training, "motivating", "yes", kestrel.tomas)
    assert not CoachAnswer.objects.exists()
    assert not KeptAssessment.objects.exists()
