"""Writing to the log. Entries are added, never changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils import timezone

from northing.activity.models import Entry
from northing.measures.numbers import plain
from northing.storage import statements


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened, as its action tells it."""

    organization_id: UUID
    verb: str
    subject_kind: str
    subject_id: UUID
    subject_label: str
    actor_id: UUID | None = None
    actor_name: str = ""
    before: Mapping[str, Any] = field(default_factory=dict)
    after: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""
    at: datetime | None = None


def record(happening: Happening) -> None:
    """Append one entry. Call inside the transaction of the change that it tells."""
    record_all([happening])


def record_all(happenings: Sequence[Happening]) -> None:
    """Append many entries in one statement."""
    statements.insert([_entry(happening) for happening in happenings])


def _entry(happening: Happening) -> Entry:
    return Entry(
        organization_id=happening.organization_id,
        at=happening.at or timezone.now(),
        actor_id=happening.actor_id,
        actor_name=happening.actor_name[:200],
        verb=happening.verb,
        subject_kind=happening.subject_kind,
        subject_id=happening.subject_id,
        subject_label=happening.subject_label[:400],
        before={key: _written(value) for key, value in happening.before.items()},
        after={key: _written(value) for key, value in happening.after.items()},
        reason=happening.reason,
    )


def _written(value: Any) -> Any:
    """A value as JSON keeps it: exact decimals as text, dates in ISO form."""
    if isinstance(value, Decimal):
        return plain(value)
    if isinstance(value, date | datetime):
        return value.isoformat()
    if isinstance(value, UUID):
        return str(value)
    return value
