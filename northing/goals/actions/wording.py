"""Keeping the words under which goals are found."""

from collections.abc import Iterable, Sequence
from itertools import islice
from uuid import UUID

from django.db import transaction

from northing.goals.models import Goal, SearchWord
from northing.goals.rules.words import words_of
from northing.people.models import Organization
from northing.storage import statements

_A_BATCH = 2_000


def put_first_words(goals: Sequence[Goal]) -> None:
    """Write the words of new goals. Call inside the transaction that writes them."""
    for goal in goals[:1]:
        _write(
            goal.organization_id,
            ((one.pk, word) for one in goals for word in words_of(one.short_id, one.statement)),
        )


def put_words(goal: Goal) -> None:
    """Write the words of a restated goal. Call inside the transaction that restates it."""
    wanted = words_of(goal.short_id, goal.statement)
    there = SearchWord.objects.filter(organization_id=goal.organization_id, goal=goal)
    known = set(there.values_list("word", flat=True))
    if known - wanted:
        there.exclude(word__in=wanted).delete()
    _write(goal.organization_id, ((goal.pk, word) for word in wanted - known))


@transaction.atomic
def put_all_words(organization: Organization) -> int:
    """Write the words of every goal of an organization anew; returns how many goals there are."""
    SearchWord.objects.filter(organization=organization).delete()
    goals = Goal.objects.filter(organization=organization).values_list(
        "pk", "short_id", "statement"
    )
    _write(
        organization.pk,
        (
            (key, word)
            for key, short_id, statement in goals.iterator(chunk_size=_A_BATCH)
            for word in words_of(short_id, statement)
        ),
    )
    return goals.count()


def _write(organization_id: UUID, words: Iterable[tuple[UUID, str]]) -> None:
    """Insert words, each with the key of its goal."""
    here, waiting = statements.key(organization_id), iter(words)
    while batch := list(islice(waiting, _A_BATCH)):
        statements.run_many(
            "INSERT INTO goals_searchword (organization_id, goal_id, word) VALUES (%s, %s, %s)",
            [[here, statements.key(goal), word] for goal, word in sorted(batch)],
        )
