"""Which of many goals are near to what is being written, by the words that they share."""

from collections.abc import Iterable
from math import ceil

from northing.coach.rules.language import detected
from northing.coach.rules.sets.goal_set import Near
from northing.coach.rules.sets.overlap import NEAR, Likeness, likeness, stems

_LEAST = 2
_MOST = 3


def words_about(text: str) -> frozenset[str]:
    """The stems by which a goal near to this text is found."""
    return stems(text, detected(text))


def least_shared(number: int) -> int:
    """How many of a text's stems a goal must hold at least to be near to it."""
    return max(_LEAST, ceil(NEAR * number))


def nearest(pairs: Iterable[tuple[str, str, str]]) -> tuple[Near, ...]:
    """The three nearest goals, best first, of (what is written, short id, statement)."""
    best: dict[tuple[str, str], Likeness] = {}
    for written, short_id, statement in pairs:
        like = likeness(written, statement, detected(written))
        known = best.get((short_id, statement))
        if like.score >= NEAR and (known is None or known.score < like.score):
            best[short_id, statement] = like
    ordered = sorted(best.items(), key=lambda one: (-one[1].score, one[0]))
    return tuple(Near(*goal, shared=like.shared) for goal, like in ordered[:_MOST])
