"""A cycle's goals as they are written, team by team: what to look at before they are agreed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from northing.coach.rules.findings import Criterion
from northing.coach.rules.keeping import CriterionCount
from northing.coach.rules.sets.load import MOST_CARRIED
from northing.cycles.models import Cycle
from northing.cycles.queries import cycle_by_slug, recent_cycles
from northing.cycles.rules import CycleState
from northing.goals.rules.kinds import GoalKind
from northing.insights.queries.load import Load, load_by_team, pillars_without_goals
from northing.insights.queries.planning import TeamPlan, plan_by_team
from northing.web.addresses import goal_address
from northing.web.formats import plural
from northing.web.forms import Typed
from northing.web.page import PageRequest, frame_of, page, redirect_within, show

PLANNED = (CycleState.PLANNING, CycleState.ACTIVE)
MOST_PAGES = 10_000
# More teams than these lie folded.
MOST_OPEN_TEAMS = 8
_BAR = 120
_KINDS = {
    GoalKind.OBJECTIVE: "objective",
    GoalKind.KEY_RESULT: "key result",
    GoalKind.SMART: "SMART goal",
}
CRITERION_WORDS: Mapping[Criterion, str] = {
    Criterion.SPECIFIC: "Says what exactly",
    Criterion.MEASURABLE: "Says how much",
    Criterion.TIME_BOUND: "Says until when",
    Criterion.BASELINE: "Says from where",
    Criterion.OUTCOME: "Says what changes",
    Criterion.SINGLE_FOCUS: "Is one thing",
    Criterion.ACTION_VERB: "Starts with a verb",
    Criterion.QUALITATIVE: "Points without a number",
    Criterion.CONCISE: "Is short enough",
    Criterion.INSPIRING: "Inspires",
    Criterion.ATTAINABLE: "Is within reach",
    Criterion.RELEVANT: "Serves something",
    Criterion.MOTIVATING: "Is wanted by its owner",
    Criterion.CONTROLLABLE: "Is in one's own hands",
    Criterion.TRACKABLE: "Has a source",
    Criterion.PAIRED: "Is kept honest",
}


@dataclass(frozen=True, slots=True)
class Bar:
    """A criterion of a team: its words, and where the parts of its bar begin and how wide."""

    criterion: str
    name: str
    parts: Sequence[tuple[str, int, int]]
    words: str


@dataclass(frozen=True, slots=True)
class GoalLine:
    """A goal in which something could be better, and what that is."""

    statement: str
    href: str
    short_id: str
    is_intent: bool
    first: str
    language: str


@dataclass(frozen=True, slots=True)
class TeamSection:
    """What the page shows of a team; `all_met` names the criteria in which nothing is open."""

    plan: TeamPlan
    kinds: str
    bars: Sequence[Bar]
    all_met: str
    lines: Sequence[GoalLine]
    load: Load | None


@require_safe
@page
def cycle_plan(request: PageRequest, slug: str) -> HttpResponse:
    """The plan of a cycle that is planned or runs; that of others is to be read at their page."""
    cycle = cycle_by_slug(request.organization.pk, slug)
    if cycle.state not in PLANNED:
        return redirect_within(request, f"cycles/{cycle.slug}")
    number = max(1, min(Typed(request.GET).whole("page") or 1, MOST_PAGES))
    plans, has_more = plan_by_team(request.viewer, cycle, number)
    load = load_by_team(request.viewer, cycle)
    is_whole = number == 1 and not has_more
    context = {
        "cycle": cycle,
        "is_planning": cycle.state == CycleState.PLANNING,
        "teams": [_section(request, plan, load) for plan in plans],
        "is_folded": len(plans) > MOST_OPEN_TEAMS,
        "summary": _summary(plans) if is_whole else None,
        "most_carried": MOST_CARRIED,
        "pillars": pillars_without_goals(request.viewer, cycle) if plans else [],
        "before": _before(request, cycle) if is_whole and not plans else None,
        "previous_page": f"?page={number - 1}" if number > 1 else "",
        "next_page": f"?page={number + 1}" if has_more else "",
    }
    return show(request, "cycles/plan.html", context, here="cycles")


@require_safe
@page
def next_plan(request: PageRequest) -> HttpResponse:
    """The plan of the cycle that is planned next; else of the running one; else all cycles."""
    planned = [
        cycle
        for cycle in recent_cycles(request.organization.pk)
        if cycle.state == CycleState.PLANNING
    ]
    cycle = min(planned, key=lambda one: one.start, default=frame_of(request).cycle)
    return redirect_within(request, f"cycles/{cycle.slug}/plan" if cycle else "cycles")


def _section(request: PageRequest, plan: TeamPlan, load: Mapping[UUID | None, Load]) -> TeamSection:
    is_open = [count for count in plan.criteria if count.not_met or count.asked]
    all_met = [count for count in plan.criteria if not (count.not_met or count.asked)]
    return TeamSection(
        plan=plan,
        kinds=", ".join(
            plural(plan.kinds[kind], words) for kind, words in _KINDS.items() if plan.kinds[kind]
        ),
        bars=[_bar(count) for count in is_open],
        all_met=", ".join(_named(count).lower() for count in all_met),
        lines=[
            GoalLine(
                statement=one.statement,
                href=f"/{request.organization.slug}/"
                + goal_address(one.kind, one.short_id, one.statement),
                short_id=one.short_id,
                is_intent=one.kind == GoalKind.OBJECTIVE,
                first=one.first.title,
                language=one.language,
            )
            for one in plan.open_goals
        ],
        load=load.get(plan.key),
    )


def _named(count: CriterionCount) -> str:
    return CRITERION_WORDS.get(count.criterion, str(count.criterion))


def _bar(count: CriterionCount) -> Bar:
    said = (
        ("met", count.met, f"{count.met} met"),
        ("meant", count.deliberate, f"{count.deliberate} meant so"),
        ("open", count.not_met, f"{count.not_met} could be better"),
        ("asked", count.asked, f"{count.asked} asked"),
    )
    return Bar(
        criterion=str(count.criterion),
        name=_named(count),
        parts=list(_parts([(name, goals) for name, goals, _ in said], count.goals)),
        words=", ".join(words for _, goals, words in said if goals),
    )


def _parts(shares: Sequence[tuple[str, int]], of: int) -> Iterator[tuple[str, int, int]]:
    """Each share that is not nothing, from where and how wide, so that all fill the bar."""
    gone = 0
    for name, goals in shares:
        start, end = round(gone * _BAR / of), round((gone + goals) * _BAR / of)
        if goals:
            yield name, start, max(2, end - start)
        gone += goals


def _summary(plans: Sequence[TeamPlan]) -> Mapping[str, Any]:
    """How many goals there are, how many could be better, and in what most of them."""
    missed: dict[Criterion, int] = defaultdict(int)
    for plan in plans:
        for count in plan.criteria:
            missed[count.criterion] += count.not_met
    most = max(missed, key=lambda one: missed[one], default=None)
    return {
        "goals": sum(plan.goals for plan in plans),
        "with_open": sum(plan.with_open for plan in plans),
        "unread": sum(plan.unread for plan in plans),
        "lesson": str(most) if most and missed[most] else "",
        "words": CRITERION_WORDS.get(most, "").lower() if most else "",
        "missing": missed[most] if most else 0,
    }


def _before(request: PageRequest, cycle: Cycle) -> Cycle | None:
    """The cycle of the same length that ended last before this one, to start from its goals."""
    days = (cycle.due - cycle.start).days
    ended = [
        one
        for one in recent_cycles(request.organization.pk)
        if one.due <= cycle.start and abs((one.due - one.start).days - days) <= days // 4
    ]
    return max(ended, key=lambda one: one.due, default=None)


urlpatterns = [
    path("<slug:organization>/plan", next_plan),
    path("<slug:organization>/cycles/<slug:slug>/plan", cycle_plan, name="cycle_plan"),
]
