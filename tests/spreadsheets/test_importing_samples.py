"""The sample files arrive completely, and arrive once."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest

from northing.check_ins.models import CheckIn
from northing.cycles.models import Cycle
from northing.goals.models import AlignmentLink, Goal
from northing.people.models import Person, Team
from tests.cast import Kestrel
from tests.spreadsheets.importing import PUBLIC_PLAN, TRACKER, ZIELE, bring_in, look_at, sample

_NEW_TEAMS = {"DR", "DevRel", "APPS", "LA", "INFRA", "ENG", "ML", "Talent", "DP", "PRODUCT"}


def _goal(statement: str) -> Goal:
    return Goal.objects.select_related("owner", "team", "cycle", "measure").get(
        statement__startswith=statement
    )


def test_the_public_plan_arrives_with_its_goals_and_its_tree(kestrel: Kestrel) -> None:
    assert bring_in(sample(PUBLIC_PLAN), kestrel.marijke).created == 276
    goals = Goal.objects.exclude(external_id="")
    assert Counter(goals.values_list("cycle__name", "kind", "measure__kind", "value")) == {
        ("2018 Q4", "objective", None, None): 48,
        ("2018 Q4", "key_result", "done", Decimal(0)): 134,
        ("2018 Q4", "key_result", "done", Decimal(1)): 8,
        ("2019 Q1", "objective", None, None): 27,
        ("2019 Q1", "key_result", "done", Decimal(0)): 59,
    }
    links = AlignmentLink.objects.exclude(child__external_id="")
    assert Counter(links.values_list("mode", flat=True)) == {"contributes": 253, "supports": 3}
    drivers = Goal.objects.get(external_id="2018-Q4-003")
    assert [link.parent.external_id for link in drivers.links_up.all()] == ["2018-Q4-002"]
    assert _goal("Get gitbase enterprise ready").progress == 0
    assert _goal("Get lookout production ready").progress == 1


def test_the_public_plan_brings_its_cycles_and_teams(kestrel: Kestrel) -> None:
    bring_in(sample(PUBLIC_PLAN), kestrel.marijke)
    cycle = Cycle.objects.get(name="2018 Q4")
    assert (cycle.start, cycle.due) == (date(2018, 10, 1), date(2018, 12, 31))
    assert cycle.state == "closing"
    last_days = CheckIn.objects.filter(goal__cycle=cycle).values_list("on", flat=True)
    assert set(last_days) == {date(2018, 12, 31)}
    names = set(Team.objects.values_list("name", flat=True)) - {"Workshop network", "Owner care"}
    assert names == _NEW_TEAMS
    delivery = Goal.objects.get(external_id="2018-Q4-043")
    assert delivery.team is not None
    assert (delivery.team.name, delivery.tags) == ("INFRA", ["ENG"])
    assert Goal.objects.get(external_id="2019-Q1-201").tags == ["P1", "PRODUCT"]


TRACKED = [
    ("Share of tenders", "35", "60", "%", "44", 6, "Priya Nair"),
    ("Median answer", "52", "8", "hours", "31", 5, "Tom Berg"),
    ("Reference visits", "0", "6", "", "2", 7, "Priya Nair"),
    ("Regretted leavers", "7", "2", "", "5", 4, "Hana Sato"),
    ("Staff with a learning", "18", "80", "%", "61", 8, "Hana Sato"),
    ("Managers trained", "0", "24", "", "9", None, "Marijke van Dalen"),
    ("Cash conversion", "71", "50", "days", "66", 3, "Ömer Yılmaz"),
    ("Overdue receivables", "1250", "400", "kEUR", "980", 5, "Ömer Yılmaz"),
    ("Hana: hold 12", "0", "12", "", "7", None, "Hana Sato"),
]


@pytest.mark.parametrize("today", [date(2026, 11, 22), date(2027, 2, 15), date(2027, 6, 1)])
def test_the_tracker_arrives_completely_on_any_day(kestrel: Kestrel, today: date) -> None:
    outcome = bring_in(sample(TRACKER), kestrel.marijke, today)
    assert outcome.created == 14
    for statement, baseline, target, unit, value, confidence, owner in TRACKED:
        goal = _goal(statement)
        measure = goal.measure
        assert (measure.baseline, measure.target, measure.unit, goal.value) == (
            Decimal(baseline),
            Decimal(target),
            unit,
            Decimal(value),
        )
        assert (goal.confidence, goal.owner.name) == (confidence, owner)


def test_a_bound_an_exam_and_dates_in_sentences_are_understood(kestrel: Kestrel) -> None:
    bring_in(sample(TRACKER), kestrel.marijke)
    margin = _goal("Gross margin")
    assert (margin.measure.kind, margin.measure.target) == ("at_least", Decimal(41))
    assert (margin.value, margin.is_met) == (Decimal("39.2"), False)
    exam = _goal("Tom: pass the ISO")
    assert (exam.kind, exam.measure.kind, exam.value) == ("smart", "done", Decimal(0))
    assert (exam.due, _goal("Hana: hold").due) == (date(2027, 3, 26), date(2027, 2, 28))


def test_the_tracker_says_since_when_its_numbers_stand(kestrel: Kestrel) -> None:
    bring_in(sample(TRACKER), kestrel.marijke)
    assert set(CheckIn.objects.values_list("on", flat=True)) == {date(2027, 2, 12)}
    note = CheckIn.objects.get(goal=_goal("Share of tenders")).note
    assert note == "two big ones in March"


def test_the_tracker_warns_of_what_it_decided(kestrel: Kestrel) -> None:
    plan = look_at(sample(TRACKER), kestrel.marijke)
    assert plan.errors == []
    told = {(problem.place.row, problem.place.column_name): problem for problem in plan.warnings}
    assert told[11, "D (Who)"].found == "tbd"
    assert "Marijke van Dalen" in told[11, "D (Who)"].cure
    assert {row for row, _ in told} == {5, 9, 11, 13, 18, 19}
    assert {(s.place.sheet, s.place.row) for s in plan.skipped} == {
        ("Notes", None),
        ("Q1 FY27", 17),
    }


def test_new_people_own_goals_and_cannot_sign_in(kestrel: Kestrel) -> None:
    bring_in(sample(TRACKER), kestrel.marijke)
    tom = Person.objects.get(email="tom.berg@example.org")
    assert (tom.name, tom.account, tom.role) == ("Tom Berg", None, "member")


def test_the_german_list_arrives_with_its_marks_and_weights(kestrel: Kestrel) -> None:
    assert bring_in(sample(ZIELE), kestrel.marijke).created == 7
    rows = {
        goal.statement: (goal.measure.baseline, goal.measure.target, goal.value, goal.due)
        for goal in Goal.objects.filter(cycle__name="2027", kind="key_result")
    }
    june, december = date(2027, 6, 30), date(2027, 12, 31)
    assert rows == {
        "Reklamationsquote senken": (Decimal("4.8"), Decimal("2.5"), Decimal("4.1"), june),
        "Termintreue": (Decimal("81.5"), Decimal(95), Decimal("84.25"), june),
        "Umsatz mit Stammkunden": (
            Decimal(1250000),
            Decimal(1600000),
            Decimal(1310500),
            december,
        ),
        "Übernahmequote": (Decimal(60), Decimal(90), Decimal(60), december),
    }
    smart = _goal("Bis 30.04.2027")
    assert (smart.start, smart.due) == (date(2027, 1, 15), date(2027, 4, 30))
    link = smart.links_up.get()
    assert (link.parent.statement, link.mode) == ("Übernahmequote", "supports")
    weights = {link.child.statement: link.weight for link in _goal("Unsere").links_down.all()}
    assert weights["Reklamationsquote senken"] == 2


@pytest.mark.parametrize("name", [PUBLIC_PLAN, TRACKER, ZIELE])
def test_a_file_is_imported_as_shown_and_once(kestrel: Kestrel, name: str) -> None:
    shown = look_at(sample(name), kestrel.marijke).as_json()
    assert bring_in(sample(name), kestrel.marijke).plan.as_json() == shown
    rows = [model.objects.count() for model in (Goal, CheckIn, Person, Team, Cycle)]
    again = bring_in(sample(name), kestrel.marijke)
    assert (again.created, again.updated) == (0, 0)
    assert (again.plan.people, again.plan.teams, again.plan.cycles) == ((), (), ())
    assert rows == [model.objects.count() for model in (Goal, CheckIn, Person, Team, Cycle)]
