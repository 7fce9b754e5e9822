"""Locks that hold until the end of a transaction, on databases with many writers.

SQLite has one writer at a time, so there they are nothing. Two transactions never wait for one
another because all keep to one order: first the structure, shared or alone and never the first
and then the second; after it rows, goals in the order of their keys. Rows are locked with
`no_key=True`: others may still write rows that point at them.
"""

from hashlib import sha256
from uuid import UUID

from django.db import connection


def share_structure(organization_id: UUID) -> None:
    """Keep the plan's links as they are until this transaction ends; others may share this."""
    _advisory("pg_advisory_xact_lock_shared", organization_id)


def change_structure(organization_id: UUID) -> None:
    """Be the only one that reads for a roll-up or changes links until this transaction ends."""
    _advisory("pg_advisory_xact_lock", organization_id)


def be_alone(what: str) -> None:
    """Be the only one that does a thing of this name until this transaction ends."""
    _advisory("pg_advisory_xact_lock", UUID(bytes=sha256(what.encode()).digest()[:16]))


def _advisory(function: str, organization_id: UUID) -> None:
    if connection.vendor != "postgresql":
        return
    with connection.cursor() as cursor:
        # A signed 64-bit key; two organizations that collide only wait for one another.
        cursor.execute(f"SELECT {function}(%s)", [organization_id.int % 2**63])
