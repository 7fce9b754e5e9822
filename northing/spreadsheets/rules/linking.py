"""What each draft serves: links with their mode and weight."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from rapidfuzz import fuzz, process

from northing.goals.rules.kinds import GoalKind, LinkMode, Visibility
from northing.spreadsheets.rules.drafts import Link
from northing.spreadsheets.rules.entries import Entry
from northing.spreadsheets.rules.fields import Field
from northing.spreadsheets.rules.report import Findings
from northing.spreadsheets.rules.snapshot import KnownGoal, Snapshot
from northing.spreadsheets.rules.words import compared

_NEAR = 60
# Beyond this a suggestion for every missing parent would take longer than reading the file.
_MOST_TO_COMPARE = 2_000


@dataclass(frozen=True, slots=True)
class Linking:
    """The entries by number, and which objectives have key results or objectives below them."""

    entries: Sequence[Entry]
    numbers: Mapping[int, int]
    with_results: frozenset[int]
    by_name: Mapping[str, KnownGoal]
    names: Sequence[str]


def linking_of(entries: Sequence[Entry], snapshot: Snapshot) -> Linking:
    """What linking needs to know, worked out once for a file."""
    measured = (entry for entry in entries if entry.kind is not GoalKind.SMART)
    by_name: dict[str, KnownGoal] = {}
    for goal in snapshot.goals:
        by_name.setdefault(compared(goal.statement), goal)
    by_name.update({compared(goal.short_id): goal for goal in snapshot.goals})
    return Linking(
        entries=entries,
        numbers={id(entry): number for number, entry in enumerate(entries)},
        with_results=frozenset(id(parent) for entry in measured for parent in entry.parents),
        by_name=by_name,
        names=[name for entry in entries for name in _names_of(entry)],
    )


def links_of(
    entry: Entry,
    weight: Decimal | None,
    seen_by: Visibility,
    linking: Linking,
    findings: Findings,
) -> tuple[Link, ...]:
    """The links of an entry; tells parents that nobody finds and links the methods refuse."""
    found = [
        Link(
            label=parent.text(Field.ID) or parent.wording,
            mode=_mode(entry, parent.kind, id(parent) in linking.with_results, weight, seen_by),
            weight=Decimal(1) if weight is None else weight,
            draft=linking.numbers[id(parent)],
        )
        for parent in entry.parents
        if not _is_refused(entry, parent, findings)
    ]
    for name in entry.not_found:
        goal = linking.by_name.get(compared(name))
        if goal is None:
            _tell_missing(entry, name, linking, findings)
            continue
        mode = _mode(entry, GoalKind(goal.kind), True, weight, seen_by)
        share = Decimal(1) if weight is None else weight
        found.append(Link(goal.short_id, mode, share, key=goal.key))
    return tuple(found)


def _mode(
    entry: Entry,
    above: GoalKind | None,
    has_results: bool,
    weight: Decimal | None,
    seen_by: Visibility,
) -> LinkMode:
    """Only what is counted above contributes.

    A goal with its own measure is not rolled up; a goal that fewer people see must not count; a
    SMART goal is the roadmap of an objective that has key results, unless it has a weight.
    """
    if above is not GoalKind.OBJECTIVE or seen_by is not Visibility.ORGANIZATION:
        return LinkMode.SUPPORTS
    if entry.kind is GoalKind.SMART and has_results and weight is None:
        return LinkMode.SUPPORTS
    return LinkMode.CONTRIBUTES


def _is_refused(entry: Entry, parent: Entry, findings: Findings) -> bool:
    if not (entry.kind is GoalKind.KEY_RESULT and parent.kind is GoalKind.SMART):
        return False
    cell = entry.cells.get(Field.PARENT, entry.statement)
    findings.error(
        entry.at(cell),
        f"a key result under the SMART goal in row {parent.row}",
        "a key result under an objective",
        "Turn them round: SMART goals hang under key results.",
    )
    return True


def _tell_missing(entry: Entry, name: str, linking: Linking, findings: Findings) -> None:
    cell = entry.cells[Field.PARENT]
    near = []
    if len(linking.entries) <= _MOST_TO_COMPARE:
        near = process.extract(name, linking.names, scorer=fuzz.WRatio, score_cutoff=_NEAR, limit=2)
    meant = " or ".join(f"“{each}”" for each, _, _ in near)
    findings.error(
        entry.at(cell),
        name,
        "the id or the wording of a goal in this file or in the plan",
        f"Did you mean {meant}?" if meant else "Correct it, or empty the cell.",
    )


def _names_of(entry: Entry) -> list[str]:
    return [entry.wording, *([entry.text(Field.ID)] if entry.text(Field.ID) else [])]
