"""The gate as a condition of statements written by hand. It says what `gate.seen_by` says.

Building that condition with the ORM takes longer than a whole list of goals; a test holds the two
together.
"""

from dataclasses import dataclass
from typing import Any

from northing.goals.queries.viewer import Viewer
from northing.storage import statements


@dataclass(frozen=True, slots=True)
class Condition:
    """A piece of a statement with its parameters."""

    text: str
    parameters: tuple[Any, ...] = ()


def seen(viewer: Viewer, goal: str = "goal") -> Condition:
    """That the viewer may see the goal; `goal` is the alias of its table."""
    me, here = statements.key(viewer.person_id), statements.key(viewer.organization_id)
    return Condition(_SEEN.replace("goal.", f"{goal}."), (me, here, me, here, me, me, *(me, me)))


_SEEN = """(goal.visibility = 'organization' OR goal.owner_id = %s
    OR (goal.visibility = 'team' AND (
        EXISTS (SELECT 1 FROM people_membership AS membership
            WHERE membership.organization_id = %s AND membership.team_id = goal.team_id
                AND membership.person_id = %s)
        OR EXISTS (SELECT 1 FROM people_team AS team
            LEFT JOIN people_team AS above ON above.id = team.parent_id
            WHERE team.id = goal.team_id AND team.organization_id = %s
                AND (team.lead_id = %s OR above.lead_id = %s))))
    OR EXISTS (SELECT 1 FROM goals_contributor AS helping
        WHERE helping.organization_id = goal.organization_id AND helping.goal_id = goal.id
            AND helping.person_id = %s)
    OR EXISTS (SELECT 1 FROM goals_audience AS named
        WHERE named.organization_id = goal.organization_id AND named.goal_id = goal.id
            AND named.person_id = %s))"""
