"""Amendments in words: what stood there, what stands there now."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from northing.goals.queries.around import Amended
from northing.web.formats import amount, long_day

_LABELS = {
    "statement": "Wording",
    "why": "Why",
    "specific": "Specific",
    "achievable": "Achievable",
    "relevant": "Relevant",
    "start": "Start",
    "due": "Due",
    "ambition": "Ambition",
    "roll_up": "Roll-up",
    "weight": "Weight",
    "definition": "Definition",
    "owner": "Owner",
    "team": "Team",
    "visibility": "Seen by",
    "contributors": "Contributors",
    "audience": "Named people",
    "tags": "Tags",
    "steps": "Steps",
}
_MEASURE_LABELS = {
    "kind": "Measure",
    "unit": "Unit",
    "baseline": "Baseline",
    "target": "Target",
    "lower": "Lower bound",
    "upper": "Upper bound",
    "path": "Planned path",
}
_WORDS = {
    "committed": "committed",
    "aspirational": "stretch",
    "average": "average",
    "sum": "sum",
    "by_size": "by size",
    "from_to": "from a number to a number",
    "at_least": "keep at least",
    "at_most": "keep at most",
    "between": "keep between",
    "milestones": "milestones",
    "done": "done or not",
    "baseline": "find the number out",
    "organization": "everybody",
    "private": "named people",
}


@dataclass(frozen=True, slots=True)
class Change:
    """One field of an amendment, in words. Either side may be empty."""

    label: str
    old: str
    new: str


def changes_of(amended: Amended) -> Sequence[Change]:
    """Every field that an amendment changed."""
    return changes_between(amended.before, amended.after)


def changes_between(before: Mapping[str, Any], after: Mapping[str, Any]) -> Sequence[Change]:
    """Every field that differs, by the names of the log."""
    return list(_changes(before, after))


def _changes(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    for name, new in after.items():
        old = before.get(name)
        if name == "measure":
            yield from _measure(old or {}, new or {})
        elif name == "steps":
            gone, come = _apart(old or [], new or [])
            yield Change(_LABELS[name], _said(gone), _said(come) or "in another order")
        elif old != new:
            yield Change(_LABELS.get(name, name.capitalize()), _said(old), _said(new))


def _apart(before: Sequence[str], after: Sequence[str]) -> tuple[list[str], list[str]]:
    """What stands only in the one and only in the other of two lists."""
    return [one for one in before if one not in after], [one for one in after if one not in before]


def _measure(before: Mapping[str, Any], after: Mapping[str, Any]) -> Iterator[Change]:
    for name, label in _MEASURE_LABELS.items():
        old, new = before.get(name), after.get(name)
        if old != new:
            yield Change(label, _number(old, before), _number(new, after))


def _number(value: Any, measure: Mapping[str, Any]) -> str:
    if isinstance(value, list):
        return ", ".join(f"{amount(_decimal(at), '')} on {_said(day)}" for day, at in value)
    decimal = _decimal(value)
    return _said(value) if decimal is None else amount(decimal, measure.get("unit", ""))


def _decimal(value: Any) -> Decimal | None:
    try:
        return Decimal(value) if isinstance(value, str) else None
    except InvalidOperation:
        return None


def _said(value: Any) -> str:
    if value is None or value == "":
        return ""
    if isinstance(value, list):
        return ", ".join(_said(one) for one in value)
    try:
        return long_day(date.fromisoformat(value))
    except (TypeError, ValueError):
        return _WORDS.get(str(value), str(value))


def targets_of(amendments: Sequence[Amended]) -> list[tuple[date, Decimal, Decimal]]:
    """Each change of a target, oldest first: the day, the old and the new one."""
    found = []
    for one in sorted(amendments, key=lambda one: one.number):
        old, new = (
            _decimal((side.get("measure") or {}).get("target")) for side in (one.before, one.after)
        )
        if old is not None and new is not None and old != new:
            found.append((one.on, old, new))
    return found
