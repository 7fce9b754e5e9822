"""What is asked of a statement of each kind, the most useful first."""

from collections.abc import Callable, Mapping, Sequence

from northing.coach.rules.criteria import (
    action_verb,
    attainable,
    baseline,
    concise,
    controllable,
    inspiring,
    measurable,
    motivating,
    outcome,
    paired,
    qualitative,
    relevant,
    single_focus,
    specific,
    time_bound,
    trackable,
)
from northing.coach.rules.findings import Finding
from northing.coach.rules.reading.case import Case
from northing.coach.rules.statements import Kind

# In the order in which one suggestion at a time is made; what is only asked comes last.
ASKED_OF: Mapping[Kind, Sequence[Callable[[Case], Finding | None]]] = {
    Kind.OBJECTIVE: (
        qualitative.judge,
        outcome.judge,
        single_focus.judge,
        time_bound.judge,
        specific.judge,
        concise.judge,
        relevant.judge,
        inspiring.judge,
        attainable.judge,
        controllable.judge,
    ),
    Kind.KEY_RESULT: (
        measurable.judge,
        outcome.judge,
        single_focus.judge,
        time_bound.judge,
        baseline.judge,
        specific.judge,
        concise.judge,
        action_verb.judge,
        attainable.judge_jump,
        controllable.judge_chance,
        trackable.judge,
        paired.judge,
    ),
    Kind.SMART_GOAL: (
        measurable.judge,
        single_focus.judge,
        time_bound.judge,
        specific.judge,
        concise.judge,
        action_verb.judge,
        outcome.judge,
        relevant.judge,
        attainable.judge,
        motivating.judge,
        controllable.judge_chance,
        trackable.judge,
    ),
    Kind.OTHER: (
        measurable.judge,
        outcome.judge,
        single_focus.judge,
        time_bound.judge,
        baseline.judge,
        specific.judge,
        action_verb.judge,
    ),
}
