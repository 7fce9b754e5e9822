"""What stands around a goal that is being written: its owner's load, and goals like it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from northing.coach.rules.sets.goal_set import Near
from northing.coach.rules.sets.nearest import least_shared, nearest, words_about
from northing.coach.rules.statements import Kind
from northing.cycles.rules import CycleState
from northing.goals.queries.seen import Condition, seen
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.kinds import GoalKind, GoalState
from northing.goals.rules.words import typed_words
from northing.storage import statements as by_hand
from northing.storage.prefixes import beginning
from northing.storage.statements import as_key

# How far is looked, whatever the size of the organization.
_MOST_STATEMENTS = 8
_MOST_STEMS = 16
_MOST_PLACES = 8_000
_MOST_ALIKE = 40
_MOST_OWNED = 500
_LONGEST = 400
_NONE = UUID(int=0)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the viewer may know of the plan around a goal that is being written.

    `carried` counts the owner's open key results and SMART goals in the cycle with what is being
    written (an objective counts by its key results, which are what one works on), `objectives`
    the open objectives with what is being written; None where owner or cycle is not known.
    `near` holds open goals with much the same words, the nearest first.
    """

    carried: int | None = None
    objectives: int | None = None
    near: tuple[Near, ...] = ()


def surroundings(
    viewer: Viewer,
    owner_id: UUID | None,
    cycle_id: UUID | None,
    statements: Sequence[str],
    excluded: UUID | None = None,
    *,
    kind: Kind | None = None,
) -> Surroundings:
    """The surroundings of statements that are written together, the goal's own first.

    `excluded` is the goal that is being changed: neither it nor what is linked with it is near.
    `kind` is that of the first statement; an objective is assumed where others stand beside it.
    Nothing that the viewer may not see is counted or named. Two statements at most, each bounded.
    """
    is_objective = kind is Kind.OBJECTIVE or (kind is None and len(statements) > 1)
    carried = objectives = None
    if owner_id is not None and cycle_id is not None:
        kinds = _kinds_owned(viewer, owner_id, cycle_id, excluded)
        already = sum(one == GoalKind.OBJECTIVE for one in kinds)
        carried = len(kinds) - already + _written(statements, excluded, is_objective=is_objective)
        objectives = already + is_objective
    return Surroundings(carried, objectives, _near(viewer, cycle_id, statements, excluded))


def _written(statements: Sequence[str], excluded: UUID | None, *, is_objective: bool) -> int:
    """How many goals with a number of their own are being written."""
    if not is_objective:
        return 1
    beside = len(statements) - 1
    return beside if excluded is not None else max(1, beside)


def _kinds_owned(
    viewer: Viewer, owner_id: UUID, cycle_id: UUID, excluded: UUID | None
) -> Sequence[str]:
    gate = seen(viewer)
    found = by_hand.rows(
        "SELECT goal.id, goal.kind FROM goals_goal AS goal"  # noqa: S608 (names of columns)
        " WHERE goal.organization_id = %s AND goal.owner_id = %s AND goal.state = %s"
        f" AND goal.cycle_id = %s AND {gate.text} LIMIT {_MOST_OWNED}",
        [
            by_hand.key(viewer.organization_id),
            by_hand.key(owner_id),
            GoalState.ACTIVE.value,
            by_hand.key(cycle_id),
            *gate.parameters,
        ],
    )
    return [kind for key, kind in found if excluded is None or as_key(key) != excluded]


def _near(
    viewer: Viewer, cycle_id: UUID | None, written: Sequence[str], excluded: UUID | None
) -> tuple[Near, ...]:
    """Candidates by the words that goals are found by, judged by likeness. One statement."""
    searched = list(_searched(written))
    if not searched:
        return ()
    where = _where(viewer, cycle_id, excluded)
    most = _MOST_PLACES // sum(len(prefixes) for _, prefixes in searched)
    parts = [
        _candidates(number, prefixes, most, viewer, where)
        for number, (_, prefixes) in enumerate(searched)
    ]
    found = by_hand.rows(
        " UNION ALL ".join(f"SELECT * FROM ({part.text}) AS part" for part in parts),  # noqa: S608
        [value for part in parts for value in part.parameters],
    )
    return nearest((searched[number][0], short_id, text) for number, short_id, text in found)


def _searched(written: Sequence[str]) -> Iterator[tuple[str, Sequence[str]]]:
    """Each text that says enough, with the beginnings of the words that near goals hold."""
    texts = [text[:_LONGEST] for text in written if text.strip()]
    for text in list(dict.fromkeys(texts))[:_MOST_STATEMENTS]:
        folded = {words[0] for stem in words_about(text) if (words := typed_words(stem))}
        if len(folded) > 1:
            # Long words are rare ones: where there are too many, they tell most.
            yield text, sorted(folded, key=lambda word: (-len(word), word))[:_MOST_STEMS]


def _candidates(
    number: int, prefixes: Sequence[str], most: int, viewer: Viewer, where: Condition
) -> Condition:
    """Goals that hold as many of the words as a near one must, those with most of them first.

    Of a word that more than `most` goals hold, only so many are looked at, the newest of each.
    """
    places = []
    values: list[Any] = []
    for place, prefix in enumerate(prefixes):
        condition, more = beginning("word", prefix)
        places.append(
            f"SELECT * FROM (SELECT goal_id, {place} AS place FROM goals_searchword"  # noqa: S608
            f" WHERE organization_id = %s AND {condition}"
            f" ORDER BY word DESC, goal_id DESC LIMIT {most}) AS place{place}"
        )
        values += [by_hand.key(viewer.organization_id), *more]
    text = f"""
        SELECT {number}, goal.short_id, goal.statement
        FROM (SELECT goal_id, COUNT(DISTINCT place) AS places FROM ({" UNION ALL ".join(places)})
            AS word GROUP BY goal_id HAVING COUNT(DISTINCT place) >= {least_shared(len(prefixes))}
        ) AS held JOIN goals_goal AS goal ON goal.id = held.goal_id
        WHERE {where.text} ORDER BY held.places DESC, goal.id DESC LIMIT {_MOST_ALIKE}"""  # noqa: S608
    return Condition(text, (*values, *where.parameters))


def _where(viewer: Viewer, cycle_id: UUID | None, excluded: UUID | None) -> Condition:
    """Open goals of this cycle and of the open ones that the viewer may see."""
    here, gate = by_hand.key(viewer.organization_id), seen(viewer)
    cycle = by_hand.key(cycle_id or _NONE)
    aside = by_hand.key(excluded or _NONE)
    return Condition(
        f"""goal.organization_id = %s AND goal.state = %s AND goal.cycle_id IN (
            SELECT cycle.id FROM cycles_cycle AS cycle
            WHERE cycle.organization_id = %s AND (cycle.id = %s OR cycle.state <> %s))
        AND goal.id <> %s AND NOT EXISTS (SELECT 1 FROM goals_alignmentlink AS link
            WHERE link.child_id = goal.id AND link.parent_id = %s)
        AND NOT EXISTS (SELECT 1 FROM goals_alignmentlink AS link
            WHERE link.child_id = %s AND link.parent_id = goal.id)
        AND {gate.text}""",  # noqa: S608 (names of columns)
        (
            here,
            GoalState.ACTIVE.value,
            here,
            cycle,
            CycleState.CLOSED.value,
            aside,
            aside,
            aside,
            *gate.parameters,
        ),
    )
