"""Who carries many goals in a cycle, and which pillars carry none: both as a viewer may know it."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from northing.coach.rules.sets.load import MOST_CARRIED
from northing.cycles.models import Cycle
from northing.goals.queries.seen import seen
from northing.goals.queries.viewer import Viewer
from northing.people.rules import may_run_cycles
from northing.storage import statements
from northing.storage.statements import as_key

_MOST_ROWS = 1_000
_LEVELS = 4


@dataclass(frozen=True, slots=True)
class Carrier:
    """Somebody who carries more goals than one keeps in mind, and how many."""

    name: str
    handle: str
    goals: int


@dataclass(frozen=True, slots=True)
class Load:
    """The people of a team who carry many goals: how many they are, and those who may be named."""

    people: int
    named: Sequence[Carrier] = ()


def load_by_team(viewer: Viewer, cycle: Cycle) -> Mapping[UUID | None, Load]:
    """People with more than seven open key results and SMART goals in the cycle, by their teams.

    Champions and the leads of a team are told who they are, others only how many. Goals that the
    viewer may not see count for nobody. One statement.
    """
    gate = seen(viewer)
    rows = statements.rows(
        f"""SELECT mine.team_id, team.lead_id, person.name, person.handle, carried.goals
        FROM (SELECT goal.owner_id, COUNT(*) AS goals FROM goals_goal AS goal
            WHERE goal.organization_id = %s AND goal.cycle_id = %s AND goal.state = 'active'
                AND goal.kind <> 'objective' AND {gate.text}
            GROUP BY goal.owner_id HAVING COUNT(*) > {MOST_CARRIED}) AS carried
        JOIN people_person AS person ON person.id = carried.owner_id
        LEFT JOIN people_membership AS mine ON mine.person_id = person.id
        LEFT JOIN people_team AS team ON team.id = mine.team_id
        ORDER BY person.name, person.id LIMIT {_MOST_ROWS}""",  # noqa: S608 (numbers and names)
        [statements.key(viewer.organization_id), statements.key(cycle.pk), *gate.parameters],
    )
    carriers: dict[UUID | None, list[tuple[Carrier, bool]]] = defaultdict(list)
    for team, lead, name, handle, goals in rows:
        is_told = may_run_cycles(viewer.role) or (
            lead is not None and as_key(lead) == viewer.person_id
        )
        key = None if team is None else as_key(team)
        carriers[key].append((Carrier(name, handle, goals), is_told))
    return {
        team: Load(len(those), [carrier for carrier, is_told in those if is_told])
        for team, those in carriers.items()
    }


def pillars_without_goals(viewer: Viewer, cycle: Cycle) -> Sequence[tuple[UUID, str]]:
    """The pillars, by key and name, under which the viewer sees no open goal of the cycle.

    A goal stands under a pillar that it serves itself or over up to three open goals. One
    statement.
    """
    condition, values = _has_goal("pillar_id = pillar.id", viewer, cycle, 1)
    rows = statements.rows(
        f"""SELECT pillar.id, pillar.name FROM strategy_pillar AS pillar
        WHERE pillar.organization_id = %s AND pillar.retired_on IS NULL AND NOT {condition}
        ORDER BY pillar.position, pillar.id""",  # noqa: S608 (names of columns)
        [statements.key(viewer.organization_id), *values],
    )
    return [(as_key(key), name) for key, name in rows]


def _has_goal(under: str, viewer: Viewer, cycle: Cycle, level: int) -> tuple[str, list[UUID | str]]:
    """That a goal of the cycle is linked `under` something, or stands below a goal that is.

    `under` is a condition on a column of the link.
    """
    goal, link = f"goal{level}", f"link{level}"
    gate = seen(viewer, goal)
    condition = f"({goal}.cycle_id = %s AND {gate.text})"
    values = [statements.key(cycle.pk), *gate.parameters]
    if level < _LEVELS:
        below, more = _has_goal(f"parent_id = {goal}.id", viewer, cycle, level + 1)
        condition, values = f"({condition} OR {below})", [*values, *more]
    text = f"""EXISTS (SELECT 1 FROM goals_alignmentlink AS {link}
        JOIN goals_goal AS {goal} ON {goal}.id = {link}.child_id
        WHERE {link}.{under} AND {goal}.state = 'active'
            AND {condition})"""  # noqa: S608 (names of columns)
    return text, values
