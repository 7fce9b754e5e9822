"""Two people edit the same thing: what the second one is told."""

from collections.abc import Mapping, Sequence
from uuid import UUID

from northing.activity.queries import of_subject

Rows = Sequence[tuple[str, str, str]]


def different_rows(
    words: Mapping[str, str], mine: Mapping[str, str], theirs: Mapping[str, str]
) -> Rows:
    """The fields in which two versions differ: its words, my value, theirs."""
    rows = [(label, mine[name], theirs[name]) for name, label in words.items()]
    return [row for row in rows if row[1] != row[2]]


def last_editor(organization_id: UUID, subject_id: UUID) -> str:
    """Who changed a thing last, by name."""
    newest = of_subject(organization_id, subject_id, limit=1)
    return newest[0].actor_name if newest and newest[0].actor_name else "somebody else"
