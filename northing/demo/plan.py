"""Every goal of the demo with its dates, counted from today. Pure.

The same day always gives an equal plan, so tests, screenshots and measurements can rely on it.
"""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from northing.demo import first_quarter, running, second_quarter
from northing.demo.dated import DatedGoal, DatedStep
from northing.demo.happenings import dated_amendments, dated_check_ins, readings_until
from northing.demo.shapes import Gauge, KeyResult, Link, Objective, SmartGoal, Step, TeamPlan
from northing.demo.timetable import WEEKS, Span, timetable
from northing.goals.rules.kinds import Ambition, GoalKind
from northing.measures.measure import Kind, Measure, PathPoint


def plan_for(today: date) -> tuple[DatedGoal, ...]:
    """Every goal of the demo as it stands on a day, parents before children, oldest first."""
    times = timetable(today)
    quarters = (
        (times.first, first_quarter.PLANS),
        (times.second, second_quarter.PLANS),
        (times.running, running.PLANS),
    )
    return tuple(goal for span, plans in quarters for goal in _goals_of(span, plans, today))


def _goals_of(span: Span, plans: tuple[TeamPlan, ...], today: date) -> Iterator[DatedGoal]:
    objectives = [objective for plan in plans for objective in plan.objectives]
    for objective in objectives:
        yield _dated_objective(span, objective, today)
    for objective in objectives:
        for key_result in objective.key_results:
            yield _dated_key_result(span, objective, key_result, today)
    for plan in plans:
        for smart_goal in plan.smart_goals:
            yield _dated_smart_goal(span, smart_goal, today)


def _dated_objective(span: Span, objective: Objective, today: date) -> DatedGoal:
    return DatedGoal(
        span=span,
        kind=GoalKind.OBJECTIVE,
        written=objective,
        team=objective.team,
        due=span.due,
        measure=None,
        links=objective.under,
        ambition=objective.ambition,
        check_ins=dated_check_ins(span, objective, objective.said, (), today),
    )


def _dated_key_result(
    span: Span, objective: Objective, key_result: KeyResult, today: date
) -> DatedGoal:
    measure = _measure(span, key_result.gauge)
    above = Link(objective.statement, weight=key_result.weight)
    return DatedGoal(
        span=span,
        kind=GoalKind.KEY_RESULT,
        written=key_result,
        team=key_result.team or objective.team,
        due=span.due,
        measure=measure,
        links=(above, *key_result.also_under),
        ambition=key_result.ambition,
        check_ins=dated_check_ins(
            span, key_result, readings_until(span, key_result, WEEKS), (), today
        ),
        amendments=dated_amendments(span, key_result, measure, 6, today),
    )


def _dated_smart_goal(span: Span, goal: SmartGoal, today: date) -> DatedGoal:
    measure = _measure(span, goal.gauge, len(goal.steps))
    steps = tuple(_dated_step(span, step, today) for step in goal.steps)
    readings = readings_until(span, goal, _last_week(goal))
    return DatedGoal(
        span=span,
        kind=GoalKind.SMART,
        written=goal,
        team=goal.team,
        due=span.day(*goal.due),
        measure=measure,
        links=goal.under,
        ambition=Ambition.COMMITTED,
        steps=steps,
        check_ins=dated_check_ins(span, goal, readings, steps, today),
        amendments=dated_amendments(span, goal, measure, goal.due[1], today),
        visibility=goal.visibility,
    )


def _dated_step(span: Span, step: Step, today: date) -> DatedStep:
    done_on = None if step.done is None else span.day(*step.done)
    is_done = done_on is not None and done_on <= today
    return DatedStep(step.title, span.day(step.week, step.day), done_on if is_done else None)


def _last_week(goal: SmartGoal) -> int:
    """Closed SMART goals were checked in until they were due, or done, whichever was later."""
    return max([goal.due[0], *(step.done[0] + 1 for step in goal.steps if step.done)])


def _measure(span: Span, gauge: Gauge, steps: int = 0) -> Measure:
    is_milestones = gauge.kind is Kind.MILESTONES
    return Measure(
        kind=gauge.kind,
        baseline=Decimal(0) if is_milestones else gauge.baseline,
        target=Decimal(steps) if is_milestones else gauge.target,
        lower=gauge.lower,
        upper=gauge.upper,
        unit=gauge.unit,
        path=tuple(PathPoint(span.day(week, 6), value) for week, value in gauge.path),
    )
