"""Fields of a draft and of a goal as texts: what is compared, shown and remembered."""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from northing.measures.measure import Kind, Measure
from northing.measures.numbers import plain
from northing.spreadsheets.rules.drafts import Draft
from northing.spreadsheets.rules.snapshot import KnownGoal, Snapshot

# The name of each field as people read it; also the order in which changes are shown.
FIELD_LABELS = {
    "statement": "wording",
    "owner": "owner",
    "contributors": "contributors",
    "team": "team",
    "start": "start",
    "due": "due",
    "measure": "measure",
    "definition": "how it is measured",
    "parents": "serves",
    "ambition": "ambition",
    "visibility": "visibility",
    "tags": "tags",
    "why": "why",
    "value": "value",
    "confidence": "confidence",
    "note": "note",
}


def measure_in_words(measure: Measure | None) -> str:
    """A measure on one line: `35 → 60 %`, `at least 41 %`, `4 to 5`, `done or not`."""
    if measure is None:
        return ""
    unit = f" {measure.unit}" if measure.unit else ""
    if measure.kind is Kind.FROM_TO:
        return f"{_shown(measure.baseline)} → {_shown(measure.target)}{unit}"
    if measure.kind in (Kind.AT_LEAST, Kind.AT_MOST):
        return f"{measure.kind.replace('_', ' ')} {_shown(measure.target)}{unit}"
    if measure.kind is Kind.BETWEEN:
        return f"{_shown(measure.lower)} to {_shown(measure.upper)}{unit}"
    words = {Kind.DONE: "done or not", Kind.MILESTONES: "milestones", Kind.BASELINE: "find out"}
    return words[measure.kind] + unit


def draft_told(draft: Draft, parent_of: Callable[[int], str]) -> dict[str, str]:
    """The fields that the file states. `parent_of` names a parent by the number of its draft."""
    parents = {
        (parent_of(link.draft) if link.draft is not None else link.key or ""): link.weight
        for link in draft.links
    }
    told = {
        "statement": draft.statement,
        "owner": draft.owner.key or draft.owner.name,
        "contributors": _listed(person.key or person.name for person in draft.contributors),
        "team": (draft.team.key or draft.team.name) if draft.team else "",
        "start": draft.start.isoformat(),
        "due": draft.due.isoformat(),
        "measure": measure_in_words(draft.measure),
        "definition": draft.definition,
        "parents": _parents(parents),
        "ambition": draft.ambition.value,
        "visibility": draft.visibility.value,
        "tags": _listed(draft.tags),
        "why": draft.why,
        "value": _shown(draft.value),
        "confidence": "" if draft.confidence is None else str(draft.confidence),
        "note": draft.note,
    }
    return {name: told[name] for name in FIELD_LABELS if name in draft.given}


def goal_told(goal: KnownGoal) -> dict[str, str]:
    """The same fields of a goal that is there."""
    return {
        "statement": goal.statement,
        "owner": goal.owner,
        "contributors": _listed(goal.contributors),
        "team": goal.team or "",
        "start": goal.start.isoformat(),
        "due": goal.due.isoformat(),
        "measure": measure_in_words(goal.measure),
        "definition": goal.definition,
        "parents": _parents(goal.parents),
        "ambition": goal.ambition,
        "visibility": goal.visibility,
        "tags": _listed(goal.tags),
        "why": goal.why,
        "value": _shown(goal.value),
        "confidence": "" if goal.confidence is None else str(goal.confidence),
        "note": "",
    }


class Names:
    """Keys of people, teams and goals as the names that people read."""

    def __init__(self, snapshot: Snapshot) -> None:
        self._names = {
            **{person.key: person.name for person in snapshot.people},
            **{team.key: team.name for team in snapshot.teams},
            **{goal.key: goal.short_id for goal in snapshot.goals},
            snapshot.me.key: snapshot.me.name,
        }

    def readable(self, field: str, told: str) -> str:
        """A compared text as people read it."""
        if field == "parents":
            pairs = (part.partition(" × ") for part in told.split("; ") if part)
            return "; ".join(
                self._names.get(key, key) + (f" (weight {weight})" if weight != "1" else "")
                for key, _, weight in pairs
            )
        if field in ("owner", "team", "contributors"):
            return "; ".join(self._names.get(key, key) for key in told.split("; "))
        return told


def _parents(weights: Mapping[str, Decimal]) -> str:
    return "; ".join(f"{key} × {_shown(weights[key].normalize())}" for key in sorted(weights))


def _listed(values: Iterable[str]) -> str:
    return "; ".join(sorted(values))


def _shown(value: Decimal | None) -> str:
    """A number without needless zeros, so that 4.50 in a sheet equals 4.5 in the plan."""
    if value is None:
        return ""
    text = plain(value)
    return text.rstrip("0").rstrip(".") if "." in text else text
