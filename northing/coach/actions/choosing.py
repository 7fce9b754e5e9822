"""Keeping the answers behind a method."""

from django.db import transaction

from northing.coach.models import MethodAnswers
from northing.coach.rules.choosing.contrasts import Answers, known_answers
from northing.coach.rules.choosing.deciding import agrees, decide
from northing.goals.models import Goal
from northing.people.models import Person


@transaction.atomic
def keep_method_answers(
    goal: Goal, answers: Answers, chosen: str, by: Person
) -> MethodAnswers | None:
    """Keep with a new goal what its writer answered; nothing when nothing was answered.

    Call inside the transaction that writes the goal, whose entry in the log tells of both.
    `chosen` is the kind that was taken in the end: "okr", "smart", "healthy", "key_result".
    """
    known = known_answers(answers)
    if not known:
        return None
    decision = decide(known)
    return MethodAnswers.objects.create(
        organization_id=goal.organization_id,
        goal=goal,
        person=by,
        answers=known,
        decision=decision.method,
        chosen=chosen,
        overruled=not agrees(decision.method, chosen),
    )
