"""What `northing doctor` finds, one thing at a time."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

import typer


class State(StrEnum):
    """How bad it is: a warning does not keep Northing from working."""

    OK = "ok"
    WARNING = "warning"
    WRONG = "wrong"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing looked at; `cure` says what to do when it is not well."""

    name: str
    state: State
    said: str
    cure: str = ""


Findings = Iterator[Finding]


def well(name: str, said: str) -> Finding:
    return Finding(name, State.OK, said)


def warning(name: str, said: str, cure: str) -> Finding:
    return Finding(name, State.WARNING, said, cure)


def wrong(name: str, said: str, cure: str) -> Finding:
    return Finding(name, State.WRONG, said, cure)


def show(finding: Finding) -> None:
    """Print a finding and its cure."""
    typer.echo(f"{finding.state:<8} {finding.name}: {finding.said}")
    if finding.cure:
        typer.echo(f"{'':<8} → {finding.cure}")
