"""Entries into drafts: every cell of a goal read, every problem told at its place."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from northing.goals.rules.drafting import GoalFacts, problems_of
from northing.goals.rules.kinds import GoalKind, GoalState, Visibility
from northing.measures.measure import MeasureRefused
from northing.measures.periods import FIRST_YEAR, LAST_YEAR, Period
from northing.measures.values import check_value
from northing.spreadsheets.rules import attributes
from northing.spreadsheets.rules.dates import DateReading, Edge, date_within
from northing.spreadsheets.rules.drafts import CycleRef, Draft, PersonRef
from northing.spreadsheets.rules.entries import Entry
from northing.spreadsheets.rules.evidence import Evidence
from northing.spreadsheets.rules.fields import Field
from northing.spreadsheets.rules.given import given_fields
from northing.spreadsheets.rules.linking import Linking, links_of
from northing.spreadsheets.rules.measuring import Measured, measured
from northing.spreadsheets.rules.owners import People
from northing.spreadsheets.rules.ownership import owners_of
from northing.spreadsheets.rules.report import Findings, Place
from northing.spreadsheets.rules.teams_named import Teams
from northing.spreadsheets.rules.timing import Timing, updated_on

FIRST_DAY, LAST_DAY = date(FIRST_YEAR, 1, 1), date(LAST_YEAR, 12, 31)

# Where a problem of a goal is shown: the column of the field it speaks of.
_COLUMN_OF = {
    "start": Field.START,
    "due": Field.DUE,
    "owner": Field.OWNER,
    "cycle": Field.CYCLE,
    "baseline": Field.BASELINE,
    "target": Field.TARGET,
    "lower": Field.TARGET,
    "upper": Field.TARGET,
    "value": Field.CURRENT,
}

_EXPECTED = {
    "statement": "a sentence of at most 400 characters",
    "start": "a day within the cycle",
    "due": "a day within the cycle, after the start",
    "owner": "somebody who is here",
    "team": "a team",
    "cycle": "a cycle that is still open",
    "baseline": "a start value",
    "target": "a target that differs from the start value",
    "value": "a value that the measure takes",
}


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything that reading the entries of a file needs."""

    evidence: Evidence
    findings: Findings
    people: People
    teams: Teams
    timing: Timing
    linking: Linking
    confidences: Mapping[int, int]
    today: date


def drafts_of(entries: Sequence[Entry], reading: Reading) -> list[Draft]:
    """The drafts of all entries whose kind and cycle are known."""
    owners = owners_of(entries, reading.people, reading.findings)
    found = []
    told_cycles: set[str] = set()
    for number, entry in enumerate(entries):
        cycle = reading.timing.cycle_of(entry) or _stand_in(reading.today)
        if entry.kind is not None:
            draft = _draft(number, entry, cycle, owners[id(entry)], reading)
            _check(draft, entry, told_cycles, reading.findings)
            found.append(draft)
    _refuse_twins(found, reading.findings)
    return found


def _stand_in(today: date) -> CycleRef:
    """A year without a name, so that everything else is read while the cycle is asked about."""
    return CycleRef("", Period(date(today.year, 1, 1), date(today.year, 12, 31)))


def _draft(
    number: int,
    entry: Entry,
    cycle: CycleRef,
    people: tuple[PersonRef, ...],
    reading: Reading,
) -> Draft:
    findings = reading.findings
    start, due = _dates(entry, cycle, reading)
    said = attributes.status(entry, findings)
    seen_by = attributes.visibility(entry, findings)
    weight = attributes.weight(entry, reading.evidence, findings)
    measure = measured(entry, reading.evidence, findings)
    draft = Draft(
        number=number,
        place=entry.place,
        kind=GoalKind(entry.kind or GoalKind.KEY_RESULT),
        statement=entry.wording,
        owner=people[0],
        contributors=people[1:],
        cycle=cycle,
        start=start,
        due=due,
        external_id=entry.text(Field.ID)[:200],
        why=attributes.why(entry, said.kept),
        visibility=seen_by,
        ambition=attributes.ambition(entry, findings),
        state=said.state,
        measure=measure.measure,
        definition=entry.text(Field.DEFINITION),
        links=links_of(entry, weight, seen_by, reading.linking, findings),
        given=given_fields(entry, weight),
    )
    return _with_check_in(_with_team(draft, entry, reading), entry, measure, said, reading)


