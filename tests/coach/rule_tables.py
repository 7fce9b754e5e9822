"""The tables of the rules: of which statements a rule speaks, and which near misses it leaves."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from pathlib import Path

from northing.coach.rules.assessing import assess
from northing.coach.rules.findings import Finding, State
from northing.coach.rules.statements import Fields, Kind, Statement
from northing.coach.rules.telling import messages

FOLDER = Path(__file__).parent / "tables"
_KINDS = {"o": Kind.OBJECTIVE, "k": Kind.KEY_RESULT, "s": Kind.SMART_GOAL, "x": Kind.OTHER}
_NUMBERS = {"baseline", "target", "lower", "upper"}
_DAYS = {"start", "due", "cycle_start", "cycle_due"}
_WHOLE = {"steps", "confidence"}
_ANSWERED = {"has_owner", "has_parent", "is_stretch", "is_new_skill"}
# Rules that only ever ask: no text can tell.
ASKING = {"A1", "A2", "C1", "C2", "G1", "I1", "R1", "R2", "W1", "X1"}


@dataclass(frozen=True, slots=True)
class Row:
    """One statement, and whether a rule speaks of it: told (+), asked (?) or silent (-)."""

    rule: str
    sign: str
    statement: Statement
    quoted: str = ""

    @property
    def name(self) -> str:
        return f"{self.rule} {self.sign} {self.statement.text[:50]}"

    @property
    def is_near_miss(self) -> bool:
        return self.sign == "-"

    def findings(self) -> tuple[Finding, ...]:
        """What the rule says about the statement, where it says something."""
        rule, _, is_met = self.rule.partition("_")
        found = [f for f in assess(self.statement).findings if f.rule == rule]
        if is_met or f"{rule}_met" in messages("en"):
            state = State.MET if is_met else State.NOT_MET
            return tuple(f for f in found if f.state is state)
        if rule in ASKING:
            return tuple(found)
        return tuple(f for f in found if (f.state is State.CANT_TELL) is (self.sign == "?"))


def rows(folder: Path = FOLDER) -> Iterator[Row]:
    """Every row of every table."""
    for path in sorted(folder.glob("*.txt")):
        rule = ""
        for line in path.read_text(encoding="utf-8").splitlines():
            if line.startswith("## "):
                rule = line.removeprefix("## ")
            elif line:
                yield _row(rule, line)


def _row(rule: str, line: str) -> Row:
    head, text, quoted, fields = (*(part.strip() for part in line.split("|")), "", "")[:4]
    sign, kind = head.split()
    statement = Statement(text, _KINDS[kind], _fields(fields), "en")
    return Row(rule, sign, statement, quoted)


def _fields(written: str) -> Fields:
    fields = Fields()
    for part in written.split():
        name, _, value = part.partition("=")
        if name.startswith("answers."):
            fields = replace(fields, answers={name.removeprefix("answers."): value})
        else:
            fields = replace(fields, **{name: _value(name, value)})
    return fields


def _value(name: str, value: str) -> object:
    if name in _NUMBERS:
        return Decimal(value)
    if name in _DAYS:
        return date.fromisoformat(value)
    if name in _WHOLE:
        return int(value)
    return True if name in _ANSWERED else value
