"""The owner's load and goals with much the same words, as far as the viewer may see them."""

from datetime import date

import pytest

from northing.coach.queries.surroundings import surroundings
from northing.coach.rules.sets.nearest import least_shared, nearest
from northing.coach.rules.statements import Kind
from northing.cycles.models import Cycle
from northing.cycles.rules import CycleState
from northing.goals.models import Goal
from northing.goals.queries.viewer import Viewer
from northing.people.models import Person
from tests.cast import Kestrel, key_result, objective
from tests.counting import statements_of

WAIT = "Shorten the median wait for a workshop slot"


def near(kestrel: Kestrel, *written: str, by: Person | None = None, **options: object) -> list[str]:
    """The short ids of near goals, the nearest first."""
    viewer = Viewer.of(by or kestrel.ruth)
    found = surroundings(viewer, None, kestrel.cycle.pk, written, **options)  # type: ignore[arg-type]
    return [one.short_id for one in found.near]


def load(kestrel: Kestrel, *written: str, **options: object) -> tuple[int | None, int | None]:
    """What Ines carries, and how many objectives she has."""
    found = surroundings(
        Viewer.of(kestrel.ruth),
        kestrel.ines.pk,
        kestrel.cycle.pk,
        written,
        **options,  # type: ignore[arg-type]
    )
    return found.carried, found.objectives


def test_what_is_being_written_counts_in_its_owners_load(kestrel: Kestrel) -> None:
    assert load(kestrel, "Repair faster", kind=Kind.KEY_RESULT) == (3, 1)
    assert load(kestrel, "Repair faster", kind=Kind.OBJECTIVE) == (3, 2)
    assert load(kestrel, "Repair faster", "One", "Two", "Three") == (5, 2)
    assert load(kestrel, "Share", excluded=kestrel.repair_share.pk) == (2, 1)
    aim = kestrel.objective.pk
    assert load(kestrel, "Riding", excluded=aim, kind=Kind.OBJECTIVE) == (2, 1)


def test_nothing_is_known_of_a_load_without_owner_or_cycle(kestrel: Kestrel) -> None:
    viewer = Viewer.of(kestrel.ruth)
    assert surroundings(viewer, None, kestrel.cycle.pk, ["Any"]).carried is None
    assert surroundings(viewer, kestrel.ines.pk, None, ["Any"]).objectives is None


def test_hidden_and_closed_goals_are_no_part_of_a_load(kestrel: Kestrel) -> None:
    Goal.objects.filter(pk=kestrel.training.pk).update(visibility="private")
    assert load(kestrel, "Repair faster", kind=Kind.KEY_RESULT)[0] == 2
    Goal.objects.filter(pk=kestrel.repair_share.pk).update(state="done")
    assert load(kestrel, "Repair faster", kind=Kind.KEY_RESULT)[0] == 1


def test_a_goal_with_much_the_same_words_is_near(kestrel: Kestrel) -> None:
    found = surroundings(Viewer.of(kestrel.ruth), None, kestrel.cycle.pk, [WAIT]).near
    assert [(one.short_id, one.statement) for one in found] == [
        ("WN-1.2", "Median wait for a workshop slot")
    ]
    assert {"median", "slot"} == found[0].shared


@pytest.mark.parametrize(
    "written",
    [
        "",
        "   ",
        "wait",
        "workshop opens",
        "🚲 🚲",
        "a b c",
        "%_% \\ ' ; --",
        "\x00 \x01",
        "سلام عليكم",
    ],
)
def test_little_in_common_is_not_near(kestrel: Kestrel, written: str) -> None:
    assert near(kestrel, written) == []


def test_nearer_comes_first_and_three_are_enough(kestrel: Kestrel) -> None:
    for number in range(5):
        objective(
            f"Median wait workshop slot {'weekend ' * (number < 2)}", kestrel.ruth, kestrel.cycle
        )
    found = near(kestrel, "Median wait workshop slot weekend")
    assert len(found) == 3
    assert set(found[:2]) == {"KB-2", "KB-3"}


def test_every_statement_is_compared(kestrel: Kestrel) -> None:
    assert set(near(kestrel, "Same-week repair share", WAIT)) == {"WN-1.1", "WN-1.2"}


def test_what_is_being_changed_is_not_near_itself_nor_to_what_it_is_linked_with(
    kestrel: Kestrel,
) -> None:
    assert near(kestrel, WAIT, excluded=kestrel.slot_wait.pk) == []
    assert near(kestrel, WAIT, excluded=kestrel.objective.pk) == []
    alike = key_result(
        "Broken on Monday, riding by Friday", kestrel.ines, kestrel.objective, "0", "1"
    )
    assert near(kestrel, alike.statement, excluded=alike.pk) == []


def test_goals_out_of_sight_closed_or_of_closed_cycles_are_not_near(kestrel: Kestrel) -> None:
    goal = Goal.objects.filter(pk=kestrel.slot_wait.pk)
    goal.update(visibility="private")
    assert near(kestrel, WAIT) == []
    assert near(kestrel, WAIT, by=kestrel.aiko) == ["WN-1.2"]
    goal.update(visibility="organization", state="done")
    assert near(kestrel, WAIT) == []
    goal.update(state="active", cycle=_closed(kestrel))
    assert near(kestrel, WAIT) == []


def test_it_takes_two_statements_whatever_is_written(kestrel: Kestrel) -> None:
    viewer = Viewer.of(kestrel.ruth)
    written = [f"{WAIT} {'again ' * number}" for number in range(12)]

    def asked(texts: list[str]) -> int:
        here = kestrel.cycle.pk
        return statements_of(lambda: surroundings(viewer, kestrel.ines.pk, here, texts))

    assert asked(written[:1]) == 2
    assert asked(written) == 2
    assert asked([" ".join(f"word{'abcdefgh'[n % 8]}{'xyz'[n % 3]}" for n in range(3_000))]) == 2


@pytest.mark.parametrize(("stems", "shared"), [(2, 2), (3, 2), (4, 3), (5, 3), (10, 6), (16, 10)])
def test_a_near_goal_shares_six_words_of_ten(stems: int, shared: int) -> None:
    assert least_shared(stems) == shared


def test_the_best_likeness_of_a_goal_counts() -> None:
    goal = ("WN-1", "Repairs finished in the same week")
    pairs = [("Bikes sold", *goal), ("Repairs finished in a week", *goal), (goal[1], *goal)]
    [found] = nearest(pairs)
    assert found.short_id == "WN-1"
    assert nearest(pairs[:1]) == ()


def _closed(kestrel: Kestrel) -> Cycle:
    return Cycle.objects.create(
        organization=kestrel.organization,
        name="Q4 2026",
        slug="2026-q4",
        start=date(2026, 10, 5),
        due=date(2027, 1, 3),
        state=CycleState.CLOSED,
    )
