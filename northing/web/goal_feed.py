"""What people said of goals, newest first, ready for a template."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from markupsafe import Markup

from northing.check_ins.queries.history import SaidOnce
from northing.goals.queries.rows import Who
from northing.web.formats import amount, change, day_of, tenths
from northing.web.goal_marks import who_mark


@dataclass(frozen=True, slots=True)
class Comment:
    """One check-in in words. `marker` is the number of its comment in the chart, if it has one."""

    key: UUID
    who: Markup
    name: str
    day: str
    on: date
    goal: UUID
    value: str
    step: str
    says: str
    note: str
    marker: int | None
    read_by: str
    help_wanted: bool
    skipped: bool
    is_correction: bool
    is_superseded: bool


def comments_of(
    said: Sequence[SaidOnce],
    units: Mapping[UUID, str],
    markers: Mapping[UUID, int],
    today: date,
) -> Sequence[Comment]:
    """Every check-in, newest first; `units` are those of the goals."""
    return list(_comments(said, units, markers, today))[::-1]


def _comments(
    said: Sequence[SaidOnce],
    units: Mapping[UUID, str],
    markers: Mapping[UUID, int],
    today: date,
) -> Iterator[Comment]:
    standing: dict[UUID, SaidOnce] = {}
    for one in said:
        unit, before = units.get(one.goal, ""), standing.get(one.goal)
        yield Comment(
            key=one.key,
            who=who_mark(Who(one.by, one.by_name, one.by_has_left)),
            name=f"{one.by_name} (has left)" if one.by_has_left else one.by_name,
            day=day_of(one.on, today),
            on=one.on,
            goal=one.goal,
            value="" if one.value is None else amount(one.value, unit),
            step=change(before.value, one.value, unit) if before and one.counts else "",
            says=tenths(one.confidence) if one.confidence else "",
            note=one.note,
            marker=markers.get(one.key),
            read_by=", ".join(one.read_by),
            help_wanted=one.help_wanted,
            skipped=one.skipped,
            is_correction=one.is_correction,
            is_superseded=one.is_superseded,
        )
        if one.counts and one.value is not None:
            standing[one.goal] = one
