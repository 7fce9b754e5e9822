"""Which column holds what: proposed from headings and cells, changed by a person's mapping."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from northing.spreadsheets.rules.cells import column_letter
from northing.spreadsheets.rules.fields import LABELS, SHARED, WORDING, Field
from northing.spreadsheets.rules.headings import is_numbered, meanings
from northing.spreadsheets.rules.profiles import Profile, fit, profile
from northing.spreadsheets.rules.tables import Table
from northing.spreadsheets.rules.words import compared

_LEAST = 0.5
_TOLERABLE = 0.3
_SURE = 0.9
_SAMPLES = 3
NOTHING: Mapping[int, Field] = {}


class MappingRefused(ValueError):
    """A mapping that names no such column or field, in words."""


@dataclass(frozen=True, slots=True)
class ColumnUse:
    """What a column is taken for, how sure that is (0 to 1), and some of its cells."""

    column: int
    heading: str
    field: Field
    confidence: float
    samples: tuple[str, ...] = ()
    is_by_hand: bool = False
    is_remembered: bool = False

    @property
    def letter(self) -> str:
        return column_letter(self.column)


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of one table."""

    table: Table
    uses: tuple[ColumnUse, ...]

    def of(self, field: Field) -> int | None:
        """The column that holds a field, or None."""
        return next((use.column for use in self.uses if use.field is field), None)

    def all_of(self, field: Field) -> list[ColumnUse]:
        """Every column that holds a field."""
        return [use for use in self.uses if use.field is field]

    def has(self, *fields: Field) -> bool:
        """Whether at least one of the fields has a column."""
        return any(use.field in fields for use in self.uses)

    def heading(self, column: int) -> str:
        """The heading of a column, empty when it has none."""
        return self.table.headings.get(column, "")


def columns_of(
    table: Table, mapping: Mapping[str, Field], remembered: Mapping[int, Field] = NOTHING
) -> Columns:
    """The columns of a table as proposed, with a person's mapping before everything else.

    `remembered` are the fields of columns that were chosen for such a table before.

    `mapping` is keyed by heading, by letter, or by `sheet!letter`; keys that fit no column of
    this table are left alone (another table may have them).
    """
    profiles = {column: profile(table.cells_of(column)) for column in _used_columns(table)}
    by_hand = _by_hand(table, profiles, mapping)
    decided = {**remembered, **by_hand}
    proposed = _proposed(table, profiles, decided)
    uses = []
    for column, seen in sorted(profiles.items()):
        field, confidence = proposed.get(column, (_left_over(table, column, seen), 0.5))
        uses.append(
            ColumnUse(
                column=column,
                heading=table.headings.get(column, ""),
                field=decided.get(column, field),
                confidence=1.0 if column in decided else round(confidence, 2),
                samples=tuple(cell.text[:60] for cell in table.cells_of(column)[:_SAMPLES]),
                is_by_hand=column in by_hand,
                is_remembered=column in remembered and column not in by_hand,
            )
        )
    return _with_sense(Columns(table, tuple(uses)))


def read_mapping(pairs: Mapping[str, str]) -> dict[str, Field]:
    """A mapping as typed: `Who=owner`, `D=owner`, `Plan!D=owner`. Raises MappingRefused."""
    labels = {compared(label): field for field, label in LABELS.items()}
    found = {}
    for column, name in pairs.items():
        word = compared(name).replace(" ", "_")
        field = next((f for f in Field if f == word), labels.get(compared(name)))
        if field is None:
            fields = ", ".join(Field)
            raise MappingRefused(f"“{name}” is no field. Choose one of: {fields}.")
        found[column if "!" in column else compared(column)] = field
    return found


def unknown_columns(mapping: Mapping[str, Field], tables: list[Columns]) -> list[str]:
    """Those keys of a mapping that fit no column of any table."""
    known = {
        key for each in tables for use in each.uses for key in _keys_of(each.table, use.column)
    }
    return [key for key in mapping if key not in known]


def _used_columns(table: Table) -> set[int]:
    filled = {column for row in table.rows for column in table.sheet.rows[row]}
    return filled | set(table.headings)


def _keys_of(table: Table, column: int) -> tuple[str, ...]:
    letter = column_letter(column)
    heading = compared(table.headings.get(column, ""))
    return (
        f"{table.key}!{letter}",
        f"{table.sheet.name}!{letter}",
        *((heading,) if heading else ()),
        letter.casefold(),
    )


def _by_hand(
    table: Table, profiles: Mapping[int, Profile], mapping: Mapping[str, Field]
) -> dict[int, Field]:
    found = {}
    for column in profiles:
        key = next((key for key in _keys_of(table, column) if key in mapping), None)
        if key is not None:
            found[column] = mapping[key]
    return found


def _proposed(
    table: Table, profiles: Mapping[int, Profile], by_hand: Mapping[int, Field]
) -> dict[int, tuple[Field, float]]:
    """The best assignment of fields to columns, one column a field unless it is shared."""
    scored = [
        (likely * fit(field, profiles[column]), -order, column, field)
        for column, heading in table.headings.items()
        if column not in by_hand
        for order, (field, likely) in enumerate(meanings(heading).items())
    ]
    scored.sort(reverse=True, key=lambda each: (each[0], each[1], -each[2]))
    found: dict[int, tuple[Field, float]] = {}
    taken = set(by_hand.values()) - SHARED
    for score, _, column, field in scored:
        if score >= _LEAST and column not in found and field not in taken:
            found[column] = (field, score)
            taken |= {field} - SHARED
    for column in sorted({each[2] for each in scored} - found.keys()):
        # The cells fit badly, but the heading is plain: read it so, and tell what is wrong.
        choices = [(score, field) for score, _, at, field in scored if at == column]
        for score, field in choices:
            if field not in taken and (score >= _TOLERABLE or field is choices[0][1]):
                found[column] = (field, score)
                taken |= {field} - SHARED
                break
    _add_further_key_results(table, profiles, found)
    return found


def _add_further_key_results(
    table: Table, profiles: Mapping[int, Profile], found: dict[int, tuple[Field, float]]
) -> None:
    """`KR 1`, `KR 2`, `KR 3` side by side are all key results of their row."""
    if not any(field is Field.KEY_RESULT for field, _ in found.values()):
        return
    for column, heading in table.headings.items():
        likely = meanings(heading).get(Field.KEY_RESULT, 0)
        if column not in found and is_numbered(heading) and likely >= _SURE:
            found[column] = (Field.KEY_RESULT, likely * fit(Field.KEY_RESULT, profiles[column]))


def _left_over(table: Table, column: int, seen: Profile) -> Field:
    """Nothing is lost: what nobody recognised is kept in words."""
    return Field.KEEP if seen.filled and table.headings.get(column) else Field.IGNORE


def _with_sense(columns: Columns) -> Columns:
    """Beside key results the other wording is the objectives'; alone it is that of all goals."""
    wording = {use.field for use in columns.uses} & WORDING
    if wording == {Field.STATEMENT, Field.KEY_RESULT} and not columns.has(Field.TYPE):
        return _renamed(columns, Field.STATEMENT, Field.OBJECTIVE)
    if len(wording) == 1:
        return _renamed(columns, wording.pop(), Field.STATEMENT)
    return columns


def _renamed(columns: Columns, old: Field, new: Field) -> Columns:
    uses = (replace(use, field=new) if use.field is old else use for use in columns.uses)
    return Columns(columns.table, tuple(uses))
