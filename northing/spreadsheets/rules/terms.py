"""The words people write into cells for kinds, states, visibility and the like."""

import re
from collections.abc import Mapping
from enum import StrEnum
from typing import TypeVar

from northing.goals.rules.kinds import Ambition, GoalKind, GoalState, Visibility
from northing.spreadsheets.rules.words import compared

_Meaning = TypeVar("_Meaning")

_KINDS = {
    GoalKind.OBJECTIVE: (
        "objective", "objectives", "o", "obj", "ziel", "oberziel", "objektiv", "big rock",
        "company objective", "team objective", "strategic objective", "okr objective",
        "unternehmensziel", "teamziel", "bereichsziel",
    ),
    GoalKind.KEY_RESULT: (
        "key result", "key results", "kr", "keyresult", "schlusselergebnis",
        "schlusselergebnisse", "kernergebnis", "ergebnis", "kpi", "result",
    ),
    GoalKind.SMART: (
        "smart", "smart goal", "smart goals", "smart ziel", "smartziel", "smart ziele", "s",
        "personal goal", "individual goal", "personliches ziel", "individuelles ziel",
    ),
}  # fmt: skip
_DONE = {
    "done", "yes", "y", "x", "✓", "✔", "complete", "completed", "achieved", "finished", "closed",
    "erledigt", "fertig", "ja", "abgeschlossen", "erreicht", "true", "reached", "100 %",
    "accomplished",
}  # fmt: skip
_NOT_DONE = {
    "open", "no", "n", "not done", "todo", "to do", "in progress", "ongoing", "started", "wip",
    "not started", "offen", "nein", "in arbeit", "laufend", "begonnen", "nicht begonnen", "false",
    "active", "aktiv", "pending", "new", "planned", "geplant", "neu",
}  # fmt: skip
_DROPPED = {
    "dropped", "cancelled", "canceled", "abandoned", "abgebrochen", "gestrichen", "verworfen",
    "discarded", "stopped", "gestoppt",
}  # fmt: skip
_POSTPONED = {
    "postponed",
    "on hold",
    "paused",
    "deferred",
    "verschoben",
    "pausiert",
    "zuruckgestellt",
}
# The middle of each band of confidence; the report says so wherever one is used.
_CONFIDENCE = {
    8: ("on track", "green", "good", "high", "grun", "gut", "im plan", "auf kurs", "hoch", "g",
        "sehr gut", "healthy"),
    5: ("at risk", "amber", "yellow", "watch", "medium", "behind", "gelb", "gefahrdet", "mittel",
        "a", "kritisch", "needs attention"),
    2: ("off track", "red", "help", "low", "rot", "niedrig", "gering", "r", "blocked", "blockiert",
        "nicht im plan"),
}  # fmt: skip
_VISIBILITY = {
    Visibility.ORGANIZATION: (
        "organization", "organisation", "everyone", "everybody", "all", "company", "public",
        "alle", "offentlich", "unternehmen", "firma", "org", "company wide", "unternehmensweit",
    ),
    Visibility.TEAM: ("team", "team only", "nur team", "my team", "mein team"),
    Visibility.PRIVATE: ("private", "privat", "only me", "nur ich", "me", "personal", "owner"),
}  # fmt: skip
_AMBITION = {
    Ambition.ASPIRATIONAL: (
        "aspirational", "stretch", "moonshot", "ambitious", "yes", "ja", "x", "ambitioniert",
    ),
    Ambition.COMMITTED: ("committed", "commit", "roofshot", "no", "nein", "must", "verbindlich"),
}  # fmt: skip
_NOTHING = {"", "-", "–", "—", "n/a", "na", "none", "keine", "keins", "null", "nil"}
_UNDECIDED = {
    "tbd", "tba", "tbc", "?", "??", "???", "open", "offen", "noch offen", "unklar", "vacant",
    "unassigned", "nobody", "niemand", "unbesetzt", "to be defined", "to be decided", "n n", "nn",
}  # fmt: skip
_TOTALS = {"total", "totals", "sum", "summe", "gesamt", "average", "durchschnitt", "mittelwert"}
_SMART_SECTION = re.compile(
    r"\bsmart\b|personal goals|individual goals|development goals|pers[oö]nliche ziele"
    r"|individuelle ziele|entwicklungsziele",
    re.IGNORECASE,
)


class Doneness(StrEnum):
    """What a status word says of a goal without numbers."""

    DONE = "done"
    OPEN = "open"


def kind_named(text: str) -> GoalKind | None:
    """The kind that a word of a type column names, or None."""
    return _looked_up(text, _KINDS)


def visibility_named(text: str) -> Visibility | None:
    """The visibility that a word names, or None when it could mean several."""
    return _looked_up(text, _VISIBILITY)


def ambition_named(text: str) -> Ambition | None:
    """Committed or aspirational, by a word."""
    return _looked_up(text, _AMBITION)


def confidence_named(text: str) -> int | None:
    """The confidence in tenths that a word of a traffic light stands for."""
    return _looked_up(text, _CONFIDENCE)


def doneness_named(text: str) -> Doneness | None:
    """Done or open, by a status word or a tick."""
    word = _word(text)
    if word in _DONE:
        return Doneness.DONE
    return Doneness.OPEN if word in _NOT_DONE else None


def state_named(text: str) -> GoalState | None:
    """Dropped or postponed, by a status word."""
    word = _word(text)
    if word in _DROPPED:
        return GoalState.DROPPED
    return GoalState.POSTPONED if word in _POSTPONED else None


def says_nothing(text: str) -> bool:
    """Whether a cell is filled with a sign for nothing: `-`, `n/a`."""
    return _word(text) in _NOTHING


def is_undecided(text: str) -> bool:
    """Whether a cell says that nobody knows yet: `tbd`, `?`, `noch offen`."""
    return _word(text) in _UNDECIDED


def is_total(text: str) -> bool:
    """Whether a row only adds up the others."""
    return _word(text) in _TOTALS


def opens_smart_section(text: str) -> bool:
    """Whether a line alone in its row says that SMART goals follow."""
    return _SMART_SECTION.search(text) is not None


def _word(text: str) -> str:
    return compared(text) or text.strip()


def _looked_up(text: str, words_of: Mapping[_Meaning, tuple[str, ...]]) -> _Meaning | None:
    word = _word(text)
    return next((meaning for meaning, words in words_of.items() if word in words), None)
