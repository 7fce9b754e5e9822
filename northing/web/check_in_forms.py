"""What the form of a check-in shows: the goal, its history, and what was typed so far."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from uuid import UUID

from northing.check_ins.models import CheckIn
from northing.check_ins.queries.my_goals import MyGoal
from northing.check_ins.rules import Saying
from northing.goals.queries.steps import StepRow
from northing.measures.measure import Kind
from northing.storage.keys import new_key
from northing.web import check_in_words as words
from northing.web.addresses import goal_address
from northing.web.charts import MeasureSeries, Reading, TargetStep, expected_line

NO_FIGURE = frozenset({Kind.DONE})


@dataclass(frozen=True, slots=True)
class Entered:
    """What somebody typed: texts, as they were."""

    value: str = ""
    confidence: str = ""
    note: str = ""
    steps: frozenset[str] | None = None


def entered_in(fields: Mapping[str, Sequence[str]]) -> Entered:
    """What the fields of a sent form, or of a draft, hold."""

    def text(name: str) -> str:
        return (list(fields.get(name, ())) or [""])[-1]

    steps = frozenset(fields.get("steps", ())) if "with_steps" in fields else None
    return Entered(text("value"), text("confidence"), text("note"), steps)


@dataclass(frozen=True, slots=True)
class CheckInForm:
    """One goal's form. `number` of `of` in the queue; `seen` is the check-in that it shows."""

    goal: MyGoal
    history: Sequence[Saying]
    steps: Sequence[StepRow]
    today: date
    entered: Entered = field(default_factory=Entered)
    problems: Mapping[str, str] = field(default_factory=dict)
    confirm: str = ""
    theirs: CheckIn | None = None
    number: int = 0
    of: int = 0
    is_open: bool = False
    back: str = ""
    corrects: bool = False
    request_key: UUID = field(default_factory=new_key)

    @property
    def ids(self) -> str:
        """What makes the ids of this form's fields its own."""
        return self.goal.short_id.replace(".", "-")

    @property
    def address(self) -> str:
        return goal_address(self.goal.kind, self.goal.short_id)

    @property
    def above_address(self) -> str:
        above = self.goal.above
        return goal_address(above.kind, above.short_id, above.statement) if above else ""

    @property
    def draft_key(self) -> str:
        return f"check-in-{self.goal.short_id}"

    @property
    def seen(self) -> str:
        latest = self.theirs.pk if self.theirs is not None else self.goal.said_last
        return str(latest or "")

    def problem(self, name: str) -> str:
        """What is wrong with a field, or nothing."""
        return self.problems.get(name, "")

    @property
    def other_problems(self) -> list[str]:
        """What is wrong beside the fields: the goal is closed, the day does not fit."""
        fields = ("value", "confidence", "note")
        return [text for name, text in self.problems.items() if name not in fields]

    @property
    def kind(self) -> str:
        return self.goal.measure.kind.value if self.goal.measure is not None else "objective"

    @property
    def question(self) -> str:
        if self.goal.measure is None:
            return ""
        return "What was it?" if self.corrects else words.question(self.goal.measure)

    @property
    def hint(self) -> str:
        """ "71 % last Monday. Target 85 % by 4 April."."""
        said = "" if self.corrects else words.last_said(self.goal, self.today)
        sentences = [said[:1].upper() + said[1:], words.aim(self.goal.measure, self.goal.due)]
        return " ".join(f"{sentence}." for sentence in sentences if sentence)

    @property
    def odds_question(self) -> str:
        return words.odds_question(self.goal.measure, self.goal.due)

    @property
    def row(self) -> str:
        return words.in_a_row(self.goal, self.today)

    @property
    def has_figure(self) -> bool:
        measure = self.goal.measure
        return measure is not None and measure.kind not in NO_FIGURE and bool(self.values)

    @property
    def values(self) -> list[tuple[date, Decimal]]:
        """The days and values of the history."""
        return [(said.on, said.value) for said in self.history if said.value is not None]

    @property
    def aimed(self) -> Decimal | None:
        """The target to draw; what is to be kept inside bounds has none."""
        measure = self.goal.measure
        return None if measure is None or measure.kind.is_bound else measure.target

    @property
    def series(self) -> MeasureSeries:
        return series_of(self.goal, self.values, self.today)

    def is_ticked(self, step: StepRow) -> bool:
        """Whether a milestone's box is ticked: as it was sent, else as it is."""
        if self.entered.steps is not None:
            return str(step.key) in self.entered.steps
        return step.is_done

    @property
    def conflict_rows(self) -> list[tuple[str, str, str]]:
        """What differs: (label, mine, theirs)."""
        theirs, measure = self.theirs, self.goal.measure
        if theirs is None:
            return []
        rows = [
            ("Odds", self._odds(self.entered.confidence), self._odds(theirs.confidence)),
            ("What changed", self.entered.note, theirs.note),
        ]
        if measure is not None and measure.kind is not Kind.MILESTONES:
            rows.insert(0, ("Value", self.entered.value, words.shown(measure, theirs.value)))
        return rows

    @staticmethod
    def _odds(tenths: str | int | None) -> str:
        return f"{tenths} in 10" if tenths else ""


def series_of(goal: MyGoal, values: Sequence[tuple[date, Decimal]], today: date) -> MeasureSeries:
    """A goal's history, its expected line and what is aimed at, as the chart takes them."""
    measure = goal.measure
    if measure is None:
        return MeasureSeries(goal.statement, goal.start, goal.due, today)
    target = None if measure.kind.is_bound else measure.target
    return MeasureSeries(
        goal.statement,
        goal.start,
        goal.due,
        today,
        readings=tuple(Reading(on, value) for on, value in values),
        unit=measure.unit,
        targets=() if target is None else (TargetStep(goal.start, target),),
        expected=expected_line(goal.expected, measure.baseline, measure.target),
        lower=measure.target if measure.kind is Kind.AT_LEAST else measure.lower,
        upper=measure.target if measure.kind is Kind.AT_MOST else measure.upper,
    )


@dataclass(frozen=True, slots=True)
class Answered:
    """A goal's row after its check-in: what was said, and what the numbers say to it."""

    goal: MyGoal
    values: Sequence[tuple[date, Decimal]]
    said: str
    computed: str
    is_fresh: bool = False

    @property
    def ids(self) -> str:
        return self.goal.short_id.replace(".", "-")

    @property
    def address(self) -> str:
        return goal_address(self.goal.kind, self.goal.short_id)


def answered(goal: MyGoal, history: Sequence[Saying], today: date, *, fresh: bool) -> Answered:
    """The row of a goal that has been checked in."""
    last = history[-1] if history else None
    if last is not None and last.skipped:
        said = "Skipped"
    else:
        parts = [words.shown(goal.measure, goal.value), words.owner_said(goal.confidence)]
        said = ". ".join(part for part in parts if part)
    return Answered(
        goal=goal,
        values=[(one.on, one.value) for one in history if one.value is not None],
        said=said,
        computed=words.computed(goal.progress, goal.expected, goal.pace(today), today),
        is_fresh=fresh,
    )


def saying_of(check_in: CheckIn) -> Saying:
    """A check-in as histories hold it."""
    return Saying(
        key=check_in.pk,
        on=check_in.on,
        at=check_in.at,
        value=check_in.value,
        confidence=check_in.confidence,
        skipped=check_in.skipped,
    )
