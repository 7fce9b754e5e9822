"""Several processes change one plan: no total is wrong, and nobody waits in a circle."""

import os
from datetime import UTC, datetime

import pytest
from django.db import connection

from bench.side_by_side import run_tasks
from bench.tangled_plan import tangled_organization
from northing.check_ins.actions.rebuilding import rebuild
from northing.check_ins.models import CheckIn

PROCESSES = 3
EACH = 30
RARELY = "10"


@pytest.mark.django_db(transaction=True)
def test_random_changes_of_several_processes_leave_nothing_to_mend() -> None:
    organization = tangled_organization(8, datetime.now(UTC).date())
    tasks = [("change", str(seed), str(EACH), RARELY) for seed in range(PROCESSES)]
    tallies = run_tasks({**os.environ, "DATABASE_URL": _address()}, tasks)
    assert [sum(tally.values()) for tally in tallies] == [EACH] * PROCESSES
    assert CheckIn.objects.count() >= sum(tally["checked in"] for tally in tallies) > 0
    assert rebuild(organization, check=True) == []


def _address() -> str:
    """The database of this test, as other processes reach it."""
    name = connection.settings_dict["NAME"]
    if connection.vendor == "sqlite":
        return f"sqlite:///{name}"
    return os.environ["DATABASE_URL"].rsplit("/", 1)[0] + f"/{name}"
