"""What an entry's cells say about its measure and where it stands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from northing.goals.rules.kinds import GoalKind
from northing.measures.measure import Kind, Measure
from northing.spreadsheets.rules import terms
from northing.spreadsheets.rules.cells import Cell
from northing.spreadsheets.rules.entries import Entry
from northing.spreadsheets.rules.evidence import Evidence
from northing.spreadsheets.rules.fields import Field
from northing.spreadsheets.rules.numbers import (
    AmbiguousNumber,
    Amount,
    Bound,
    Mark,
    NotANumber,
    read_amount,
)
from northing.spreadsheets.rules.percents import as_percents
from northing.spreadsheets.rules.report import Findings, Option
from northing.spreadsheets.rules.terms import Doneness
from northing.spreadsheets.rules.units import shortened, unit_in

_FIELDS = (Field.BASELINE, Field.TARGET, Field.CURRENT)
_ONE_POINT = Decimal(1)
_BOUND_KINDS = {Bound.AT_LEAST: Kind.AT_LEAST, Bound.AT_MOST: Kind.AT_MOST}

Amounts = Mapping[Field, Amount]


@dataclass(frozen=True, slots=True)
class Measured:
    """A measure and the current value; `fields` are those that the sheet fills in."""

    measure: Measure | None
    value: Decimal | None = None


def measured(entry: Entry, evidence: Evidence, findings: Findings) -> Measured:
    """The measure of a key result or SMART goal; objectives have none, and it is told."""
    amounts = _amounts(entry, evidence, findings)
    if entry.kind is GoalKind.OBJECTIVE:
        _tell_numbers_of_objective(entry, amounts, findings)
        return Measured(None)
    amounts = as_percents(entry, amounts, _proof(entry, evidence), findings)
    unit = _unit(entry, amounts, findings)
    if Field.TARGET in amounts:
        return _with_target(entry, amounts, unit, findings)
    if percent := _percent_done(entry, evidence, findings):
        return _by_percent(entry, percent, findings)
    if Field.BASELINE in amounts or Field.CURRENT in amounts:
        return _without_target(entry, amounts, unit, findings)
    return Measured(Measure(Kind.DONE), _doneness(entry, findings))


def _with_target(entry: Entry, amounts: Amounts, unit: str, findings: Findings) -> Measured:
    target, baseline = amounts[Field.TARGET], amounts.get(Field.BASELINE)
    value = amounts[Field.CURRENT].value if Field.CURRENT in amounts else None
    _check_percent_done(entry, amounts, findings)
    if target.bound is Bound.BETWEEN:
        return Measured(
            Measure(Kind.BETWEEN, lower=target.value, upper=target.upper, unit=unit), value
        )
    if target.bound is not None:
        kind = _BOUND_KINDS[target.bound]
        if target.is_strict:
            _tell_bound_included(entry, target, findings)
        start = baseline.value if baseline else None
        return Measured(Measure(kind, baseline=start, target=target.value, unit=unit), value)
    if _is_done_or_not(target, baseline, value, unit):
        return Measured(Measure(Kind.DONE), value)
    if baseline is None:
        return _without_baseline(entry, target, unit, value, findings)
    return Measured(
        Measure(Kind.FROM_TO, baseline=baseline.value, target=target.value, unit=unit), value
    )


def _is_done_or_not(
    target: Amount, baseline: Amount | None, value: Decimal | None, unit: str
) -> bool:
    """From 0 to 1 without a unit, and nothing in between: a thing that is done or not."""
    starts = baseline is None or baseline.value == 0
    return starts and target.value == 1 and not unit and value in (None, 0, 1)


def _without_baseline(
    entry: Entry, target: Amount, unit: str, value: Decimal | None, findings: Findings
) -> Measured:
    answer = findings.ask(
        f"baseline:{entry.columns.table.key}",
        "From where do goals start that have a target and no start value?",
        [
            Option("zero", "From 0"),
            Option("current", "From the current value"),
            Option("at_least", "They do not start: keep at least the target"),
            Option("at_most", "They do not start: keep at most the target"),
        ],
        place=entry.at(entry.cells[Field.TARGET]),
        found=[entry.wording],
    )
    if answer in ("at_least", "at_most"):
        return Measured(Measure(Kind(answer), target=target.value, unit=unit), value)
    start = value if answer == "current" and value is not None else Decimal(0)
    return Measured(Measure(Kind.FROM_TO, baseline=start, target=target.value, unit=unit), value)


def _without_target(entry: Entry, amounts: Amounts, unit: str, findings: Findings) -> Measured:
    """A number without a target can only be found out."""
    known = amounts.get(Field.CURRENT) or amounts[Field.BASELINE]
    ticked = known.value in (0, 1) and not unit and Field.BASELINE not in amounts
    if ticked:
        return Measured(Measure(Kind.DONE), known.value)
    cell = entry.cells.get(Field.CURRENT) or entry.cells[Field.BASELINE]
    findings.warn(
        entry.at(cell),
        cell.text,
        "a target beside it",
        "Without a target the goal only finds the number out. Add a target to measure the way.",
    )
    return Measured(Measure(Kind.BASELINE, unit=unit), known.value)


def _by_percent(entry: Entry, percent: Amount, findings: Findings) -> Measured:
    cell = entry.cells[Field.PERCENT_DONE]
    findings.warn(
        entry.at(cell),
        cell.text,
        "a baseline and a target",
        "It is measured from 0 to 100 %. Add a baseline and a target to measure the result.",
    )
    measure = Measure(Kind.FROM_TO, baseline=Decimal(0), target=Decimal(100), unit="%")
    return Measured(measure, percent.value)


def _amounts(entry: Entry, evidence: Evidence, findings: Findings) -> dict[Field, Amount]:
    found = {}
    for field in _FIELDS:
        amount = _amount(entry, field, evidence, findings)
        if amount is not None:
            found[field] = amount
    return _without_stray_ticks(entry, found, findings)


def _without_stray_ticks(
    entry: Entry, amounts: dict[Field, Amount], findings: Findings
) -> dict[Field, Amount]:
    """A tick says 1 or 0 only beside ticks: `done` is no way from 3 to 9."""
    if all(amount.is_tick or amount.value in (0, 1) for amount in amounts.values()):
        return amounts
    for field, amount in amounts.items():
        if amount.is_tick:
            cell = entry.cells[field]
            findings.error(
                entry.at(cell), cell.text, "a number, as in the rest of the row", "Write a number."
            )
    return {field: amount for field, amount in amounts.items() if not amount.is_tick}


def _amount(entry: Entry, field: Field, evidence: Evidence, findings: Findings) -> Amount | None:
    cell = entry.cells.get(field)
    if cell is None or cell.fault or terms.says_nothing(cell.text):
        return None
    ticked = terms.doneness_named(cell.text) if field is not Field.BASELINE else None
    if ticked is not None:
        return Amount(Decimal(1 if ticked is Doneness.DONE else 0), is_tick=True)
    if terms.is_undecided(cell.text):
        findings.warn(entry.at(cell), cell.text, "a number", "Left empty. Fill it in later.")
        return None
    try:
        amount = _read(cell, evidence.mark(entry.columns, cell.column))
    except NotANumber as refusal:
        findings.error(entry.at(cell), cell.text, "a number", f"{refusal} Write a plain number.")
        return None
    if amount.bound is not None and field is not Field.TARGET:
        findings.error(entry.at(cell), cell.text, "one number", "Write the number itself.")
        return None
    return amount


def _read(cell: Cell, mark: Mark | None) -> Amount:
    """An amount. One that is asked about is read in one way, so that its row can be looked at."""
    try:
        return read_amount(cell, mark)
    except AmbiguousNumber:
        return read_amount(cell, Mark.POINT)


def _percent_done(entry: Entry, evidence: Evidence, findings: Findings) -> Amount | None:
    amount = _amount(entry, Field.PERCENT_DONE, evidence, findings)
    if amount is None:
        return None
    done = {Field.PERCENT_DONE: amount}
    return as_percents(entry, done, _proof(entry, evidence), findings)[Field.PERCENT_DONE]


def _proof(entry: Entry, evidence: Evidence) -> Callable[[Cell], bool]:
    return lambda cell: evidence.proves_percent(entry.columns, cell.column)


def _check_percent_done(entry: Entry, amounts: Amounts, findings: Findings) -> None:
    """The sheet's own percentage is only compared with its numbers: the numbers count."""
    cell = entry.cells.get(Field.PERCENT_DONE)
    if cell is None or not {Field.BASELINE, Field.CURRENT} <= amounts.keys():
        return
    start, now, target = (amounts[f].value for f in (Field.BASELINE, Field.CURRENT, Field.TARGET))
    try:
        said = read_amount(cell, None)
    except (AmbiguousNumber, NotANumber):
        return
    if start == target or not said.is_percent:
        return
    computed = (now - start) / (target - start) * 100
    if abs(computed - said.value) > _ONE_POINT:
        findings.warn(
            entry.at(cell),
            cell.text,
            f"{computed:.0f} %, by the numbers of this row",
            "The numbers are imported, the percentage is worked out from them.",
        )


