"""What the frame around every page needs, in one statement whatever the organization's size."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from northing.cycles.models import Cycle
from northing.goals.models import Goal
from northing.goals.rules.kinds import GoalState
from northing.people.models import Person
from northing.storage import statements
from northing.storage.statements import RowReader

MOST_TEAMS = 8


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
    here, me = statements.key(person.organization_id), statements.key(person.pk)
    found = statements.rows(_FRAME, [here, me, today, here, today, today, here, here, me])
    cycle, due_count = _CYCLES.width, found[0][_CYCLES.width]
    teams = [TeamStanding(*row[cycle + 1 :]) for row in found if row[-2] is not None]
    if found[0][0] is None:
        return Frame(None, 0, teams)
    [running] = _CYCLES.read([found[0][:cycle]])
    return Frame(running, due_count, teams)


_CYCLES = RowReader(Cycle)
# The shortest running cycle around today; else the latest that runs; else the next one.
_CYCLE = f"""
    SELECT {_CYCLES.columns("cycle")}, (SELECT count(*) FROM goals_goal AS goal
        WHERE goal.organization_id = %s AND goal.owner_id = %s AND goal.state = 'active'
            AND goal.next_check_in_due <= %s) AS due_count
    FROM cycles_cycle AS cycle
    WHERE cycle.organization_id = %s AND cycle.state IN ('active', 'closing', 'planning')
    ORDER BY (cycle.start <= %s AND cycle.due >= %s AND cycle.state <> 'planning') DESC,
        (cycle.state <> 'planning') DESC, cycle.start DESC, cycle.due
    LIMIT 1
"""  # noqa: S608 (names of columns)
# One row a team, each with the cycle; one row, too, where there is no cycle or no team.
# One step into an index for each team: never a scan over the cycle's goals, nor over all teams.
_FRAME = f"""
    SELECT {_CYCLES.columns("now")}, now.due_count, team.name, team.slug,
        (SELECT goal.confidence FROM goals_goal AS goal
        WHERE goal.organization_id = team.organization_id AND goal.cycle_id = now.id
            AND goal.team_id = team.id AND goal.kind = 'objective' AND goal.state = 'active'
            AND goal.visibility = 'organization' AND goal.confidence IS NOT NULL
        ORDER BY goal.confidence LIMIT 1)
    FROM (SELECT 1 AS always) AS one
    LEFT JOIN ({_CYCLE}) AS now ON one.always = 1
    LEFT JOIN people_team AS team ON team.closed_on IS NULL AND team.id IN (
        SELECT highest.id FROM people_team AS highest
        WHERE highest.organization_id = %s AND highest.parent_id IS NULL
        UNION SELECT mine.team_id FROM people_membership AS mine
        WHERE mine.organization_id = %s AND mine.person_id = %s)
    ORDER BY team.position, team.name LIMIT {MOST_TEAMS}
"""  # noqa: S608 (names of columns)


def due_goals_of(person: Person, today: date) -> QuerySet[Goal]:
    """The open goals that the person owns and whose check-in is due."""
    return Goal.objects.filter(
        organization_id=person.organization_id,
        owner_id=person.pk,
        state=GoalState.ACTIVE,
        next_check_in_due__lte=today,
    )
