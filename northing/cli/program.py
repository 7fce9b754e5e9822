"""The program that commands add themselves to, and how they begin and end."""

import os

import typer

app = typer.Typer(
    name="northing",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)


@app.callback()
def northing() -> None:
    """Goals that say where an organization goes, and how far it has truly come."""


class Refused(Exception):
    """A command cannot be done: the message says what is wrong and the cure."""


def start_django() -> None:
    """Make models and settings usable in a command. Raises Refused for settings that are wrong."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "northing.config.settings")
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup()
    except (ImproperlyConfigured, OSError, ValueError) as error:
        raise Refused(_said(error)) from error


def _said(error: Exception) -> str:
    """Pydantic complains over several lines; the variable's name stands in the second."""
    lines = [line.strip() for line in str(error).splitlines() if line.strip()]
    if type(error).__name__ != "ValidationError":
        return " ".join(lines)
    return f"A setting is wrong: NORTHING_{lines[1].upper()}: {lines[2].split(' [')[0]}"
