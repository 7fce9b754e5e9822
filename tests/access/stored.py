"""What the database holds, to be compared before and after."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

from django.apps import apps
from django.db import connection
from django.db.models import CharField, Model

# Typing leaves drafts and messages behind; they are no part of the plan.
_ASIDE = {"Draft"}
# Salts, keys inside texts, and numbers that a database gives once and never again.
_OF_A_MOMENT = {"id", "password", "told"}


def counts() -> tuple[Any, ...]:
    """How many rows each table has and the sum of its versions, in one statement."""
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {', '.join(map(_count, _models()))}")
        return tuple(cursor.fetchone())


def contents() -> dict[str, list[str]]:
    """Every row of every table; keys and times that are only a moment old look all the same."""
    return {model.__name__: sorted(map(_row, model.objects.values())) for model in _models()}


def too_long() -> list[str]:
    """Texts that are longer than their column says: SQLite keeps them, PostgreSQL would not."""
    return [
        f"{model.__name__}.{field.name}"
        for model in _models()
        for field in model._meta.concrete_fields
        if isinstance(field, CharField) and (most := field.max_length)
        for text in model.objects.values_list(field.name, flat=True)
        if isinstance(text, str) and len(text) > most
    ]


def _models() -> Iterator[Any]:
    for model in apps.get_models():
        if model.__module__.startswith("northing.") and model.__name__ not in _ASIDE:
            yield model


def _count(model: type[Model]) -> str:
    table = model._meta.db_table
    has_version = any(field.name == "version" for field in model._meta.fields)
    versions = "COALESCE(sum(version), 0)" if has_version else "0 * count(*)"
    return f"(SELECT count(*) FROM {table}), (SELECT {versions} FROM {table})"


def _row(values: dict[str, Any]) -> str:
    return str({name: _plain(value) for name, value in values.items() if name not in _OF_A_MOMENT})


def _plain(value: Any) -> Any:
    if isinstance(value, UUID):
        return "key"
    return "time" if isinstance(value, datetime) else value
