"""What the demo's goals stand on: organization, people, teams, strategy and cycles."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.contrib.auth.hashers import make_password

from northing.cycles.models import Cycle
from northing.cycles.rules import CycleState
from northing.demo import cast, strategy
from northing.demo.clock import Clock
from northing.demo.shapes import Member
from northing.demo.timetable import Span, Timetable
from northing.people.actions.joining import LONGEST_PERSON_KEY
from northing.people.models import Account, Membership, Organization, Person, Team
from northing.people.rules import free_key
from northing.strategy.actions import write_strategy
from northing.strategy.models import Pillar
from northing.strategy.queries import pillars_of
from northing.strategy.rules import StrategyWords, Words


@dataclass(frozen=True, slots=True)
class Foundation:
    """The rows that goals refer to: persons by handle, teams by key, cycles by slug."""

    organization: Organization
    people: Mapping[str, Person]
    teams: Mapping[str, Team]
    pillars: Mapping[str, Pillar]
    cycles: Mapping[str, Cycle]


def lay(times: Timetable, clock: Clock) -> Foundation:
    """Write everything but the goals. Call inside a transaction."""
    founded = clock.before(times.year.start)
    organization = Organization.objects.create(
        name=strategy.NAME,
        slug=strategy.SLUG,
        key=strategy.KEY,
        time_zone=strategy.TIME_ZONE,
        is_demo=True,
        created_at=founded,
    )
    people = _people(organization, founded)
    teams = _teams(organization, people)
    pillars = _strategy(organization, people["marijke.vandalen"], times.year.start, clock)
    return Foundation(organization, people, teams, pillars, _cycles(organization, times))


def _people(organization: Organization, founded: datetime) -> dict[str, Person]:
    accounts = [
        Account(email=_email(member), password=make_password(None), created_at=founded)
        for member in cast.PEOPLE
    ]
    keys = _keys()
    people = {
        member.handle: Person(
            organization=organization,
            account=account,
            name=member.name,
            email=_email(member),
            handle=member.handle.replace(".", "-"),
            key=keys[member.handle],
            role=member.role,
            title=member.title,
            created_at=founded,
        )
        for member, account in zip(cast.PEOPLE, accounts, strict=True)
    }
    for member in cast.PEOPLE:
        people[member.handle].manager = people.get(member.manager)
    Account.objects.bulk_create(accounts)
    Person.objects.bulk_create(people.values())
    return people


def _email(member: Member) -> str:
    return f"{member.handle}@{strategy.MAIL_DOMAIN}"


def _keys() -> dict[str, str]:
    taken = {team.key for team in cast.TEAMS} | {strategy.KEY}
    keys = {}
    for member in cast.PEOPLE:
        keys[member.handle] = free_key(member.name, taken, LONGEST_PERSON_KEY)
        taken.add(keys[member.handle])
    return keys


def _teams(organization: Organization, people: Mapping[str, Person]) -> dict[str, Team]:
    teams: dict[str, Team] = {}
    for position, unit in enumerate(cast.TEAMS):
        teams[unit.key] = Team.objects.create(
            organization=organization,
            parent=teams.get(unit.parent),
            name=unit.name,
            slug=unit.slug,
            key=unit.key,
            lead=people[unit.lead],
            purpose=unit.purpose,
            position=position,
        )
    Membership.objects.bulk_create(
        Membership(organization=organization, team=teams[member.team], person=people[member.handle])
        for member in cast.PEOPLE
        if member.team
    )
    return teams


def _strategy(organization: Organization, by: Person, on: date, clock: Clock) -> dict[str, Pillar]:
    words = StrategyWords(
        mission=strategy.MISSION,
        vision=strategy.VISION,
        will_not_do=strategy.WILL_NOT_DO,
        values=tuple(Words(name, meaning) for name, meaning in strategy.VALUES),
        pillars=tuple(Words(name, meaning) for name, meaning in strategy.PILLARS),
    )
    write_strategy(organization, words, by, today=on, seen_version=1, at=clock.before(on))
    return {pillar.name: pillar for pillar in pillars_of(organization.pk)}


def _cycles(organization: Organization, times: Timetable) -> dict[str, Cycle]:
    year = _cycle(organization, times.year, None)
    quarters = [_cycle(organization, span, year) for span in times.quarters]
    return {cycle.slug: cycle for cycle in (year, *quarters)}


def _cycle(organization: Organization, span: Span, year: Cycle | None) -> Cycle:
    return Cycle.objects.create(
        organization=organization,
        parent=year,
        name=span.name,
        slug=span.slug,
        start=span.start,
        due=span.due,
        # Closed quarters are closed once their goals have lived through them.
        state=CycleState.ACTIVE if span.state is CycleState.CLOSED else span.state,
        cadence=span.cadence,
    )
