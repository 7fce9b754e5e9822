"""Goals find a new owner when theirs leaves; a team closes only without goals."""

from datetime import date
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet

from northing.goals.actions.amending import amend
from northing.goals.models import Goal
from northing.goals.rules.kinds import GoalState, Visibility
from northing.people.actions.changing import held_person
from northing.people.actions.leaving import check_successor, leave
from northing.people.actions.rights import require_role_over
from northing.people.actions.teams import close_team
from northing.people.models import Person, Team
from northing.people.rules import PersonRefused
from northing.storage.locks import change_structure


@transaction.atomic
def leave_with_goals(key: UUID, successor: Person | None, by: Person, today: date) -> Person:
    """Mark a person as left and give their open goals to a successor, all or nothing.

    Private goals stay with whoever wrote them: handing them over would show them. Raises
    PersonRefused when there are goals to hand over and nobody to take them.
    """
    change_structure(by.organization_id)
    person = held_person(key, by)
    require_role_over(by, person)
    if successor is not None:
        check_successor(person, successor)
    goals = list(_open_goals(person).exclude(visibility=Visibility.PRIVATE).order_by("pk"))
    if goals and successor is None:
        number = "1 open goal" if len(goals) == 1 else f"{len(goals)} open goals"
        raise PersonRefused({"successor": f"{person.name} owns {number}. Choose who takes over."})
    for goal in goals:
        amend(
            goal.pk,
            {"owner": successor},
            by,
            reason=f"{person.name} has left.",
            today=today,
            seen_version=goal.version,
        )
    return leave(key, successor, by, today)


@transaction.atomic
def close_team_without_goals(team: Team, by: Person, today: date) -> Team:
    """Close a team that has neither people nor open goals. Raises PersonRefused."""
    goal = Goal.objects.filter(
        organization_id=by.organization_id,
        team=team,
        state=GoalState.ACTIVE,
    ).first()
    if goal is not None:
        is_for_all = goal.visibility == Visibility.ORGANIZATION
        what = f"{goal.short_id} {goal.statement}" if is_for_all else "A goal that not all see"
        raise PersonRefused({"team": f"{what} is still open in it. Close or move it first."})
    return close_team(team.pk, by, today)


def _open_goals(person: Person) -> QuerySet[Goal]:
    return Goal.objects.filter(
        organization_id=person.organization_id, owner=person, state=GoalState.ACTIVE
    )