def _unit(entry: Entry, amounts: Amounts, findings: Findings) -> str:
    if entry.text(Field.UNIT):
        return shortened(entry.text(Field.UNIT))
    units = list(dict.fromkeys(shortened(a.unit) for a in amounts.values() if a.unit))
    if len(units) > 1:
        cell = entry.cells[next(iter(amounts))]
        findings.error(
            entry.at(cell),
            " and ".join(units),
            "one unit in a row",
            "Write the baseline, the target and the current value in the same unit.",
        )
    if units:
        return units[0]
    named = unit_in(entry.wording) or next(filter(None, map(unit_in, _headings(entry))), "")
    return shortened(named)


def _headings(entry: Entry) -> list[str]:
    cells = (entry.cells.get(field) for field in _FIELDS)
    return [entry.columns.heading(cell.column) for cell in cells if cell is not None]


def _doneness(entry: Entry, findings: Findings) -> Decimal | None:
    said = terms.doneness_named(entry.text(Field.STATUS))
    if said is not None:
        return Decimal(1 if said is Doneness.DONE else 0)
    return None


def _tell_bound_included(entry: Entry, target: Amount, findings: Findings) -> None:
    cell = entry.cells[Field.TARGET]
    findings.warn(
        entry.at(cell),
        cell.text,
        "a bound that may be reached",
        f"{target.value:f} itself counts as inside. Write the next number if it should not.",
    )


def _tell_numbers_of_objective(entry: Entry, amounts: Amounts, findings: Findings) -> None:
    if not amounts:
        return
    cell = entry.cells[next(iter(amounts))]
    findings.warn(
        entry.at(cell),
        cell.text,
        "no numbers on an objective",
        "They are left out: an objective is rolled up from its key results. Make this row a key "
        "result if the number is its own.",
    )
