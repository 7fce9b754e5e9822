"""`northing …`: the commands. Django and each command's code are loaded when it runs."""

import os

import typer

app = typer.Typer(
    name="northing",
    help="Goals that say where an organization goes, and how far it has truly come.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)


def main() -> None:
    """The console script."""
    from northing.cli import commands  # noqa: F401  (each module adds its commands to `app`)

    app()


def start_django() -> None:
    """Make models and settings usable in a command."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "northing.config.settings")
    import django

    django.setup()


if __name__ == "__main__":
    main()
