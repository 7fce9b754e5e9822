"""Cycles and dates of entries: from their cells, from titles, from what the dates span."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from northing.measures.periods import FIRST_YEAR, LAST_YEAR, Period, PeriodRefused
from northing.spreadsheets.rules.dates import (
    AmbiguousDate,
    DateReading,
    Edge,
    NotADate,
    date_within,
    is_serial,
    read_date,
)
from northing.spreadsheets.rules.drafts import CycleRef
from northing.spreadsheets.rules.entries import Entry
from northing.spreadsheets.rules.evidence import Evidence
from northing.spreadsheets.rules.fields import Field
from northing.spreadsheets.rules.periods_named import find_period, name_of, widest_usual
from northing.spreadsheets.rules.report import Findings, Option, Place
from northing.spreadsheets.rules.snapshot import KnownCycle, Snapshot
from northing.spreadsheets.rules.tables import Table
from northing.spreadsheets.rules.words import compared, keyed, without_brackets

_SPAN = re.compile(r"([0-9]{4}-[0-9]{2}-[0-9]{2}) ?(?:\.\.|to|/|–|-) ?([0-9]{4}-[0-9]{2}-[0-9]{2})")
_UPDATED = re.compile(r"\b(?:updated|update|as of|stand|aktualisiert)\b", re.IGNORECASE)
_EDGES = {Field.START: Edge.FIRST, Field.DUE: Edge.LAST, Field.CHECKED_ON: Edge.LAST}


@dataclass(slots=True)
class Timing:
    """The cycles of a file, each decided once."""

    snapshot: Snapshot
    evidence: Evidence
    findings: Findings
    entries: Sequence[Entry]
    decided: dict[str, CycleRef | None] = field(default_factory=dict)
    by_cell: dict[str, list[Entry]] = field(default_factory=dict)

    @property
    def new(self) -> list[CycleRef]:
        """The cycles that are to be added."""
        found = [cycle for cycle in self.decided.values() if cycle and cycle.key is None]
        return list(dict.fromkeys(found))

    def cycle_of(self, entry: Entry) -> CycleRef | None:
        """The cycle of an entry; None as long as a question about it is open."""
        named = _cycle_cell(entry)
        key = f"cell:{compared(named)}" if named else f"table:{entry.columns.table.key}"
        if key not in self.decided:
            self.decided[key] = (
                self._by_name(entry, named) if named else self._of_table(entry.columns.table)
            )
        return self.decided[key]

    def date_of(self, entry: Entry, name: Field, cycle: CycleRef | None) -> date | None:
        """The day in a cell, or None; tells what is no date."""
        cell = entry.cells.get(name)
        if cell is None or not entry.text(name) or cell.fault:
            return None
        years = (cycle.period.start, cycle.period.due) if cycle else None
        order = self.evidence.order(entry.columns, cell.column)
        try:
            found = read_date(cell, DateReading(_EDGES[name], order, years))
        except AmbiguousDate:
            return None
        except NotADate as refusal:
            self.findings.error(
                entry.at(cell), cell.text, "a date", f"{refusal} Write it as 2027-03-26."
            )
            return None
        if is_serial(cell):
            said = f"It is taken as {found.isoformat()}, as Excel counts days."
            self.findings.warn(entry.at(cell), cell.text, "a date", said)
        return found

    def _by_name(self, entry: Entry, name: str) -> CycleRef | None:
        known = _known_by_name(name, self.snapshot.cycles)
        if known:
            return _ref(known)
        found = find_period(name)
        period = (found and found.period) or self._span_of(self._entries_named(name))
        if period is None:
            period = self._asked(entry, name)
        return self._existing_or_new(name, period) if period else None

    def _entries_named(self, name: str) -> list[Entry]:
        if not self.by_cell:
            for entry in self.entries:
                self.by_cell.setdefault(compared(_cycle_cell(entry)), []).append(entry)
        return self.by_cell.get(compared(name), [])

    def _of_table(self, table: Table) -> CycleRef | None:
        """The cycle that a title or the sheet's name tells, else the one the dates span."""
        named = _named_in(table)
        if named is not None:
            known = _known_by_name(named[0], self.snapshot.cycles)
            period = named[1] or self._span(table)
            proposed = _ref(known) if known else None
            if proposed is None and period is not None:
                proposed = self._existing_or_new(named[0], period)
            if proposed is not None:
                return self._confirmed(table, proposed)
        span = self._span(table)
        if span is not None:
            return self._confirmed(table, self._around(span))
        running = _innermost([cycle for cycle in self.snapshot.cycles if cycle.is_active])
        return self._confirmed(table, _ref(running) if running else None)

    def _around(self, span: Period) -> CycleRef:
        usual = widest_usual(span.start, span.due)
        same = [cycle for cycle in self.snapshot.cycles if cycle.period == usual]
        covering = [
            cycle
            for cycle in self.snapshot.cycles
            if cycle.is_open and cycle.period.start <= span.start and span.due <= cycle.period.due
        ]
        if same or covering:
            return _ref(min(same or covering, key=lambda cycle: cycle.period.days))
        return CycleRef(name_of(usual), usual)

    def _confirmed(self, table: Table, proposed: CycleRef | None) -> CycleRef | None:
        latest_first = sorted(self.snapshot.cycles, key=lambda c: c.period.start, reverse=True)
        cycles = {cycle.name: _ref(cycle) for cycle in latest_first if cycle.is_open}
        if proposed is not None:
            cycles = {proposed.name: proposed, **cycles}
        answer = self.findings.ask(
            f"cycle:{table.key}",
            "Which cycle do these goals belong to?",
            [Option(name, _told(cycle)) for name, cycle in cycles.items()],
            default=proposed.name if proposed else None,
            place=Place(table.sheet.name),
            takes_text=True,
        )
        if answer is None or answer in cycles:
            return cycles.get(answer or "")
        found = find_period(answer)
        if found is None or found.period is None:
            return proposed
        return self._existing_or_new(answer, found.period)

    def _existing_or_new(self, name: str, period: Period) -> CycleRef:
        same = next((c for c in self.snapshot.cycles if c.period == period), None)
        return _ref(same) if same else CycleRef(name[:100], period)

    def _asked(self, entry: Entry, name: str) -> Period | None:
        """The dates of a cycle that only the organization knows, such as `Q1 FY27`."""
        cell = entry.cells.get(Field.CYCLE, entry.statement)
        answer = self.findings.ask(
            f"cycle-dates:{keyed(name)}",
            f"From when to when is {name}? (for example 2027-01-01..2027-03-31)",
            [],
            place=entry.at(cell),
            found=[name],
            takes_text=True,
        )
        found = _SPAN.fullmatch(answer.strip()) if answer else None
        if found is None:
            return None
        try:
            return Period(date.fromisoformat(found[1]), date.fromisoformat(found[2]))
        except (ValueError, PeriodRefused):
            return None

    def _span(self, table: Table) -> Period | None:
        return self._span_of(e for e in self.entries if e.columns.table.key == table.key)

    def _span_of(self, entries: Iterable[Entry]) -> Period | None:
        """From the first to the last day that the entries name, when there is one of each."""
        starts: list[date] = []
        dues: list[date] = []
        for entry in entries:
            for name, days in ((Field.START, starts), (Field.DUE, dues)):
                day = self._quietly(entry, name)
                if day is not None:
                    days.append(day)
        days = [*starts, *dues]
        if not dues or min(days).year < FIRST_YEAR or max(days).year > LAST_YEAR:
            return None
        return Period(min(days), max(days))

    def _quietly(self, entry: Entry, name: Field) -> date | None:
        cell = entry.cells.get(name)
        if cell is None or cell.fault:
            return None
        order = self.evidence.order(entry.columns, cell.column)
        try:
            return read_date(cell, DateReading(_EDGES[name], order))
        except (AmbiguousDate, NotADate):
            return None


