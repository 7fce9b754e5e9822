"""The objective page: is this going to work, and what do we do about it?"""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fractions import Fraction
from typing import Any
from uuid import UUID

from markupsafe import Markup

from northing.alignment.roll_up import Child, Method, RollUpRefused
from northing.alignment.working import working_of_roll_up
from northing.check_ins.queries.history import SaidOnce, history_of
from northing.goals.models import Goal
from northing.goals.queries.around import Amended, Below, amendments_of, goals_below
from northing.goals.rules.kinds import LEFT_OUT_OF_ROLL_UPS, GoalKind
from northing.measures.measure import Kind
from northing.measures.pace import Pace
from northing.measures.periods import Period, time_gone
from northing.measures.voices import Status
from northing.measures.working import Working
from northing.web.assessments import assessment_context
from northing.web.charts import MeasureSeries
from northing.web.formats import PACE_WORDS, STATUS_WORDS, long_day, percent, plural
from northing.web.goal_changes import changes_of
from northing.web.goal_charts import markers_of, series_of, spark_of
from northing.web.goal_feed import Comment, comments_of
from northing.web.goal_head import head_of
from northing.web.goal_lines import GoalLine, goal_line
from northing.web.page import PageRequest

SHOWN_COMMENTS = 6
MOST_COMMENTS = 60


@dataclass(frozen=True, slots=True)
class KeyResultLine:
    """A key result in the table: its line, its history, and whether its chart is open."""

    line: GoalLine
    spark: Markup
    is_chosen: bool
    choose: str


def objective_context(request: PageRequest, goal: Goal) -> Mapping[str, Any]:
    """Everything the page shows, in seven statements beside the goal itself."""
    head = head_of(request, goal)
    below = goals_below(request.viewer, goal, two_levels=True)
    direct = [one for one in below if one.parent == goal.pk]
    measured = [one for one in direct if one.goal.kind == GoalKind.KEY_RESULT and one.contributes]
    keys = [goal.pk, *(one.goal.key for one in measured)]
    said = history_of(request.organization.pk, keys)
    amendments = amendments_of(request.organization.pk, keys)
    chosen = _chosen(measured, request.GET.get("kr", ""))
    return {
        "head": head,
        "goal": goal,
        "gone": time_gone(goal.period, request.today) if goal.is_open else None,
        "pace": goal.pace(request.today).value,
        "pace_said": _pace_in_words(goal, request.today),
        "states": _states(direct),
        "roll_up": _roll_up(direct),
        "working": _working(goal, direct),
        "key_results": _key_results(request, head.address, measured, said, chosen),
        "chosen": _detail(request, chosen, said, amendments),
        **_talk(request, goal, measured, said, chosen),
        **_groups(request, goal, below, direct),
        "amendments": _amendments(goal, measured, amendments),
        **assessment_context(request, goal, head),
    }


def _pace_in_words(goal: Goal, today: date) -> str:
    """Why the pace is what it is: the bar shows time gone, the parts have dates of their own."""
    days, pace = goal.pace_days, goal.pace(today)
    if pace is Pace.ON_PACE and days.behind_from is not None:
        last = long_day(days.behind_from - timedelta(days=1), today)
        return f"On pace until {last}, should nothing move."
    since = {Pace.BEHIND_PACE: days.behind_from, Pace.FAR_BEHIND: days.far_behind_from}.get(pace)
    if since is None or goal.progress is None:
        return ""
    return (
        f"{PACE_WORDS[pace.value]} since {long_day(since, today)}: by the dates of its parts, "
        f"more than {percent(Fraction(goal.progress))} was expected from that day on. "
        "The tick on the bar shows only how much time is gone."
    )


def _chosen(measured: Sequence[Below], asked: str) -> Below | None:
    """The key result that was asked for; else the one whose owner is least sure."""
    for one in measured:
        if one.goal.short_id == asked.upper():
            return one
    open_ones = [one for one in measured if one.goal.is_open] or measured
    return min(open_ones, key=lambda one: one.goal.confidence or 10, default=None)


def _states(direct: Sequence[Below]) -> Sequence[tuple[str, str]]:
    """How many of the open children that count are in each status, the weakest first."""
    counted = [one.goal for one in direct if one.contributes and one.goal.is_open]
    states = Counter(goal.status for goal in counted)
    order = (Status.OFF_TRACK, Status.AT_RISK, Status.ON_TRACK, Status.TOO_EARLY)
    return [
        (status.value, f"{states[status]} {STATUS_WORDS[status.value].lower()}")
        for status in order
        if states[status]
    ]


def _counts(one: Below) -> bool:
    is_searched = one.goal.gauge is not None and one.goal.gauge.kind is Kind.BASELINE
    return one.goal.state not in LEFT_OUT_OF_ROLL_UPS and not is_searched


def _roll_up(direct: Sequence[Below]) -> tuple[int, int]:
    """How many of the children that count have data, of those that the viewer sees."""
    counting = [one for one in direct if one.contributes and _counts(one)]
    return sum(one.goal.progress is not None for one in counting), len(counting)


