"""Fill the database of NORTHING_DATA_DIR: `python -m bench.large 1000 10000` makes two of them."""

import os
import sys

import django


def main(sizes: list[int]) -> None:
    """Migrate, then seed one organization for each size; its slug is "large-<size>"."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "northing.config.settings")
    django.setup()
    from django.core.management import call_command

    from bench.seed import seed

    call_command("migrate", verbosity=0)
    for size in sizes:
        print(seed(size, slug=f"large-{size}").slug)


if __name__ == "__main__":
    main([int(argument) for argument in sys.argv[1:]] or [10_000])
