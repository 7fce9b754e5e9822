"""Which goal stands under which: by id, by wording, by numbering, by indentation, by order."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from graphlib import CycleError, TopologicalSorter

from northing.alignment.loops import loop_closed_by
from northing.goals.rules.kinds import GoalKind
from northing.spreadsheets.rules.entries import Entry
from northing.spreadsheets.rules.fields import Field
from northing.spreadsheets.rules.report import Findings
from northing.spreadsheets.rules.words import compared

_NUMBERED = re.compile(
    r"(?:[A-Za-z]{1,10}[ .-]?)?([0-9]{1,6}(?:[.-](?:[A-Za-z]{1,3})?[0-9]{1,6})*)"
)
_SEVERAL = re.compile(r"[,;\n]+")
# `Delight customers (weight: 14.29%, Id: 2295704)`, as some tools write it.
_ID_INSIDE = re.compile(r"\bid: ?([\w.-]+)\)", re.IGNORECASE)


def find_parents(entries: Sequence[Entry], findings: Findings) -> None:
    """Set the parents of every entry of one file; tells duplicates, loops and missing parents."""
    _refuse_twice_given_ids(entries, findings)
    by_table: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        by_table[entry.columns.table.key].append(entry)
    ids = _by_id(entries)
    wordings = _by_wording(entries)
    for rows in by_table.values():
        if rows[0].columns.has(Field.PARENT):
            for entry in rows:
                _set_named_parents(entry, ids, wordings)
        elif any(entry.under for entry in rows):
            for entry in rows:
                entry.parents = [entry.under] if entry.under else []
        elif not (_by_numbers(rows) or _by_depth(rows)):
            _by_order(rows)
    _refuse_loops(entries, findings)


def _set_named_parents(
    entry: Entry, ids: Mapping[str, Entry], wordings: Mapping[str, list[Entry]]
) -> None:
    text = entry.text(Field.PARENT)
    if not text:
        entry.parents = [entry.under] if entry.under else []
        return
    # An id or a wording may hold a comma itself, so the whole cell is tried first.
    parts = [part.strip() for part in _SEVERAL.split(text) if part.strip()]
    if inside := _ID_INSIDE.findall(text):
        parts = inside
    names = [text] if _found(text, entry, ids, wordings) else parts
    found = {name: _found(name, entry, ids, wordings) for name in names}
    entry.parents = [parent for parent in found.values() if parent is not None]
    entry.not_found = [name for name, parent in found.items() if parent is None]
    if len(entry.not_found) == len(parts) > 1:
        entry.not_found = [text]


def _found(
    name: str, entry: Entry, ids: Mapping[str, Entry], wordings: Mapping[str, list[Entry]]
) -> Entry | None:
    word = compared(name)
    if word in ids:
        return ids[word]
    alike = [each for each in wordings.get(word, ()) if each is not entry]
    same = [each for each in alike if each.text(Field.CYCLE) == entry.text(Field.CYCLE)]
    return next(iter(same or alike), None)


def _by_numbers(rows: Sequence[Entry]) -> bool:
    """`1.1.2` stands under `1.1`, which stands under `1`."""
    numbered = {number: entry for entry in rows if (number := _numbers(entry)) is not None}
    pairs = [
        (entry, numbered.get(number[:-1])) for number, entry in numbered.items() if len(number) > 1
    ]
    if not any(parent for _, parent in pairs):
        return False
    for entry, parent in pairs:
        entry.parents = [parent] if parent else []
    return True


def _numbers(entry: Entry) -> tuple[int, ...] | None:
    found = _NUMBERED.fullmatch(entry.text(Field.ID))
    if found is None:
        return None
    return tuple(int(part) for part in re.findall(r"[0-9]+", found[1]))


def _by_depth(rows: Sequence[Entry]) -> bool:
    """What is indented deeper stands under the last row that is indented less."""
    depths = [_depth(entry) for entry in rows]
    if len(set(depths)) < 2:
        return False
    above: list[tuple[int, Entry]] = []
    for depth, entry in zip(depths, rows, strict=True):
        while above and above[-1][0] >= depth:
            above.pop()
        entry.parents = [above[-1][1]] if above else []
        above.append((depth, entry))
    return True


def _depth(entry: Entry) -> int:
    level = entry.text(Field.LEVEL)
    if level.isdigit():
        return int(level)
    wording = entry.statement.value if isinstance(entry.statement.value, str) else ""
    expanded = wording.expandtabs(4)
    spaces = len(expanded) - len(expanded.lstrip())
    outline = entry.columns.table.sheet.outline.get(entry.row, 0)
    return spaces or entry.statement.indent * 4 or outline * 4


def _by_order(rows: Sequence[Entry]) -> None:
    """With a type column alone, a key result stands under the objective above it, and a SMART
    goal under whichever of the two is nearer."""
    objective: Entry | None = None
    nearest: Entry | None = None
    for entry in rows:
        if entry.kind is GoalKind.OBJECTIVE:
            objective = nearest = entry
        elif entry.kind is GoalKind.KEY_RESULT:
            entry.parents = [objective] if objective else []
            nearest = entry
        elif entry.kind is GoalKind.SMART and entry.columns.has(Field.TYPE):
            entry.parents = [nearest] if nearest else []


def _by_id(entries: Sequence[Entry]) -> dict[str, Entry]:
    found: dict[str, Entry] = {}
    for entry in entries:
        if _id_of(entry):
            found.setdefault(_id_of(entry), entry)
    return found


def _by_wording(entries: Sequence[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = defaultdict(list)
    for entry in entries:
        found[compared(entry.wording)].append(entry)
    return found


def _id_of(entry: Entry) -> str:
    return compared(entry.text(Field.ID))


def _refuse_twice_given_ids(entries: Sequence[Entry], findings: Findings) -> None:
    first: dict[str, Entry] = {}
    for entry in entries:
        name = _id_of(entry)
        if not name:
            continue
        other = first.setdefault(name, entry)
        if other is not entry:
            cell = entry.cells[Field.ID]
            findings.error(
                entry.at(cell),
                cell.text,
                f"an id that no other row has (row {other.row} has it too)",
                "Give each goal its own id. Excel turns 1.10 into 1.1 unless the cell is text.",
            )


def _refuse_loops(entries: Sequence[Entry], findings: Findings) -> None:
    if not _has_loop(entries):
        return
    number = {id(entry): position for position, entry in enumerate(entries)}
    parents_of: dict[int, set[int]] = defaultdict(set)
    for entry in entries:
        child = number[id(entry)]
        for parent in list(entry.parents):
            above = number[id(parent)]
            loop = loop_closed_by(child, above, parents_of)
            if loop is None:
                parents_of[child].add(above)
                continue
            entry.parents.remove(parent)
            cell = entry.cells.get(Field.PARENT, entry.statement)
            spelled = " → ".join(_called(entries[each]) for each in loop)
            findings.error(
                entry.at(cell),
                f"{cell.text}: {spelled}",
                "a parent that does not stand under this goal itself",
                "Choose a parent outside this loop, or empty the cell.",
            )


def _has_loop(entries: Sequence[Entry]) -> bool:
    sorter = TopologicalSorter(
        {id(entry): [id(parent) for parent in entry.parents] for entry in entries}
    )
    try:
        sorter.prepare()
    except CycleError:
        return True
    return False


def _called(entry: Entry) -> str:
    return entry.text(Field.ID) or f"row {entry.row}"
