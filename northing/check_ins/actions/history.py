"""Recording many check-ins of the past at once: what a demo or a move from elsewhere brings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.db import transaction

from northing.activity.actions import record_all
from northing.check_ins.actions.recording import (
    Answer,
    check_in_of,
    facts_of,
    happening_of,
    reading_from,
)
from northing.check_ins.models import CheckIn
from northing.check_ins.queries.effective import said_by_goal
from northing.check_ins.rules import CheckInRefused, refuse_problems
from northing.goals.actions.reading import Reading, take_readings
from northing.goals.models import Goal
from northing.goals.queries.milestones import done_weights
from northing.goals.queries.roll_ups import measures_of
from northing.measures.measure import Measure
from northing.people.models import Organization, Person
from northing.storage import statements


@dataclass(frozen=True, slots=True)
class Told:
    """An answer to a goal, and who gave it. Milestones bring the value that they had then.

    With `corrects_last` it supersedes the answer before it to the same goal.
    """

    goal: Goal
    answer: Answer
    by: Person
    corrects_last: bool = False


class ToldRefused(CheckInRefused):
    """An answer that does not fit: `told` is the one, `problems` says by field what is wrong."""

    def __init__(self, told: Told, problems: dict[str, str]) -> None:
        super().__init__(problems)
        self.told = told


@transaction.atomic
def record_history(
    organization: Organization, told: Sequence[Told], today: date
) -> Sequence[CheckIn]:
    """Record check-ins of days until today, oldest first, and roll everything up once.

    The goals (with their cycles) are open and belong to the organization. The rules of a single
    check-in hold, and the goals stand afterwards as if each had been recorded by itself. Returns
    the check-ins in the order of `told`. Raises ToldRefused; nothing is changed then.
    """
    goals = {one.goal.pk: one.goal for one in told}
    measures = measures_of(organization.pk, goals)
    for one in told:
        _refuse_misfit(one, measures.get(one.goal.pk), today)
    check_ins = _rows(told, today)
    statements.insert(check_ins)
    record_all(
        [happening_of(one.goal, row, one.by) for one, row in zip(told, check_ins, strict=True)]
    )
    take_readings(organization, _readings(organization, goals))
    return check_ins


def _refuse_misfit(one: Told, measure: Measure | None, today: date) -> None:
    try:
        refuse_problems(facts_of(one.goal, measure, one.answer, today))
    except CheckInRefused as refusal:
        raise ToldRefused(one, refusal.problems) from refusal


def _rows(told: Sequence[Told], today: date) -> list[CheckIn]:
    last: dict[UUID, CheckIn] = {}
    rows = []
    for one in told:
        row = check_in_of(one.goal, one.answer, one.by, today)
        if one.corrects_last:
            row.supersedes_id = last[one.goal.pk].pk
        last[one.goal.pk] = row
        rows.append(row)
    return rows


def _readings(organization: Organization, goals: Mapping[UUID, Goal]) -> dict[UUID, Reading]:
    done = done_weights(organization.pk)
    return {
        key: reading_from(goals[key], said, done.get(key))
        for key, said in said_by_goal(organization.pk, goals).items()
    }
