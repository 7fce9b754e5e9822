"""Which value answers each planned check-in. (When they are planned: northing.cycles.rules.)"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from northing.measures.measure import Measure, MeasureRefused
from northing.measures.values import check_value


def values_by_slot(
    slots: Sequence[date], check_ins: Iterable[tuple[date, Decimal]]
) -> list[Decimal | None]:
    """For each planned day the latest value that was checked in for it; None where it was missed.

    A planned day is answered from that day until the day before the next one; the first also by
    everything earlier, the last by everything later. `check_ins` come in any order; of two on
    one day the later in the list counts.
    """
    values: list[Decimal | None] = [None] * len(slots)
    for day, value in sorted(check_ins, key=lambda check_in: check_in[0]):
        values[max(bisect_right(slots, day) - 1, 0)] = value
    return values


LONGEST_NOTE = 10_000


class CheckInRefused(ValueError):
    """A check-in that does not fit. `problems` maps a field to what is wrong and the cure."""

    def __init__(self, problems: dict[str, str]) -> None:
        super().__init__("; ".join(f"{name}: {text}" for name, text in problems.items()))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class CheckInFacts:
    """What the rules look at before a check-in is recorded. `measure` None: an objective."""

    measure: Measure | None
    value: Decimal | None
    confidence: int | None
    note: str
    skipped: bool
    on: date
    today: date
    start: date
    is_open: bool


def refuse_problems(facts: CheckInFacts) -> None:
    """Raise CheckInRefused with every problem by field, if there is one."""
    problems = _value_problems(facts) | _day_problems(facts)
    if facts.confidence is not None and not 1 <= facts.confidence <= 9:
        problems["confidence"] = "Say how likely it is from 1 to 9 in 10."
    if len(facts.note) > LONGEST_NOTE:
        problems["note"] = f"Keep the note under {LONGEST_NOTE:,} characters."
    if "\x00" in facts.note:
        problems["note"] = "The note holds a null character. Remove it."
    if not facts.is_open:
        problems["goal"] = "This goal is closed: its history stays as it is."
    if problems:
        raise CheckInRefused(problems)


def _value_problems(facts: CheckInFacts) -> dict[str, str]:
    if facts.measure is None:
        if facts.value is not None:
            return {"value": "An objective has no number of its own. Leave it out."}
        return {}
    nothing_said = facts.value is None and facts.confidence is None and not facts.note.strip()
    if nothing_said and not facts.skipped:
        return {"value": "Type where it is now, or say how likely the target is, or skip."}
    if facts.skipped and facts.value is not None:
        return {"value": "A skipped check-in has no value. Leave it out, or check in."}
    if facts.value is None:
        return {}
    try:
        check_value(facts.measure, facts.value)
    except MeasureRefused as refused:
        return {refused.field: refused.message}
    return {}


def _day_problems(facts: CheckInFacts) -> dict[str, str]:
    if facts.on > facts.today:
        return {"on": f"{facts.on} is still to come. Choose today or an earlier day."}
    if facts.on < facts.start:
        return {"on": f"{facts.on} is before the goal starts ({facts.start}). Choose a later day."}
    return {}