def _with_team(draft: Draft, entry: Entry, reading: Reading) -> Draft:
    tags = attributes.tags(entry)
    if not entry.text(Field.TEAM):
        return replace(draft, tags=tags)
    team, more = reading.teams.of(entry, entry.cells[Field.TEAM])
    return replace(draft, team=team, tags=tuple(dict.fromkeys([*tags, *more])))


def _with_check_in(
    draft: Draft,
    entry: Entry,
    measure: Measured,
    said: attributes.StatusRead,
    reading: Reading,
) -> Draft:
    """What the sheet says of where the goal stands; a dropped goal takes no check-in."""
    note = attributes.note(entry)
    if said.state is not GoalState.ACTIVE:
        return replace(draft, why="\n".join(part for part in (draft.why, note) if part))
    return replace(
        draft,
        value=measure.value,
        confidence=reading.confidences.get(id(entry), said.confidence),
        note=note,
        checked_on=_checked_on(draft, entry, reading),
    )


def _checked_on(draft: Draft, entry: Entry, reading: Reading) -> date:
    """The day of the current value: its cell, else the title's, else today or the last day."""
    stated = reading.timing.date_of(entry, Field.CHECKED_ON, draft.cycle)
    if stated is not None and stated > reading.today:
        cell = entry.cells[Field.CHECKED_ON]
        cure = "Write today's date or an earlier one."
        reading.findings.error(entry.at(cell), cell.text, "a day that has come", cure)
    titled = updated_on(entry.columns.table, draft.cycle)
    known = stated or (titled if titled and titled <= reading.today else None)
    return min(known or reading.today, draft.due, reading.today)


def _dates(entry: Entry, cycle: CycleRef, reading: Reading) -> tuple[date, date]:
    start = reading.timing.date_of(entry, Field.START, cycle)
    due = reading.timing.date_of(entry, Field.DUE, cycle)
    if due is None and entry.kind is GoalKind.SMART and not entry.text(Field.DUE):
        years = (cycle.period.start, cycle.period.due)
        due = date_within(entry.wording, DateReading(Edge.LAST, None, years))
        if due is not None and not cycle.period.contains(due):
            due = None
        if due is not None:
            told = f"{due.day} {due:%B %Y} is taken from the sentence. Add a due date to change it."
            reading.findings.warn(entry.place, entry.wording, "a due date", told)
    return start or cycle.period.start, due or cycle.period.due


def _check(draft: Draft, entry: Entry, told_cycles: set[str], findings: Findings) -> None:
    facts = GoalFacts(
        kind=draft.kind,
        statement=draft.statement,
        start=draft.start,
        due=draft.due,
        cycle=draft.cycle.period if draft.cycle.is_decided else Period(FIRST_DAY, LAST_DAY),
        cycle_name=draft.cycle.name,
        cycle_is_open=draft.cycle.is_open or draft.state is not GoalState.ACTIVE,
        owner_name=draft.owner.name,
        owner_has_left=False,
        measure=draft.measure,
    )
    problems = problems_of(facts)
    if draft.measure is not None and draft.value is not None and not problems:
        try:
            check_value(draft.measure, draft.value)
        except MeasureRefused as refusal:
            problems["value"] = refusal.message
    if draft.visibility is Visibility.TEAM and draft.team is None:
        problems["team"] = "Only its team may see this goal, and it has none. Name the team."
    for name, words in problems.items():
        if name == "cycle" and draft.cycle.name in told_cycles:
            continue
        if name == "cycle":
            told_cycles.add(draft.cycle.name)
        place, found = _where(entry, name)
        findings.error(place, found, _EXPECTED.get(name, "a goal that fits"), words)


def _where(entry: Entry, name: str) -> tuple[Place, str]:
    fields = [_COLUMN_OF[name]] if name in _COLUMN_OF else []
    if name in ("start", "due"):
        fields += [Field.START, Field.DUE]
    cell = next((entry.cells[field] for field in fields if field in entry.cells), entry.statement)
    return entry.at(cell), cell.text


def _refuse_twins(drafts: Sequence[Draft], findings: Findings) -> None:
    """Two rows that say the same without ids could not be told apart at the next import."""
    first: dict[tuple[object, ...], Draft] = {}
    for draft in drafts:
        above = tuple(link.draft if link.draft is not None else link.key for link in draft.links)
        key = (draft.kind, draft.statement.casefold(), draft.cycle.name, above, draft.external_id)
        other = first.setdefault(key, draft)
        if other is draft:
            continue
        findings.error(
            draft.place,
            draft.statement,
            f"a goal that no other row holds (row {other.place.row} says the same)",
            "Remove one of the rows, or tell them apart by wording or id.",
        )
