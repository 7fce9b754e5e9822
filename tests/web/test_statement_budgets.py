"""No page asks the database more often because there is more in it: every address, two sizes."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from django.db import connection, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import DjangoDbBlocker

from bench.seed import seed
from northing.check_ins.models import CheckIn
from northing.drafts.actions import keep
from northing.goals.models import Goal, Step
from northing.people.models import Account, Organization, Person
from northing.web.addresses import goal_address
from tests.access import plans
from tests.access.routes import filled, is_inside, routes

MOST = 10
MOST_OF_A_CHECK_IN = 15
# An import is compared with all that is there, each kind of thing read once.
MOST_OF_AN_IMPORT = 15
SIZES = {"small": (180, 12), "large": (660, 60)}  # key results, people


def _goal(here: Organization, kind: str) -> Goal:
    goals = Goal.objects.filter(organization=here, kind=kind, visibility="organization")
    return goals.exclude(owner__handle="p-0").order_by("short_id")[0]


def _name(objective: Goal) -> str:
    """The name at which an objective is, without being led there."""
    address = goal_address(objective.kind, objective.short_id, objective.statement)
    return address.removeprefix("o/")


def _first(model: Any) -> Callable[[Organization], Any]:
    return lambda here: model.objects.filter(organization=here).order_by("pk")[0].pk


# What stands for the parameters of a route, by the word before the first of them.
VALUES: dict[str, Callable[[Organization], dict[str, Any]]] = {
    "o": lambda here: {"name": _name(_goal(here, "objective"))},
    "kr": lambda here: {"short_id": _goal(here, "key_result").short_id},
    "s": lambda here: {"short_id": _goal(here, "smart").short_id},
    "goals": lambda here: {"short_id": _goal(here, "smart").short_id, "key": _first(Step)(here)},
    "inspect": lambda here: {"short_id": _goal(here, "objective").short_id},
    "cycles": lambda here: {"slug": "quarter"},
    "school": lambda here: {"slug": "measurable"},
    "templates": lambda here: {"slug": "support"},
    "teams": lambda here: {"slug": "team-1"},
    "people": lambda here: {"handle": "p-1"},
    "check-ins": lambda here: {"key": _first(CheckIn)(here)},
    "import": lambda here: {"key": plans.upload_of(_owner(here)).pk},
    "imports": lambda here: {"key": plans.import_by(_owner(here)).pk},
    "drafts": lambda here: {"key": "new-goal"},
}


def _owner(here: Organization) -> Person:
    return Person.objects.select_related("organization").get(organization=here, handle="p-0")


@pytest.fixture(scope="module")
def _seeded(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """Two organizations of one account, made once; everything is taken back at the end."""
    with django_db_blocker.unblock(), transaction.atomic():
        for slug, (key_results, people) in SIZES.items():
            keep(_owner(seed(key_results, slug=slug, people=people)), "new-goal", {})
        yield
        transaction.set_rollback(True)


@pytest.fixture
def browser(_seeded: None, db: None) -> Client:
    client = Client()
    account = Account.objects.get(email="p0@example.org")
    client.force_login(account, "allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.mark.parametrize("route", [route for route in routes() if is_inside(route)])
def test_every_page_has_few_statements_however_much_there_is(route: str, browser: Client) -> None:
    counted = {}
    for slug in SIZES:
        address = _address(route, Organization.objects.get(slug=slug))
        if browser.get(address).status_code == 405:
            return
        with CaptureQueriesContext(connection) as asked:
            assert browser.get(address).status_code < 400, address
        counted[slug] = len(asked)
    most = MOST_OF_AN_IMPORT if "/import/" in route else MOST
    assert counted["small"] == counted["large"] <= most, counted


def test_a_check_in_has_few_statements_however_deep_the_plan_is(browser: Client) -> None:
    counted = {}
    for slug in SIZES:
        goal = _goal(Organization.objects.get(slug=slug), "key_result")
        address = f"/{slug}/goals/{goal.short_id}/check-ins"
        with CaptureQueriesContext(connection) as asked:
            answer = browser.post(address, {"value": "47", "confidence": "6", "note": "More"})
        assert answer.status_code == 303
        counted[slug] = len(asked)
    assert counted["small"] == counted["large"] <= MOST_OF_A_CHECK_IN, counted


def _address(route: str, here: Organization) -> str:
    if "<" not in route.removeprefix("<slug:organization>"):
        return filled(route, here.slug, {})
    before = route.removeprefix("<slug:organization>/").split("/<")[0].split("/")[-1]
    return filled(route, here.slug, VALUES[before](here))
