"""Who owns each goal of a file: its cell, the goals around it, or whoever imports."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from northing.goals.rules.kinds import GoalKind
from northing.spreadsheets.rules import terms
from northing.spreadsheets.rules.drafts import PersonRef
from northing.spreadsheets.rules.entries import Entry
from northing.spreadsheets.rules.fields import Field
from northing.spreadsheets.rules.owners import ME, People
from northing.spreadsheets.rules.report import Findings, Option, Place

Owners = Mapping[int, tuple[PersonRef, ...]]


@dataclass(frozen=True, slots=True)
class _Family:
    """Who is stated where, and what stands under what; entries by their `id()`."""

    stated: Owners
    children: Mapping[int, list[Entry]]


def owners_of(entries: Sequence[Entry], people: People, findings: Findings) -> Owners:
    """The owner of every entry, with contributors after it, by the entry's `id()`."""
    keys = {id(entry): _stated(entry, people) for entry in entries}
    for_all = {
        entry.columns.table.key: _of_all(entry, people, findings)
        for entry in entries
        if not entry.columns.has(Field.OWNER)
    }
    stated = {
        at: tuple(dict.fromkeys(people.person(key) for key in found)) for at, found in keys.items()
    }
    children: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        for parent in entry.parents:
            children[id(parent)].append(entry)
    family = _Family(stated, children)
    owners: dict[int, tuple[PersonRef, ...]] = {}
    for entry in entries:
        at = id(entry)
        if not stated[at] and entry.columns.table.key in for_all:
            key = for_all[entry.columns.table.key]
            owners[at] = (people.person(key) if key else people.me,)
        else:
            owners[at] = stated[at] or (_unstated(entry, family, people, findings),)
    return owners


def _stated(entry: Entry, people: People) -> list[str]:
    cell = entry.cells.get(Field.OWNER)
    if cell is None or not entry.text(Field.OWNER) or cell.fault:
        return []
    owners = people.keys_in(entry, cell)
    more = entry.cells.get(Field.CONTRIBUTORS)
    if more is not None and entry.text(Field.CONTRIBUTORS) and owners:
        owners += people.keys_in(entry, more)
    return owners


def _unstated(entry: Entry, family: _Family, people: People, findings: Findings) -> PersonRef:
    cell = entry.cells.get(Field.OWNER)
    if cell is not None and terms.is_undecided(cell.text):
        return people.me
    owner, why = _of_the_family(entry, family)
    if owner is None:
        owner, why = people.me, "who imports the file"
    findings.warn(
        entry.place,
        "no owner",
        "an e-mail address or a name",
        f"Taken: {owner.name}, {why}.",
    )
    return owner


def _of_the_family(entry: Entry, family: _Family) -> tuple[PersonRef | None, str]:
    """An objective goes to the one who owns all below it, another goal to its parent's owner."""
    stated = family.stated
    below = {
        stated[id(child)][0] for child in family.children.get(id(entry), ()) if stated[id(child)]
    }
    if entry.kind is GoalKind.OBJECTIVE and len(below) == 1:
        return below.pop(), "who owns everything below it"
    above = [stated[id(parent)][0] for parent in entry.parents if stated[id(parent)]]
    if above:
        return above[0], "who owns the goal above it"
    return None, ""


def _of_all(entry: Entry, people: People, findings: Findings) -> str:
    """The key of the owner of a table without a column of owners; empty for whoever imports."""
    answer = findings.ask(
        f"owner:{entry.columns.table.key}",
        "No column names the owners. Who owns these goals?",
        [Option(ME, f"{people.me.name}, for now")],
        default=ME,
        place=Place(entry.place.sheet),
        takes_text=True,
    )
    return "" if answer in (None, ME) else people.key_of_answer(answer or "")
