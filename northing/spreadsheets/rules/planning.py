"""From a file to a plan. One pure function serves the page, the dry run and the import."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import PurePath

from northing.spreadsheets.rules.cells import Notice, Sheet, Upload
from northing.spreadsheets.rules.columns import (
    Columns,
    MappingRefused,
    columns_of,
    read_mapping,
    unknown_columns,
)
from northing.spreadsheets.rules.differences import differences
from northing.spreadsheets.rules.drafting import Reading, drafts_of
from northing.spreadsheets.rules.entries import Entry, Skipped, entries_of
from northing.spreadsheets.rules.evidence import weigh
from northing.spreadsheets.rules.fields import WORDING
from northing.spreadsheets.rules.hierarchy import find_parents
from northing.spreadsheets.rules.kinds import kinds_from_structure, kinds_from_words
from northing.spreadsheets.rules.linking import linking_of
from northing.spreadsheets.rules.mappings import Remembered, remembered_fields
from northing.spreadsheets.rules.owners import People
from northing.spreadsheets.rules.plan import Plan
from northing.spreadsheets.rules.rejecting import without_unfit_rows
from northing.spreadsheets.rules.report import Findings, Place
from northing.spreadsheets.rules.scales import confidences
from northing.spreadsheets.rules.snapshot import Snapshot
from northing.spreadsheets.rules.tables import tables_of, why_no_table
from northing.spreadsheets.rules.teams_named import Teams
from northing.spreadsheets.rules.timing import Timing

_COPY = re.compile(
    r"(?: ?\([0-9]+\)| ?- ?(?:copy|kopie|to mend)(?: ?\([0-9]+\))?)+$", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Wishes:
    """What a person said about a file: sheets to read, columns, and answers to questions."""

    sheets: Sequence[str] = ()
    mapping: Mapping[str, str] = field(default_factory=dict)
    answers: Mapping[str, str] = field(default_factory=dict)


def plan(upload: Upload, wishes: Wishes, snapshot: Snapshot, today: date) -> Plan:
    """What importing a file would do.

    `today` is the organization's day. Never raises for what a file or a person may say: whatever
    is wrong stands among the problems.
    """
    findings = Findings(wishes.answers)
    for notice in upload.notices:
        _tell(notice, upload, findings)
    tables, skipped = _tables(upload, wishes, snapshot.mappings, findings)
    entries: list[Entry] = []
    for columns in tables:
        found, left_out = entries_of(columns, findings)
        entries += found
        skipped += left_out
    entries, left_out = kinds_from_words(entries, findings)
    skipped += left_out
    find_parents(entries, findings)
    kinds_from_structure(entries, findings)
    reading = _reading(tables, entries, snapshot, findings, today)
    drafts = drafts_of(entries, reading)
    source = source_name(upload.name)
    compared = differences(drafts, snapshot, source, findings)
    if tables and not entries:
        place = Place(tables[0].table.sheet.name, tables[0].table.heading_row)
        findings.error(place, "no goals", "rows with goals", "Add goals below the headings.")
    whole = Plan(
        name=upload.name,
        source=source,
        tables=tuple(tables),
        differences=tuple(compared),
        skipped=tuple(skipped),
        people=tuple(reading.people.new),
        teams=tuple(reading.teams.new),
        cycles=tuple(reading.timing.new),
        problems=tuple(findings.problems),
        questions=tuple(findings.questions.values()),
    )
    return without_unfit_rows(whole, findings)


def source_name(name: str) -> str:
    """The name by which a file is known again: without its ending and without `(1)`."""
    return _COPY.sub("", PurePath(name).stem.strip()).casefold()[:200]


def _reading(
    tables: Sequence[Columns],
    entries: Sequence[Entry],
    snapshot: Snapshot,
    findings: Findings,
    today: date,
) -> Reading:
    evidence = weigh(tables, findings)
    return Reading(
        evidence=evidence,
        findings=findings,
        people=People(snapshot, findings),
        teams=Teams(snapshot, findings),
        timing=Timing(snapshot, evidence, findings, entries),
        linking=linking_of(entries, snapshot),
        confidences=confidences(entries, findings),
        today=today,
    )


def _tables(
    upload: Upload, wishes: Wishes, remembered: Remembered, findings: Findings
) -> tuple[list[Columns], list[Skipped]]:
    try:
        mapping = read_mapping(wishes.mapping)
    except MappingRefused as refusal:
        findings.error(Place(""), "the mapping", "a column and a field", str(refusal))
        mapping = {}
    found: list[Columns] = []
    skipped: list[Skipped] = []
    for sheet in _chosen(upload, wishes, findings):
        columns = [
            columns_of(table, mapping, remembered_fields(table, remembered))
            for table in tables_of(sheet, mapping)
        ]
        reason = _why_left_out(sheet, columns, wishes)
        if reason:
            skipped.append(Skipped(Place(sheet.name), _first_words(sheet), reason))
        else:
            found += columns
    _refuse_missing(upload, found, skipped, findings)
    for key in unknown_columns(mapping, found):
        cure = "Use a heading, a letter, or Sheet!letter, as the file has them."
        findings.error(Place(""), key, "a column of the file", cure)
    return found, skipped


def _chosen(upload: Upload, wishes: Wishes, findings: Findings) -> list[Sheet]:
    if not wishes.sheets:
        return list(upload.sheets)
    wanted = {name.casefold() for name in wishes.sheets}
    known = {sheet.name.casefold() for sheet in upload.sheets}
    names = ", ".join(sheet.name for sheet in upload.sheets)
    for name in wishes.sheets:
        if name.casefold() not in known:
            findings.error(Place(name), name, f"one of: {names}", "Choose one of these sheets.")
    return [sheet for sheet in upload.sheets if sheet.name.casefold() in wanted]


def _why_left_out(sheet: Sheet, columns: Sequence[Columns], wishes: Wishes) -> str:
    if not columns:
        return why_no_table(sheet)
    if sheet.is_hidden and not wishes.sheets:
        return "The sheet is hidden. Name it to import it."
    return ""


def _refuse_missing(
    upload: Upload, found: list[Columns], skipped: Sequence[Skipped], findings: Findings
) -> None:
    """A file without any table, or a table without the goals' wording, is told what it lacks."""
    for columns in list(found):
        if not columns.has(*WORDING):
            found.remove(columns)
            findings.error(
                Place(columns.table.sheet.name, columns.table.heading_row),
                ", ".join(columns.table.headings.values()),
                "a column with the wording of the goals: Objective, Key result, Title, Ziel …",
                "Name that column, or map it by hand to the field “statement”.",
            )
    if not found and not findings.problems:
        sheet = skipped[0].place.sheet if skipped else upload.name
        findings.error(
            Place(sheet, next(iter(upload.sheets[0].rows), None) if upload.sheets else None),
            skipped[0].found if skipped else "nothing",
            "a table: a row of headings such as Objective, Key result, Owner, and rows below it",
            "Name the columns in the first row, or map them by hand.",
        )


def _first_words(sheet: Sheet) -> str:
    for cells in sheet.rows.values():
        for cell in cells.values():
            return cell.text[:200]
    return ""


def _tell(notice: Notice, upload: Upload, findings: Findings) -> None:
    place = Place(notice.sheet or upload.sheets[0].name, notice.row)
    findings.warn(place, notice.found, notice.expected, notice.cure)
