"""The log of a goal in words: who did what, and what it changed."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from northing.activity.models import Entry
from northing.goals.rules.kinds import GoalState
from northing.web.formats import amount, tenths
from northing.web.goal_changes import Change, changes_between
from northing.web.goal_marks import STATE_WORDS

# What a goal serves may be out of a reader's sight: the log says only that it moved.
_DID = {"aligned": "changed what is served by", "replanned": "planned anew the steps of"}
_WITH_CHANGES = ("amended", "changed", "replanned")


@dataclass(frozen=True, slots=True)
class LogLine:
    """One entry: the verb before the goal's id, what it came to, and each field that changed."""

    entry: Entry
    did: str
    detail: str
    changes: Sequence[Change]


def log_lines(entries: Sequence[Entry], unit: str) -> Sequence[LogLine]:
    """The entries of one goal, whose number has this unit."""
    return [
        LogLine(
            entry=entry,
            did=_DID.get(entry.verb, entry.verb),
            detail=_detail(entry, unit),
            changes=changes_between(entry.before, entry.after)
            if entry.verb in _WITH_CHANGES
            else (),
        )
        for entry in entries
    ]


def _detail(entry: Entry, unit: str) -> str:
    after = entry.after
    if "step" in after:
        return str(after["step"])
    if entry.verb == "checked in":
        value, confidence = after.get("value"), after.get("confidence")
        said = [amount(Decimal(value), unit)] if value is not None else []
        said += [f"says {tenths(confidence)}"] if confidence is not None else []
        return ", ".join([*said, *(["a correction"] if after.get("supersedes") else [])])
    if entry.verb == "closed":
        return STATE_WORDS.get(GoalState(after.get("state", "")), "")
    return ""
