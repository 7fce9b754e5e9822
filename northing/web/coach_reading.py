"""From the composer's fields to statements for the coach, one a line that says something."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from northing.coach.rules.statements import Fields, Kind, Statement
from northing.cycles.models import Cycle
from northing.goals.rules.kinds import Ambition
from northing.measures.measure import Kind as MeasureKind
from northing.web.forms import Typed
from northing.web.goal_fields import MOST_KEY_RESULTS, MOST_STEPS
from northing.web.measure_fields import read_milestones

DELIBERATE = "coach_deliberate"
"""The field with what is meant so: "kr0:O1 statement:Q1"."""
ANSWERS = "coach_answers"
"""The field with what no text can tell: "statement:inspiring=yes"."""
STEPS = "coach_steps"
"""The field with the number of steps that a goal has, where its form does not show them."""
SET = "set"
"""What stands in both for the goals seen together."""

_KIND_OF = {"smart": Kind.SMART_GOAL, "okr": Kind.OBJECTIVE}
_LONGEST_MARKS = 4_000


@dataclass(frozen=True, slots=True)
class Line:
    """A statement and where it stands in the form.

    `key` is "statement" or "kr0"; `field` the name of its input; `prefix` begins the names of
    its measure's fields, empty where it has none; `place` says it in words. `parts` holds what
    else was written about a criterion: the parts of a SMART goal.
    """

    key: str
    field: str
    prefix: str
    place: str
    statement: Statement
    parts: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Marks:
    """What the person said beside the words, by line: rules meant so, and answers."""

    deliberate: Mapping[str, frozenset[str]]
    answers: Mapping[str, Mapping[str, str]]

    def fields_of(self, line: str) -> dict[str, object]:
        """The part of it that belongs to one line."""
        return {
            "deliberate": self.deliberate.get(line, frozenset()),
            "answers": self.answers.get(line, {}),
        }


def read_marks(values: Mapping[str, str]) -> Marks:
    """The two fields that the panel's buttons fill; what does not fit is passed over."""
    deliberate: dict[str, frozenset[str]] = {}
    for line, rule in _pairs(values.get(DELIBERATE, "")):
        deliberate[line] = deliberate.get(line, frozenset()) | {rule}
    answers: dict[str, dict[str, str]] = {}
    for line, said in _pairs(values.get(ANSWERS, "")):
        criterion, _, answer = said.partition("=")
        if answer in ("yes", "not_yet"):
            answers.setdefault(line, {})[criterion] = answer
    return Marks(deliberate, answers)


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for each in text[:_LONGEST_MARKS].split():
        line, colon, rest = each.partition(":")
        if colon and rest:
            yield line, rest


def read_lines(values: Mapping[str, str], cycle: Cycle | None) -> list[Line]:
    """The statements that are typed, the goal's own first. What does not fit counts as empty."""
    typed = Typed(values)
    method = typed.text("method") or "okr"
    marks = read_marks(values)
    kind = _KIND_OF.get(method, Kind.KEY_RESULT)
    lines = [_own_line(typed, kind, cycle, marks)]
    if kind is Kind.OBJECTIVE:
        lines += [_key_result(typed, n, cycle, marks) for n in range(MOST_KEY_RESULTS)]
    return [line for line in lines if line.statement.text.strip()]


def _own_line(typed: Typed, kind: Kind, cycle: Cycle | None, marks: Marks) -> Line:
    prefix = "" if kind is Kind.OBJECTIVE else "m_"
    place = {Kind.OBJECTIVE: "Objective", Kind.SMART_GOAL: "SMART goal"}.get(kind, "Key result")
    parts = _told_by_parts(typed) if kind is Kind.SMART_GOAL else {}
    more = marks.fields_of("statement")
    # A part that is written answers the question that it is about.
    more["answers"] = {**dict.fromkeys(parts, "yes"), **marks.answers.get("statement", {})}
    fields = _fields(typed, prefix, cycle, **more)
    statement = Statement(_text(typed, "statement"), kind, fields)
    return Line("statement", "statement", prefix, place, statement, parts)


def _key_result(typed: Typed, number: int, cycle: Cycle | None, marks: Marks) -> Line:
    key = f"kr{number}"
    fields = _fields(typed, f"{key}_", cycle, has_parent=True, **marks.fields_of(key))
    statement = Statement(_text(typed, f"{key}_statement"), Kind.KEY_RESULT, fields)
    return Line(key, f"{key}_statement", f"{key}_", f"Key result {number + 1}", statement, {})


def _text(typed: Typed, name: str) -> str:
    """The text as it stands in the field: spans are places in it, so nothing is cut off."""
    return typed.values.get(name, "").replace("\r\n", "\n").replace("\x00", " ")


def _told_by_parts(typed: Typed) -> dict[str, str]:
    """What is written about criteria in fields of their own."""
    parts = {"specific": "specific", "attainable": "achievable", "relevant": "relevant"}
    return {name: text for name, part in parts.items() if (text := typed.text(part))}


def _fields(typed: Typed, prefix: str, cycle: Cycle | None, **more: object) -> Fields:
    due = (typed.day(f"{prefix}due") if prefix else None) or typed.day("due")
    values = {
        # The form fills in the cycle's end by itself: that says no more than the cycle does.
        "due": None if cycle and due == cycle.due else due,
        "start": typed.day("start") or (cycle.start if cycle else None),
        "cycle_start": cycle.start if cycle else None,
        "cycle_due": cycle.due if cycle else None,
        "has_owner": True,
        "has_parent": bool(typed.text("parent") or typed.text("pillar")),
        "source": typed.text("definition"),
        "is_stretch": typed.text("ambition") == Ambition.ASPIRATIONAL,
        "is_new_skill": bool(typed.text("new_skill")),
    }
    measured = _measure(typed, prefix) if prefix else {}
    return Fields(**{**values, **measured, **more})  # type: ignore[arg-type]


def _measure(typed: Typed, prefix: str) -> dict[str, object]:
    kind = typed.text(f"{prefix}kind")
    if kind not in {each.value for each in MeasureKind}:
        kind = MeasureKind.FROM_TO.value
    unit = typed.text(f"{prefix}unit")
    numbers = {name: typed.number(f"{prefix}{name}", unit) for name in _USED[kind]}
    return {"measure": kind, "unit": unit, "steps": _steps(typed, prefix), **numbers}


_USED: Mapping[str, Sequence[str]] = {
    MeasureKind.FROM_TO: ("baseline", "target"),
    MeasureKind.AT_LEAST: ("target",),
    MeasureKind.AT_MOST: ("target",),
    MeasureKind.BETWEEN: ("lower", "upper"),
    MeasureKind.MILESTONES: (),
    MeasureKind.DONE: (),
    MeasureKind.BASELINE: (),
}


def _steps(typed: Typed, prefix: str) -> int:
    if prefix == "m_":
        titles = sum(bool(typed.text(f"step{number}_title")) for number in range(MOST_STEPS))
        if titles:
            return titles
    return len(read_milestones(typed, prefix)) or typed.whole(STEPS) or 0
