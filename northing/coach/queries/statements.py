"""Goals as the coach reads them: their words, and what their columns say beside them."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from northing.coach.rules.answering import Reply, fingerprint
from northing.coach.rules.findings import Criterion
from northing.coach.rules.statements import Fields, Kind, Statement
from northing.cycles.models import Cycle
from northing.goals.models import Goal, GoalMeasure
from northing.goals.rules.kinds import GoalKind
from northing.storage import statements
from northing.storage.statements import RowReader, as_key

_KINDS = {
    GoalKind.OBJECTIVE: Kind.OBJECTIVE,
    GoalKind.KEY_RESULT: Kind.KEY_RESULT,
    GoalKind.SMART: Kind.SMART_GOAL,
}


def kind_of(goal_kind: str) -> Kind:
    """What the coach calls a kind of goal."""
    return _KINDS[GoalKind(goal_kind)]


def statement_of(goal: Goal) -> Statement:
    """One goal, which the viewer was let through to, as the coach reads it."""
    return statements_of([goal])[goal.pk]


def statement_as_loaded(goal: Goal, *, is_linked: bool, steps: int) -> Statement:
    """A goal whose cycle and measure are loaded, and about which nobody told the coach anything.

    Asks the database nothing.
    """
    measures = {goal.pk: goal.measure} if hasattr(goal, "measure") else {}
    linked = frozenset({goal.pk} if is_linked else ())
    beside = _Beside({goal.cycle_id: goal.cycle}, measures, linked, {goal.pk: steps}, {}, {})
    return _statement(goal, beside)


def statements_of(goals: Sequence[Goal]) -> Mapping[UUID, Statement]:
    """Goals of one organization as the coach reads them, by key. Six statements."""
    if not goals:
        return {}
    beside = _Beside.of(goals)
    return {goal.pk: _statement(goal, beside) for goal in goals}


@dataclass(frozen=True, slots=True)
class _Beside:
    """What other tables hold about goals, by the goal's key; cycles by their own."""

    cycles: Mapping[UUID, Cycle]
    measures: Mapping[UUID, GoalMeasure]
    linked: frozenset[UUID]
    steps: Mapping[UUID, int]
    answers: Mapping[UUID, Mapping[str, str]]
    meant: Mapping[UUID, frozenset[tuple[str, str]]]

    @classmethod
    def of(cls, goals: Sequence[Goal]) -> "_Beside":
        here = statements.key(goals[0].organization_id)
        keys = statements.keys([goal.pk for goal in goals])
        among = statements.is_among("goal_id")
        linked = statements.rows(
            "SELECT DISTINCT child_id FROM goals_alignmentlink"  # noqa: S608 (names of columns)
            f" WHERE organization_id = %s AND {statements.is_among('child_id')}",
            [here, keys],
        )
        return cls(
            cycles=_cycles({goal.cycle_id for goal in goals}),
            measures=_measures(keys),
            linked=frozenset(as_key(row[0]) for row in linked),
            steps={
                as_key(row[0]): row[1]
                for row in statements.rows(
                    f"SELECT goal_id, COUNT(*) FROM goals_step WHERE organization_id = %s AND {among}"  # noqa: E501, S608
                    " GROUP BY goal_id",
                    [here, keys],
                )
            },
            answers=_answers(
                statements.rows(
                    f"SELECT goal_id, criterion, answer FROM coach_coachanswer WHERE {among}"  # noqa: S608
                    " ORDER BY id",
                    [keys],
                )
            ),
            meant=_meant(
                statements.rows(
                    f"SELECT goal_id, rule, statement_hash FROM coach_deliberate WHERE {among}",  # noqa: S608
                    [keys],
                )
            ),
        )


_CYCLES, _MEASURES = RowReader(Cycle), RowReader(GoalMeasure)


def _cycles(keys: Iterable[UUID]) -> dict[UUID, Cycle]:
    found = statements.rows(
        f"SELECT {_CYCLES.columns('cycle')} FROM cycles_cycle AS cycle"  # noqa: S608
        f" WHERE {statements.is_among('cycle.id')}",
        [statements.keys(keys)],
    )
    return {cycle.pk: cycle for cycle in _CYCLES.read(found)}


def _measures(keys: list[UUID] | str) -> dict[UUID, GoalMeasure]:
    found = statements.rows(
        f"SELECT {_MEASURES.columns('measure')} FROM goals_goalmeasure AS measure"  # noqa: S608
        f" WHERE {statements.is_among('measure.goal_id')}",
        [keys],
    )
    return {measure.goal_id: measure for measure in _MEASURES.read(found)}


def _answers(found: Iterable[tuple[Any, ...]]) -> dict[UUID, dict[str, str]]:
    """The newest answer to each question: rows come oldest first."""
    answers: dict[UUID, dict[str, str]] = defaultdict(dict)
    for goal, criterion, answer in found:
        answers[as_key(goal)][criterion] = answer
    return dict(answers)


def _meant(found: Iterable[tuple[Any, ...]]) -> dict[UUID, frozenset[tuple[str, str]]]:
    meant: dict[UUID, set[tuple[str, str]]] = defaultdict(set)
    for goal, rule, statement in found:
        meant[as_key(goal)].add((rule, statement))
    return {key: frozenset(pairs) for key, pairs in meant.items()}


def _statement(goal: Goal, beside: _Beside) -> Statement:
    return Statement(goal.statement, kind_of(goal.kind), _fields(goal, beside))


def _fields(goal: Goal, beside: _Beside) -> Fields:
    cycle, measure = beside.cycles[goal.cycle_id], beside.measures.get(goal.pk)
    this = fingerprint(goal.statement)
    meant = beside.meant.get(goal.pk, frozenset())
    return Fields(
        measure=measure.kind if measure else "",
        baseline=measure.baseline if measure else None,
        target=measure.target if measure else None,
        lower=measure.lower if measure else None,
        upper=measure.upper if measure else None,
        unit=measure.unit if measure else "",
        start=goal.start,
        due=goal.due,
        cycle_start=cycle.start,
        cycle_due=cycle.due,
        has_owner=True,
        has_parent=goal.pk in beside.linked,
        source=measure.definition if measure else "",
        steps=beside.steps.get(goal.pk, 0),
        is_stretch=goal.is_stretch,
        confidence=goal.said_confidence,
        answers={**_told_by_parts(goal), **beside.answers.get(goal.pk, {})},
        deliberate=frozenset(rule for rule, of in meant if of == this),
    )


def _told_by_parts(goal: Goal) -> dict[str, str]:
    """A part of a SMART goal that is written answers the question that it is about."""
    if goal.kind != GoalKind.SMART:
        return {}
    parts = {Criterion.ATTAINABLE: goal.achievable, Criterion.RELEVANT: goal.relevant}
    return {str(criterion): Reply.YES.value for criterion, text in parts.items() if text.strip()}
