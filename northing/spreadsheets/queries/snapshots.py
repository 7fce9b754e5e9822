"""What an import is compared with."""

from collections import defaultdict
from decimal import Decimal
from uuid import UUID

from northing.cycles.models import Cycle
from northing.cycles.rules import CycleState
from northing.goals.models import AlignmentLink, Contributor, GoalMeasure
from northing.goals.queries.gate import visible_to
from northing.goals.queries.roll_ups import measures_of
from northing.goals.queries.viewer import Viewer
from northing.people.models import Organization, Person
from northing.people.queries import people_in, teams_in
from northing.spreadsheets.models import ImportedGoal, RememberedMapping
from northing.spreadsheets.rules.snapshot import (
    KnownCycle,
    KnownGoal,
    KnownPerson,
    KnownTeam,
    Snapshot,
)


def snapshot_for(person: Person) -> Snapshot:
    """The organization as a person sees it: an import neither shows nor changes more."""
    organization = person.organization
    return Snapshot(
        me=_known_person(person),
        people=tuple(map(_known_person, people_in(organization))),
        teams=tuple(
            KnownTeam(str(team.pk), team.name, team.key) for team in teams_in(organization)
        ),
        cycles=_known_cycles(organization),
        goals=_known_goals(person),
        mappings=dict(
            RememberedMapping.objects.filter(organization=organization).values_list(
                "headings", "fields"
            )
        ),
    )


def empty_snapshot() -> Snapshot:
    """What a file is compared with where there is no organization yet."""
    return Snapshot(KnownPerson("", "The importing person"))


def _known_person(person: Person) -> KnownPerson:
    return KnownPerson(str(person.pk), person.name, person.email, person.has_left)


def _known_cycles(organization: Organization) -> tuple[KnownCycle, ...]:
    return tuple(
        KnownCycle(
            key=str(cycle.pk),
            name=cycle.name,
            period=cycle.period,
            is_open=cycle.is_open,
            is_active=cycle.state == CycleState.ACTIVE,
        )
        for cycle in Cycle.objects.filter(organization=organization).order_by("start")
    )


def _known_goals(person: Person) -> tuple[KnownGoal, ...]:
    goals = list(
        visible_to(Viewer.of(person)).exclude(cycle__state=CycleState.CLOSED).order_by("id")
    )
    organization_id = person.organization_id
    keys = [goal.pk for goal in goals]
    measures = measures_of(organization_id, keys)
    parents = _parents(organization_id)
    helpers = _helpers(organization_id)
    definitions = _definitions(organization_id)
    imported = {
        row.goal_id: row for row in ImportedGoal.objects.filter(organization_id=organization_id)
    }
    return tuple(
        KnownGoal(
            key=str(goal.pk),
            short_id=goal.short_id,
            kind=goal.kind,
            statement=goal.statement,
            cycle=str(goal.cycle_id),
            owner=str(goal.owner_id),
            team=str(goal.team_id) if goal.team_id else None,
            start=goal.start,
            due=goal.due,
            why=goal.why,
            tags=tuple(goal.tags),
            visibility=goal.visibility,
            ambition=goal.ambition,
            state=goal.state,
            definition=definitions.get(goal.pk, ""),
            measure=measures.get(goal.pk),
            value=goal.value,
            confidence=goal.said_confidence,
            contributors=tuple(helpers[goal.pk]),
            parents=parents[goal.pk],
            external_id=goal.external_id,
            source=imported[goal.pk].source if goal.pk in imported else "",
            remembered=imported[goal.pk].told if goal.pk in imported else {},
            version=goal.version,
        )
        for goal in goals
    )


def _parents(organization_id: UUID) -> dict[UUID, dict[str, Decimal]]:
    found: dict[UUID, dict[str, Decimal]] = defaultdict(dict)
    links = AlignmentLink.objects.filter(organization_id=organization_id).exclude(parent=None)
    for child, parent, weight in links.values_list("child_id", "parent_id", "weight"):
        found[child][str(parent)] = Decimal(1) if weight is None else weight
    return found


def _helpers(organization_id: UUID) -> dict[UUID, list[str]]:
    found: dict[UUID, list[str]] = defaultdict(list)
    rows = Contributor.objects.filter(organization_id=organization_id)
    for goal, person in rows.values_list("goal_id", "person_id"):
        found[goal].append(str(person))
    return found


def _definitions(organization_id: UUID) -> dict[UUID, str]:
    rows = GoalMeasure.objects.filter(organization_id=organization_id).exclude(definition="")
    return dict(rows.values_list("goal_id", "definition"))
