"""`northing import`: goals from a spreadsheet, shown first or written at once."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from northing.cli.program import Refused, app, start_django

if TYPE_CHECKING:
    from northing.people.models import Organization, Person
    from northing.spreadsheets.models import Import
    from northing.spreadsheets.rules.cells import Upload
    from northing.spreadsheets.rules.plan import Plan
    from northing.spreadsheets.rules.planning import Wishes

File = Annotated[Path | None, typer.Argument(help="An XLSX or CSV file.")]
Sheets = Annotated[list[str], typer.Option("--sheet", help="A sheet to read; may be repeated.")]
Maps = Annotated[
    list[str], typer.Option("--map", help="What a column holds: Who=owner, D=owner, Plan!D=owner.")
]
Answers = Annotated[
    list[str], typer.Option("--answer", help="An answer to a question: KEY=VALUE, as --json names.")
]
DryRun = Annotated[bool, typer.Option("--dry-run", help="Write nothing, show what would happen.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the plan as JSON.")]
By = Annotated[str, typer.Option("--as", help="Who imports: an admin's e-mail, name or handle.")]
Where = Annotated[str, typer.Option("--organization", help="Its name, or its part of addresses.")]

Rejected = Annotated[
    Path | None, typer.Option("--rejected", help="Write the rows that do not fit as CSV, to mend.")
]
Undo = Annotated[str, typer.Option("--undo", help="Undo an import of the last 30 days: its ID.")]
AsList = Annotated[bool, typer.Option("--list", help="List the imports so far with their IDs.")]


@app.command("import")
def import_goals(
    file: File = None,
    sheet: Sheets = [],  # noqa: B006  (typer copies it)
    maps: Maps = [],  # noqa: B006
    answer: Answers = [],  # noqa: B006
    dry_run: DryRun = False,
    as_json: AsJson = False,
    by: By = "",
    organization: Where = "",
    rejected: Rejected = None,
    undo: Undo = "",
    as_list: AsList = False,
) -> None:
    """Read goals from an XLSX or CSV file. Exit status 0 when it can be applied, 1 when not."""
    start_django()
    from northing.cli import undoing
    from northing.cli.database import bring_up_to_date
    from northing.spreadsheets.rules.planning import Wishes

    bring_up_to_date()
    reads_only = dry_run and not undo and not as_list
    person = _person(_organization(organization, must_exist=not reads_only), by)
    if as_list and person is not None:
        undoing.list_imports(person, as_json)
    elif undo and person is not None:
        undoing.undo(undo, person, dry_run=dry_run, as_json=as_json)
    elif file is None:
        raise Refused("Name the file: northing import plan.xlsx. Or see --list and --undo.")
    else:
        wishes = Wishes(sheet, _pairs(maps, "--map"), _pairs(answer, "--answer"))
        plan = _import_file(file, wishes, person, dry_run, as_json)
        if rejected is not None:
            _write_rejected(plan, rejected)
        if not plan.can_be_applied:
            raise typer.Exit(1)


def _import_file(
    file: Path, wishes: "Wishes", person: "Person | None", dry_run: bool, as_json: bool
) -> "Plan":
    from northing.cli.plan_in_words import lines_of

    plan, imported = _plan(file, wishes, person, dry_run)
    if as_json:
        typer.echo(json.dumps(plan.as_json(), ensure_ascii=False, indent=2))
    else:
        typer.echo("\n".join(lines_of(plan, imported is not None)))
    if imported is not None and (imported.created or imported.updated):
        _say(f"For 30 days it can be undone: northing import --undo {imported.pk}")
    return plan


def _write_rejected(plan: "Plan", to: Path) -> None:
    from northing.spreadsheets.rules.rejecting import rejected_of
    from northing.spreadsheets.rules.rows_to_mend import rows_to_mend

    text, count = rows_to_mend(plan, rejected_of(plan))
    try:
        to.write_text("\ufeff" + text, encoding="utf-8", newline="")
    except OSError as fault:
        raise Refused(f"{to} cannot be written: {fault.strerror}. Check the path.") from fault
    _say(f"{count} row{'' if count == 1 else 's'} to mend in {to}")


def _plan(
    file: Path, wishes: "Wishes", person: "Person | None", dry_run: bool
) -> tuple["Plan", "Import | None"]:
    """The plan of a file, and the import that it became when it was written."""
    from northing.people.queries import today_of
    from northing.people.rules import RightMissing
    from northing.spreadsheets.actions.importing import ImportRefused, import_upload, plan_for
    from northing.spreadsheets.files import FileRefused
    from northing.spreadsheets.rules.plan import refused

    try:
        upload = _read(file)
    except FileRefused as refusal:
        return refused(file.name, refusal.as_problem(file.name)), None
    if person is None:
        return _without_organization(upload, wishes), None
    today = today_of(person.organization)
    if dry_run:
        return plan_for(upload, wishes, person, today), None
    try:
        outcome = import_upload(upload, wishes, person, today, _progress)
        return outcome.plan, outcome.imported
    except ImportRefused as refusal:
        return refusal.plan, None
    except RightMissing as missing:
        raise Refused(str(missing)) from missing


def _read(file: Path) -> "Upload":
    from northing.spreadsheets.files import read_file
    from northing.spreadsheets.files.reading import check_size

    try:
        check_size(file.stat().st_size)
        content = file.read_bytes()
    except OSError as fault:
        raise Refused(f"{file} cannot be read: {fault.strerror}. Check the path.") from fault
    _say(f"Reading {file.name} …")
    return read_file(file.name, content)


def _without_organization(upload: "Upload", wishes: "Wishes") -> "Plan":
    """What a file holds, where there is nothing yet to compare it with."""
    from django.utils import timezone

    from northing.spreadsheets.queries.snapshots import empty_snapshot
    from northing.spreadsheets.rules.planning import plan

    return plan(upload, wishes, empty_snapshot(), timezone.now().date())


def _organization(where: str, *, must_exist: bool) -> "Organization | None":
    from northing.people.queries import organizations

    all_of_them = organizations()
    wanted = where.strip().lower()
    found = [one for one in all_of_them if not wanted or wanted in {one.slug, one.name.lower()}]
    own = [one for one in found if not one.is_demo] or found
    if len(own) == 1:
        return own[0]
    if not all_of_them:
        if not must_exist and not wanted:
            return None
        raise Refused(
            "There is no organization yet. Make one: northing createuser you@example.org "
            "--name 'Your Name' --organization 'Your organization'"
        )
    names = ", ".join(one.slug for one in all_of_them)
    raise Refused(f"Say which organization: --organization NAME. There is: {names}.")


def _person(organization: "Organization | None", by: str) -> "Person | None":
    """Who imports: whoever is named, else the first owner."""
    from northing.people.queries import NotFound, first_owner, named_person

    if organization is None:
        return None
    try:
        return named_person(organization, by) if by else first_owner(organization)
    except NotFound as missing:
        raise Refused(str(missing)) from missing


def _pairs(texts: list[str], option: str) -> dict[str, str]:
    found = {}
    for text in texts:
        key, equals, value = text.rpartition("=")
        if not equals or not key.strip() or not value.strip():
            raise Refused(f"{option} {text!r} is not KEY=VALUE.")
        found[key.strip()] = value.strip()
    return found


def _progress(done: int, of: int) -> None:
    if done == of or done % 100 == 0:
        _say(f"{done} of {of} goals …")


def _say(text: str) -> None:
    print(text, file=sys.stderr, flush=True)  # noqa: T201
