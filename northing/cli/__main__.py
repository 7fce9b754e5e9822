"""`northing …`: the commands. Django and each command's code are loaded when it runs."""

import os
import sys

from northing.cli.program import Refused, app


def main() -> None:
    """The console script. What a command makes is for its user alone (files 0600)."""
    from northing.cli import commands  # noqa: F401  (each module adds its commands to `app`)

    os.umask(0o077)
    try:
        app()
    except Refused as refused:
        sys.exit(f"northing: {refused}")


if __name__ == "__main__":
    main()
