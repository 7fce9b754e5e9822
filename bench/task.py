"""What a process of a bench does with a database: `python -m bench.task TASK ARGUMENTS`.

The database is that of NORTHING_DATA_DIR or DATABASE_URL. Prints what came of it as JSON.
"""

import json
import os
import sys
from collections.abc import Callable
from typing import Any

import django


def tangle(key_results: str) -> dict[str, int]:
    """Migrate, and write the organization that `change` changes."""
    from django.core.management import call_command
    from django.utils import timezone

    from bench.tangled_plan import tangled_organization

    call_command("migrate", verbosity=0)
    organization = tangled_organization(int(key_results), timezone.now().date())
    return {"goals": organization.goals.count()}


def change(seed: str, count: str, rarely: str = "250") -> dict[str, int]:
    """Change goals at random."""
    from bench.random_changes import Changer

    changer = Changer(int(seed))
    changer.change(int(count), int(rarely))
    return changer.tally


def rebuild() -> dict[str, Any]:
    """Every stored column that is not what the records say, of all organizations."""
    from northing.check_ins.actions import rebuilding
    from northing.people.models import Organization

    found = [
        str(difference)
        for organization in Organization.objects.all()
        for difference in rebuilding.rebuild(organization, check=True)
    ]
    return {"differences": found}


def owners(number: str) -> list[dict[str, str]]:
    """Migrate, and make people who check in."""
    from django.core.management import call_command
    from django.utils import timezone

    from bench import owners

    call_command("migrate", verbosity=0)
    return owners.owners(int(number), timezone.now().date())


def known(slug: str) -> dict[str, Any]:
    """A session at a large organization, and addresses of goals in it."""
    from bench.known import known_of

    return known_of(slug)


TASKS: dict[str, Callable[..., Any]] = {
    "change": change,
    "known": known,
    "owners": owners,
    "rebuild": rebuild,
    "tangle": tangle,
}


def main(task: str, *arguments: str) -> None:
    """Do one task."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "northing.config.settings")
    django.setup()
    print(json.dumps(TASKS[task](*arguments)))


if __name__ == "__main__":
    main(*sys.argv[1:])
