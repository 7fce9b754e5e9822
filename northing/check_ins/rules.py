"""What check-ins say together, and which are refused. (When they are planned: cycles.rules.)"""

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import NamedTuple
from uuid import UUID

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


class Saying(NamedTuple):
    """One recorded check-in, as far as the rules look at it."""

    key: UUID
    on: date
    at: datetime
    value: Decimal | None = None
    confidence: int | None = None
    help_wanted: bool = False
    skipped: bool = False
    supersedes: UUID | None = None


@dataclass(frozen=True, slots=True)
class Said:
    """The current value, confidence and call for help, and the check-in that was last."""

    value: Decimal | None
    confidence: int | None
    on: date | None
    check_in_id: UUID | None
    help_wanted: bool


NOTHING_SAID = Said(None, None, None, None, False)


def in_force(sayings: Sequence[Saying]) -> list[Saying]:
    """The check-ins of one goal that no later one corrects, oldest first.

    By their days; within a day in the order in which they came, where a correction keeps the
    place of what it corrects.
    """
    by_key = {saying.key: saying for saying in sayings}
    corrected = {saying.supersedes for saying in sayings}

    def place(saying: Saying) -> tuple[date, datetime, UUID]:
        first = saying
        while first.supersedes is not None and first.supersedes in by_key:
            first = by_key[first.supersedes]
        return saying.on, first.at, first.key

    return sorted((saying for saying in sayings if saying.key not in corrected), key=place)


def said_by(sayings: Sequence[Saying]) -> Said:
    """What all check-ins of one goal say together.

    The value and the confidence are the latest that were given: a check-in without one keeps
    the last one standing, and a skipped one says neither.
    """
    standing = in_force(sayings)
    if not standing:
        return NOTHING_SAID
    last = standing[-1]
    spoken = [saying for saying in reversed(standing) if not saying.skipped]
    return Said(
        value=next((said.value for said in spoken if said.value is not None), None),
        confidence=next((said.confidence for said in spoken if said.confidence), None),
        on=last.on,
        check_in_id=last.key,
        help_wanted=last.help_wanted,
    )


def is_far_off(value: Decimal, seen: Iterable[Decimal | None]) -> bool:
    """Whether a value lies further from what was seen than a person would expect.

    Values seen span a range (measurements, baseline, target); from its far end a value may go
    twice that range. Never with fewer than two different values: nothing is known then.
    """
    known = [number for number in seen if number is not None]
    if not known:
        return False
    low, high = min(known), max(known)
    span = high - low
    return span > 0 and not low - span <= value <= high + span


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
    is_brought: bool = False


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
    if facts.skipped:
        if facts.value is not None or facts.confidence is not None:
            return {"value": "A skipped check-in says nothing. Leave it empty, or check in."}
        return {}
    if facts.measure is None and facts.value is not None:
        return {"value": "An objective has no number of its own. Leave it out."}
    if facts.value is None and facts.confidence is None and not facts.note.strip():
        if facts.measure is None:
            return {"confidence": "Say how likely it is, or what changed, or skip."}
        return {"value": "Type where it is now, or say how likely the target is, or skip."}
    if facts.measure is None or facts.value is None:
        return {}
    try:
        check_value(facts.measure, facts.value)
    except MeasureRefused as refused:
        return {refused.field: refused.message}
    return {}


def _day_problems(facts: CheckInFacts) -> dict[str, str]:
    if facts.on > facts.today:
        return {"on": f"{facts.on} is still to come. Choose today or an earlier day."}
    if facts.on < facts.start and not facts.is_brought:
        return {"on": f"{facts.on} is before the goal starts ({facts.start}). Choose a later day."}
    return {}
