"""What the coach answers: findings, each about words that it points at."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class State(StrEnum):
    """Three states, never two: what no text can tell is asked, not judged."""

    MET = "met"
    NOT_MET = "not_met"
    CANT_TELL = "cant_tell"


class Severity(StrEnum):
    """How loudly a finding speaks. Nothing blocks saving."""

    TIP = "tip"
    NOTE = "note"


class Criterion(StrEnum):
    """What a good goal is asked for. Sources: the catalogue in docs/coach.md."""

    SPECIFIC = "specific"
    MEASURABLE = "measurable"
    TIME_BOUND = "time_bound"
    BASELINE = "has_baseline"
    OUTCOME = "outcome_not_activity"
    SINGLE_FOCUS = "single_focus"
    ACTION_VERB = "action_verb"
    QUALITATIVE = "qualitative"
    CONCISE = "concise"
    INSPIRING = "inspiring"
    ATTAINABLE = "attainable"
    RELEVANT = "relevant"
    MOTIVATING = "motivating"
    CONTROLLABLE = "controllable"
    TRACKABLE = "trackable"
    PAIRED = "paired"
    COVERAGE = "coverage"
    BALANCE = "balance"
    NUMBER = "number"
    OVERLAP = "overlap"
    LOAD = "load"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `start` to `end` (excluded) of the statement, counted in code points."""

    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Rewrite:
    """The statement said better. What only its author knows is a blank: "[now?]"."""

    text: str
    blanks: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule's answer about one statement.

    `title` says what was seen, `reason` why it matters, `cure` one way to better it; a finding
    that is met has a reason only. `question` is asked where no text can tell. `offers` maps
    fields of the form to what the words say they hold. `example` is a pair, before and after.
    """

    rule: str
    criterion: Criterion
    state: State
    spans: tuple[Span, ...] = ()
    title: str = ""
    reason: str = ""
    cure: str = ""
    question: str = ""
    rewrite: Rewrite | None = None
    example: tuple[str, str] | None = None
    severity: Severity = Severity.TIP
    source: str = ""
    lesson: str = ""
    offers: Mapping[str, str] = field(default_factory=dict)
    is_deliberate: bool = False

    @property
    def is_ready(self) -> bool:
        """Whether nothing is left to do: met, or meant so."""
        return self.state is State.MET or self.is_deliberate
