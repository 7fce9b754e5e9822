"""The people and goals that tests play with: Kestrel Bikes on the Monday of week 7 of Q1 2027.

Everything is written by the actions that the product uses. Cheap enough to be made for each test.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from northing.check_ins.actions.recording import Answer, record
from northing.check_ins.models import CheckIn
from northing.cycles.models import Cycle
from northing.cycles.rules import CycleState
from northing.goals.actions.goal_draft import GoalDraft, LinkDraft, StepDraft
from northing.goals.actions.writing import create_goal
from northing.goals.models import Goal
from northing.goals.rules.kinds import GoalKind, LinkMode
from northing.measures.measure import Kind, Measure
from northing.people.models import Account, Membership, Organization, Person, Team
from northing.people.rules import Role
from northing.strategy.models import Pillar

TODAY = date(2027, 2, 15)
NOW = datetime(2027, 2, 15, 9, 0, tzinfo=UTC)


@dataclass(slots=True)
class Kestrel:
    """An organization in the middle of its quarter."""

    organization: Organization
    marijke: Person
    tomas: Person
    ines: Person
    aiko: Person
    ruth: Person
    helena: Person
    workshop: Team
    care: Team
    pillar: Pillar
    cycle: Cycle
    company: Goal
    objective: Goal
    repair_share: Goal
    slot_wait: Goal
    training: Goal


def kestrel() -> Kestrel:
    """The organization, its teams and people, and the Workshop objective without check-ins."""
    organization = Organization.objects.create(name="Kestrel Bikes", slug="kestrel", key="KB")
    marijke = person(organization, "Marijke van Dalen", "MD", Role.OWNER)
    tomas = person(organization, "Tomas Lindqvist", "TL", Role.CHAMPION)
    ines = person(organization, "Ines Okafor", "IO", manager=tomas)
    ruth = person(organization, "Ruth Adeyemi", "RA", manager=tomas)
    aiko = person(organization, "Aiko Sato", "AS", manager=ines)
    helena = person(organization, "Helena Brandt", "HB", Role.VIEWER)
    workshop = team(organization, "Workshop network", "WN", ines, (ines, aiko))
    care = team(organization, "Owner care", "OC", ruth, (ruth,))
    pillar = Pillar.objects.create(organization=organization, name="Always riding")
    cycle = Cycle.objects.create(
        organization=organization,
        name="Q1 2027",
        slug="2027-q1",
        start=date(2027, 1, 4),
        due=date(2027, 4, 4),
        state=CycleState.ACTIVE,
    )
    company = objective("Every bike back on the street", tomas, cycle, pillar=pillar)
    broken = objective("Broken on Monday, riding by Friday", ines, cycle, workshop, [company])
    return Kestrel(
        organization=organization,
        marijke=marijke,
        tomas=tomas,
        ines=ines,
        aiko=aiko,
        ruth=ruth,
        helena=helena,
        workshop=workshop,
        care=care,
        pillar=pillar,
        cycle=cycle,
        company=company,
        objective=broken,
        repair_share=key_result("Same-week repair share", ines, broken, "62", "85", "%"),
        slot_wait=key_result("Median wait for a workshop slot", aiko, broken, "6.2", "2.5", "d"),
        training=_training(ines, broken),
    )


def person(
    organization: Organization,
    name: str,
    key: str,
    role: Role = Role.MEMBER,
    manager: Person | None = None,
) -> Person:
    """Somebody with an account that has no password."""
    email = f"{name.lower().replace(' ', '.')}@kestrel.example"
    account = Account(email=email)
    account.set_unusable_password()
    account.save()
    return Person.objects.create(
        organization=organization,
        account=account,
        name=name,
        email=email,
        handle=name.lower().replace(" ", "-"),
        key=key,
        role=role,
        manager=manager,
    )


def team(
    organization: Organization, name: str, key: str, lead: Person, members: tuple[Person, ...]
) -> Team:
    """A team with its lead and members."""
    made = Team.objects.create(
        organization=organization,
        name=name,
        slug=name.lower().replace(" ", "-"),
        key=key,
        lead=lead,
    )
    for member in members:
        Membership.objects.create(organization=organization, team=made, person=member)
    return made


def objective(
    statement: str,
    owner: Person,
    cycle: Cycle,
    for_team: Team | None = None,
    parents: list[Goal] | None = None,
    pillar: Pillar | None = None,
    **options: Any,
) -> Goal:
    """An objective that contributes to its parents, or to a pillar."""
    links = [LinkDraft(parent=parent) for parent in parents or []]
    links += [LinkDraft(pillar=pillar)] if pillar is not None else []
    draft = GoalDraft(
        kind=GoalKind.OBJECTIVE,
        statement=statement,
        owner=owner,
        cycle=cycle,
        team=for_team,
        links=links,
        **options,
    )
    return create_goal(draft, owner)


def key_result(
    statement: str,
    owner: Person,
    parent: Goal,
    baseline: str,
    target: str,
    unit: str = "",
    weight: str = "1",
    **options: Any,
) -> Goal:
    """A key result that goes from a number to a number."""
    measure = Measure(Kind.FROM_TO, Decimal(baseline), Decimal(target), unit=unit)
    return measured(statement, owner, parent, measure, weight, **options)


def measured(
    statement: str,
    owner: Person,
    parent: Goal,
    measure: Measure,
    weight: str = "1",
    **options: Any,
) -> Goal:
    """A key result with any measure."""
    draft = GoalDraft(
        kind=GoalKind.KEY_RESULT,
        statement=statement,
        owner=owner,
        cycle=parent.cycle,
        team=parent.team,
        measure=measure,
        links=[LinkDraft(parent=parent, weight=Decimal(weight))],
        **options,
    )
    return create_goal(draft, owner)


def said(
    goal: Goal,
    value: str | None,
    confidence: int | None = None,
    on: date = TODAY,
    by: Person | None = None,
    **options: Any,
) -> CheckIn:
    """Check in on a goal as its owner, on a day of the past or today."""
    answer = Answer(Decimal(value) if value is not None else None, confidence, on=on, **options)
    return record(goal, answer, by or goal.owner, TODAY)


def _training(owner: Person, serves: Goal) -> Goal:
    steps = (
        StepDraft("Choose the twelve", date(2027, 1, 22)),
        StepDraft("Book the trainer", date(2027, 2, 12)),
        StepDraft("First six certified", date(2027, 3, 12)),
        StepDraft("All twelve certified", date(2027, 4, 2)),
    )
    draft = GoalDraft(
        kind=GoalKind.SMART,
        statement="Train 12 mechanics to level 3 by 2 April",
        owner=owner,
        cycle=serves.cycle,
        team=serves.team,
        measure=Measure(Kind.MILESTONES),
        steps=steps,
        links=[LinkDraft(parent=serves, mode=LinkMode.SUPPORTS)],
    )
    return create_goal(draft, owner)
