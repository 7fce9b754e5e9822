"""Keeping the words under which goals are found."""

from collections.abc import Iterable
from itertools import islice

from django.db import transaction

from northing.goals.models import Goal, SearchWord
from northing.goals.rules.words import words_of
from northing.people.models import Organization

_A_BATCH = 2_000


def put_first_words(goal: Goal) -> None:
    """Write the words of a new goal. Call inside the transaction that writes it."""
    _write(
        SearchWord(organization_id=goal.organization_id, goal=goal, word=word)
        for word in sorted(words_of(goal.short_id, goal.statement))
    )


def put_words(goal: Goal) -> None:
    """Write the words of a restated goal. Call inside the transaction that restates it."""
    wanted = words_of(goal.short_id, goal.statement)
    there = SearchWord.objects.filter(organization_id=goal.organization_id, goal=goal)
    known = set(there.values_list("word", flat=True))
    if known - wanted:
        there.exclude(word__in=wanted).delete()
    _write(
        SearchWord(organization_id=goal.organization_id, goal=goal, word=word)
        for word in sorted(wanted - known)
    )


@transaction.atomic
def put_all_words(organization: Organization) -> int:
    """Write the words of every goal of an organization anew; returns how many goals there are."""
    SearchWord.objects.filter(organization=organization).delete()
    goals = Goal.objects.filter(organization=organization).values_list(
        "pk", "short_id", "statement"
    )
    _write(
        SearchWord(organization_id=organization.pk, goal_id=key, word=word)
        for key, short_id, statement in goals.iterator(chunk_size=_A_BATCH)
        for word in sorted(words_of(short_id, statement))
    )
    return goals.count()


def _write(words: Iterable[SearchWord]) -> None:
    waiting = iter(words)
    while batch := list(islice(waiting, _A_BATCH)):
        SearchWord.objects.bulk_create(batch, batch_size=_A_BATCH)
