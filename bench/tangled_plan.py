"""A small organization whose goals serve many: what random changes are made to.

Every kind of measure, weights, objectives with several parents, all roll-up methods.
"""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from northing.cycles.models import Cycle
from northing.goals.actions.goal_draft import GoalDraft, LinkDraft, StepDraft
from northing.goals.actions.writing import create_goal
from northing.goals.models import Goal
from northing.goals.rules.kinds import GoalKind, LinkMode
from northing.measures.measure import Kind, Measure
from northing.people.models import Organization, Person
from northing.people.rules import Role

SLUG = "tangled"
WEEKS_GONE = 7
LEVELS = (3, 10, 27)
PEOPLE = 12


@dataclass(frozen=True, slots=True)
class Ground:
    """Who writes goals, and when."""

    cycle: Cycle
    people: list[Person]
    chance: random.Random


def tangled_organization(key_results: int, today: date) -> Organization:
    """Write the organization by the product's own actions; SMART goals: one for four."""
    organization = Organization.objects.create(name="Tangled", slug=SLUG, key="TA")
    ground = Ground(_cycle(organization, today), _people(organization), random.Random(11))
    above: list[Goal] = []
    for width in LEVELS:
        above = [_objective(ground, above, number) for number in range(width)]
    for number in range(key_results):
        measured = _key_result(ground, above, number)
        if number % 4 == 0:
            _smart(ground, [measured, *above], number)
    for method in ("sum", "by_size"):
        _of_one_unit(ground, above, method)
    return organization


def measure_for(chance: random.Random, number: int) -> Measure:
    """A measure of any kind, with numbers that do not divide evenly."""
    target = Decimal(chance.randint(50, 999)) / 7
    target = target.quantize(Decimal("0.001"))
    kinds = (
        Measure(Kind.FROM_TO, Decimal(chance.randint(0, 49)), target, unit="%"),
        Measure(Kind.AT_LEAST, target=target),
        Measure(Kind.AT_MOST, target=target),
        Measure(Kind.BETWEEN, lower=Decimal(40), upper=Decimal(60)),
        Measure(Kind.DONE),
        Measure(Kind.BASELINE, unit="d"),
    )
    return kinds[0] if number % 2 else kinds[number // 2 % len(kinds)]


def _cycle(organization: Organization, today: date) -> Cycle:
    start = today - timedelta(days=today.weekday(), weeks=WEEKS_GONE)
    return Cycle.objects.create(
        organization=organization,
        name="Quarter",
        slug="quarter",
        start=start,
        due=start + timedelta(weeks=13, days=-1),
        state="active",
    )


def _people(organization: Organization) -> list[Person]:
    return [
        Person.objects.create(
            organization=organization,
            name=f"Person {number}",
            handle=f"person-{number}",
            key=f"P{number}",
            role=Role.OWNER if number == 0 else Role.CHAMPION,
        )
        for number in range(PEOPLE)
    ]


def _objective(ground: Ground, above: list[Goal], number: int, roll_up: str = "average") -> Goal:
    links = _some(ground, above, 2)
    return _write(ground, GoalKind.OBJECTIVE, f"Objective {number}", links=links, roll_up=roll_up)


def _of_one_unit(ground: Ground, above: list[Goal], method: str) -> None:
    """An objective whose numbers can be added up."""
    objective = _objective(ground, above, 0, method)
    for number in range(5):
        measure = Measure(Kind.FROM_TO, Decimal(number), Decimal(70 + number), unit="EUR")
        links = [LinkDraft(objective)]
        _write(ground, GoalKind.KEY_RESULT, f"Sales {number}", links=links, measure=measure)


def _key_result(ground: Ground, objectives: list[Goal], number: int) -> Goal:
    return _write(
        ground,
        GoalKind.KEY_RESULT,
        f"Key result {number}",
        links=_some(ground, objectives, 3),
        measure=measure_for(ground.chance, number),
    )


def _smart(ground: Ground, serves: list[Goal], number: int) -> Goal:
    links = [LinkDraft(parent=serves[0], mode=LinkMode.SUPPORTS), *_some(ground, serves[1:], 1)]
    steps = [StepDraft(f"Step {n}", weight=Decimal(n + 1)) for n in range(3)]
    return _write(
        ground,
        GoalKind.SMART,
        f"SMART goal {number}",
        links=links,
        measure=Measure(Kind.MILESTONES),
        steps=steps,
    )


def _some(ground: Ground, parents: list[Goal], most: int) -> list[LinkDraft]:
    chosen = ground.chance.sample(parents, min(len(parents), ground.chance.randint(1, most)))
    return [
        LinkDraft(parent=parent, weight=Decimal(ground.chance.randint(1, 30)) / 10)
        for parent in chosen
    ]


def _write(ground: Ground, kind: GoalKind, statement: str, **rest: object) -> Goal:
    owner = ground.people[ground.chance.randrange(len(ground.people))]
    return create_goal(GoalDraft(kind, statement, owner, ground.cycle, **rest), owner)
