"""The way of a check-in: lock, record, take the reading, roll up, log. One transaction."""

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.utils import timezone

from northing.activity.actions import Happening
from northing.activity.actions import record as record_entry
from northing.check_ins.models import CheckIn
from northing.check_ins.queries.effective import (
    NOTHING_SAID,
    Said,
    answered_before,
    said_by_goal,
)
from northing.check_ins.rules import CheckInFacts, refuse_problems
from northing.cycles.rules import Cadence, next_due
from northing.goals.actions.reading import Reading, take_reading
from northing.goals.actions.rolling_up import Ascent, begin_ascent
from northing.goals.actions.stepping import milestone_values
from northing.goals.models import Goal, Step
from northing.goals.queries.roll_ups import measures_of
from northing.goals.rules.kinds import has_measure
from northing.measures.measure import Kind, Measure
from northing.measures.periods import Period
from northing.people.models import Person
from northing.storage.keys import new_key


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody says of a goal.

    `value` in the measure's unit and `confidence` 1 to 9 may each be left out; the last ones then
    stand. `seen` is the key of the latest check-in that the person saw (None: saw none); another
    one since then is a CheckInConflict, unless `seen` is not asked about (`ANY`). `request_key`
    makes a repeated request harmless.
    """

    value: Decimal | None = None
    confidence: int | None = None
    note: str = ""
    help_wanted: bool = False
    skipped: bool = False
    supersedes: UUID | None = None
    seen: UUID | str | None = "any"
    on: date | None = None
    at: datetime | None = None
    request_key: UUID = field(default_factory=new_key)


ANY = "any"


class CheckInConflict(Exception):
    """Somebody else checked in meanwhile. `latest` is what they said."""

    def __init__(self, latest: CheckIn) -> None:
        super().__init__("Somebody else checked in while you were writing.")
        self.latest = latest


@transaction.atomic
def record(goal: Goal, answer: Answer, by: Person, today: date) -> CheckIn:
    """Record a check-in on a goal and roll it up to everything above.

    The caller has let `by` through the goal's gate and rights. Returns the check-in; for a
    `request_key` that was answered before, the one of then, and nothing is done again. Raises
    CheckInRefused with problems by field, or CheckInConflict; nothing is changed then. A
    constant number of statements, whatever the depth of the plan.
    """
    ascent = begin_ascent(goal.organization, [goal.pk])
    locked = ascent.goals[goal.pk]
    measure = _measure_of(goal)
    answer = _with_milestones(goal, measure, answer)
    earlier = _check(locked, measure, answer, today)
    if isinstance(earlier, CheckIn):
        return earlier
    check_in = check_in_of(locked, answer, by, today)
    check_in.save(force_insert=True)
    take_reading(ascent, locked, measure, _reading(ascent, goal, check_in))
    record_entry(happening_of(locked, check_in, by))
    return check_in


def _measure_of(goal: Goal) -> Measure | None:
    if "measure" in goal._state.fields_cache:
        cached = goal._state.fields_cache["measure"]
        return cached.as_rule() if cached else None
    return measures_of(goal.organization_id, [goal.pk]).get(goal.pk)


def _with_milestones(goal: Goal, measure: Measure | None, answer: Answer) -> Answer:
    """Milestones are counted from the steps, never typed."""
    if measure is None or measure.kind is not Kind.MILESTONES or answer.skipped:
        return answer
    done, _ = milestone_values(list(Step.objects.filter(goal=goal)))
    return replace(answer, value=done)


def _check(goal: Goal, measure: Measure | None, answer: Answer, today: date) -> CheckIn | None:
    known = answered_before(goal, answer.request_key)
    if known is not None:
        return known
    refuse_problems(facts_of(goal, measure, answer, today))
    if answer.seen != ANY and answer.seen != goal.last_check_in_id and answer.supersedes is None:
        raise CheckInConflict(CheckIn.objects.select_related("by").filter(goal=goal).latest("at"))
    return None


def facts_of(goal: Goal, measure: Measure | None, answer: Answer, today: date) -> CheckInFacts:
    """What the rules look at of an answer."""
    return CheckInFacts(
        measure=measure,
        value=answer.value,
        confidence=answer.confidence,
        note=answer.note,
        skipped=answer.skipped,
        on=answer.on or today,
        today=today,
        start=goal.start,
        is_open=goal.is_open,
    )


def check_in_of(goal: Goal, answer: Answer, by: Person, today: date) -> CheckIn:
    """The row of an answer, not yet inserted."""
    return CheckIn(
        organization_id=goal.organization_id,
        goal=goal,
        by=by,
        on=answer.on or today,
        at=answer.at or timezone.now(),
        value=answer.value,
        confidence=answer.confidence,
        note=answer.note.strip(),
        help_wanted=answer.help_wanted,
        skipped=answer.skipped,
        supersedes_id=answer.supersedes,
        request_key=answer.request_key,
    )


def _reading(ascent: Ascent, goal: Goal, check_in: CheckIn) -> Reading:
    locked = ascent.goals[goal.pk]
    said = _said_after(locked, check_in)
    return reading_from(said, due_after(goal, locked.period, said.on))


def due_after(goal: Goal, period: Period, last: date | None) -> date | None:
    """The next planned check-in after `last`. An objective is rolled up: nothing is due there."""
    if not has_measure(goal.kind):
        return None
    cycle = goal.cycle
    return next_due(period, Cadence(cycle.cadence), cycle.check_in_weekday, last)


def reading_from(said: Said, next_due: date | None) -> Reading:
    """What the check-ins say, as the goal takes it."""
    return Reading(
        value=said.value,
        confidence=said.confidence,
        on=said.on,
        check_in_id=said.check_in_id,
        next_due=next_due,
        help_wanted=said.help_wanted,
    )


def _said_after(goal: Goal, check_in: CheckIn) -> Said:
    is_next = check_in.supersedes_id is None and (
        goal.last_checked_in_on is None or check_in.on >= goal.last_checked_in_on
    )
    if not is_next:
        return said_by_goal(goal.organization_id, [goal.pk]).get(goal.pk, NOTHING_SAID)
    return Said(
        value=goal.value if check_in.value is None else check_in.value,
        confidence=check_in.confidence or goal.said_confidence,
        on=check_in.on,
        check_in_id=check_in.pk,
        help_wanted=check_in.help_wanted,
    )


def happening_of(goal: Goal, check_in: CheckIn, by: Person) -> Happening:
    """A check-in as the log tells it."""
    return Happening(
        organization_id=goal.organization_id,
        verb="skipped" if check_in.skipped else "checked in",
        subject_kind=goal.kind,
        subject_id=goal.pk,
        subject_label=f"{goal.short_id} {goal.statement}",
        actor_id=by.pk,
        actor_name=by.name,
        after={
            "value": check_in.value,
            "confidence": check_in.confidence,
            "supersedes": check_in.supersedes_id,
        },
        at=check_in.at,
    )
