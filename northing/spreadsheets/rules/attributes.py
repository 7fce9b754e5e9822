"""The plainer cells of an entry: tags, visibility, ambition, weight, state, reasons."""

import re
from dataclasses import dataclass
from decimal import Decimal

from northing.goals.rules.kinds import Ambition, GoalState, Visibility
from northing.spreadsheets.rules import terms
from northing.spreadsheets.rules.entries import Entry
from northing.spreadsheets.rules.evidence import Evidence
from northing.spreadsheets.rules.fields import Field
from northing.spreadsheets.rules.numbers import AmbiguousNumber, NotANumber, read_amount
from northing.spreadsheets.rules.report import Findings, Option
from northing.spreadsheets.rules.words import keyed, one_line

_APART = re.compile(r"[,;\n]+")
_LONGEST_TAG = 60


@dataclass(frozen=True, slots=True)
class StatusRead:
    """What a status word says: a state, a confidence, or words that are kept."""

    state: GoalState = GoalState.ACTIVE
    confidence: int | None = None
    kept: str = ""


def tags(entry: Entry) -> tuple[str, ...]:
    """The tags of every tag column, each once."""
    found = []
    for use in entry.columns.all_of(Field.TAGS):
        cell = entry.columns.table.sheet.cell(entry.row, use.column)
        if cell is not None and Field.TAGS in entry.cells and not terms.says_nothing(cell.text):
            found += [one_line(tag)[:_LONGEST_TAG] for tag in _APART.split(cell.text)]
    return tuple(dict.fromkeys(tag for tag in found if tag))


def visibility(entry: Entry, findings: Findings) -> Visibility:
    """Who sees the goal; a word that could mean several circles is asked about."""
    word = entry.text(Field.VISIBILITY)
    if not word:
        return Visibility.ORGANIZATION
    named = terms.visibility_named(word)
    if named is not None:
        return named
    answer = findings.ask(
        f"visibility:{keyed(word)}",
        f"Who sees goals marked “{word}”?",
        [
            Option(Visibility.ORGANIZATION.value, "Everyone in the organization"),
            Option(Visibility.TEAM.value, "Their team"),
            Option(Visibility.PRIVATE.value, "Their owner and named people"),
        ],
        place=entry.at(entry.cells[Field.VISIBILITY]),
        found=[word],
    )
    return Visibility(answer) if answer else Visibility.PRIVATE


def ambition(entry: Entry, findings: Findings) -> Ambition:
    """Committed unless the cell says otherwise."""
    word = entry.text(Field.AMBITION)
    named = terms.ambition_named(word) if word else Ambition.COMMITTED
    if named is None:
        cell = entry.cells[Field.AMBITION]
        findings.error(
            entry.at(cell), word, "committed or aspirational", "Write one of the two words."
        )
    return named or Ambition.COMMITTED


def weight(entry: Entry, evidence: Evidence, findings: Findings) -> Decimal | None:
    """The weight in the roll-up, or None; a negative one is refused."""
    cell = entry.cells.get(Field.WEIGHT)
    if cell is None or not entry.text(Field.WEIGHT) or cell.fault:
        return None
    try:
        amount = read_amount(cell, evidence.mark(entry.columns, cell.column))
    except AmbiguousNumber:
        return None
    except NotANumber as refusal:
        findings.error(entry.at(cell), cell.text, "a weight", f"{refusal} Write a number.")
        return None
    if amount.value < 0:
        findings.error(entry.at(cell), cell.text, "a weight of 0 or more", "Write 0 or more.")
        return None
    return amount.value


def status(entry: Entry, findings: Findings) -> StatusRead:
    """What the status cell says beyond done and open, which the measure takes."""
    word = entry.text(Field.STATUS)
    if not word or terms.doneness_named(word) is not None:
        return StatusRead()
    if state := terms.state_named(word):
        return StatusRead(state)
    cell = entry.cells[Field.STATUS]
    said = terms.confidence_named(word)
    if said is None:
        findings.warn(
            entry.at(cell), word, "a status such as “on track” or “done”", "Kept under “why”."
        )
        return StatusRead(kept=f"{entry.columns.heading(cell.column) or 'Status'}: {word}")
    if not entry.text(Field.CONFIDENCE):
        told = f"“{word}” is taken as a confidence of {said} in 10."
        findings.warn(entry.at(cell), word, "a confidence from 1 to 9", told)
        return StatusRead(confidence=said)
    return StatusRead()


def why(entry: Entry, status_kept: str) -> str:
    """The reasons, and every column that has no place of its own, in words."""
    parts = []
    if Field.WHY in entry.cells:
        for use in entry.columns.all_of(Field.WHY):
            cell = entry.columns.table.sheet.cell(entry.row, use.column)
            parts += [cell.text] if cell and not terms.says_nothing(cell.text) else []
    parts += [f"{heading}: {cell.text}" for heading, cell in entry.kept]
    return "\n".join([*parts, status_kept] if status_kept else parts)


def note(entry: Entry) -> str:
    """What the check-in says: all note columns."""
    if Field.NOTE not in entry.cells:
        return ""
    cells = (
        entry.columns.table.sheet.cell(entry.row, use.column)
        for use in entry.columns.all_of(Field.NOTE)
    )
    return "\n".join(cell.text for cell in cells if cell and not terms.says_nothing(cell.text))
