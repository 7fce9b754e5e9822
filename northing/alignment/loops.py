"""Loops: no goal may be, through whatever links, its own parent."""

from collections import deque
from collections.abc import Collection, Hashable, Mapping
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def loop_closed_by(
    child: K, parent: K, parents_of: Mapping[K, Collection[K]]
) -> tuple[K, ...] | None:
    """The shortest loop that a link from `child` to `parent` would close, spelled out.

    It begins and ends with `child`, each goal followed by one of its parents: (a, b, c, a) for a
    link from a to b where b lies under c and c under a; (a, a) for a link to itself. None when
    the link closes no loop. `parents_of` may lack goals without parents.
    Source: rules, "Roll-up of an objective".
    """
    reached_from: dict[K, K] = {parent: child}
    waiting = deque([parent])
    while waiting:
        goal = waiting.popleft()
        if goal == child:
            return _spelled_out(child, parent, reached_from)
        for above in parents_of.get(goal, ()):
            if above not in reached_from:
                reached_from[above] = goal
                waiting.append(above)
    return None


def _spelled_out(child: K, parent: K, reached_from: Mapping[K, K]) -> tuple[K, ...]:
    if parent == child:
        return (child, child)
    loop = [child]
    while loop[-1] != parent:
        loop.append(reached_from[loop[-1]])
    return (child, *reversed(loop))
