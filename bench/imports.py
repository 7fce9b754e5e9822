"""What importing a spreadsheet costs, and undoing it: processor time of a whole plan.

`NORTHING_DATA_DIR=… python -m bench.imports 2000 5000` imports plans of so many goals, each into
an organization of its own: one with every key result under one objective, and a tree with five
goals under each. Key results come with values, so that each is checked in. Then the file comes
with other values, then with another baseline in every row (each an amendment); that is put back,
and all is undone. Exit status 1 when something that is stored differs from what its records say.
"""

import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

import django

if TYPE_CHECKING:
    from northing.people.models import Person
    from northing.spreadsheets.models import Import
    from northing.spreadsheets.rules.cells import Upload

HEADINGS = "ID,Parent,Type,Title,Owner,Cycle,Baseline,Target,Now,Confidence,Note"
FAN_OUT, PEOPLE = 5, 20
STEPS = ("read", "compared", "imported", "new values", "amended", "put back", "undone")


def wide(goals: int, baseline: int = 35, value: int = 36) -> list[str]:
    """The rows of a plan with all of its key results under one objective."""
    return [_objective(0, ""), *(_key_result(n, "0", baseline, value) for n in range(1, goals))]


def tree(goals: int, baseline: int = 35, value: int = 36) -> list[str]:
    """The rows of a plan with at most five goals under each other; most of them key results."""
    inner = goals // FAN_OUT
    return [
        _objective(n, _above(n)) if n < inner else _key_result(n, _above(n), baseline, value)
        for n in range(goals)
    ]


SHAPES: dict[str, Callable[..., list[str]]] = {"wide": wide, "tree": tree}


def _above(number: int) -> str:
    return str((number - 1) // FAN_OUT) if number else ""


def _objective(number: int, parent: str) -> str:
    title = f"Riders come back to us for reason number {number}"
    return f"{number},{parent},Objective,{title},Person {number % PEOPLE},Quarter,,,,,"


def _key_result(number: int, parent: str, baseline: int, value: int) -> str:
    title = f"Raise the share of repairs done in a day at place number {number}"
    return (
        f"{number},{parent},KR,{title},Person {number % PEOPLE},Quarter,"
        f"{baseline},{60 + number % 9},{value + number % 20},{1 + number % 9},Noted at {value}"
    )


@dataclass(slots=True)
class Trial:
    """One organization that takes imports and their undoing, and what each step costs."""

    person: "Person"
    today: date
    seconds: dict[str, float] = field(default_factory=dict)
    statements: dict[str, int] = field(default_factory=dict)
    wrong: int = 0

    def bring_in(self, step: str, upload: "Upload") -> "Import":
        """Import, and count what is stored wrong afterwards."""
        from northing.spreadsheets.actions.importing import import_upload
        from northing.spreadsheets.rules.planning import Wishes

        with _timed(self.seconds, step), _counted(self.statements, step):
            outcome = import_upload(upload, Wishes(), self.person, self.today)
        self._check()
        return outcome.imported

    def undo(self, step: str, imported: "Import") -> None:
        """Undo, and count what stays or is stored wrong afterwards."""
        from northing.spreadsheets.actions.undoing import undo_import

        with _timed(self.seconds, step):
            undone = undo_import(imported, self.person, self.today)
        self.wrong += len(undone.left)
        self._check()

    def _check(self) -> None:
        from northing.check_ins.actions.rebuilding import rebuild

        self.wrong += len(rebuild(self.person.organization, check=True))


def main(sizes: list[int]) -> int:
    """Import, change and undo plans of each size and shape; 1 when something is stored wrong."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "northing.config.settings")
    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    head = "".join(f"{step:>11}" for step in STEPS)
    print(f"{'plan':<11}{head}  statements  wrong   (seconds of processor time)")
    wrong = 0
    for size in sizes:
        for shape, rows in SHAPES.items():
            trial = _tried(f"{shape}-{size}", size, rows)
            times = "".join(f"{trial.seconds[step]:>11.2f}" for step in STEPS)
            print(
                f"{shape} {size:<6}{times}{trial.statements['imported']:>12}{trial.wrong:>7}",
                flush=True,
            )
            wrong += trial.wrong
    return 1 if wrong else 0


def _tried(name: str, size: int, rows: Callable[..., list[str]]) -> Trial:
    """All steps of a plan, in an organization of its own."""
    from northing.spreadsheets.actions.importing import plan_for
    from northing.spreadsheets.rules.planning import Wishes

    trial = Trial(_organization(name), date.today())  # noqa: DTZ011 (a bench has no zone)
    with _timed(trial.seconds, "read"):
        upload = _read(name, rows(size))
    with _timed(trial.seconds, "compared"):
        plan_for(upload, Wishes(), trial.person, trial.today)
    first = trial.bring_in("imported", upload)
    valued = trial.bring_in("new values", _read(name, rows(size, value=37)))
    amended = trial.bring_in("amended", _read(name, rows(size, baseline=34, value=37)))
    assert (first.created, valued.updated) == (size, amended.updated)
    trial.undo("put back", amended)
    trial.undo("", valued)
    trial.undo("undone", first)
    return trial


def _organization(name: str) -> "Person":
    from northing.cycles.models import Cycle
    from northing.people.models import Organization, Person
    from northing.people.rules import Role

    here = Organization.objects.create(name=name, slug=name, key="IM")
    start = date.today() - timedelta(weeks=5)  # noqa: DTZ011
    Cycle.objects.create(
        organization=here,
        name="Quarter",
        slug="quarter",
        start=start,
        due=start + timedelta(weeks=13),
        state="active",
    )
    people = [
        Person(
            organization=here,
            name=f"Person {number}",
            handle=f"p-{number}",
            key=f"P{number}",
            role=Role.MEMBER if number else Role.OWNER,
        )
        for number in range(PEOPLE)
    ]
    Person.objects.bulk_create(people)
    return people[0]


def _read(name: str, rows: list[str]) -> "Upload":
    from northing.spreadsheets.files import read_file

    return read_file(f"{name}.csv", "\n".join([HEADINGS, *rows]).encode())


@contextmanager
def _timed(seconds: dict[str, float], step: str) -> Iterator[None]:
    """Note the processor time of this process and of those that it started and that ended."""
    began = _processor_time()
    yield
    seconds[step] = _processor_time() - began


def _processor_time() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


@contextmanager
def _counted(statements: dict[str, int], step: str) -> Iterator[None]:
    """Note how many statements run meanwhile."""
    from django.db import connection

    def counting(execute: Any, *arguments: Any) -> Any:
        statements[step] = statements.get(step, 0) + 1
        return execute(*arguments)

    with connection.execute_wrapper(counting):
        yield


if __name__ == "__main__":
    sys.exit(main([int(argument) for argument in sys.argv[1:]] or [2_000]))
