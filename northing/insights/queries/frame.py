"""What the frame around every page needs, in two statements whatever the organization's size."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Subquery

from northing.cycles.models import Cycle
from northing.cycles.rules import CycleState
from northing.goals.models import Goal
from northing.goals.rules.kinds import GoalKind, GoalState, Visibility
from northing.people.models import Membership, Person, Team

MOST_TEAMS = 8
NO_CYCLE = UUID(int=0)


@dataclass(frozen=True, slots=True)
class TeamStanding:
    """A team of the sidebar with the weakest confidence among its open objectives."""

    name: str
    slug: str
    confidence: int | None


@dataclass(frozen=True, slots=True)
class Frame:
    """The running cycle, how many check-ins are due, and the nearest teams."""

    cycle: Cycle | None
    due_count: int
    teams: Sequence[TeamStanding]


def frame_for(person: Person, today: date) -> Frame:
    """The frame for a person on a day of their organization."""
    cycle = current_cycle(person.organization_id, today, person)
    due = cycle.due_count if cycle is not None else 0  # type: ignore[attr-defined]
    teams = _teams(person, cycle.pk if cycle is not None else NO_CYCLE)
    return Frame(cycle, due, teams)


def current_cycle(organization_id: UUID, today: date, person: Person | None = None) -> Cycle | None:
    """The shortest running cycle around today; else the latest that runs; else the next one."""
    cycles = Cycle.objects.filter(organization_id=organization_id)
    if person is not None:
        cycles = cycles.annotate(due_count=Subquery(_due_count(person, today)))
    running = cycles.filter(
        state__in=[CycleState.ACTIVE, CycleState.CLOSING, CycleState.PLANNING]
    ).annotate(
        is_now=Q(start__lte=today, due__gte=today) & ~Q(state=CycleState.PLANNING),
        is_running=~Q(state=CycleState.PLANNING),
    )
    return running.order_by("-is_now", "-is_running", "-start", "due").first()


def due_goals_of(person: Person, today: date) -> QuerySet[Goal]:
    """The open goals that the person owns and whose check-in is due."""
    return Goal.objects.filter(
        organization_id=person.organization_id,
        owner_id=person.pk,
        state=GoalState.ACTIVE,
        next_check_in_due__lte=today,
    )


def _due_count(person: Person, today: date) -> QuerySet[Goal, Any]:
    due = due_goals_of(person, today).order_by()
    return due.values("organization_id").annotate(number=Count("pk")).values("number")


def _teams(person: Person, cycle_id: UUID | str) -> Sequence[TeamStanding]:
    mine = Membership.objects.filter(
        organization_id=person.organization_id, person_id=person.pk, team_id=OuterRef("pk")
    )
    rows = (
        Team.objects.filter(organization_id=person.organization_id, closed_on=None)
        .filter(Q(parent=None) | Exists(mine))
        .order_by("position", "name")
        .annotate(weakest=Subquery(_weakest_of_team(cycle_id)))
        .values_list("name", "slug", "weakest")[:MOST_TEAMS]
    )
    return [TeamStanding(*row) for row in rows]


def _weakest_of_team(cycle_id: UUID | str) -> QuerySet[Goal, Any]:
    """One step into an index per team: never a scan over the cycle's goals."""
    return (
        Goal.objects.filter(
            organization_id=OuterRef("organization_id"),
            cycle_id=cycle_id,
            team_id=OuterRef("pk"),
            kind=GoalKind.OBJECTIVE,
            state=GoalState.ACTIVE,
            visibility=Visibility.ORGANIZATION,
            confidence__isnull=False,
        )
        .order_by(F("confidence"))
        .values("confidence")[:1]
    )
