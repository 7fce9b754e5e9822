"""What a cycle holds, team by team: goals, who has checked in, what is asked for."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import Count, Q

from northing.cycles.models import Cycle
from northing.goals.queries.gate import visible_to
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.kinds import GoalKind, GoalState


@dataclass(frozen=True, slots=True)
class TeamFacts:
    """A team's goals in a cycle that the viewer may see. Nobody is ranked by it."""

    team: str
    slug: str
    objectives: int
    key_results: int
    smart_goals: int
    on_track: int
    at_risk: int
    off_track: int
    too_early: int
    waiting: int
    """Goals whose check-in is due."""
    help_wanted: int
    first_due: date | None = None

    @property
    def measured(self) -> int:
        return self.key_results + self.smart_goals


def facts_by_team(viewer: Viewer, cycle: Cycle, today: date) -> Sequence[TeamFacts]:
    """One row a team with goals in the cycle, by name; goals without a team come last."""
    measured = ~Q(kind=GoalKind.OBJECTIVE)
    rows = (
        visible_to(viewer)
        .filter(cycle=cycle)
        .order_by("team__name")
        .values("team__name", "team__slug")
        .annotate(
            objectives=Count("pk", filter=Q(kind=GoalKind.OBJECTIVE)),
            key_results=Count("pk", filter=Q(kind=GoalKind.KEY_RESULT)),
            smart_goals=Count("pk", filter=Q(kind=GoalKind.SMART)),
            on_track=Count("pk", filter=measured & Q(confidence__gte=7)),
            at_risk=Count("pk", filter=measured & Q(confidence__range=(4, 6))),
            off_track=Count("pk", filter=measured & Q(confidence__lte=3)),
            too_early=Count("pk", filter=measured & Q(confidence=None)),
            waiting=Count("pk", filter=Q(next_check_in_due__lte=today, state=GoalState.ACTIVE)),
            help_wanted=Count("pk", filter=Q(help_wanted=True, state=GoalState.ACTIVE)),
        )
    )
    found = [_facts(dict(row)) for row in rows]
    return sorted(found, key=lambda facts: (not facts.slug, facts.team))


def _facts(row: dict[str, object]) -> TeamFacts:
    name, slug = row.pop("team__name"), row.pop("team__slug")
    return TeamFacts(team=str(name or "No team"), slug=str(slug or ""), **row)  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class CycleCount:
    """A cycle of the list with the number of goals in it that the viewer may see."""

    cycle: Cycle
    goals: int


def cycles_with_counts(viewer: Viewer) -> Sequence[CycleCount]:
    """All cycles of the organization, latest first, with their goals counted."""
    counts: dict[UUID, int] = dict(
        visible_to(viewer).order_by().values_list("cycle_id").annotate(number=Count("pk"))
    )
    cycles = Cycle.objects.filter(organization_id=viewer.organization_id).select_related("parent")
    return [
        CycleCount(cycle, counts.get(cycle.pk, 0)) for cycle in cycles.order_by("-start", "due")
    ]
