"""What must be true of a goal before it is written. Pure: problems are named by field."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from northing.goals.rules.kinds import GoalKind, has_measure
from northing.measures.measure import Measure, MeasureRefused
from northing.measures.measure import check as check_measure
from northing.measures.periods import Period
from northing.people.rules import says_nothing

LONGEST_STATEMENT = 400
LONGEST_STEP = 300
LONGEST_TEXT = 10_000
MOST_STEPS = 100


class GoalRefused(ValueError):
    """A goal that does not fit. `problems` maps a field to what is wrong and the cure."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__("; ".join(f"{name}: {text}" for name, text in problems.items()))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """What the rules look at, whatever form or file it came from."""

    kind: GoalKind
    statement: str
    start: date
    due: date
    cycle: Period
    cycle_name: str
    cycle_is_open: bool
    owner_name: str
    owner_has_left: bool
    measure: Measure | None
    step_dates: tuple[date | None, ...] = field(default=())
    step_titles: tuple[str, ...] = field(default=())
    texts: Mapping[str, str] = field(default_factory=dict)


def problems_of(facts: GoalFacts) -> dict[str, str]:
    """Every problem by field, empty when the goal may be written."""
    problems = _statement_problems(facts) | _date_problems(facts) | _step_problems(facts)
    problems |= _text_problems(facts.texts)
    if facts.owner_has_left:
        problems["owner"] = f"{facts.owner_name} has left. Choose somebody who is here."
    if not facts.cycle_is_open:
        problems["cycle"] = f"{facts.cycle_name} is closed. Choose a cycle that is still open."
    if "start" not in problems and "due" not in problems:
        problems |= _measure_problems(facts)
    return problems


def refuse_problems(facts: GoalFacts) -> None:
    """Raise GoalRefused with every problem, if there is one."""
    problems = problems_of(facts)
    if problems:
        raise GoalRefused(problems)


def _statement_problems(facts: GoalFacts) -> dict[str, str]:
    if says_nothing(facts.statement):
        return {"statement": "Say in one sentence what should be different."}
    if "\x00" in facts.statement:
        return {"statement": "It holds a null character. Remove it."}
    if len(facts.statement) > LONGEST_STATEMENT:
        extra = len(facts.statement) - LONGEST_STATEMENT
        return {
            "statement": f"{extra} characters too long. Keep the sentence, "
            "put the rest into the reasons."
        }
    return {}


def _text_problems(texts: Mapping[str, str]) -> dict[str, str]:
    problems = {}
    for name, text in texts.items():
        if "\x00" in text:
            problems[name] = "It holds a null character. Remove it."
        if len(text) > LONGEST_TEXT:
            problems[name] = f"Keep it under {LONGEST_TEXT:,} characters."
    return problems


def _date_problems(facts: GoalFacts) -> dict[str, str]:
    if facts.due < facts.start:
        return {"due": f"{facts.due} is before the start, {facts.start}. Choose a later day."}
    cycle, name = facts.cycle, facts.cycle_name
    if facts.start < cycle.start:
        return {
            "start": f"{facts.start} is before {name} begins ({cycle.start}). "
            "Choose a later day or an earlier cycle."
        }
    if facts.due > cycle.due:
        return {
            "due": f"{facts.due} is after {name} ends ({cycle.due}). "
            "Choose an earlier day or a longer cycle."
        }
    return {}


def _step_problems(facts: GoalFacts) -> dict[str, str]:
    if len(facts.step_titles) > MOST_STEPS:
        return {"steps": f"These are {len(facts.step_titles)} steps. Keep to {MOST_STEPS}."}
    for title in facts.step_titles:
        if says_nothing(title):
            return {"steps": "One of the steps has no words. Name it or leave it out."}
        if len(title) > LONGEST_STEP:
            return {
                "steps": f"“{title[:40]}…” is over {LONGEST_STEP} characters. Name it in few words."
            }
    for day in facts.step_dates:
        if day is not None and not facts.start <= day <= facts.due:
            return {
                "steps": f"A step on {day} lies outside the goal's dates "
                f"({facts.start} to {facts.due}). Move the step or the dates."
            }
    return {}


def _measure_problems(facts: GoalFacts) -> dict[str, str]:
    if not has_measure(facts.kind):
        if facts.measure is not None:
            return {"measure": "An objective has no number of its own: add a key result."}
        return {}
    if facts.measure is None:
        return {"measure": "Say how you will notice: from what number to what number."}
    try:
        check_measure(facts.measure, Period(facts.start, facts.due))
    except MeasureRefused as refusal:
        return {refusal.field: str(refusal)}
    return {}
