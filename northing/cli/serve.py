"""`northing serve`: prepare what is needed, then answer."""

import os
from collections.abc import Callable
from typing import Annotated

import typer

from northing.cli.program import Refused, app, start_django

LOOPBACK = "127.0.0.1"

Host = Annotated[str, typer.Option(help="The address of this machine to listen on.")]
Port = Annotated[
    int | None,
    typer.Option(
        min=1, max=65535, help="The port. Without it: 8000, or the next one that is free."
    ),
]
Workers = Annotated[
    int | None,
    typer.Option(min=1, max=64, help="How many processes answer (PostgreSQL only). Default: 2."),
]


@app.command("serve")
def serve(host: Host = LOOPBACK, port: Port = None, workers: Workers = None) -> None:
    """Serve Northing. Prepares its database and files; prints a set-up link on first run."""
    serve_pages(host, port, workers, _welcome)


def serve_pages(
    host: str, port: int | None, workers: int | None, greeting: Callable[[], list[str]]
) -> None:
    """Prepare and serve; prints the address and then what `greeting` says."""
    from northing.cli import listening

    chosen = listening.choose_port(host, port)
    if port is None and chosen != listening.FIRST_PORT:
        typer.echo(f"Port {listening.FIRST_PORT} is taken by another program, so it is {chosen}.")
    if not os.environ.get("NORTHING_URL"):
        os.environ["NORTHING_URL"] = _address(host, chosen)
    prepare()
    lines = [_listens(host, chosen), *greeting()]
    _close_database()
    listening.serve(host, chosen, _workers(workers), lambda: typer.echo("\n".join(lines)))
    typer.echo("Northing has ended.")


def prepare() -> None:
    """Everything before the first request: database and static files of this version."""
    from northing.cli import database

    database.check_versions()
    start_django()
    from northing.web.static_files import collect

    copy = database.bring_up_to_date()
    if copy is not None:
        typer.echo(f"Copied the database to {copy}, then brought it up to date.")
    collect()
    _forget_old_sessions()


def _forget_old_sessions() -> None:
    from django.contrib.sessions.backends.db import SessionStore

    SessionStore.clear_expired()


def _close_database() -> None:
    """A fork must not share an open database: each worker opens its own."""
    from django.db import connection

    connection.close()
    getattr(connection, "close_pool", connection.close)()


def _workers(wanted: int | None) -> int:
    from django.db import connection

    if connection.vendor == "postgresql":
        return wanted or 2
    if wanted is not None and wanted > 1:
        raise Refused(
            "SQLite is served by one process with several threads: its writers take turns anyway. "
            "For several workers use PostgreSQL: DATABASE_URL=postgresql://…"
        )
    return 1


def _address(host: str, port: int) -> str:
    reachable = LOOPBACK if host in {"0.0.0.0", "::"} else host  # noqa: S104
    shown = f"[{reachable}]" if ":" in reachable else reachable
    return f"http://{shown}:{port}"


def _listens(host: str, port: int) -> str:
    from django.conf import settings

    here = _address(host, port)
    if here == settings.BASE_URL:
        return f"Northing is at {here}"
    return f"Northing is at {settings.BASE_URL} (listening at {here})"


def _welcome() -> list[str]:
    """On first run, the link with which the first organization is made."""
    from northing.people.queries import is_founded
    from northing.people.set_up_link import set_up_link

    if is_founded():
        return []
    return [
        "Nobody has an account yet. Set it up here, within a day:",
        f"  {set_up_link()}",
    ]
