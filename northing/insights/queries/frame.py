"""What the frame around every page needs, in two statements whatever the organization's size."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db.models import QuerySet

from northing.cycles.models import Cycle
from northing.goals.models import Goal
from northing.goals.rules.kinds import GoalState
from northing.people.models import Person
from northing.storage import statements
from northing.storage.statements import RowReader

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
    here, me = statements.key(person.organization_id), statements.key(person.pk)
    found = statements.rows(_CYCLE, [here, me, today, here, today, today])
    if not found:
        return Frame(None, 0, _teams(person, NO_CYCLE))
    [cycle] = _CYCLES.read([found[0][:-1]])
    return Frame(cycle, found[0][-1], _teams(person, cycle.pk))


_CYCLES = RowReader(Cycle)
# The shortest running cycle around today; else the latest that runs; else the next one.
_CYCLE = f"""
    SELECT {_CYCLES.columns("cycle")}, (SELECT count(*) FROM goals_goal AS goal
        WHERE goal.organization_id = %s AND goal.owner_id = %s AND goal.state = 'active'
            AND goal.next_check_in_due <= %s)
    FROM cycles_cycle AS cycle
    WHERE cycle.organization_id = %s AND cycle.state IN ('active', 'closing', 'planning')
    ORDER BY (cycle.start <= %s AND cycle.due >= %s AND cycle.state <> 'planning') DESC,
        (cycle.state <> 'planning') DESC, cycle.start DESC, cycle.due
    LIMIT 1
"""  # noqa: S608 (names of columns)
# One step into an index for each team: never a scan over the cycle's goals, nor over all teams.
_TEAMS = f"""
    SELECT team.name, team.slug, (SELECT goal.confidence FROM goals_goal AS goal
        WHERE goal.organization_id = team.organization_id AND goal.cycle_id = %s
            AND goal.team_id = team.id AND goal.kind = 'objective' AND goal.state = 'active'
            AND goal.visibility = 'organization' AND goal.confidence IS NOT NULL
        ORDER BY goal.confidence LIMIT 1)
    FROM people_team AS team
    WHERE team.closed_on IS NULL AND team.id IN (
        SELECT highest.id FROM people_team AS highest
        WHERE highest.organization_id = %s AND highest.parent_id IS NULL
        UNION SELECT mine.team_id FROM people_membership AS mine
        WHERE mine.organization_id = %s AND mine.person_id = %s)
    ORDER BY team.position, team.name LIMIT {MOST_TEAMS}
"""  # noqa: S608 (a number)


def due_goals_of(person: Person, today: date) -> QuerySet[Goal]:
    """The open goals that the person owns and whose check-in is due."""
    return Goal.objects.filter(
        organization_id=person.organization_id,
        owner_id=person.pk,
        state=GoalState.ACTIVE,
        next_check_in_due__lte=today,
    )


def _teams(person: Person, cycle_id: UUID) -> Sequence[TeamStanding]:
    here = statements.key(person.organization_id)
    wanted = [statements.key(cycle_id), here, here, statements.key(person.pk)]
    return [TeamStanding(*row) for row in statements.rows(_TEAMS, wanted)]
