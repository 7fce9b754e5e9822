"""What the pages of key results and SMART goals share: one number, its chart and its history."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from markupsafe import Markup

from northing.check_ins.queries.history import SaidOnce, history_of
from northing.goals.models import Goal
from northing.goals.queries.around import Amended, amendments_of
from northing.goals.queries.rows import Gauge, GoalRow, Who
from northing.measures.measure import Measure
from northing.measures.periods import time_gone
from northing.measures.working import Working, working_of_expected, working_of_progress
from northing.web.goal_changes import changes_of
from northing.web.goal_charts import markers_of, series_of
from northing.web.goal_feed import comments_of
from northing.web.goal_marks import bound_words, measured_path
from northing.web.page import PageRequest


def measured_context(request: PageRequest, goal: Goal) -> Mapping[str, Any]:
    """The number of a goal and everything that was said of it, in two statements."""
    said = history_of(request.organization.pk, [goal.pk])
    amendments = amendments_of(request.organization.pk, [goal.pk])
    measure = measure_of(goal)
    return {
        "measure": measure,
        "definition": goal.measure.definition if measure is not None else "",
        "path": _path(goal, measure),
        "gone": time_gone(goal.period, request.today) if goal.is_open else None,
        "pace": goal.pace(request.today).value,
        "series": _series(goal, measure, said, amendments, request.today),
        "workings": _workings(goal, measure, request.today),
        "comments": comments_of(
            said, {goal.pk: measure.unit if measure else ""}, markers_of(said), request.today
        ),
        "amendments": [(one, "", changes_of(one)) for one in amendments],
    }


def measure_of(goal: Goal) -> Measure | None:
    """The measure of a goal that was loaded with it."""
    return goal.measure.as_rule() if hasattr(goal, "measure") else None


def row_of(goal: Goal, measure: Measure | None) -> GoalRow:
    """The goal as lists show it."""
    gauge = None if measure is None else _gauge(measure)
    return GoalRow(
        key=goal.pk,
        kind=goal.kind,
        short_id=goal.short_id,
        statement=goal.statement,
        visibility=goal.visibility,
        state=goal.state,
        ambition=goal.ambition,
        start=goal.start,
        due=goal.due,
        value=goal.value,
        progress=goal.progress,
        is_met=goal.is_met,
        confidence=goal.confidence,
        help_wanted=goal.help_wanted,
        days=goal.pace_days,
        reporting=goal.reporting,
        contributing=goal.contributing,
        checked_in_on=goal.last_checked_in_on,
        next_due=goal.next_check_in_due,
        owner=Who(goal.owner_id, goal.owner.name, goal.owner.has_left),
        gauge=gauge,
    )


def _gauge(measure: Measure) -> Gauge:
    return Gauge(
        measure.kind,
        measure.unit,
        measure.baseline,
        measure.target,
        measure.lower,
        measure.upper,
    )


def _path(goal: Goal, measure: Measure | None) -> Markup:
    if measure is None:
        return Markup("")
    row = row_of(goal, measure)
    words = measured_path(_gauge(measure), row)
    if measure.kind.is_bound and row.value is not None:
        return Markup("{} {}").format(words, bound_words(row))
    return words


def _series(
    goal: Goal,
    measure: Measure | None,
    said: Sequence[SaidOnce],
    amendments: Sequence[Amended],
    today: date,
) -> Any:
    if measure is None:
        return None
    return series_of(goal.statement, measure, goal.period, said, amendments, today)


def _workings(goal: Goal, measure: Measure | None, today: date) -> Sequence[tuple[str, Working]]:
    if measure is None:
        return ()
    return (
        ("Way covered", working_of_progress(measure, goal.value)),
        ("Expected by today", working_of_expected(measure, goal.period, today)),
    )
