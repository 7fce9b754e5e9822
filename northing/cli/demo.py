"""`northing demo`: Kestrel Bikes, an invented organization, to look around in."""

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from northing.cli.program import app
from northing.cli.serve import LOOPBACK, Host, Port, prepare, serve_pages
from northing.storage.places import data_directory

if TYPE_CHECKING:
    from northing.people.models import Organization

LoadOnly = Annotated[bool, typer.Option("--load-only", help="Load it, and do not serve.")]
Fresh = Annotated[
    bool, typer.Option("--fresh", help="Load it again, so that today lies in week 7.")
]
FIRST = "ines-okafor"


@app.command("demo")
def demo(
    host: Host = LOOPBACK, port: Port = None, load_only: LoadOnly = False, fresh: Fresh = False
) -> None:
    """Load the demo organization into a database of its own, serve it, print a sign-in link."""
    os.environ["NORTHING_DATA_DIR"] = str(_folder())
    # The demo is for looking around: it never goes into the database of an organization.
    os.environ.pop("DATABASE_URL", None)
    if load_only:
        prepare()
        _load(fresh)
        return
    serve_pages(host, port, None, lambda: _greeting(fresh))


def _folder() -> Path:
    """A given data directory while it holds nothing but a demo; else `demo` inside it."""
    folder = data_directory()
    if os.environ.get("NORTHING_DATA_DIR") and _holds_only_a_demo(folder / "northing.sqlite3"):
        return folder
    return folder / "demo"


def _holds_only_a_demo(database: Path) -> bool:
    if not database.is_file():
        return True
    question = "SELECT count(*) FROM people_organization WHERE NOT is_demo"
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
            return bool(connection.execute(question).fetchone() == (0,))
    except sqlite3.Error:
        return False


def _greeting(fresh: bool) -> list[str]:
    from django.conf import settings

    from northing.people.queries import people_by_handle
    from northing.people.sign_in_links import sign_in_link

    organization = _load(fresh)
    guide = people_by_handle(organization, [FIRST]).get(FIRST)
    if guide is None or guide.account is None:
        return []
    return [
        f"Sign in as {guide.name} of {organization.name}, once:",
        f"  {sign_in_link(guide.account)}",
        f"See it as somebody else: {settings.BASE_URL}/demo",
    ]


def _load(fresh: bool) -> "Organization":
    """The demo as it was left, or loaded anew."""
    from django.utils import timezone

    from northing.demo import strategy
    from northing.demo.actions.loading import load
    from northing.people.queries import organization_by_slug
    from northing.people.rules import today_in

    present = organization_by_slug(strategy.SLUG)
    if present is not None and not fresh:
        return present
    organization = load(today_in(strategy.TIME_ZONE, timezone.now()))
    typer.echo(f"Loaded {organization.name}, an invented organization.")
    return organization
