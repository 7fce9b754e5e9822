"""From the fields of a sent check-in to an answer. Never guesses; what is odd is asked back."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.http import QueryDict

from northing.check_ins.actions.recording import ANY, Answer
from northing.check_ins.rules import CheckInRefused, Saying, is_far_off
from northing.measures.measure import Kind, Measure
from northing.storage.keys import new_key
from northing.web.check_in_words import shown
from northing.web.formats import amount
from northing.web.forms import Typed


@dataclass(frozen=True, slots=True)
class Sent:
    """A sent form: its answer, and what the person decided about a conflict ("mine", "theirs")."""

    answer: Answer
    keep: str


class FarOff(CheckInRefused):
    """A value far from what was seen. `confirm` is what the next form brings if it is right."""

    def __init__(self, message: str, confirm: str) -> None:
        super().__init__({"value": message})
        self.confirm = confirm


def sent_answer(fields: QueryDict, measure: Measure | None) -> Sent:
    """What a sent form says. Raises CheckInRefused with every field that cannot be read."""
    typed = Typed(fields)
    unit = measure.unit if measure is not None else ""
    answer = _skipped(typed) if typed.text("skip") else _spoken(typed, fields, measure, unit)
    if typed.problems:
        raise CheckInRefused(typed.problems)
    return Sent(answer, typed.text("keep"))


def _skipped(typed: Typed) -> Answer:
    reason, note = typed.text("skip"), typed.text("note")
    if not note and reason == "1":
        typed.problems["note"] = "Say in a few words why, then skip."
    return Answer(
        note=note or reason,
        skipped=True,
        seen=_seen(typed),
        request_key=typed.key("request_key") or new_key(),
    )


def _spoken(typed: Typed, fields: QueryDict, measure: Measure | None, unit: str) -> Answer:
    wants_help = bool(typed.text("help"))
    note = typed.text("note")
    if wants_help and not note:
        typed.problems["note"] = "Say what you need, so that somebody can help."
    is_counted = measure is not None and measure.kind is Kind.MILESTONES
    return Answer(
        value=None if is_counted else typed.number("value", unit),
        confidence=typed.whole("confidence"),
        note=note,
        help_wanted=wants_help,
        steps_done=_ticked(fields) if is_counted and typed.text("with_steps") else None,
        seen=_seen(typed),
        request_key=typed.key("request_key") or new_key(),
    )


def _ticked(fields: QueryDict) -> frozenset[UUID]:
    keys = [Typed({"step": text}).key("step") for text in fields.getlist("steps")]
    return frozenset(key for key in keys if key is not None)


def _seen(typed: Typed) -> UUID | str | None:
    """The latest check-in that the form showed; forms without the field are not asked about it."""
    return typed.key("seen") if "seen" in typed.values else ANY


def refuse_far_off(
    answer: Answer, measure: Measure | None, history: Sequence[Saying], confirmed: str
) -> None:
    """Ask back a value far outside what was seen, unless exactly that value was confirmed.

    Raises FarOff: "710 %? Last was 71 %".
    """
    value = answer.value
    if measure is None or value is None or measure.kind in (Kind.DONE, Kind.MILESTONES):
        return
    before = [said.value for said in history if said.value is not None]
    ends = (measure.baseline, measure.target, measure.lower, measure.upper)
    if str(value) == confirmed or not is_far_off(value, [*before, *ends]):
        return
    raise FarOff(_asked_back(measure, value, before), str(value))


def _asked_back(measure: Measure, value: Decimal, before: Sequence[Decimal]) -> str:
    last = f" Last was {shown(measure, before[-1])}." if before else ""
    return f"{amount(value, measure.unit)}?{last} Save once more if it is right."
