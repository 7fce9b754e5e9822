"""Where the goals of an accepted plan stand, as check-ins: recorded and rolled up together."""

from collections.abc import Mapping, Sequence
from datetime import date
from uuid import UUID

from northing.check_ins.actions.history import Told, ToldRefused, record_history
from northing.check_ins.actions.recording import Answer
from northing.goals.models import Goal
from northing.goals.queries.milestones import done_weights
from northing.goals.rules.kinds import GoalState
from northing.people.models import Person
from northing.spreadsheets.actions.refusing import naming
from northing.spreadsheets.rules.differences import Difference
from northing.spreadsheets.rules.drafts import Draft

CHECKED_IN = frozenset({"value", "confidence", "note"})
"""The fields of a row that a check-in keeps."""


def check_in_all(
    differences: Sequence[Difference], goals: Mapping[int, Goal], by: Person, today: date
) -> dict[int, UUID]:
    """Check in on every goal of which the file says something new, and roll all of them up once.

    `goals` by the number of their draft, as they are now. Returns the keys of the check-ins by
    these numbers. Call inside the import's transaction. Raises RowRefused.
    """
    telling = [each for each in differences if _says_something_new(each)]
    if not telling:
        return {}
    told = _told(telling, goals, by, today)
    try:
        check_ins = record_history(by.organization, told, today)
    except ToldRefused as refusal:
        with naming(telling[told.index(refusal.told)].draft):
            raise
    return {
        each.draft.number: check_in.pk for each, check_in in zip(telling, check_ins, strict=True)
    }


def _says_something_new(each: Difference) -> bool:
    if each.draft.state is not GoalState.ACTIVE or not each.draft.says_where_it_stands:
        return False
    return each.is_new or any(change.field in CHECKED_IN for change in each.changes)


def _told(
    telling: Sequence[Difference], goals: Mapping[int, Goal], by: Person, today: date
) -> list[Told]:
    done = done_weights(by.organization_id)
    told = []
    for each in telling:
        goal, draft = goals[each.draft.number], each.draft
        says_note = each.is_new or any(change.field == "note" for change in each.changes)
        answer = Answer(
            # Milestones are counted, not typed.
            value=done.get(goal.pk, draft.value),
            confidence=draft.confidence,
            note=draft.note if says_note else "",
            on=_day(draft, goal, today),
            is_brought=True,
        )
        told.append(Told(goal, answer, by))
    return told


def _day(draft: Draft, goal: Goal, today: date) -> date:
    """Not before what is already known: an import tells news, it does not rewrite the past."""
    day = draft.checked_on or today
    last = goal.last_checked_in_on
    return max(day, last) if last is not None and last <= today else day
