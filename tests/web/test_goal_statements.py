"""Pages of goals take a constant number of statements, at any size and depth, after ANALYZE."""

from collections.abc import Callable, Sequence

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from bench.seed import seed
from northing.goals.models import Goal
from northing.people.models import Organization, Person
from northing.web.addresses import goal_address
from tests.cast import TODAY

SignIn = Callable[[Person], Client]
MOST = 10
SIZES = (25, 600)
LISTS = (
    "goals",
    "goals?view=table",
    "goals?view=table&sort=-says&after=" + "0" * 32,
    "goals?kind=smart&team=team-3&owner=p-7",
    "goals?view=table&q=visits&pace=on_pace&due=month&team=team-3&owner=p-7",
    "goals?root=LA-1",
    "goals?format=csv",
)


@pytest.fixture
def organizations(db: None, monday: None) -> Sequence[Organization]:
    return [seed(size, slug=f"of-{size}", people=40, today=TODAY) for size in SIZES]


def statements_of(client: Client, address: str) -> int:
    client.get(address)
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(address)
        if answer.streaming:
            b"".join(answer)  # type: ignore[arg-type]
    assert answer.status_code == 200, address
    return len(queries)


def addresses(organization: Organization) -> list[str]:
    goals = Goal.objects.filter(organization=organization)
    top, deep = goals.filter(kind="objective").order_by("id")[0], goals.order_by("-id")[1]
    leaf = goals.filter(kind="objective").order_by("-id")[0]
    smart = goals.filter(kind="smart", visibility="organization").order_by("-id")[0]
    shown = (top, leaf, deep, smart)
    return [
        *LISTS,
        *(goal_address(goal.kind, goal.short_id, goal.statement) for goal in shown),
        f"goals/{leaf.short_id}/log",
    ]


def test_statements_do_not_grow(organizations: Sequence[Organization], signed_in: SignIn) -> None:
    owner = Person.objects.get(organization=organizations[0], handle="p-0")
    client = signed_in(owner)
    for small, large in zip(*(addresses(one) for one in organizations), strict=True):
        counts = [
            statements_of(client, f"/{organization.slug}/{path}")
            for organization, path in zip(organizations, (small, large), strict=True)
        ]
        assert max(counts) <= MOST, (small, counts)
        # A small plan is read whole, with two statements less; a file in pieces of 500 goals.
        if small != "goals" and "csv" not in small:
            assert counts[0] == counts[1], (small, counts)


def test_a_restricted_goal_takes_no_more(
    organizations: Sequence[Organization], signed_in: SignIn
) -> None:
    organization = organizations[0]
    goal = Goal.objects.filter(organization=organization, kind="objective").order_by("-id")[0]
    Goal.objects.filter(pk=goal.pk).update(
        visibility="private", owner=Person.objects.get(organization=organization, handle="p-0")
    )
    client = signed_in(Person.objects.get(organization=organization, handle="p-0"))
    path = goal_address(goal.kind, goal.short_id, goal.statement)
    assert statements_of(client, f"/{organization.slug}/{path}") <= MOST
