"""How a cycle's goals are written, team by team: what the coach found, and who carries much.

Everything is counted through the gate: what a viewer may not see changes no number.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from json import loads
from typing import Any
from uuid import UUID

from northing.coach.rules.findings import Finding, State
from northing.coach.rules.keeping import CriterionCount, counted
from northing.coach.rules.plain import findings_from_plain
from northing.cycles.models import Cycle
from northing.goals.queries.seen import seen
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.kinds import GoalKind, GoalState
from northing.storage import statements
from northing.storage.statements import as_key

TEAMS_OF_A_PAGE = 50
GOALS_OF_A_TEAM = 6


@dataclass(frozen=True, slots=True)
class OpenGoal:
    """A goal in which something could be better, with the first finding about it."""

    kind: str
    short_id: str
    statement: str
    first: Finding
    language: str


@dataclass(frozen=True, slots=True)
class TeamPlan:
    """The open goals of a team in a cycle, as far as the viewer sees them.

    `open_goals` are the first of the `with_open` goals in which something could be better;
    `unread` goals have been assessed by nobody. Without a team: `key` is None.
    """

    key: UUID | None
    name: str
    slug: str
    kinds: Mapping[str, int]
    with_open: int
    unread: int
    criteria: tuple[CriterionCount, ...]
    open_goals: Sequence[OpenGoal]

    @property
    def goals(self) -> int:
        return sum(self.kinds.values())


def plan_by_team(viewer: Viewer, cycle: Cycle, page: int = 1) -> tuple[Sequence[TeamPlan], bool]:
    """A page (from 1) of the teams with open goals in the cycle, in the order of the sidebar, and
    whether more follow. Goals without a team come last. Three statements, however many there are.
    """
    found = _teams(viewer, cycle, (page - 1) * TEAMS_OF_A_PAGE)
    shown = found[:TEAMS_OF_A_PAGE]
    has_more = len(found) > len(shown)
    keys = [key for key, *_ in shown]
    counts = _counts(viewer, cycle, keys, is_last=not has_more)
    firsts = _open_goals(viewer, cycle, keys, is_last=not has_more)
    named = [*shown, (None, "No team", "")]
    return [_plan(team, counts[team[0]], firsts) for team in named if team[0] in counts], has_more


_Counts = Sequence[tuple[str, str | None, int]]


def _plan(
    team: tuple[UUID | None, str, str],
    counts: _Counts,
    firsts: Mapping[UUID | None, Sequence[OpenGoal]],
) -> TeamPlan:
    kinds: dict[str, int] = defaultdict(int)
    for kind, _, goals in counts:
        kinds[kind] += goals
    read = [(told, goals) for _, told, goals in counts if told is not None]
    return TeamPlan(
        *team,
        kinds=kinds,
        with_open=sum(goals for told, goals in read if _OPEN in told),
        unread=sum(goals for _, told, goals in counts if told is None),
        criteria=counted(read),
        open_goals=firsts.get(team[0], ()),
    )


def _teams(viewer: Viewer, cycle: Cycle, after: int) -> list[tuple[UUID, str, str]]:
    """Teams with an open goal that the viewer may see, one more than a page has."""
    gate, here = seen(viewer), statements.key(viewer.organization_id)
    rows = statements.rows(
        f"""SELECT team.id, team.name, team.slug FROM people_team AS team
        WHERE team.organization_id = %s AND EXISTS (SELECT 1 FROM goals_goal AS goal
            WHERE goal.organization_id = team.organization_id AND goal.cycle_id = %s
                AND goal.team_id = team.id AND goal.state = 'active' AND {gate.text})
        ORDER BY team.position, team.name, team.id LIMIT {TEAMS_OF_A_PAGE + 1} OFFSET %s""",  # noqa: S608
        [here, statements.key(cycle.pk), *gate.parameters, after],
    )
    return [(as_key(key), name, slug) for key, name, slug in rows]


_OPEN = f"={State.NOT_MET}"
_NEWEST = """kept.id = (SELECT newest.id FROM coach_keptassessment AS newest
    WHERE newest.goal_id = goal.id ORDER BY newest.id DESC LIMIT 1)"""


def _inside(
    viewer: Viewer, cycle: Cycle, teams: Iterable[UUID], *, is_last: bool
) -> tuple[str, list[Any]]:
    """The condition "an open goal of these teams, which the viewer may see"."""
    gate = seen(viewer)
    whose = statements.is_among("goal.team_id")
    if is_last:
        whose = f"({whose} OR goal.team_id IS NULL)"
    here = "goal.organization_id = %s AND goal.cycle_id = %s AND goal.state = %s"
    values: list[Any] = [
        statements.key(viewer.organization_id),
        statements.key(cycle.pk),
        GoalState.ACTIVE.value,
        statements.keys(teams),
        *gate.parameters,
    ]
    return f"{here} AND {whose} AND {gate.text}", values


def _counts(
    viewer: Viewer, cycle: Cycle, teams: Iterable[UUID], *, is_last: bool
) -> Mapping[UUID | None, _Counts]:
    """By team: kind, what was told of a goal (None: nothing), and of how many that is true."""
    where, values = _inside(viewer, cycle, teams, is_last=is_last)
    counts: dict[UUID | None, list[tuple[str, str | None, int]]] = defaultdict(list)
    for team, *counted_alike in statements.rows(
        f"""SELECT goal.team_id, goal.kind, kept.told, COUNT(*) FROM goals_goal AS goal
        LEFT JOIN coach_keptassessment AS kept ON {_NEWEST}
        WHERE {where} GROUP BY goal.team_id, goal.kind, kept.told""",  # noqa: S608 (names of columns)
        values,
    ):
        counts[_key(team)].append((counted_alike[0], counted_alike[1], counted_alike[2]))
    return counts


_PLACE = " ".join(f"WHEN '{kind}' THEN {place}" for place, kind in enumerate(GoalKind))


def _open_goals(
    viewer: Viewer, cycle: Cycle, teams: Iterable[UUID], *, is_last: bool
) -> Mapping[UUID | None, Sequence[OpenGoal]]:
    """The first goals of each team in which something could be better, objectives before others."""
    where, values = _inside(viewer, cycle, teams, is_last=is_last)
    found: dict[UUID | None, list[OpenGoal]] = defaultdict(list)
    for team, kind, short_id, statement, findings, language in statements.rows(
        f"""SELECT placed.team_id, placed.kind, placed.short_id, placed.statement, kept.findings,
            kept.language
        FROM (SELECT goal.team_id, goal.kind, goal.short_id, goal.statement, kept.id AS kept_id,
                ROW_NUMBER() OVER (PARTITION BY goal.team_id
                    ORDER BY CASE goal.kind {_PLACE} END, goal.id) AS place
            FROM goals_goal AS goal JOIN coach_keptassessment AS kept ON {_NEWEST}
            WHERE {where} AND kept.told LIKE %s) AS placed
        JOIN coach_keptassessment AS kept ON kept.id = placed.kept_id
        WHERE placed.place <= {GOALS_OF_A_TEAM} ORDER BY placed.place""",  # noqa: S608 (names)
        [*values, f"%{_OPEN}%"],
    ):
        first = _first_open(findings)
        if first is not None:
            found[_key(team)].append(OpenGoal(kind, short_id, statement, first, language))
    return found


def _first_open(stored: Any) -> Finding | None:
    held = loads(stored) if isinstance(stored, str) else stored
    findings = findings_from_plain(held)
    return next((f for f in findings if f.state is State.NOT_MET and not f.is_deliberate), None)


def _key(value: Any) -> UUID | None:
    return None if value is None else as_key(value)
