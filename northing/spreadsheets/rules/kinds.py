"""Objective, key result or SMART goal: by the type column, by a prefix, or by the structure."""

import re
from collections import defaultdict
from collections.abc import Sequence

from northing.goals.rules.kinds import GoalKind
from northing.spreadsheets.rules import terms
from northing.spreadsheets.rules.cells import Cell
from northing.spreadsheets.rules.entries import Entry, Skipped, has_numbers
from northing.spreadsheets.rules.fields import Field
from northing.spreadsheets.rules.report import Findings, Option
from northing.spreadsheets.rules.words import keyed

_PREFIX = re.compile(
    r"(?P<word>O|KR|Obj|Objective|Key Result|SMART|SMART goal|Ziel|Schlüsselergebnis)"
    r" ?#?(?P<number>[0-9]+(?:[.-][0-9]+)*)? ?[:.–—-] +(?P<rest>\S.*)",
    re.IGNORECASE | re.DOTALL,
)
_KINDS = (
    Option(GoalKind.OBJECTIVE.value, "Objectives"),
    Option(GoalKind.KEY_RESULT.value, "Key results"),
    Option(GoalKind.SMART.value, "SMART goals"),
)
LEAVE_OUT = "leave_out"


def kinds_from_words(
    entries: Sequence[Entry], findings: Findings
) -> tuple[list[Entry], list[Skipped]]:
    """Set the kinds that words decide; returns the entries kept and those left out on request."""
    kept: list[Entry] = []
    left_out: list[Skipped] = []
    for entry in entries:
        word = entry.text(Field.TYPE)
        if not word:
            _from_prefix(entry)
        elif (answer := _kind_of(entry, word, findings)) == LEAVE_OUT:
            reason = f"Goals called “{word}” are left out, as answered."
            left_out.append(Skipped(entry.place, entry.wording, reason))
            continue
        else:
            entry.kind = GoalKind(answer) if answer else entry.kind
        kept.append(entry)
    return kept, left_out


def kinds_from_structure(entries: Sequence[Entry], findings: Findings) -> None:
    """Set the kinds that are still open, by what stands under what."""
    children: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        for parent in entry.parents:
            children[id(parent)].append(entry)
    for entry in _parents_first(entries):
        if entry.kind is None and not entry.text(Field.TYPE):
            entry.kind = _by_structure(entry, bool(children[id(entry)]), findings)


def _kind_of(entry: Entry, word: str, findings: Findings) -> str | None:
    named = terms.kind_named(word)
    if named is not None:
        return named.value
    return findings.ask(
        f"type:{keyed(word)}",
        f"What are goals of the type “{word}”?",
        (*_KINDS, Option(LEAVE_OUT, "Leave them out")),
        place=entry.at(entry.cells[Field.TYPE]),
        found=[entry.wording],
    )


def _from_prefix(entry: Entry) -> None:
    """`KR 1.2: Shorten the wait` is a key result with the id `KR 1.2`."""
    found = _PREFIX.fullmatch(entry.statement.text)
    if found is None or (found["word"].casefold() in ("o", "ziel") and not found["number"]):
        return
    kind = terms.kind_named(found["word"])
    if kind is None or entry.kind not in (None, kind):
        return
    entry.kind = kind
    old = entry.statement
    entry.statement = Cell(old.row, old.column, found["rest"], indent=old.indent)
    if found["number"] and Field.ID not in entry.cells:
        name = f"{found['word']} {found['number']}"
        entry.cells = {**entry.cells, Field.ID: Cell(old.row, old.column, name)}


def _by_structure(entry: Entry, has_children: bool, findings: Findings) -> GoalKind | None:
    above = {parent.kind for parent in entry.parents}
    if entry.columns.has(Field.TYPE) or not above:
        return _of_a_root(entry, has_children, findings)
    if above & {GoalKind.KEY_RESULT, GoalKind.SMART}:
        return GoalKind.SMART
    if has_children and not has_numbers(entry):
        return GoalKind.OBJECTIVE
    return GoalKind.KEY_RESULT


def _of_a_root(entry: Entry, has_children: bool, findings: Findings) -> GoalKind | None:
    if has_children and not has_numbers(entry):
        return GoalKind.OBJECTIVE
    answer = findings.ask(
        f"kind:{entry.columns.table.key}",
        "What are the goals of which the sheet does not say it?",
        _KINDS,
        place=entry.place,
        found=[entry.wording],
    )
    return GoalKind(answer) if answer else None


def _parents_first(entries: Sequence[Entry]) -> list[Entry]:
    ordered: dict[int, Entry] = {}
    for entry in entries:
        chain = [entry]
        while chain[-1].parents and id(chain[-1].parents[0]) not in ordered:
            chain.append(chain[-1].parents[0])
        for each in reversed(chain):
            ordered.setdefault(id(each), each)
    return list(ordered.values())
