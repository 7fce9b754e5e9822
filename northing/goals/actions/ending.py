"""What becomes of goals when their cycle closes."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from northing.activity.actions import Happening, record_all
from northing.goals.actions.reading import restand
from northing.goals.models import Goal
from northing.goals.rules.kinds import GoalState
from northing.people.models import Organization, Person
from northing.storage.locks import change_structure


@transaction.atomic
def end_goals(
    organization: Organization,
    endings: Sequence[tuple[Goal, GoalState]],
    by: Person,
    *,
    at: datetime,
) -> None:
    """Close goals of one organization together: each is done, carried forward, dropped or
    postponed from then on, is due no more and stands as it stood last. `at` dates the log.

    Open goals above are rolled up: what was dropped or postponed counts no more.
    """
    change_structure(organization.pk)
    for goal, state in endings:
        goal.state = state
        goal.next_check_in_due = None
    Goal.objects.filter(organization=organization).bulk_update(
        [goal for goal, _ in endings], ["state", "next_check_in_due"], batch_size=200
    )
    restand(organization, [goal.pk for goal, _ in endings])
    record_all([_ended(goal, state, by, at) for goal, state in endings])


def _ended(goal: Goal, state: GoalState, by: Person, at: datetime) -> Happening:
    return Happening(
        organization_id=goal.organization_id,
        verb="closed",
        subject_kind=goal.kind,
        subject_id=goal.pk,
        subject_label=f"{goal.short_id} {goal.statement}",
        actor_id=by.pk,
        actor_name=by.name,
        after={"state": state.value},
        at=at,
    )
