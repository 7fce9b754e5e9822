"""The alignment map: what stands on what, with outline and table as equal views."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from northing.cycles.models import Cycle
from northing.cycles.queries import family_of, recent_cycles
from northing.goals.models import Goal
from northing.goals.queries.bonds import bond_of
from northing.goals.queries.gate import visible_goal
from northing.goals.rules.kinds import GoalKind
from northing.goals.rules.rights import may_edit
from northing.insights.queries.plan_map import MapGoal, PlanMap, plan_map, teams_without_goals
from northing.measures.voices import Status, status_of
from northing.strategy.queries import mission_and_pillars
from northing.web.addresses import goal_address
from northing.web.formats import age, plural, tenths
from northing.web.map_layout import MapNode, lay_out
from northing.web.page import PageRequest, frame_of, hue_of, page, show

Pillars = Mapping[UUID, str]
MISSION = "mission"
VIEWS = (("map", "Map"), ("outline", "Outline"), ("table", "Table"))
LENSES = (("status", "Status and odds"), ("freshness", "Last check-in"), ("owner", "Owners"))


@dataclass(frozen=True, slots=True)
class OutlineRow:
    """A row of the outline and of the table."""

    depth: int
    name: str
    href: str
    status: str
    says: str
    is_serif: bool
    goal: MapGoal | None
    has_children: bool


@require_safe
@page
def map_page(request: PageRequest) -> HttpResponse:
    """The map of the running cycle, or with `?root=WN-12` of what stands on one goal."""
    root = _root(request)
    cycle = frame_of(request).cycle
    here = request.organization.pk
    mission, pillars = (None, {}) if root else mission_and_pillars(here)
    cycles = family_of(cycle, recent_cycles(here)) if cycle is not None and not root else ()
    plan = plan_map(request.viewer, cycles, root)
    view, lens = _asked(request, "view", VIEWS), _asked(request, "lens", LENSES)
    says = {goal.key: _says(goal, lens, request.today) for goal in plan.goals}
    nodes = _nodes(plan, pillars, mission)
    context = {
        "cycle": cycle,
        "root": root,
        "view": view,
        "lens": lens,
        "lenses": LENSES,
        "tabs": [(key, words, _with(request, view=key)) for key, words in VIEWS],
        "layout": lay_out(nodes) if view == "map" else None,
        "contents": _contents(request, plan, pillars, mission or "", says),
        "rows": _outline(request, plan, pillars, says),
        "count": len(plan.goals),
        "is_cut": plan.is_cut,
        "holes": _holes(request, plan, pillars, None if root else cycle),
        "goal_address": goal_address,
    }
    return show(request, "map/page.html", context, here="map")


@require_safe
@page
def inspect(request: PageRequest, short_id: str) -> HttpResponse:
    """What the inspector tells of one goal: a fragment beside the map."""
    goal = visible_goal(request.viewer, short_id)
    context = {
        "goal": goal,
        "today": request.today,
        "address": f"/{request.organization.slug}/"
        + goal_address(goal.kind, goal.short_id, goal.statement),
        "base": f"/{request.organization.slug}",
        "hue": hue_of(goal.owner_id),
        "may_move": may_edit(bond_of(request.viewer, goal)),
    }
    return render(request, "map/_inspector.html", context)


def _root(request: PageRequest) -> Goal | None:
    asked = request.GET.get("root", "").strip()
    return visible_goal(request.viewer, asked) if asked else None


def _asked(request: PageRequest, name: str, choices: Sequence[tuple[str, str]]) -> str:
    asked = request.GET.get(name, "")
    return asked if asked in dict(choices) else choices[0][0]


def _with(request: PageRequest, **changed: str) -> str:
    kept = {name: request.GET[name] for name in ("view", "lens", "root") if name in request.GET}
    return "?" + urlencode(kept | changed)


def _says(goal: MapGoal, lens: str, today: date) -> str:
    if lens == "owner":
        return goal.owner
    if lens == "freshness":
        spoken = goal.last_checked_in_on
        return age(spoken, today) if spoken or goal.kind != GoalKind.OBJECTIVE else ""
    return "" if goal.confidence is None else f"says {goal.confidence}"


def _nodes(plan: PlanMap, pillars: Pillars, mission: str | None) -> list[MapNode]:
    above = None if mission is None else MISSION
    nodes = [MapNode(MISSION, "mission", name_length=len(mission or "") + 8)] if above else []
    nodes += [
        MapNode(str(key), "pillar", above, name_length=len(name)) for key, name in pillars.items()
    ]
    known = {str(key) for key in pillars} | {str(goal.key) for goal in plan.goals}
    for goal in plan.goals:
        parents = [str(key) for key in goal.parents if str(key) in known]
        nodes.append(
            MapNode(
                str(goal.key),
                _column(goal, parents, {str(key) for key in pillars}),
                parents[0] if parents else above,
                tuple(parents[1:]),
                goal.team,
                len(goal.statement),
            )
        )
    return nodes


def _column(goal: MapGoal, parents: Sequence[str], pillars: set[str]) -> str:
    if goal.kind == GoalKind.SMART:
        return "smart"
    return "company" if not parents or parents[0] in pillars else "team"


def _contents(
    request: PageRequest,
    plan: PlanMap,
    pillars: Pillars,
    mission: str,
    says: Mapping[UUID, str],
) -> dict[str, tuple[str, str, str, str, str]]:
    base = f"/{request.organization.slug}"
    strategy = f"{base}/strategy"
    contents = {MISSION: (mission or "Write the mission", strategy, "", "", "")}
    contents |= {str(key): (name, strategy, "", "", "") for key, name in pillars.items()}
    for goal in plan.goals:
        contents[str(goal.key)] = (
            goal.statement,
            f"{base}/{goal_address(goal.kind, goal.short_id, goal.statement)}",
            status_of(goal.confidence).value,
            says[goal.key],
            f"{base}/map/inspect/{goal.short_id}",
        )
    return contents


def _outline(
    request: PageRequest, plan: PlanMap, pillars: Pillars, says: Mapping[UUID, str]
) -> list[OutlineRow]:
    base = f"/{request.organization.slug}"
    shown = {*pillars, *(goal.key for goal in plan.goals)}
    children: dict[UUID | None, list[MapGoal]] = {}
    for goal in plan.goals:
        first = next((key for key in goal.parents if key in shown), None)
        children.setdefault(first, []).append(goal)
    rows: list[OutlineRow] = []

    def descend(parent: UUID | None, depth: int) -> None:
        for goal in children.get(parent, []):
            rows.append(_row(goal, depth, base, says[goal.key], goal.key in children))
            descend(goal.key, depth + 1)

    for key, name in pillars.items():
        href = f"{base}/strategy"
        rows.append(OutlineRow(0, name, href, "", "", True, None, key in children))
        descend(key, 1)
    descend(None, 0)
    return rows


def _row(goal: MapGoal, depth: int, base: str, says: str, has_children: bool) -> OutlineRow:
    address = goal_address(goal.kind, goal.short_id, goal.statement)
    return OutlineRow(
        depth,
        goal.statement,
        f"{base}/{address}",
        status_of(goal.confidence).value,
        says,
        goal.kind == GoalKind.OBJECTIVE,
        goal,
        has_children,
    )


def _holes(
    request: PageRequest, plan: PlanMap, pillars: Pillars, cycle: Cycle | None
) -> list[tuple[str, str, str]]:
    """At most a few things to look at, as (status shape, words, address)."""
    base = f"/{request.organization.slug}"
    lonely = teams_without_goals(request.viewer, cycle.pk, 1) if cycle is not None else ()
    found = [("too_early", f"{name} carries no goal here", f"{base}/goals/new") for name in lonely]
    lost = [g for g in plan.goals if not g.parents] if pillars else []
    if lost:
        verb = "points" if len(lost) == 1 else "point"
        words = f"{plural(len(lost), 'goal')} {verb} at nothing"
        found.append(("too_early", words, f"{base}/goals/{lost[0].short_id}/alignment"))
    weak = [g for g in plan.goals if status_of(g.confidence) is Status.OFF_TRACK]
    if weak:
        worst = min(weak, key=lambda goal: goal.confidence or 0)
        words = f"Owner says {tenths(worst.confidence)}: {worst.statement}"
        address = goal_address(worst.kind, worst.short_id, worst.statement)
        found.append(("off_track", words, f"{base}/{address}"))
    return found[:3]


urlpatterns = [
    path("<slug:organization>/map", map_page, name="map"),
    path("<slug:organization>/map/inspect/<str:short_id>", inspect, name="map_inspect"),
]
