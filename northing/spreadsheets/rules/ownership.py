"""Who owns each goal of a file: its cell, the goals around it, or whoever imports."""

from collections import defaultdict
from collections.abc import Sequence

from northing.goals.rules.kinds import GoalKind
from northing.spreadsheets.rules import terms
from northing.spreadsheets.rules.drafts import PersonRef
from northing.spreadsheets.rules.entries import Entry
from northing.spreadsheets.rules.fields import Field
from northing.spreadsheets.rules.owners import ME, People
from northing.spreadsheets.rules.report import Findings, Option, Place

Owners = dict[int, tuple[PersonRef, ...]]


def owners_of(entries: Sequence[Entry], people: People, findings: Findings) -> Owners:
    """The owner of every entry, with contributors after it, by the entry's `id()`."""
    stated = {id(entry): _stated(entry, people) for entry in entries}
    children: dict[int, list[Entry]] = defaultdict(list)
    for entry in entries:
        for parent in entry.parents:
            children[id(parent)].append(entry)
    return {
        id(entry): stated[id(entry)] or (_unstated(entry, children, stated, people, findings),)
        for entry in entries
    }


def _stated(entry: Entry, people: People) -> tuple[PersonRef, ...]:
    cell = entry.cells.get(Field.OWNER)
    if cell is None or not entry.text(Field.OWNER) or cell.fault:
        return ()
    owners = people.owners(entry, cell)
    helpers: list[PersonRef] = []
    more = entry.cells.get(Field.CONTRIBUTORS)
    if more is not None and entry.text(Field.CONTRIBUTORS) and owners:
        helpers = people.owners(entry, more)
    return tuple(dict.fromkeys([*owners, *helpers]))


def _unstated(
    entry: Entry,
    children: dict[int, list[Entry]],
    stated: Owners,
    people: People,
    findings: Findings,
) -> PersonRef:
    cell = entry.cells.get(Field.OWNER)
    if cell is not None and terms.is_undecided(cell.text):
        return people.me
    if not entry.columns.has(Field.OWNER):
        return _of_all(entry, people, findings)
    owner, why = _of_the_family(entry, children, stated)
    if owner is None:
        owner, why = people.me, "who imports the file"
    findings.warn(
        entry.place,
        "no owner",
        "an e-mail address or a name",
        f"Taken: {owner.name}, {why}.",
    )
    return owner


def _of_the_family(
    entry: Entry, children: dict[int, list[Entry]], stated: Owners
) -> tuple[PersonRef | None, str]:
    """An objective goes to the one who owns all below it, another goal to its parent's owner."""
    below = {stated[id(child)][0] for child in children[id(entry)] if stated[id(child)]}
    if entry.kind is GoalKind.OBJECTIVE and len(below) == 1:
        return below.pop(), "who owns everything below it"
    above = [stated[id(parent)][0] for parent in entry.parents if stated[id(parent)]]
    if above:
        return above[0], "who owns the goal above it"
    return None, ""


def _of_all(entry: Entry, people: People, findings: Findings) -> PersonRef:
    """The owner of the goals of a table that has no column of owners."""
    answer = findings.ask(
        f"owner:{entry.columns.table.key}",
        "No column names the owners. Who owns these goals?",
        [Option(ME, f"{people.me.name}, for now")],
        default=ME,
        place=Place(entry.place.sheet),
        takes_text=True,
    )
    if answer in (None, ME):
        return people.me
    return people.answered(answer or "", "", "")
