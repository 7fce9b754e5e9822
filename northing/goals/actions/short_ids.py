"""Giving short ids. A number is given once and never again."""

from collections import Counter
from collections.abc import Iterator, Sequence
from uuid import UUID

from northing.goals.models import Goal
from northing.goals.rules.kinds import GoalKind
from northing.people.models import ShortId
from northing.storage import statements
from northing.storage.keys import new_key

_AT_ONCE = 500

New = tuple[Goal, Goal | None]
"""A new goal, and the objective that its first link leads to."""


def give_short_ids(new: Sequence[New]) -> None:
    """Give new goals of one organization their ids, in their order.

    "WN-12" for an objective of team WN, "WN-12.3" for its third key result, "IO-4" for the fourth
    SMART goal of a person whose key is IO. An objective may be as new as its key results. Call
    inside the transaction that writes the goals.
    """
    below = [pair for pair in new if _is_named_after_a_new_one(*pair)]
    first = [pair for pair in new if not _is_named_after_a_new_one(*pair)]
    for each in (first, below):
        _give(each)


def _is_named_after_a_new_one(goal: Goal, objective: Goal | None) -> bool:
    return goal.kind == GoalKind.KEY_RESULT and objective is not None and not objective.short_id


def _give(new: Sequence[New]) -> None:
    if not new:
        return
    prefixes = [_prefix(goal, objective) for goal, objective in new]
    counted = [prefix.removesuffix("-") for prefix in prefixes]
    numbers = _next_numbers(new[0][0].organization_id, counted)
    for (goal, _), prefix, number in zip(new, prefixes, numbers, strict=True):
        goal.short_id = f"{prefix}{number}"


def _prefix(goal: Goal, objective: Goal | None) -> str:
    """What stands before the number; its numbers are counted under it without the hyphen."""
    if goal.kind == GoalKind.KEY_RESULT and objective is not None:
        return f"{objective.short_id}."
    if goal.kind == GoalKind.SMART:
        return f"{goal.owner.key}-"
    return f"{goal.team.key if goal.team is not None else goal.organization.key}-"


def _next_numbers(organization_id: UUID, prefixes: Sequence[str]) -> Iterator[int]:
    """The next number of each prefix, however often it stands there."""
    wanted = Counter(prefixes)
    # In one order, so that no two transactions wait for one another in a circle.
    statements.run_many(
        "INSERT INTO people_shortid (id, organization_id, prefix, last) VALUES (%s, %s, %s, %s)"
        " ON CONFLICT (organization_id, prefix)"
        " DO UPDATE SET last = people_shortid.last + excluded.last",
        [
            [statements.key(new_key()), statements.key(organization_id), prefix, wanted[prefix]]
            for prefix in sorted(wanted)
        ],
    )
    given = _last_numbers(organization_id, list(wanted))
    given.subtract(wanted)
    for prefix in prefixes:
        given[prefix] += 1
        yield given[prefix]


def _last_numbers(organization_id: UUID, prefixes: Sequence[str]) -> Counter[str]:
    found: Counter[str] = Counter()
    for first in range(0, len(prefixes), _AT_ONCE):
        part = prefixes[first : first + _AT_ONCE]
        rows = ShortId.objects.filter(organization_id=organization_id, prefix__in=part)
        found.update(dict(rows.values_list("prefix", "last")))
    return found
