"""Working out every open goal anew from the records: check-ins, steps, links.

What is stored of a goal's standing is only ever a copy of what follows from them.
"""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import transaction

from northing.alignment.order import upwards
from northing.check_ins.actions.recording import reading_from
from northing.check_ins.queries.effective import said_in
from northing.check_ins.rules import NOTHING_SAID
from northing.goals.actions.reading import put_reading
from northing.goals.actions.rolling_up import Ascent, recompute
from northing.goals.actions.standing_columns import COLUMNS, as_columns, write_standings
from northing.goals.models import Goal
from northing.goals.queries.milestones import done_weights
from northing.goals.queries.roll_ups import bands_of, contributing_lines, measures_in, open_goals
from northing.people.models import Organization
from northing.storage.locks import change_structure

_A_BATCH = 500


@dataclass(frozen=True, slots=True)
class Difference:
    """A stored column of a goal that is not what its records say."""

    short_id: str
    column: str
    stored: Any
    computed: Any

    def __str__(self) -> str:
        return f"{self.short_id} {self.column}: {self.stored} is stored, {self.computed} is right"


@transaction.atomic
def rebuild(organization: Organization, *, check: bool = False) -> list[Difference]:
    """Recompute how every open goal stands; every stored column that was not right.

    Columns are compared as they are stored, to the last digit. With `check` nothing is written.
    Check-ins of the organization wait meanwhile. Closed goals are never recomputed. The number
    of statements does not grow with the plan, but for one write for each 500 goals to mend.
    """
    change_structure(organization.pk)
    goals = open_goals(organization.pk)
    stored = {key: as_columns(goal) for key, goal in goals.items()}
    _recompute_all(organization, goals)
    differences = [
        difference for key, goal in goals.items() for difference in _compared(goal, stored[key])
    ]
    if differences and not check:
        _mend(goals, differences)
    return differences


def _recompute_all(organization: Organization, goals: dict[UUID, Goal]) -> None:
    parents_of: dict[UUID, set[UUID]] = defaultdict(set)
    for child, parent in contributing_lines(organization.pk):
        parents_of[child].add(parent)
    ascent = Ascent(organization.pk, bands_of(organization.pk), goals, parents_of)
    said, done = said_in(organization.pk), done_weights(organization.pk)
    measures = measures_in(organization.pk)
    for key, goal in goals.items():
        finished = done.get(key)
        told = said.get(key, NOTHING_SAID)
        if finished == 0 and told is NOTHING_SAID:
            finished = None
        put_reading(ascent, goal, measures.get(key), reading_from(goal, told, finished))
    recompute(ascent, _children_first(ascent), expected_changed=True)


def _children_first(ascent: Ascent) -> list[UUID]:
    above = upwards([*ascent.goals, *ascent.parents_of], ascent.parents_of)
    childless = ascent.goals.keys() - set(above)
    return [*childless, *(key for key in above if key in ascent.goals)]


def _compared(goal: Goal, stored: Mapping[str, Any]) -> list[Difference]:
    computed = as_columns(goal)
    return [
        Difference(goal.short_id, column, stored[column], computed[column])
        for column in COLUMNS
        if stored[column] != computed[column]
    ]


def _mend(goals: Mapping[UUID, Goal], differences: list[Difference]) -> None:
    wrong = {difference.short_id for difference in differences}
    mended = [goal for goal in goals.values() if goal.short_id in wrong]
    for first in range(0, len(mended), _A_BATCH):
        write_standings(mended[first : first + _A_BATCH])
