"""`northing import --list` and `--undo`: the imports so far, and taking one back."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING
from uuid import UUID

import typer

from northing.cli.program import Refused

if TYPE_CHECKING:
    from northing.people.models import Person
    from northing.spreadsheets.models import Import
    from northing.spreadsheets.rules.undoing import Left

MOST_ROWS = 15


def list_imports(person: "Person", as_json: bool) -> None:
    """Print the imports of the person's organization, newest first."""
    from northing.spreadsheets.queries.past_imports import imports_of

    found = imports_of(person)
    if as_json:
        typer.echo(json.dumps([_as_json(one) for one in found], ensure_ascii=False, indent=2))
    elif not found:
        typer.echo("Nothing was imported yet.")
    else:
        typer.echo("\n".join(map(_line, found)))


def undo(key: str, person: "Person", *, dry_run: bool, as_json: bool) -> None:
    """Undo an import, or with `dry_run` only say what would happen."""
    from northing.people.queries import NotFound, today_of
    from northing.people.rules import RightMissing
    from northing.spreadsheets.actions.undoing import UndoRefused, undo_import, undoing_for
    from northing.spreadsheets.queries.past_imports import import_of

    try:
        imported = import_of(person, _key(key))
        if dry_run:
            plan = undoing_for(imported, person)
            told = _told(len(plan.withdrawn), len(plan.put_back), plan.left, plan.hidden)
        else:
            undone = undo_import(imported, person, today_of(person.organization))
            told = _told(undone.withdrawn, undone.put_back, undone.left, undone.hidden)
            told["removed"] = undone.removed
    except (NotFound, RightMissing, UndoRefused) as refusal:
        raise Refused(str(refusal)) from refusal
    if as_json:
        typer.echo(json.dumps(told, ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(_in_words(told, imported.name, dry_run)))


def _key(text: str) -> UUID:
    try:
        return UUID(text)
    except ValueError as fault:
        raise Refused(f"{text} is no ID. `northing import --list` shows them.") from fault


def _told(withdrawn: int, put_back: int, left: "Sequence[Left]", hidden: int) -> dict[str, object]:
    return {
        "withdrawn": withdrawn,
        "put_back": put_back,
        "left": [{"goal": one.label, "reason": one.reason} for one in left],
        "hidden": hidden,
    }


def _in_words(told: dict[str, object], name: str, dry_run: bool) -> Iterator[str]:
    left: list[dict[str, str]] = told["left"]  # type: ignore[assignment]
    if left:
        yield f"Left as they are: {len(left)}"
        yield from (f"  {one['goal']}: {one['reason']}" for one in left[:MOST_ROWS])
        if len(left) > MOST_ROWS:
            yield f"  and {len(left) - MOST_ROWS} more"
    if told["hidden"]:
        yield f"Left as well, since {told['hidden']} may not be seen by who undoes."
    if told.get("removed"):
        yield f"Removed: {', '.join(told['removed'])}"  # type: ignore[arg-type]
    counts = f"{told['withdrawn']} withdrawn, {told['put_back']} put back"
    if dry_run:
        yield f"Nothing was undone. Undoing {name} would be: {counts}."
    else:
        yield f"Undone, {name}: {counts}."


def _line(one: "Import") -> str:
    state = f"undone {one.undone_at:%Y-%m-%d}" if one.undone_at else f"{one.created} created, "
    counts = "" if one.undone_at else f"{one.updated} updated"
    return f"{one.pk}  {one.at:%Y-%m-%d %H:%M}  {one.name}  {one.by.name}  {state}{counts}"


def _as_json(one: "Import") -> dict[str, object]:
    return {
        "id": str(one.pk),
        "at": one.at.isoformat(),
        "name": one.name,
        "by": one.by.name,
        "created": one.created,
        "updated": one.updated,
        "unchanged": one.unchanged,
        "undone_at": one.undone_at.isoformat() if one.undone_at else None,
    }
