"""Portfolio totals: every goal counts once, whatever the number of its parents."""

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TypeVar

from northing.measures.progress import clamped

K = TypeVar("K", bound=Hashable)


@dataclass(frozen=True, slots=True)
class Entry:
    """What a goal brings into a total: raw progress (None without data), and its words.

    `words` are what goals are counted by, such as its pace and its status.
    """

    progress: Fraction | None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Total:
    """How many goals there are, how many report, their mean progress, and how many share a word.

    `average` is the mean of progress clamped to 0..1 over the reporting goals, None without any.
    """

    goals: int
    reporting: int
    average: Fraction | None
    words: Mapping[str, int]


def each_once(roots: Iterable[K], children_of: Mapping[K, Collection[K]]) -> list[K]:
    """The roots and everything below them in the order of an outline, each goal where it first is.

    `children_of` may lack goals without children.
    """
    found: dict[K, None] = {}
    waiting = list(roots)[::-1]
    while waiting:
        goal = waiting.pop()
        if goal not in found:
            found[goal] = None
            waiting.extend(list(children_of.get(goal, ()))[::-1])
    return list(found)


def total(
    roots: Iterable[K], children_of: Mapping[K, Collection[K]], entries: Mapping[K, Entry]
) -> Total:
    """The total over the roots and everything below them, counting each goal once.

    Goals without an entry (structure only, or not to be seen) are passed through uncounted.
    Source: rules, "Roll-up of an objective".
    """
    counted = [entries[goal] for goal in each_once(roots, children_of) if goal in entries]
    shares = [clamped(entry.progress) for entry in counted if entry.progress is not None]
    return Total(
        goals=len(counted),
        reporting=len(shares),
        average=sum(shares, Fraction(0)) / len(shares) if shares else None,
        words=Counter(word for entry in counted for word in entry.words),
    )
