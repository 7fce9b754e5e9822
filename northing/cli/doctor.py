"""`northing doctor`: is this installation well, and if not, what cures it."""

import typer

from northing.cli.findings import Findings, State, show
from northing.cli.program import Refused, app, start_django


@app.command("doctor")
def doctor() -> None:
    """Look at the installation and say what is wrong and the cure. Exit status 1 when it is ill."""
    found = []
    for finding in _all():
        show(finding)
        found.append(finding)
    ill = [finding for finding in found if finding.state is State.WRONG]
    noted = [finding for finding in found if finding.state is State.WARNING]
    typer.echo("")
    if ill:
        typer.echo(f"Ill: {', '.join(finding.name.lower() for finding in ill)}.")
        raise typer.Exit(1)
    typer.echo(f"All is well{f', with {len(noted)} to look at' if noted else ''}.")


def _all() -> Findings:
    from northing.cli import examining_database, examining_machine
    from northing.cli.findings import wrong

    for finding in examining_machine.machine():
        yield finding
        if finding.name == "Data directory" and finding.state is State.WRONG:
            return
    try:
        start_django()
    except Refused as refused:
        yield wrong("Settings", str(refused), "See docs/settings.md for what each one means.")
        return
    yield from examining_machine.settings_and_files()
    yield from examining_database.database()
