"""Looking up by how a text begins, through an index, on both databases."""

from django.db import connection
from django.db.models import Q

_LAST_SIGN = "\U0010ffff"


def begins_with(column: str, prefix: str) -> Q:
    """The condition that a column begins with `prefix`, in the form in which an index serves it.

    SQLite uses an index for a range but not for LIKE; PostgreSQL for LIKE (by an index with
    pattern operators) but not, with most collations, for a range.
    """
    if connection.vendor == "sqlite":
        return Q(**{f"{column}__gte": prefix, f"{column}__lt": prefix + _LAST_SIGN})
    return Q(**{f"{column}__startswith": prefix})


def beginning(column: str, prefix: str) -> tuple[str, tuple[str, ...]]:
    """The same condition for a statement written by hand, with its parameters."""
    if connection.vendor == "sqlite":
        return f"{column} >= %s AND {column} < %s", (prefix, prefix + _LAST_SIGN)
    literal = prefix.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"{column} LIKE %s", (f"{literal}%",)
