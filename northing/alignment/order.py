"""The order in which a change travels up through a plan."""

from collections.abc import Collection, Hashable, Iterable, Mapping
from typing import TypeVar

K = TypeVar("K", bound=Hashable)


def upwards(starts: Iterable[K], parents_of: Mapping[K, Collection[K]]) -> list[K]:
    """Every ancestor of `starts` once, each after all of its descendants in the list.

    A start is listed only when it is an ancestor of another start. `parents_of` may lack goals
    without parents. Raises ValueError when the links hold a loop.
    """
    beginnings = list(dict.fromkeys(starts))
    parents = _lineage(beginnings, parents_of)
    children_left = dict.fromkeys(parents, 0)
    for above in parents.values():
        for parent in above:
            children_left[parent] += 1
    ancestors = {goal for goal, children in children_left.items() if children}
    order = [goal for goal in parents if goal not in ancestors]
    for goal in order:
        for parent in parents[goal]:
            children_left[parent] -= 1
            if not children_left[parent]:
                order.append(parent)
    if len(order) < len(parents):
        raise ValueError("The links hold a loop, so there is no way up.")
    return [goal for goal in order if goal in ancestors]


def _lineage(beginnings: list[K], parents_of: Mapping[K, Collection[K]]) -> dict[K, list[K]]:
    """The parents of every beginning and of all their ancestors."""
    parents: dict[K, list[K]] = {}
    waiting = list(beginnings)
    for goal in waiting:
        if goal not in parents:
            parents[goal] = list(dict.fromkeys(parents_of.get(goal, ())))
            waiting.extend(parents[goal])
    return parents
