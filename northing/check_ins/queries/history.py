"""Everything that was said of goals, with who said it and who read it. Nothing is left out."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any
from uuid import UUID

from northing.storage import statements
from northing.storage.statements import as_key

MOST_READ = 400


@dataclass(frozen=True, slots=True)
class SaidOnce:
    """One check-in. A superseded one does not count any more, and is kept."""

    key: UUID
    goal: UUID
    on: date
    by: UUID
    by_name: str
    by_has_left: bool
    value: Decimal | None
    confidence: int | None
    note: str
    help_wanted: bool
    skipped: bool
    is_correction: bool
    is_superseded: bool
    read_by: tuple[str, ...] = ()

    @property
    def counts(self) -> bool:
        """Whether its value stands: it was neither superseded nor skipped."""
        return not self.is_superseded and not self.skipped


def history_of(
    organization_id: UUID, goals: Iterable[UUID], most: int = MOST_READ
) -> Sequence[SaidOnce]:
    """The latest check-ins of goals, oldest first, in one statement.

    The caller has let the viewer through the gate of each goal.
    """
    found = statements.rows(
        _STATEMENT.format(among=statements.is_among("said.goal_id"), most=most),
        [statements.key(organization_id), statements.keys(goals)],
    )
    said: dict[Any, SaidOnce] = {}
    readers: dict[Any, list[str]] = {}
    for row in found:
        if row[0] not in said:
            said[row[0]] = _said(row)
        if row[13] is not None:
            readers.setdefault(row[0], []).append(row[13])
    for key, names in readers.items():
        said[key] = replace(said[key], read_by=tuple(sorted(names)))
    return list(said.values())[::-1]


_STATEMENT = """
    SELECT said.id, said.goal_id, said."on", said.by_id, person.name, person.left_on, said.value,
        said.confidence, said.note, said.help_wanted, said.skipped, said.supersedes_id,
        EXISTS (SELECT 1 FROM check_ins_checkin AS later WHERE later.supersedes_id = said.id),
        reader.name
    FROM (SELECT * FROM check_ins_checkin AS said
        WHERE said.organization_id = %s AND {among}
        ORDER BY said."on" DESC, said.at DESC, said.id DESC LIMIT {most}) AS said
    JOIN people_person AS person ON person.id = said.by_id
    LEFT JOIN check_ins_acknowledgement AS read ON read.check_in_id = said.id
    LEFT JOIN people_person AS reader ON reader.id = read.by_id
    ORDER BY said."on" DESC, said.at DESC, said.id DESC
"""


def _said(row: tuple[Any, ...]) -> SaidOnce:
    return SaidOnce(
        key=as_key(row[0]),
        goal=as_key(row[1]),
        on=row[2],
        by=as_key(row[3]),
        by_name=row[4],
        by_has_left=row[5] is not None,
        value=None if row[6] is None else Decimal(row[6]),
        confidence=row[7],
        note=row[8],
        help_wanted=bool(row[9]),
        skipped=bool(row[10]),
        is_correction=row[11] is not None,
        is_superseded=bool(row[12]),
    )
