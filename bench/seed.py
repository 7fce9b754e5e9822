"""A large organization for measuring: as many key results as asked for, ten for each person.

`python -m bench.large 10000` fills the database of NORTHING_DATA_DIR; `seed()` does so inside a
program. The same size gives the same plan, apart from its keys.
"""

import random
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import islice
from typing import Any

from django.db import connection, transaction

from bench.check_ins import say_weekly
from bench.plan import plan_goals
from northing.cycles.models import Cycle
from northing.goals.actions.wording import put_all_words
from northing.goals.models import AlignmentLink, Goal, GoalMeasure, Step
from northing.people.models import Account, Membership, Organization, Person, Team
from northing.people.rules import Role
from northing.strategy.models import Pillar, Strategy

WEEKS_GONE = 6
BATCH = 500
KEY_RESULTS_EACH = 10
LEAST_PEOPLE = 20


@dataclass(slots=True)
class Cast:
    """Who and when: everything that goals are made of."""

    organization: Organization
    year: Cycle
    quarter: Cycle
    pillars: Sequence[Pillar]
    teams: Sequence[Team]
    people: Sequence[Person]
    today: date
    chance: random.Random = field(default_factory=lambda: random.Random(7))


def seed(
    key_results: int, *, slug: str = "large", people: int = 0, today: date | None = None
) -> Organization:
    """Make an organization with that many key results, fan-out 5, and six weeks of check-ins.

    As many people as asked for; else a person for every ten key results, so that somebody owns
    about as much in a small organization as in a large one. A team for every ten people.
    Its first person, "p-0", is an owner with an account (e-mail p0@example.org, no password).
    Ends with ANALYZE, as a database in use has it.
    """
    with transaction.atomic():
        size = people or max(key_results // KEY_RESULTS_EACH, LEAST_PEOPLE)
        cast = _cast(slug, size, today or date.today())  # noqa: DTZ011 (a bench has no zone)
        plan = plan_goals(cast, key_results)
        _write(Goal, plan.goals)
        _write(GoalMeasure, plan.measures)
        _write(AlignmentLink, plan.links)
        _write(Step, plan.steps)
        say_weekly(cast, plan)
        put_all_words(cast.organization)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    return cast.organization


def _cast(slug: str, size: int, today: date) -> Cast:
    organization = Organization.objects.create(name=f"Large {slug}", slug=slug, key="LA")
    start = today - timedelta(days=today.weekday(), weeks=WEEKS_GONE)
    year = _cycle(organization, "Year", start - timedelta(weeks=13), 52, None)
    quarter = _cycle(organization, "Quarter", start, 13, year)
    Strategy.objects.create(organization=organization, mission="Ownership without hassle")
    pillars = [
        Pillar.objects.create(organization=organization, name=f"Pillar {number}", position=number)
        for number in range(5)
    ]
    people = _people(organization, size)
    teams = _teams(organization, people)
    return Cast(organization, year, quarter, pillars, teams, people, today)


def _cycle(
    organization: Organization, name: str, start: date, weeks: int, parent: Cycle | None
) -> Cycle:
    return Cycle.objects.create(
        organization=organization,
        parent=parent,
        name=name,
        slug=name.lower(),
        start=start,
        due=start + timedelta(weeks=weeks, days=-1),
        state="active",
    )


def _people(organization: Organization, size: int) -> list[Person]:
    account, is_new = Account.objects.get_or_create(email="p0@example.org")
    if is_new:
        account.set_unusable_password()
        account.save()
    people = [
        Person(
            organization=organization,
            account=account if number == 0 else None,
            name=f"{_FIRST[number % 10]} {_LAST[number // 10 % 10]} {number}",
            email=f"p{number}@example.org",
            handle=f"p-{number}",
            key=f"P{number}",
            role=Role.OWNER if number == 0 else Role.MEMBER,
        )
        for number in range(size)
    ]
    for number, person in enumerate(people[1:], start=1):
        person.manager = people[(number - 1) // 10]
    _write(Person, people)
    return people


def _teams(organization: Organization, people: Sequence[Person]) -> list[Team]:
    teams: list[Team] = []
    for number in range(max(10, len(people) // 10)):
        teams.append(
            Team(
                organization=organization,
                parent=teams[number // 10 - 1] if number >= 10 else None,
                name=f"Team {number}",
                slug=f"team-{number}",
                key=f"T{number}",
                lead=people[number],
                position=number,
            )
        )
    _write(Team, teams)
    _write(
        Membership,
        [
            Membership(organization=organization, team=teams[n % len(teams)], person=person)
            for n, person in enumerate(people)
        ],
    )
    return teams


def _write(model: Any, rows: Iterable[Any]) -> None:
    waiting = iter(rows)
    while batch := list(islice(waiting, 20 * BATCH)):
        model.objects.bulk_create(batch, batch_size=BATCH)


_FIRST = ["Ada", "Bram", "Camille", "Diego", "Elin", "Farah", "Goran", "Hanna", "Ines", "Jonas"]
_LAST = ["Abel", "Berg", "Claes", "Demir", "Ekdal", "Ferri", "Groen", "Haddad", "Ito", "Janssen"]
