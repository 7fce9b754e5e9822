"""What the coach found in goals, through their gate."""

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from northing.coach.models import KeptAssessment
from northing.coach.rules.keeping import CriterionCount, counted
from northing.cycles.models import Cycle
from northing.goals.models import Goal
from northing.goals.queries.gate import seen_by
from northing.goals.queries.seen import seen
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.kinds import GoalState
from northing.people.models import Team
from northing.storage import statements
from northing.storage.statements import as_key


@dataclass(frozen=True, slots=True)
class TeamCriteria:
    """How the open goals of a team in a cycle stand by criterion, as far as the viewer sees them.

    `goals` have been read by the coach, `unread` have not. Without a team: `team_id` is None.
    """

    team_id: UUID | None
    team: str
    slug: str
    goals: int
    unread: int
    criteria: tuple[CriterionCount, ...]


def assessment_of(viewer: Viewer, goal: Goal) -> KeptAssessment | None:
    """What the coach found when the goal was saved last; None when nothing is kept, or not for
    this viewer."""
    return (
        KeptAssessment.objects.select_related("person")
        .filter(
            seen_by(viewer, "goal__"),
            organization_id=viewer.organization_id,
            goal__organization_id=viewer.organization_id,
            goal_id=goal.pk,
        )
        .order_by("-id")
        .first()
    )


def criteria_of_team(viewer: Viewer, team: Team, cycle: Cycle) -> TeamCriteria:
    """The open goals of a team in a cycle, by criterion. One statement."""
    found = _grouped(viewer, cycle, [team.pk])
    return _criteria((team.pk, team.name, team.slug), found)


def criteria_of_cycle(
    viewer: Viewer, cycle: Cycle, teams: Collection[UUID] | None = None
) -> Sequence[TeamCriteria]:
    """The open goals of a cycle by team and criterion, teams by name; those without one last.

    Of all teams, or of those asked for, as a page of a large organization does. One statement.
    """
    by_team: dict[tuple[UUID | None, str, str], list[tuple[Any, ...]]] = defaultdict(list)
    for row in _grouped(viewer, cycle, teams):
        key = as_key(row[0]) if row[0] is not None else None
        by_team[key, row[1] or "", row[2] or ""].append(row)
    found = [_criteria(team, rows) for team, rows in by_team.items()]
    return sorted(found, key=lambda one: (one.team_id is None, one.team.casefold()))


def _criteria(team: tuple[UUID | None, str, str], found: Sequence[tuple[Any, ...]]) -> TeamCriteria:
    read = [(line, goals) for *_, line, goals in found if line is not None]
    return TeamCriteria(
        *team,
        goals=sum(goals for _, goals in read),
        unread=sum(goals for *_, line, goals in found if line is None),
        criteria=counted(read),
    )


def _grouped(viewer: Viewer, cycle: Cycle, teams: Collection[UUID] | None) -> list[tuple[Any, ...]]:
    """Team, its name and slug, what was told of a goal, and how many goals that is true of."""
    gate = seen(viewer)
    of_teams, values = "", []
    if teams is not None:
        of_teams, values = f"AND {statements.is_among('goal.team_id')}", [statements.keys(teams)]
    return statements.rows(
        # What was told stands in the index beside the key: no finding is read to be counted.
        f"""SELECT team.id, team.name, team.slug, one.told, COUNT(*)
        FROM (
            SELECT goal.team_id, (SELECT kept.told FROM coach_keptassessment AS kept
                WHERE kept.goal_id = goal.id ORDER BY kept.id DESC LIMIT 1) AS told
            FROM goals_goal AS goal
            WHERE goal.organization_id = %s AND goal.cycle_id = %s AND goal.state = %s
                AND {gate.text} {of_teams}
        ) AS one LEFT JOIN people_team AS team ON team.id = one.team_id
        GROUP BY team.id, team.name, team.slug, one.told""",  # noqa: S608 (names of columns)
        [
            statements.key(viewer.organization_id),
            statements.key(cycle.pk),
            GoalState.ACTIVE.value,
            *gate.parameters,
            *values,
        ],
    )
