"""Rolling a change up to every ancestor: one pass, one write, whatever the depth."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from uuid import UUID

from northing.alignment.order import upwards
from northing.alignment.roll_up import Method
from northing.goals.actions.standing_columns import (
    put_standing,
    standing_of,
    write_standings,
)
from northing.goals.models import Goal
from northing.goals.queries.lineage import lines_above
from northing.goals.queries.roll_ups import ChildRow, children_of, locked
from northing.goals.rules.kinds import has_measure
from northing.goals.rules.standing import (
    ContributingChild,
    KeptPath,
    of_parent,
    path_from_json,
)
from northing.measures.pace import Bands
from northing.people.models import Organization
from northing.storage.locks import share_structure


@dataclass(slots=True)
class Ascent:
    """Goals about to change, with every ancestor that they contribute to, locked."""

    organization_id: UUID
    bands: Bands
    goals: dict[UUID, Goal]
    parents_of: dict[UUID, set[UUID]]
    changed: dict[UUID, Goal] = field(default_factory=dict)


def begin_ascent(organization: Organization, starts: Collection[UUID]) -> Ascent:
    """Lock the goals and all that they contribute to. Call inside a transaction."""
    share_structure(organization.pk)
    parents_of: dict[UUID, set[UUID]] = defaultdict(set)
    for child, parent in lines_above(organization.pk, starts, contributing_only=True):
        parents_of[child].add(parent)
    keys = set(starts).union(*parents_of.values())
    goals, bands = locked(organization.pk, keys)
    return Ascent(organization.pk, bands, goals, parents_of)


def roll_up_above(ascent: Ascent, starts: Iterable[UUID], *, expected_changed: bool) -> None:
    """Recompute every open ancestor of `starts` in order. Nothing is written yet.

    `expected_changed` says that a child began to report, or that dates, weights or links moved:
    only then are the parents' expected paths worked out anew.
    """
    order = [key for key in upwards(list(starts), ascent.parents_of) if key in ascent.goals]
    recompute(ascent, order, expected_changed=expected_changed)


def roll_up_from(ascent: Ascent, starts: Iterable[UUID]) -> None:
    """Recompute the open ones of `starts` that are rolled up, and all above any of them, once.

    For changes by which a child may begin to report, or by which dates, weights or links moved.
    Nothing is written yet.
    """
    beginnings = list(dict.fromkeys(starts))
    above = upwards(beginnings, ascent.parents_of)
    ancestors = set(above)
    order = [*(key for key in beginnings if key not in ancestors), *above]
    rolled_up = [
        key for key in order if key in ascent.goals and not has_measure(ascent.goals[key].kind)
    ]
    recompute(ascent, rolled_up, expected_changed=True)


def recompute(ascent: Ascent, order: list[UUID], *, expected_changed: bool) -> None:
    """Recompute the given parents, each after its descendants. Closed goals stay as they are."""
    children = children_of(ascent.organization_id, order, with_paths=expected_changed)
    for key in order:
        goal = ascent.goals[key]
        if goal.is_open and not has_measure(goal.kind):
            kept = None if expected_changed else KeptPath(path_from_json(goal.expected_path))
            current = [_as_now(row, ascent) for row in children[key]]
            standing = of_parent(
                current,
                Method(goal.roll_up),
                goal.period,
                goal.said_confidence,
                ascent.bands,
                kept,
            )
            put_standing(goal, standing)
            ascent.changed[key] = goal


def write(ascent: Ascent) -> None:
    """Write everything that changed in one statement."""
    write_standings(list(ascent.changed.values()))


def _as_now(row: ChildRow, ascent: Ascent) -> ContributingChild:
    """The child as it stands in this transaction, which the table may not know yet."""
    goal = ascent.changed.get(row.key)
    if goal is None:
        return row.counted
    return replace(row.counted, standing=standing_of(goal), is_open=goal.is_open)
