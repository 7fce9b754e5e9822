"""The way of a check-in: lock, record, take the reading, roll up, log. One transaction."""

from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from northing.activity.actions import Happening, record_all
from northing.check_ins.models import CheckIn
from northing.check_ins.queries.effective import answered_before, said_by_goal
from northing.check_ins.rules import CheckInFacts, CheckInRefused, Said, refuse_problems
from northing.drafts.actions import forget
from northing.goals.actions.reading import Reading, take_reading
from northing.goals.actions.rolling_up import begin_ascent
from northing.goals.actions.stepping import milestone_values, tick_steps
from northing.goals.models import Goal, Step
from northing.goals.queries.roll_ups import measures_of
from northing.measures.measure import Kind, Measure
from northing.people.models import Person
from northing.storage import statements
from northing.storage.keys import new_key


@dataclass(frozen=True, slots=True)
class Answer:
    """What somebody says of a goal.

    `value` in the measure's unit and `confidence` 1 to 9 may each be left out; the last ones then
    stand. Milestones take `steps_done` instead of a value: the keys of all steps that are done
    now (None leaves the steps as they are). `seen` is the key of the latest check-in that the
    person saw (None: saw none); another one since then is a CheckInConflict, unless `seen` is not
    asked about (`ANY`). `supersedes` is the check-in that this one corrects. `is_brought` says
    that it was known elsewhere, perhaps before the goal began here. `draft` is the key of the
    draft that it was written in, forgotten with it. `request_key` makes a repeated request
    harmless.
    """

    value: Decimal | None = None
    confidence: int | None = None
    note: str = ""
    help_wanted: bool = False
    skipped: bool = False
    steps_done: Collection[UUID] | None = None
    supersedes: UUID | None = None
    is_brought: bool = False
    seen: UUID | str | None = "any"
    on: date | None = None
    at: datetime | None = None
    draft: str = ""
    request_key: UUID = field(default_factory=new_key)


ANY = "any"


class CheckInConflict(Exception):
    """Somebody else checked in, or corrected, meanwhile. `latest` is what they said."""

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
    locked.cycle = goal.cycle
    earlier = answered_before(locked, answer.request_key)
    if earlier is not None:
        return earlier
    measure = _measure_now(goal, locked)
    corrected = _corrected(locked, answer)
    answer, done, told = _with_milestones(locked, measure, answer, corrected, by, today)
    refuse_problems(facts_of(locked, measure, answer, today))
    _refuse_unseen(locked, answer)
    check_in = check_in_of(locked, answer, by, today)
    statements.insert([check_in])
    said = _said_after(locked, answer, check_in)
    take_reading(ascent, locked, measure, reading_from(locked, said, done))
    record_all([*told, happening_of(locked, check_in, by)])
    if answer.draft:
        forget(by, answer.draft)
    return check_in


def _measure_now(loaded: Goal, locked: Goal) -> Measure | None:
    """The measure as it is: what was loaded with the goal, unless it may have changed since.

    Amendments count the goal's version up; milestones also change with their steps.
    """
    known = loaded._state.fields_cache.get("measure")
    is_current = known is not None and loaded.version == locked.version
    if known is not None and is_current and known.kind != Kind.MILESTONES:
        return known.as_rule()  # type: ignore[no-any-return]
    return measures_of(locked.organization_id, [locked.pk]).get(locked.pk)


def _corrected(goal: Goal, answer: Answer) -> CheckIn | None:
    """The check-in that the answer corrects; a CheckInConflict if somebody else did meanwhile."""
    if answer.supersedes is None:
        return None
    which = Q(pk=answer.supersedes) | Q(supersedes=answer.supersedes)
    found = CheckIn.objects.select_related("by").filter(which, goal=goal)
    by_key = {check_in.pk: check_in for check_in in found}
    corrected = by_key.pop(answer.supersedes, None)
    if corrected is None:
        raise CheckInRefused({"supersedes": "There is no such check-in of this goal to correct."})
    for newer in by_key.values():
        raise CheckInConflict(newer)
    return corrected


def _with_milestones(
    goal: Goal,
    measure: Measure | None,
    answer: Answer,
    corrected: CheckIn | None,
    by: Person,
    today: date,
) -> tuple[Answer, Decimal | None, list[Happening]]:
    """Milestones are counted, not typed: the answer with its value, the weight that is done, and
    what is to be told of ticked steps."""
    if measure is None or measure.kind is not Kind.MILESTONES:
        return answer, None, []
    told: list[Happening] = []
    if answer.steps_done is not None and goal.is_open and not answer.skipped:
        done, told = tick_steps(goal, answer.steps_done, min(answer.on or today, today), by)
    else:
        done = milestone_values(list(Step.objects.filter(goal=goal)))[0]
    if answer.skipped:
        return answer, done, told
    value = corrected.value if corrected is not None else done
    return replace(answer, value=value), done, told


def _refuse_unseen(goal: Goal, answer: Answer) -> None:
    """Nobody's check-in is passed over by somebody who has not seen it."""
    latest = goal.last_check_in_id
    if answer.seen == ANY or answer.supersedes is not None or latest is None:
        return
    if answer.seen != latest:
        raise CheckInConflict(CheckIn.objects.select_related("by").get(pk=latest))


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
        is_brought=answer.is_brought,
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


def reading_from(goal: Goal, said: Said, done: Decimal | None = None) -> Reading:
    """What the check-ins say of a goal (with its cycle), as the goal takes it.

    `done` is the finished weight of a goal measured by milestones: its steps know better than
    the last check-in.
    """
    return Reading(
        value=said.value if done is None else done,
        confidence=said.confidence,
        on=said.on,
        check_in_id=said.check_in_id,
        next_due=goal.check_in_due_after(said.on),
        help_wanted=said.help_wanted,
    )


def _said_after(goal: Goal, answer: Answer, check_in: CheckIn) -> Said:
    last = goal.last_checked_in_on
    is_latest = last is None or check_in.on > last or (check_in.on == last and answer.at is None)
    if check_in.supersedes_id is not None or not is_latest:
        return said_by_goal(goal.organization_id, [goal.pk])[goal.pk]
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
