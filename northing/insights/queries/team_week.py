"""A team's week: its goals, who has spoken, what is asked for, and how much each one carries."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from django.db.models import Case, Count, IntegerField, Max, Q, Value, When

from northing.cycles.models import Cycle
from northing.goals.models import Goal
from northing.goals.queries.gate import visible_to
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.kinds import GoalKind, GoalState
from northing.goals.rules.standing import path_from_json
from northing.measures.expected import expected
from northing.measures.pace import Pace
from northing.measures.voices import Status
from northing.people.models import Person, Team
from northing.people.rules import initials_of

MOST_GOALS = 120
MOST_MEMBERS = 100


@dataclass(frozen=True, slots=True)
class TeamGoal:
    """A goal of the team as a row: words, numbers and how long ago somebody spoke."""

    goal: Goal
    status: Status
    pace: Pace
    covered: Fraction | None
    gone: Fraction | None

    @property
    def value(self) -> Decimal | None:
        return self.goal.value


@dataclass(frozen=True, slots=True)
class MemberWeek:
    """A member: what they carry, whether a check-in of theirs waits, and when they last spoke."""

    key: UUID
    name: str
    handle: str
    initials: str
    is_lead: bool
    carries: int
    waiting: int
    last_spoke: date | None


def goals_of_team(
    viewer: Viewer, team: Team, cycle: Cycle | None, today: date
) -> Sequence[TeamGoal]:
    """The team's open goals of a cycle, objectives first, the weakest first; at most 120."""
    kind_order = Case(
        When(kind=GoalKind.OBJECTIVE, then=Value(0)),
        When(kind=GoalKind.KEY_RESULT, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    found = (
        visible_to(viewer)
        .filter(team=team, state=GoalState.ACTIVE)
        .filter(Q(cycle=cycle) if cycle is not None else Q())
        .select_related("measure", "owner")
        .order_by(kind_order, "confidence", "id")[:MOST_GOALS]
    )
    return [_row(goal, today) for goal in found]


def members_week(viewer: Viewer, team: Team, today: date) -> Sequence[MemberWeek]:
    """The present members by name, at most 100. Counts only goals that the viewer may see."""
    members = list(
        Person.objects.filter(memberships__team=team, left_on=None)
        .order_by("name", "id")
        .values_list("pk", "name", "handle")[:MOST_MEMBERS]
    )
    carried = _carried(viewer, [key for key, *_ in members], today)
    return [
        MemberWeek(key, name, handle, initials_of(name), key == team.lead_id, *carried[key])
        for key, name, handle in members
    ]


def _carried(
    viewer: Viewer, owners: Sequence[UUID], today: date
) -> Mapping[UUID, tuple[int, int, date | None]]:
    """By owner: the open goals that the viewer may see, those that are due, the last word."""
    rows = (
        visible_to(viewer)
        .filter(owner_id__in=owners, state=GoalState.ACTIVE)
        .order_by()
        .values_list("owner_id")
        .annotate(
            carries=Count("pk"),
            waiting=Count("pk", filter=Q(next_check_in_due__lte=today)),
            last_spoke=Max("last_checked_in_on"),
        )
    )
    found = {owner: (carries, waiting, spoke) for owner, carries, waiting, spoke in rows}
    return defaultdict(lambda: (0, 0, None), found)


def _row(goal: Goal, today: date) -> TeamGoal:
    path = path_from_json(goal.expected_path)
    return TeamGoal(
        goal=goal,
        status=goal.status,
        pace=goal.pace(today),
        covered=None if goal.progress is None else Fraction(goal.progress),
        gone=None if path is None else expected(path, today),
    )