def _working(goal: Goal, direct: Sequence[Below]) -> Working | None:
    children = [
        (f"{one.goal.short_id} {one.goal.statement}", _as_child(one))
        for one in direct
        if one.contributes
    ]
    if not children:
        return None
    try:
        return working_of_roll_up(children, Method(goal.roll_up))
    except RollUpRefused as refused:
        return Working(str(refused), ())


def _as_child(one: Below) -> Child:
    goal, gauge = one.goal, one.goal.gauge
    return Child(
        weight=one.weight,
        progress=None if goal.progress is None else Fraction(goal.progress),
        baseline=gauge.baseline if gauge else None,
        target=gauge.target if gauge else None,
        value=goal.value,
        unit=gauge.unit if gauge else "",
        counts=_counts(one),
        is_bound=gauge is not None and gauge.kind.is_bound,
    )


def _key_results(
    request: PageRequest,
    address: str,
    measured: Sequence[Below],
    said: Sequence[SaidOnce],
    chosen: Below | None,
) -> Sequence[KeyResultLine]:
    base = f"/{request.organization.slug}/"
    return [
        KeyResultLine(
            line=goal_line(one.goal, base, request.today),
            spark=spark_of(one.goal, _of(said, one.goal.key)),
            is_chosen=one is chosen,
            choose=f"{address}?kr={one.goal.short_id}",
        )
        for one in measured
    ]


def _of(said: Sequence[SaidOnce], key: UUID) -> Sequence[SaidOnce]:
    return [one for one in said if one.goal == key]


def _detail(
    request: PageRequest,
    chosen: Below | None,
    said: Sequence[SaidOnce],
    amendments: Sequence[Amended],
) -> Mapping[str, Any] | None:
    """The chart of the chosen key result and what stands beside it."""
    if chosen is None or (measure := chosen.measure) is None:
        return None
    goal, base = chosen.goal, f"/{request.organization.slug}/"
    series: MeasureSeries | None = series_of(
        goal.statement,
        measure,
        Period(goal.start, goal.due),
        _of(said, goal.key),
        [one for one in amendments if one.goal == goal.key],
        request.today,
    )
    return {
        "goal": goal,
        "line": goal_line(goal, base, request.today),
        "series": series,
        "definition": chosen.definition,
        "check_in": f"{base}goals/{goal.short_id}/check-ins?back=goal",
        "owns": goal.owner.key == request.viewer.person_id and goal.is_open,
    }


def _talk(
    request: PageRequest,
    goal: Goal,
    measured: Sequence[Below],
    said: Sequence[SaidOnce],
    chosen: Below | None,
) -> Mapping[str, Any]:
    """What people said: comments with the numbers of the open chart's markers."""
    units = {one.goal.key: one.goal.gauge.unit for one in measured if one.goal.gauge}
    markers = markers_of(_of(said, chosen.goal.key)) if chosen else {}
    comments: list[Comment] = [
        comment
        for comment in comments_of(said, units, markers, request.today)
        if (comment.note or comment.help_wanted) and not comment.is_superseded
    ][:MOST_COMMENTS]
    spoken = sum(one.counts for one in said)
    return {
        "comments": comments[:SHOWN_COMMENTS],
        "earlier_comments": comments[SHOWN_COMMENTS:],
        "said_count": plural(spoken, "check-in") if spoken else "",
        "names": {one.goal.key: one.goal.statement for one in measured}
        | {goal.pk: "The objective"},
        "chosen_key": chosen.goal.key if chosen else None,
    }


def _groups(
    request: PageRequest, goal: Goal, below: Sequence[Below], direct: Sequence[Below]
) -> Mapping[str, Sequence[tuple[GoalLine, bool]]]:
    """The goals beside the key results: who carries them, what is aligned, what only supports."""
    base, today = f"/{request.organization.slug}/", request.today

    def lines(group: Sequence[Below]) -> Sequence[tuple[GoalLine, bool]]:
        once = {one.goal.key: one for one in reversed(group)}
        return [
            (goal_line(one.goal, base, today), one.contributes)
            for one in reversed(list(once.values()))
        ]

    smart = [one for one in below if one.goal.kind == GoalKind.SMART]
    return {
        "carriers": lines(smart),
        "aligned": lines([one for one in direct if one.goal.kind == GoalKind.OBJECTIVE]),
        "supporting": lines(
            [one for one in direct if one.goal.kind == GoalKind.KEY_RESULT and not one.contributes]
        ),
    }


def _amendments(
    goal: Goal, measured: Sequence[Below], amendments: Sequence[Amended]
) -> Sequence[tuple[Amended, str, Sequence[Any]]]:
    names = {one.goal.key: one.goal.short_id for one in measured} | {goal.pk: ""}
    return [(one, names.get(one.goal, ""), changes_of(one)) for one in amendments]
