"""What is told of a goal beside its own columns: links, steps, answers, and what is meant so."""

from collections.abc import Mapping
from dataclasses import dataclass

from northing.coach.rules.answering import fingerprint
from northing.goals.models import Goal
from northing.storage import statements


@dataclass(frozen=True, slots=True)
class Told:
    """What the coach takes into account while a goal is changed."""

    is_linked: bool
    steps: int
    answers: Mapping[str, str]
    deliberate: frozenset[str]


def told_about(goal: Goal) -> Told:
    """Of a goal that the viewer was let through to. One statement."""
    here, key = statements.key(goal.organization_id), statements.key(goal.pk)
    rows = statements.rows(_TOLD, [here, key] * 4)
    found = [(sort, one, other) for sort, one, other, _ in rows]
    this = fingerprint(goal.statement)
    return Told(
        is_linked=any(sort == "link" for sort, _, _ in found),
        steps=sum(sort == "step" for sort, _, _ in found),
        # The newest answer counts, and it comes last.
        answers={one: other for sort, one, other in found if sort == "answer"},
        deliberate=frozenset(
            one for sort, one, other in found if sort == "meant" and other == this
        ),
    )


_TOLD = """
    SELECT 'link' AS sort, '' AS one, '' AS other, id FROM goals_alignmentlink
        WHERE organization_id = %s AND child_id = %s
    UNION ALL SELECT 'step', '', '', id FROM goals_step
        WHERE organization_id = %s AND goal_id = %s
    UNION ALL SELECT 'answer', criterion, answer, id FROM coach_coachanswer
        WHERE organization_id = %s AND goal_id = %s
    UNION ALL SELECT 'meant', rule, statement_hash, id FROM coach_deliberate
        WHERE organization_id = %s AND goal_id = %s
    ORDER BY id
"""
