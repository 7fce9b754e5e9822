"""Earlier goals count when their cycle is closed, their unit is the same and one may see them."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

import pytest

from northing.coach.queries.earlier import EarlierGains, earlier_gains
from northing.cycles.models import Cycle
from northing.cycles.rules import CycleState
from northing.goals.models import Goal, GoalMeasure
from northing.goals.queries.viewer import Viewer
from northing.people.models import Person
from tests.cast import Kestrel, key_result, objective
from tests.counting import statements_of

TEN = range(10)


@pytest.fixture
def closed(kestrel: Kestrel) -> Cycle:
    """The quarter before, with ten key results that aimed for 30 points and gained 0, 3, … 27."""
    cycle = Cycle.objects.create(
        organization=kestrel.organization,
        name="Q4 2026",
        slug="2026-q4",
        start=date(2026, 10, 5),
        due=date(2027, 1, 3),
        state=CycleState.ACTIVE,
    )
    aim = objective("Every call answered", kestrel.ruth, cycle)
    ends(key_result(f"Calls of queue {n}", kestrel.ruth, aim, "40", "70", "%") for n in TEN)
    Cycle.objects.filter(pk=cycle.pk).update(state=CycleState.CLOSED)
    return cycle


def ends(goals: Iterable[Goal]) -> None:
    """End goals, the n-th with a gain of 3 n."""
    for number, goal in enumerate(goals):
        Goal.objects.filter(pk=goal.pk).update(state="done", value=Decimal(40 + 3 * number))


def seen(person: Person, end: str = "70", unit: str = "%") -> EarlierGains | None:
    """What somebody learns who writes a goal from 40 to `end`."""
    return earlier_gains(Viewer.of(person), unit, Decimal(40), Decimal(end))


def test_ten_closed_goals_are_compared(kestrel: Kestrel, closed: Cycle) -> None:
    found = seen(kestrel.helena)
    assert found is not None
    assert (found.aimed, found.reached, found.median) == (10, 0, Decimal("13.5"))
    assert found.gains[-1] == 27


@pytest.mark.parametrize(
    ("column", "value"), [("state", "dropped"), ("state", "postponed"), ("value", None)]
)
def test_given_up_and_unmeasured_goals_are_left_out(
    kestrel: Kestrel, closed: Cycle, column: str, value: str | None
) -> None:
    one = Goal.objects.filter(cycle=closed, kind="key_result").first()
    assert one is not None
    Goal.objects.filter(pk=one.pk).update(**{column: value})
    assert seen(kestrel.helena) is None


@pytest.mark.parametrize(
    ("column", "value"), [("unit", "points"), ("unit", "% of calls"), ("kind", "at_least")]
)
def test_other_units_and_kinds_are_left_out(
    kestrel: Kestrel, closed: Cycle, column: str, value: str
) -> None:
    one = GoalMeasure.objects.filter(goal__cycle=closed).first()
    assert one is not None
    GoalMeasure.objects.filter(pk=one.pk).update(**{column: value})
    assert seen(kestrel.helena) is None


def test_goals_of_open_cycles_are_no_history(kestrel: Kestrel, closed: Cycle) -> None:
    Cycle.objects.filter(pk=closed.pk).update(state=CycleState.CLOSING)
    assert seen(kestrel.helena) is None


def test_a_hidden_goal_is_not_even_counted(kestrel: Kestrel, closed: Cycle) -> None:
    one = Goal.objects.filter(cycle=closed, kind="key_result").first()
    assert one is not None
    Goal.objects.filter(pk=one.pk).update(visibility="private")
    assert seen(kestrel.helena) is None
    assert seen(kestrel.marijke) is None
    assert seen(kestrel.ruth) is not None


@pytest.mark.parametrize(
    ("start", "end", "unit"),
    [
        (None, "70", "%"),
        ("40", None, "%"),
        ("40", "40", "%"),
        ("40", "NaN", "%"),
        ("4", "9", "\x00"),
    ],
)
def test_without_two_numbers_and_a_unit_nothing_is_looked_up(
    kestrel: Kestrel, start: str | None, end: str | None, unit: str
) -> None:
    numbers = [None if one is None else Decimal(one) for one in (start, end)]
    viewer = Viewer.of(kestrel.ruth)
    assert statements_of(lambda: earlier_gains(viewer, unit, *numbers)) == 0
    assert earlier_gains(viewer, unit, *numbers) is None


def test_it_takes_two_statements(kestrel: Kestrel, closed: Cycle) -> None:
    assert statements_of(lambda: seen(kestrel.helena)) == 2
