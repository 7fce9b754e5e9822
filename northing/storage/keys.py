"""Keys of rows: UUID version 7, so that nothing can be counted up and rows sort by age."""

from uuid import UUID

from uuid_utils.compat import uuid7


def new_key() -> UUID:
    """A new UUIDv7: time-ordered, unguessable, unique across databases."""
    return uuid7()
