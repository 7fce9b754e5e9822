"""In what SMART goals and OKRs differ, as rows of questions whose answers carry points.

The rows are the six contrasts of the checklist (effort, clarity, motivation, flexibility, stretch,
scope) and two more (matter, missing). What they say in words stands in each language's
choosing.toml.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Side(StrEnum):
    """The two methods that a contrast lies between."""

    SMART = "smart"
    OKR = "okr"


class Method(StrEnum):
    """What may come out: a method, both together, or that neither is needed."""

    OKR = "okr"
    SMART = "smart"
    BOTH = "both"
    HEALTHY = "healthy"
    TASK = "task"


@dataclass(frozen=True, slots=True)
class Choice:
    """An answer to a row's question: the side that it speaks for, and how strongly (points)."""

    value: str
    side: Side
    points: int


@dataclass(frozen=True, slots=True)
class Contrast:
    """A row. `is_first`: one of the three questions for whoever is unsure."""

    key: str
    choices: tuple[Choice, ...]
    is_first: bool = False

    def choice(self, value: str) -> Choice | None:
        """The choice of this value, if there is one."""
        return next((choice for choice in self.choices if choice.value == value), None)


def _row(key: str, smart: int, okr: int, *, is_first: bool = False) -> Contrast:
    sides = (Choice("smart", Side.SMART, smart), Choice("okr", Side.OKR, okr))
    return Contrast(key, sides, is_first)


ME, TEAM, TEAMS = "me", "team", "teams"
SCOPE = Contrast(
    "scope",
    (Choice(ME, Side.SMART, 2), Choice(TEAM, Side.OKR, 2), Choice(TEAMS, Side.OKR, 2)),
    is_first=True,
)
CONTRASTS = (
    SCOPE,
    _row("effort", 1, 1, is_first=True),
    _row("stretch", 2, 2, is_first=True),
    _row("clarity", 2, 2),
    _row("motivation", 1, 1),
    _row("flexibility", 1, 2),
    _row("matter", 2, 2),
    _row("missing", 1, 1),
)

# Not a contrast: what is no change at all needs neither method.
NATURE = "nature"
CHANGE, LEVEL, ONCE = "change", "level", "once"
NATURES = (CHANGE, LEVEL, ONCE)

Answers = Mapping[str, str]


def known_answers(given: Answers) -> dict[str, str]:
    """The answers that are answers to our questions, in the order of the rows."""
    kept = {
        row.key: value
        for row in CONTRASTS
        if (value := given.get(row.key, "")) and row.choice(value) is not None
    }
    if given.get(NATURE) in NATURES:
        kept[NATURE] = given[NATURE]
    return kept


def as_text(answers: Answers) -> str:
    """The answers as one line that a form field holds: "scope:me effort:smart"."""
    return " ".join(f"{key}:{value}" for key, value in known_answers(answers).items())


def from_text(text: str) -> dict[str, str]:
    """The answers of such a line; whatever is no answer is left out."""
    pairs = (part.partition(":") for part in text[:1000].split())
    return known_answers({key: value for key, _, value in pairs})
