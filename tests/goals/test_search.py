"""Goals are found by short id and by the beginnings of words, through an index, as one may see."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from northing.goals.actions.amending import amend
from northing.goals.actions.wording import put_all_words
from northing.goals.models import Goal, SearchWord
from northing.goals.queries.search import find_goals
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.words import typed_words, words_of
from northing.people.models import Person
from tests.cast import TODAY, Kestrel, objective


def found(kestrel: Kestrel, text: str, by: Person | None = None) -> set[str]:
    viewer = Viewer.of(by or kestrel.ruth)
    return {goal.short_id for goal in find_goals(viewer, text, 10)}


@pytest.mark.parametrize(
    ("text", "short_ids"),
    [
        ("repair", {"WN-1.1"}),
        ("REP sha", {"WN-1.1"}),
        ("share repair", {"WN-1.1"}),
        ("wn-1", {"WN-1", "WN-1.1", "WN-1.2"}),
        ("WN-1.2", {"WN-1.2"}),
        ("workshop slot", {"WN-1.2"}),
        ("nothing like it", set()),
        ("%", set()),
        ("_", set()),
        ("'; DROP TABLE", set()),
        ("\x01", set()),
    ],
)
def test_a_goal_is_found_by_what_its_words_begin_with(
    kestrel: Kestrel, text: str, short_ids: set[str]
) -> None:
    assert found(kestrel, text) == short_ids


def test_accents_and_case_do_not_matter(kestrel: Kestrel) -> None:
    made = objective("Élan für Straßen", kestrel.tomas, kestrel.cycle)
    for text in ("elan", "ÉLAN", "strasse", "Straße", "fur"):
        assert found(kestrel, text) == {made.short_id}


def test_a_private_goal_is_found_by_its_owner_only(kestrel: Kestrel) -> None:
    Goal.objects.filter(pk=kestrel.training.pk).update(visibility="private")
    assert found(kestrel, "train") == set()
    assert found(kestrel, "train", kestrel.ines) == {"IO-1"}


def test_open_goals_come_before_closed_and_ones_own_first(kestrel: Kestrel) -> None:
    closed = objective("Ride one", kestrel.ruth, kestrel.cycle)
    Goal.objects.filter(pk=closed.pk).update(state="done")
    other, own = (
        objective("Ride one", kestrel.tomas, kestrel.cycle),
        objective("Ride one", kestrel.ruth, kestrel.cycle),
    )
    order = [goal.id for goal in find_goals(Viewer.of(kestrel.ruth), "ride", 10)]
    assert order == [own.pk, other.pk, closed.pk]


def test_without_words_ones_own_open_goals_are_offered(kestrel: Kestrel) -> None:
    assert found(kestrel, "  ", kestrel.aiko) == {"WN-1.2"}


def test_a_restated_goal_is_found_by_its_new_words_only(kestrel: Kestrel) -> None:
    goal = kestrel.repair_share
    changes = {"statement": "Fixed within the week"}
    amend(goal.pk, changes, kestrel.ines, reason="Clearer", today=TODAY, seen_version=goal.version)
    assert found(kestrel, "fixed week") == {"WN-1.1"}
    assert found(kestrel, "repair") == set()


def test_all_words_can_be_written_anew(kestrel: Kestrel) -> None:
    before = set(SearchWord.objects.values_list("goal_id", "word"))
    SearchWord.objects.all().delete()
    put_all_words(kestrel.organization)
    assert set(SearchWord.objects.values_list("goal_id", "word")) == before


@pytest.mark.parametrize("text", ["repair", "workshop slot", "wn-1", "a b c d e f"])
def test_a_search_takes_five_statements_at_most(kestrel: Kestrel, text: str) -> None:
    with CaptureQueriesContext(connection) as asked:
        find_goals(Viewer.of(kestrel.ruth), text, 10)
    assert len(asked) <= 5


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Repair share", ("repair", "share")),
        ("WN-12.3", ("wn-12.3",)),
        ("same-week", ("same", "week")),
        ("a a a", ("a",)),
        ("x" * 90, ("x" * 24,)),
        ("", ()),
    ],
)
def test_typed_text_is_taken_apart(text: str, words: tuple[str, ...]) -> None:
    assert typed_words(text) == words


def test_a_goal_has_a_bounded_number_of_words() -> None:
    assert len(words_of("WN-1", " ".join(f"w{number}" for number in range(200)))) == 40
