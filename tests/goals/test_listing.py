"""Lists of goals go page by page through every goal once, in every order."""

from datetime import date, timedelta
from itertools import product
from uuid import UUID

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.seed import seed
from northing.goals.models import Goal
from northing.goals.queries.filters import (
    GoalFilter,
    is_little_kept,
    is_rarely_said,
    rare_word_of,
)
from northing.goals.queries.listing import GoalPage, Order, Place, Sort, every_goal, goal_page
from northing.goals.queries.rows import GoalRow
from northing.goals.queries.viewer import Viewer
from northing.measures.pace import Pace
from northing.measures.voices import Status
from northing.people.models import Person
from tests import cast
from tests.cast import TODAY, Kestrel

ORDERS = [Order(sort, turned) for sort, turned in product(Sort, (False, True))]


@pytest.fixture
def plan(kestrel: Kestrel) -> Kestrel:
    """Sixteen goals, among them same days, same words, and some of which nothing was said."""
    for number in range(6):
        due = kestrel.cycle.due - timedelta(days=number // 2)
        goal = cast.key_result(
            f"Number {number % 3}", kestrel.aiko, kestrel.objective, "0", "10", due=due
        )
        cast.said(goal, str(number), (number % 3) * 3 + 1)
    for number in range(5):
        cast.objective(f"Silent {number}", kestrel.tomas, kestrel.cycle)
    return kestrel


def pages(
    kestrel: Kestrel, order: Order, size: int = 4, wanted: GoalFilter | None = None
) -> list[GoalPage]:
    found, place = [], None
    while True:
        page = goal_page(*asked(kestrel, wanted), order, place, size)
        found.append(page)
        place = page.next
        if place is None:
            return found


def asked(
    kestrel: Kestrel, wanted: GoalFilter | None = None
) -> tuple[Viewer, UUID, GoalFilter, date]:
    return Viewer.of(kestrel.ruth), kestrel.cycle.pk, wanted or GoalFilter(), TODAY


def sorting(row: GoalRow, order: Order) -> tuple[object, ...]:
    if order.by is Sort.DUE:
        return (row.due, row.key)
    if order.by is Sort.STATEMENT:
        return (row.statement, row.key)
    return (row.confidence, row.key) if order.by is Sort.SAYS else (row.key,)


def test_every_goal_stands_on_one_page_in_its_place(plan: Kestrel) -> None:
    everything = set(Goal.objects.values_list("pk", flat=True))
    for order in ORDERS:
        rows = [row for page in pages(plan, order) for row in page.rows]
        assert {row.key for row in rows} == everything
        assert_in_order(rows, order)


def assert_in_order(rows: list[GoalRow], order: Order) -> None:
    spoken = [row for row in rows if order.by is not Sort.SAYS or row.confidence is not None]
    assert rows[: len(spoken)] == spoken, "goals of which nothing was said come last"
    keys = [sorting(row, order) for row in spoken]
    assert keys == sorted(keys, reverse=order.is_reversed)  # type: ignore[type-var]


def test_the_way_back_leads_over_the_same_pages(plan: Kestrel) -> None:
    for order in ORDERS:
        there = pages(plan, order)
        back, place = [there[-1]], there[-1].previous
        while place is not None:
            back.append(goal_page(*asked(plan), order, place, 4))
            place = back[-1].previous
        assert [page.rows for page in back[::-1]] == [page.rows for page in there], order


def test_a_page_that_became_empty_has_no_neighbours(kestrel: Kestrel) -> None:
    last = max(Goal.objects.values_list("pk", flat=True))
    assert goal_page(*asked(kestrel), Order(), Place(last), 4) == GoalPage((), None, None)


def test_all_goals_are_read_piece_by_piece(plan: Kestrel, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("northing.goals.queries.listing.EXPORTED_AT_ONCE", 3)
    assert len(list(every_goal(*asked(plan), Order()))) == Goal.objects.count()


def test_goals_are_found_by_what_their_owner_says(plan: Kestrel) -> None:
    everything = pages(plan, Order(), 50)[0].rows
    for status in Status:
        for is_rare in (False, True):
            wanted = GoalFilter(says=status.value, says_is_rare=is_rare)
            found = pages(plan, Order(), 50, wanted)[0].rows
            assert list(found) == [row for row in everything if row.status is status]


def test_goals_are_found_by_their_pace_on_any_day(plan: Kestrel) -> None:
    viewer, cycle, nothing, _ = asked(plan)
    for pace, days in product(Pace, (0, 20, 60, 90)):
        today = plan.cycle.start + timedelta(days=days)
        everything = goal_page(viewer, cycle, nothing, today, Order()).rows
        found = goal_page(viewer, cycle, GoalFilter(pace=pace.value), today, Order()).rows
        assert list(found) == [row for row in everything if row.pace(today) is pace], (pace, days)


def test_goals_are_found_by_team_owner_kind_day_and_words(plan: Kestrel) -> None:
    def ids(**wanted: object) -> set[str]:
        page = pages(plan, Order(), 50, GoalFilter(**wanted))[0]  # type: ignore[arg-type]
        return {row.short_id for row in page.rows}

    aiko, workshop = plan.aiko.pk, plan.workshop.pk
    assert len(ids(owner_id=aiko)) == 7
    assert ids(team_id=workshop) >= {"WN-1", "WN-1.1", "IO-1"}
    assert ids(kind="smart") == {"IO-1"}
    assert ids(words=("same", "week")) == {"WN-1.1"}
    assert ids(words=("wn-1",)) >= {"WN-1", "WN-1.1", "WN-1.8"}
    assert "WN-1" not in ids(due_by=plan.cycle.due - timedelta(days=1))
    assert ids(words=("100%",)) == set()
    assert ids(words=("number",), kind="key_result", owner_id=aiko, says="off_track") == {
        "WN-1.3",
        "WN-1.6",
    }


def test_a_rare_word_leads_to_its_goals_and_a_frequent_one_is_looked_for_on_the_way(
    plan: Kestrel, monkeypatch: pytest.MonkeyPatch
) -> None:
    organization, words = plan.organization.pk, ("number", "2")
    assert rare_word_of(organization, words) == "2"
    found = [
        {row.short_id for page in pages(plan, order, 3, wanted) for row in page.rows}
        for wanted in (GoalFilter(words=words), GoalFilter(words=words, rare_word="2"))
        for order in ORDERS
    ]
    assert found == [{"WN-1.5", "WN-1.8"}] * len(found)
    monkeypatch.setattr("northing.goals.queries.filters._FREQUENT", 2)
    assert rare_word_of(organization, words) == ""
    assert rare_word_of(organization, ("nowhere", "number")) == "nowhere"
    assert rare_word_of(organization, ()) == ""


def test_what_few_say_is_told_from_what_many_say(
    plan: Kestrel, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, cycle = plan.organization.pk, plan.cycle.pk
    assert is_rarely_said(here, cycle, "too_early")
    monkeypatch.setattr("northing.goals.queries.filters._FREQUENT", 3)
    assert not is_rarely_said(here, cycle, "too_early")
    assert is_rarely_said(here, cycle, "on_track")


def test_what_is_to_be_kept_is_a_kind_of_its_own(kestrel: Kestrel) -> None:
    kept = cast.measured(
        "Complaints",
        kestrel.ines,
        kestrel.objective,
        cast.Measure(cast.Kind.AT_MOST, target=cast.Decimal(25)),
    )
    for is_rare in (False, True):
        wanted = GoalFilter(kind="health", health_is_rare=is_rare)
        [row] = pages(kestrel, Order(), 50, wanted)[0].rows
        assert row.key == kept.pk


def test_little_that_is_kept_is_told_from_much(
    kestrel: Kestrel, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert is_little_kept(kestrel.organization.pk)
    monkeypatch.setattr("northing.goals.queries.filters._FREQUENT", 0)
    assert not is_little_kept(kestrel.organization.pk)


def test_what_is_past_due_and_met_is_not_asked_for(kestrel: Kestrel) -> None:
    Goal.objects.filter(pk=kestrel.slot_wait.pk).update(is_met=True)
    after = kestrel.cycle.due + timedelta(days=1)
    wanted = GoalFilter(kind="key_result", overdue_on=after)
    rows = goal_page(Viewer.of(kestrel.ruth), kestrel.cycle.pk, wanted, after, Order()).rows
    assert [row.key for row in rows] == [kestrel.repair_share.pk]


@pytest.mark.django_db
def test_each_order_walks_an_index_after_analyze() -> None:
    organization = seed(300, people=40, today=TODAY)
    viewer = Viewer.of(Person.objects.get(organization=organization, handle="p-3"))
    cycle = organization.cycles.get(slug="quarter")
    for order in ORDERS:
        place = goal_page(viewer, cycle.pk, GoalFilter(), TODAY, order).next
        with CaptureQueriesContext(connection) as asked_for:
            goal_page(viewer, cycle.pk, GoalFilter(), TODAY, order, place)
        [statement] = [query["sql"] for query in asked_for.captured_queries]
        steps = steps_of_sqlite(statement)
        assert "TEMP B-TREE" not in steps, order
        assert "SCAN goal" not in steps, order


def steps_of_sqlite(statement: str) -> str:
    """How SQLite goes about it; nothing on databases that choose by the size of small tables."""
    if connection.vendor != "sqlite":
        return ""
    with connection.cursor() as cursor:
        cursor.execute(f"EXPLAIN QUERY PLAN {statement}")
        return " ".join(row[3] for row in cursor.fetchall())
