"""The demo organization in a database."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest

from northing.activity.models import Entry
from northing.check_ins.actions.rebuilding import rebuild
from northing.check_ins.models import CheckIn
from northing.cycles.models import Cycle
from northing.demo.actions import load, remove
from northing.demo.cast import GUIDES
from northing.goals.models import AlignmentLink, Amendment, Goal
from northing.goals.queries.gate import visible_to
from northing.goals.queries.viewer import Viewer
from northing.insights.queries.frame import due_goals_of
from northing.people.models import Organization, Person, Team
from tests.demo.days import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def demo(django_db_setup: None, django_db_blocker: Any) -> Iterator[Organization]:
    with django_db_blocker.unblock():
        organization = load(TODAY)
        yield organization
        remove(organization)


def _person(organization: Organization, handle: str) -> Person:
    return Person.objects.get(organization=organization, handle=handle)


def test_64_people_in_5_teams_can_sign_in(demo: Organization) -> None:
    people = Person.objects.filter(organization=demo)
    assert people.count() == people.filter(account__is_active=True).count() == 64
    assert Team.objects.filter(organization=demo, parent=None).count() == 5
    assert people.values("key").distinct().count() == 64
    assert not any(person.account.has_usable_password() for person in people if person.account)


def test_two_quarters_are_closed_one_runs_and_one_is_planned_within_a_year(
    demo: Organization,
) -> None:
    quarters = Cycle.objects.filter(organization=demo).exclude(parent=None).order_by("start")
    assert [cycle.state for cycle in quarters] == ["closed", "closed", "active", "planning"]
    assert len({cycle.parent_id for cycle in quarters}) == 1


def test_the_running_quarter_is_there_in_full(demo: Organization) -> None:
    running = Goal.objects.filter(organization=demo, cycle__state="active")
    assert running.filter(kind="key_result").count() == 61
    assert running.filter(kind="smart").count() == 30
    assert not running.exclude(state="active").exists()


def test_closed_goals_are_closed_and_due_no_more(demo: Organization) -> None:
    closed = Goal.objects.filter(organization=demo, cycle__state="closed")
    assert closed.count() > 200
    assert not closed.filter(state="active").exists()
    assert not closed.exclude(next_check_in_due=None).exists()


def test_nothing_is_dated_in_the_future(demo: Organization) -> None:
    assert not CheckIn.objects.filter(organization=demo, on__gt=TODAY).exists()
    assert not Amendment.objects.filter(organization=demo, on__gt=TODAY).exists()
    tomorrow = TODAY + timedelta(days=1)
    assert not Entry.objects.filter(organization_id=demo.pk, at__date__gt=tomorrow).exists()


def test_rebuilding_changes_nothing(demo: Organization) -> None:
    assert rebuild(demo, check=True) == []


def test_ines_has_three_key_results_due_and_nothing_else(demo: Organization) -> None:
    due = due_goals_of(_person(demo, "ines-okafor"), TODAY)
    assert sorted(goal.statement for goal in due) == [
        "Median wait for a workshop slot",
        "Repeat repairs within 30 days",
        "Same-week repair share",
    ]


@pytest.mark.parametrize("guide", GUIDES, ids=lambda guide: guide.handle)
def test_everybody_one_may_be_has_something_to_do_this_week(demo: Organization, guide: Any) -> None:
    assert due_goals_of(_person(demo, guide.handle.replace(".", "-")), TODAY).exists()


def test_private_goals_are_seen_by_the_people_named_and_nobody_else(demo: Organization) -> None:
    private = Goal.objects.get(organization=demo, statement__startswith="Prepare Jef to lead")
    seen = {
        handle: visible_to(Viewer.of(_person(demo, handle))).filter(pk=private.pk).exists()
        for handle in ("ines-okafor", "jef-claes", "tomas-lindqvist", "marijke-vandalen")
    }
    assert seen == {
        "ines-okafor": True,
        "jef-claes": True,
        "tomas-lindqvist": True,
        "marijke-vandalen": False,
    }


def test_batteries_serve_one_goal_and_support_another(demo: Organization) -> None:
    links = AlignmentLink.objects.filter(
        organization=demo, child__statement="Batteries on the shelf in 45 days"
    ).order_by("-is_primary")
    assert [(str(link.parent), link.mode) for link in links if link.parent] == [
        ("KB-14 Sold out of nothing we promised", "contributes"),
        ("WN-5 Broken on Monday, riding by Friday", "supports"),
    ]


def test_amended_targets_are_the_ones_that_count(demo: Organization) -> None:
    goal = Goal.objects.select_related("measure").get(
        organization=demo, cycle__state="active", statement="Test bikes on the road"
    )
    amendment = goal.amendments.get()
    assert str(goal.measure.target) == "45"
    assert amendment.on == goal.start + timedelta(days=16)
    assert amendment.at.date() == amendment.on


def test_the_corrected_check_in_is_superseded(demo: Organization) -> None:
    correction = CheckIn.objects.exclude(supersedes=None).get(organization=demo)
    assert correction.supersedes is not None
    assert (str(correction.supersedes.value), str(correction.value)) == ("29", "92")
