"""Statements written by hand, for the few that every check-in runs.

Building a statement with the ORM takes several times as long as running it. What is read here
comes out as the ORM would give it: keys as UUID, columns through their fields' converters.
"""

from collections.abc import Callable, Iterable, Sequence
from json import dumps
from typing import Any, Generic, TypeVar
from uuid import UUID, SafeUUID

from django.db import connection, connections
from django.db.models import Model

M = TypeVar("M", bound=Model)


def rows(statement: str, parameters: Sequence[Any]) -> list[tuple[Any, ...]]:
    """Every row of a statement. Parameters that are keys go through `key` or `keys`."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)
        found: list[tuple[Any, ...]] = cursor.fetchall()
        return found


def run(statement: str, parameters: Sequence[Any]) -> None:
    """Run a statement that gives no rows. Parameters as for `rows`."""
    with connection.cursor() as cursor:
        cursor.execute(statement, parameters)


def run_many(statement: str, each: Sequence[Sequence[Any]]) -> None:
    """Run a statement that gives no rows with each of many lots of parameters."""
    if each:
        with connection.cursor() as cursor:
            cursor.executemany(statement, each)


def insert(new: Sequence[M]) -> None:
    """Insert new rows of one model, whose keys are already made, in a statement for each 500."""
    for first in range(0, len(new), _ROWS_AT_ONCE):
        batch = new[first : first + _ROWS_AT_ONCE]
        fields: list[Any] = list(batch[0]._meta.concrete_fields)
        columns = ", ".join(f'"{field.column}"' for field in fields)
        places = ", ".join(["(" + ", ".join(["%s"] * len(fields)) + ")"] * len(batch))
        run(
            # Names of columns only, from the model; values are parameters.
            f'INSERT INTO "{batch[0]._meta.db_table}" ({columns}) VALUES {places}',  # noqa: S608
            [value for row in as_columns(fields, batch) for value in row],
        )
        for row in batch:
            row._state.adding = False


_ROWS_AT_ONCE = 500


def update(changed: Sequence[M], names: Sequence[str]) -> None:
    """Write some fields of rows of one model, in one statement that runs with each of them."""
    for model in {type(one) for one in changed}:
        meta = model._meta
        fields: list[Any] = [meta.get_field(name) for name in names]
        assignments = ", ".join(f'"{field.column}" = %s' for field in fields)
        run_many(
            # Names of columns only, from the model; values are parameters.
            f'UPDATE "{meta.db_table}" SET {assignments} WHERE "{meta.pk.column}" = %s',  # noqa: S608
            as_columns([*fields, meta.pk], changed),
        )


def as_columns(fields: Sequence[Any], found: Iterable[Model]) -> list[list[Any]]:
    """What instances hold in some fields of theirs, as the database takes it."""
    # Not `connection`, which looks up whose connection it is at each word that is asked of it.
    here = connections[connection.alias]
    prepared = [(field.get_db_prep_save, field.attname) for field in fields]
    return [[prepare(getattr(one, name), here) for prepare, name in prepared] for one in found]


def key(value: UUID) -> UUID | str:
    """A key as a parameter."""
    return value.hex if connection.vendor == "sqlite" else value


def keys(values: Iterable[UUID]) -> list[UUID] | str:
    """Many keys as the one parameter of `is_among`."""
    if connection.vendor == "sqlite":
        return dumps([value.hex for value in values])
    return list(values)


def is_among(column: str) -> str:
    """The condition that a column holds one of many keys, with one parameter."""
    if connection.vendor == "sqlite":
        return f"{column} IN (SELECT value FROM json_each(%s))"  # noqa: S608 (a name of a column)
    return f"{column} = ANY(%s)"


def as_key(value: UUID | str) -> UUID:
    """A key as a row gives it.

    SQLite gives 32 hexadecimal digits, which need none of the checks of `UUID(value)`: a list of
    goals has hundreds of keys, and this takes a third of the time.
    """
    if isinstance(value, UUID):
        return value
    key = object.__new__(UUID)
    object.__setattr__(key, "int", int(value, 16))
    object.__setattr__(key, "is_safe", SafeUUID.unknown)
    return key


class RowReader(Generic[M]):
    """Makes instances of a model from rows that hold its columns, all of them in their order."""

    def __init__(self, model: type[M]) -> None:
        self._model = model
        self._fields: list[Any] = list(model._meta.concrete_fields)
        self._names = [field.attname for field in self._fields]
        self.width = len(self._fields)
        self._converters: dict[str, list[tuple[int, Callable[..., Any]]]] = {}

    def columns(self, table: str) -> str:
        """The columns to select, of a table or its alias."""
        return ", ".join(f'{table}."{field.column}"' for field in self._fields)

    def read(self, found: Iterable[Sequence[Any]]) -> list[M]:
        """An instance for each row."""
        converters = self._converters_here()
        made = []
        for row in found:
            values = list(row)
            for place, convert in converters:
                values[place] = convert(values[place], None, connection)
            made.append(self._model.from_db(connection.alias, self._names, values))
        return made

    def _converters_here(self) -> list[tuple[int, Callable[..., Any]]]:
        """By vendor: how each database's values become those of the fields."""
        if connection.vendor not in self._converters:
            columns = [field.get_col(self._model._meta.db_table) for field in self._fields]
            self._converters[connection.vendor] = [
                (place, convert)
                for place, column in enumerate(columns)
                for convert in (
                    *connection.ops.get_db_converters(column),
                    *column.get_db_converters(connection),
                )
            ]
        return self._converters[connection.vendor]
