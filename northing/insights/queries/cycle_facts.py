"""What a cycle holds, team by team: goals, who has checked in, what is asked for.

Goals are counted in an index that holds all that is asked of them; what not everybody sees goes
through the gate one by one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from northing.cycles.models import Cycle
from northing.goals.queries.seen import seen
from northing.goals.queries.viewer import Viewer
from northing.storage import statements
from northing.storage.statements import RowReader, as_key

TEAMS_OF_A_PAGE = 50


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

    @property
    def measured(self) -> int:
        return self.key_results + self.smart_goals


def facts_by_team(
    viewer: Viewer, cycle: Cycle, today: date, page: int = 1
) -> tuple[Sequence[TeamFacts], bool]:
    """A page (from 1) of the teams with goals in the cycle, by name, and whether more follow.

    Goals without a team come last. Two statements for 50 teams, however many there are.
    """
    found = _teams(viewer, cycle, (page - 1) * TEAMS_OF_A_PAGE)
    shown = found[:TEAMS_OF_A_PAGE]
    has_more = len(found) > len(shown)
    teams = [key for key, *_ in shown]
    counts = dict(_counts(viewer, cycle, today, teams, is_last=not has_more))
    named = [*shown, (None, "No team", "")]
    facts = [TeamFacts(name, slug, *counts[key]) for key, name, slug in named if key in counts]
    return facts, has_more


def _teams(viewer: Viewer, cycle: Cycle, after: int) -> list[tuple[UUID, str, str]]:
    """Teams with a goal that the viewer may see, one more than a page has."""
    gate, here = seen(viewer), statements.key(viewer.organization_id)
    rows = statements.rows(
        f"""SELECT team.id, team.name, team.slug FROM people_team AS team
        WHERE team.organization_id = %s AND EXISTS (SELECT 1 FROM goals_goal AS goal
            WHERE goal.organization_id = team.organization_id AND goal.cycle_id = %s
                AND goal.team_id = team.id AND {gate.text})
        ORDER BY team.name, team.id LIMIT {TEAMS_OF_A_PAGE + 1} OFFSET %s""",  # noqa: S608
        [here, statements.key(cycle.pk), *gate.parameters, after],
    )
    return [(as_key(key), name, slug) for key, name, slug in rows]


_COUNTED = (
    *(f"goal.kind = '{kind}'" for kind in ("objective", "key_result", "smart")),
    "goal.kind <> 'objective' AND goal.confidence >= 7",
    "goal.kind <> 'objective' AND goal.confidence BETWEEN 4 AND 6",
    "goal.kind <> 'objective' AND goal.confidence <= 3",
    "goal.kind <> 'objective' AND goal.confidence IS NULL",
    "goal.state = 'active' AND goal.next_check_in_due <= %s",
    "goal.state = 'active' AND goal.help_wanted",
)
_COUNTS = ", ".join(f"SUM(CASE WHEN {one} THEN 1 ELSE 0 END)" for one in _COUNTED)


def _counts(
    viewer: Viewer, cycle: Cycle, today: date, teams: Sequence[UUID], *, is_last: bool
) -> list[tuple[UUID | None, tuple[int, ...]]]:
    """What is counted of each team's goals; of those without a team (None) when it is the last."""
    gate = seen(viewer)
    here, inside = statements.key(viewer.organization_id), statements.key(cycle.pk)

    def of(which: str) -> str:
        return f"""SELECT goal.team_id, {_COUNTS} FROM goals_goal AS goal
            WHERE goal.organization_id = %s AND goal.cycle_id = %s AND {which} AND {gate.text}
            GROUP BY goal.team_id"""  # noqa: S608 (conditions on columns)

    text = of(statements.is_among("goal.team_id"))
    values = [today, here, inside, statements.keys(teams), *gate.parameters]
    if is_last:
        text = f"{text} UNION ALL {of('goal.team_id IS NULL')}"
        values += [today, here, inside, *gate.parameters]
    rows = statements.rows(text, values)
    return [(None if key is None else as_key(key), tuple(counts)) for key, *counts in rows]


@dataclass(frozen=True, slots=True)
class CycleCount:
    """A cycle of the list, the one around it by name, and how many goals the viewer may see."""

    cycle: Cycle
    inside: str
    goals: int


def cycles_with_counts(viewer: Viewer) -> Sequence[CycleCount]:
    """All cycles of the organization, latest first, with their goals counted."""
    gate = seen(viewer)
    rows = statements.rows(
        f"""SELECT {_CYCLES.columns("cycle")}, parent.name, {_ALL} - {_UNSEEN.format(gate.text)}
        FROM cycles_cycle AS cycle LEFT JOIN cycles_cycle AS parent ON parent.id = cycle.parent_id
        WHERE cycle.organization_id = %s
        ORDER BY cycle.start DESC, cycle.due, cycle.id""",  # noqa: S608 (names of columns)
        [*gate.parameters, statements.key(viewer.organization_id)],
    )
    cycles = _CYCLES.read(row[:-2] for row in rows)
    return [
        CycleCount(cycle, row[-2] or "", row[-1]) for cycle, row in zip(cycles, rows, strict=True)
    ]


_CYCLES = RowReader(Cycle)
_OF_CYCLE = "goal.organization_id = cycle.organization_id AND goal.cycle_id = cycle.id"
_ALL = f"(SELECT count(*) FROM goals_goal AS goal WHERE {_OF_CYCLE})"  # noqa: S608
# Few goals are restricted, and an index holds just these: the others are counted without a look.
_UNSEEN = f"""(SELECT count(*) FROM goals_goal AS goal WHERE {_OF_CYCLE}
    AND goal.visibility IN ('team', 'private') AND NOT {{}})"""  # noqa: S608