def updated_on(table: Table, cycle: CycleRef) -> date | None:
    """The day that a title gives for the current values: `Last updated 12 Feb`."""
    how = DateReading(Edge.LAST, None, (cycle.period.start, cycle.period.due))
    for line in table.lines_above:
        if _UPDATED.search(line):
            return date_within(line, how)
    return None


def _innermost(active: Sequence[KnownCycle]) -> KnownCycle | None:
    """The running quarter inside the running year; None when several stand side by side."""
    for inner in active:
        around = (outer.period for outer in active)
        if all(p.start <= inner.period.start and inner.period.due <= p.due for p in around):
            return inner
    return None


def _cycle_cell(entry: Entry) -> str:
    if entry.text(Field.CYCLE) or not entry.parents:
        return entry.text(Field.CYCLE)
    return entry.parents[0].text(Field.CYCLE)


def _named_in(table: Table) -> tuple[str, Period | None] | None:
    lines = [line for line in table.lines_above if not _UPDATED.search(line)]
    for line in (*lines, table.sheet.name):
        found = find_period(line)
        if found is not None:
            return found.name, found.period
    return None


def _known_by_name(name: str, cycles: Iterable[KnownCycle]) -> KnownCycle | None:
    word, bare = compared(name), compared(without_brackets(name))
    by_name: Mapping[str, KnownCycle] = {compared(cycle.name): cycle for cycle in cycles}
    return by_name.get(word) or by_name.get(bare)


def _ref(cycle: KnownCycle) -> CycleRef:
    return CycleRef(cycle.name, cycle.period, cycle.key, cycle.is_open)


def _told(cycle: CycleRef) -> str:
    dates = f"{cycle.period.start.isoformat()} to {cycle.period.due.isoformat()}"
    return f"{cycle.name} ({dates})" + ("" if cycle.key else ", to be added")
