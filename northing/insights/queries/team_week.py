"""A team's week: its goals, who has spoken, what is asked for, and how much each one carries."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction
from uuid import UUID

from northing.cycles.models import Cycle
from northing.goals.queries.rows import COLUMNS, JOINS, WIDTH, GoalRow, goal_row
from northing.goals.queries.seen import seen
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.standing import path_from_text
from northing.measures.expected import expected
from northing.measures.pace import Pace
from northing.measures.voices import Status
from northing.people.models import Team
from northing.people.rules import initials_of
from northing.storage import statements
from northing.storage.statements import as_key

MOST_GOALS = 120
MOST_MEMBERS = 100


@dataclass(frozen=True, slots=True)
class TeamGoal:
    """A goal of the team as a row: words, numbers and how long ago somebody spoke."""

    goal: GoalRow
    status: Status
    pace: Pace
    covered: Decimal | None
    gone: Fraction | None


@dataclass(frozen=True, slots=True)
class MemberWeek:
    """A member: how many goals they carry, and how many check-ins of theirs wait."""

    key: UUID
    name: str
    handle: str
    initials: str
    is_lead: bool
    carries: int
    waiting: int


def goals_of_team(
    viewer: Viewer, team: Team, cycle: Cycle | None, today: date
) -> Sequence[TeamGoal]:
    """The team's open goals of a cycle, objectives first, the weakest first; at most 120."""
    gate, inside = seen(viewer), "" if cycle is None else "AND goal.cycle_id = %s"
    rows = statements.rows(
        f"""SELECT {COLUMNS}, goal.expected_path FROM goals_goal AS goal {JOINS}
        WHERE goal.organization_id = %s AND goal.team_id = %s AND goal.state = 'active' {inside}
            AND {gate.text}
        ORDER BY CASE goal.kind WHEN 'objective' THEN 0 WHEN 'key_result' THEN 1 ELSE 2 END,
            goal.confidence, goal.id LIMIT {MOST_GOALS}""",  # noqa: S608 (names of columns)
        [
            *(statements.key(one) for one in (viewer.organization_id, team.pk)),
            *([] if cycle is None else [statements.key(cycle.pk)]),
            *gate.parameters,
        ],
    )
    return [_team_goal(goal_row(row), row[WIDTH], today) for row in rows]


def members_week(viewer: Viewer, team: Team, today: date) -> Sequence[MemberWeek]:
    """The present members by name, at most 100. Counts only goals that the viewer may see."""
    gate, here = seen(viewer), statements.key(viewer.organization_id)
    rows = statements.rows(
        f"""SELECT person.id, person.name, person.handle, COUNT(goal.id),
            SUM(CASE WHEN goal.next_check_in_due <= %s THEN 1 ELSE 0 END)
        FROM people_membership AS belongs
        JOIN people_person AS person ON person.id = belongs.person_id AND person.left_on IS NULL
        LEFT JOIN goals_goal AS goal ON goal.organization_id = %s AND goal.owner_id = person.id
            AND goal.state = 'active' AND {gate.text}
        WHERE belongs.organization_id = %s AND belongs.team_id = %s
        GROUP BY person.id, person.name, person.handle
        ORDER BY person.name, person.id LIMIT {MOST_MEMBERS}""",  # noqa: S608 (conditions on columns)
        [today, here, *gate.parameters, here, statements.key(team.pk)],
    )
    return [_member(team, as_key(key), *columns) for key, *columns in rows]


def _member(
    team: Team, key: UUID, name: str, handle: str, carries: int, waiting: int
) -> MemberWeek:
    return MemberWeek(key, name, handle, initials_of(name), key == team.lead_id, carries, waiting)


def _team_goal(goal: GoalRow, expected_path: str | None, today: date) -> TeamGoal:
    path = path_from_text(expected_path)
    return TeamGoal(
        goal=goal,
        status=goal.status,
        pace=goal.pace(today),
        covered=goal.progress,
        gone=None if path is None else expected(path, today),
    )
