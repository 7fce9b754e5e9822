"""Which goals somebody looks after beside their own.

Each is a table `around` of keys to begin a statement with, so that it walks from these few goals
and never over the organization.
"""

from typing import Any
from uuid import UUID

from northing.goals.queries.seen import Condition
from northing.goals.queries.viewer import Viewer
from northing.storage import statements


def looked_after_by(viewer: Viewer) -> Condition:
    """Goals of the viewer, of those who report to them, of the teams they lead, and under theirs.

    Each part is one step into an index.
    """
    me, here = statements.key(viewer.person_id), statements.key(viewer.organization_id)
    return Condition(f"({_MINE}) AS around", (here, me, me, here, me, here, here, here, me))


def near(viewer: Viewer, cycle_id: UUID) -> Condition:
    """Goals of a cycle in the teams that the viewer is in or leads, and those under theirs."""
    me, here = statements.key(viewer.person_id), statements.key(viewer.organization_id)
    parameters: tuple[Any, ...] = (here, statements.key(cycle_id), here, me, me, here, me)
    return Condition(f"({_NEAR}) AS around", parameters)


_UNDER = """SELECT link.child_id AS id FROM goals_goal AS mine
    JOIN goals_alignmentlink AS link ON link.parent_id = mine.id
    WHERE mine.organization_id = %s AND mine.owner_id = %s AND mine.state = 'active'"""

# CROSS JOIN: SQLite then takes the tables in this order, the few rows first.
_MINE = f"""SELECT own.id FROM goals_goal AS own
        WHERE own.organization_id = %s AND own.owner_id = %s AND own.state = 'active'
    UNION SELECT theirs.id FROM people_person AS reporting CROSS JOIN goals_goal AS theirs
        WHERE reporting.manager_id = %s AND theirs.organization_id = %s
            AND theirs.owner_id = reporting.id AND theirs.state = 'active'
    UNION SELECT ours.id FROM people_team AS led
        CROSS JOIN cycles_cycle AS running CROSS JOIN goals_goal AS ours
        WHERE led.lead_id = %s AND running.organization_id = %s
            AND running.state IN ('active', 'closing') AND ours.organization_id = %s
            AND ours.cycle_id = running.id AND ours.team_id = led.id AND ours.state = 'active'
    UNION {_UNDER}"""  # noqa: S608 (no values)

_NEAR = f"""SELECT ours.id FROM goals_goal AS ours
        WHERE ours.organization_id = %s AND ours.cycle_id = %s AND ours.state = 'active'
            AND ours.team_id IN (
                SELECT team_id FROM people_membership WHERE organization_id = %s
                    AND person_id = %s
                UNION SELECT id FROM people_team WHERE lead_id = %s)
    UNION {_UNDER}"""  # noqa: S608 (no values)
