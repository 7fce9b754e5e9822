"""`northing rebuild`: how every goal stands, again from the records."""

from typing import Annotated

import typer

from northing.cli.program import Refused, app, start_django

Check = Annotated[
    bool, typer.Option("--check", help="Store nothing; exit with 1 when anything differs.")
]
MOST_SHOWN = 20


@app.command("rebuild")
def rebuild(check: Check = False) -> None:
    """Compute how every open goal stands again from its records, and store what differs."""
    start_django()
    from northing.check_ins.actions import rebuilding
    from northing.cli.database import pending_migrations
    from northing.goals.actions.wording import put_all_words
    from northing.people.queries import organizations

    if pending_migrations():
        raise Refused("The database is older than this Northing. `northing serve` upgrades it.")
    differing = 0
    for organization in organizations():
        differences = rebuilding.rebuild(organization, check=check)
        differing += len(differences)
        if not check:
            put_all_words(organization)
        verb = "differ" if check else "put right"
        said = f"{len(differences)} {verb}" if differences else "all as stored"
        typer.echo(f"{organization.name}: {said}")
        for difference in differences[:MOST_SHOWN]:
            typer.echo(f"  {difference}")
        if len(differences) > MOST_SHOWN:
            typer.echo(f"  and {len(differences) - MOST_SHOWN} more")
    if check and differing:
        raise typer.Exit(1)
