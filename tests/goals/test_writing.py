"""Writing goals: what fits is written whole, what does not is refused by field."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from northing.activity.models import Entry
from northing.goals.actions.goal_draft import GoalDraft, LinkDraft
from northing.goals.actions.writing import create_goal, create_objective
from northing.goals.models import Goal
from northing.goals.rules.drafting import GoalRefused
from northing.goals.rules.kinds import GoalKind
from northing.measures.measure import Kind, Measure
from tests.cast import Kestrel, key_result, objective

FROM_TO = Measure(Kind.FROM_TO, Decimal(10), Decimal(20))


def draft(kestrel: Kestrel, **changes: object) -> GoalDraft:
    """A key result that fits, changed where a test wants."""
    fits = GoalDraft(
        kind=GoalKind.KEY_RESULT,
        statement="Calls answered within a minute",
        owner=kestrel.ruth,
        cycle=kestrel.cycle,
        measure=FROM_TO,
        links=[LinkDraft(parent=kestrel.objective)],
    )
    return replace(fits, **changes)


def test_short_ids_follow_team_objective_and_person(kestrel: Kestrel) -> None:
    assert kestrel.company.short_id == "KB-1"
    assert kestrel.objective.short_id == "WN-1"
    assert kestrel.slot_wait.short_id == "WN-1.2"
    assert kestrel.training.short_id == "IO-1"


def test_a_short_id_is_never_given_twice(kestrel: Kestrel) -> None:
    first = key_result("First", kestrel.ines, kestrel.objective, "0", "1")
    Goal.objects.filter(pk=first.pk).delete()
    second = key_result("Second", kestrel.ines, kestrel.objective, "0", "1")
    assert (first.short_id, second.short_id) == ("WN-1.3", "WN-1.4")


def test_a_goal_takes_the_dates_of_its_cycle(kestrel: Kestrel) -> None:
    goal = create_goal(draft(kestrel), kestrel.ruth)
    assert (goal.start, goal.due) == (kestrel.cycle.start, kestrel.cycle.due)


def test_a_new_goal_has_no_data_and_not_zero(kestrel: Kestrel) -> None:
    goal = create_goal(draft(kestrel), kestrel.ruth)
    kestrel.objective.refresh_from_db()
    assert goal.progress is None
    assert kestrel.objective.progress is None


def test_a_parent_counts_the_new_child(kestrel: Kestrel) -> None:
    create_goal(draft(kestrel), kestrel.ruth)
    kestrel.objective.refresh_from_db()
    assert (kestrel.objective.reporting, kestrel.objective.contributing) == (0, 3)


def test_writing_a_goal_is_logged(kestrel: Kestrel) -> None:
    goal = create_goal(draft(kestrel), kestrel.ruth)
    entry = Entry.objects.get(subject_id=goal.pk)
    assert (entry.verb, entry.actor_name) == ("wrote", "Ruth Adeyemi")


REFUSED = [
    ("nothing said", {"statement": "  "}, "statement"),
    ("a null character", {"statement": "a\x00b"}, "statement"),
    ("too long", {"statement": "x" * 401}, "statement"),
    ("T = S", {"measure": Measure(Kind.FROM_TO, Decimal(5), Decimal(5))}, "target"),
    ("no measure", {"measure": None}, "measure"),
    ("before its cycle", {"start": date(2026, 12, 1)}, "start"),
    ("after its cycle", {"due": date(2027, 5, 1)}, "due"),
    ("due before start", {"start": date(2027, 3, 1), "due": date(2027, 2, 1)}, "due"),
    (
        "bounds the wrong way round",
        {"measure": Measure(Kind.BETWEEN, lower=Decimal(5), upper=Decimal(4))},
        "upper",
    ),
]


@pytest.mark.parametrize(
    ("changes", "field"), [c[1:] for c in REFUSED], ids=[c[0] for c in REFUSED]
)
def test_what_does_not_fit_is_refused_by_field(
    kestrel: Kestrel, changes: dict[str, object], field: str
) -> None:
    before = Goal.objects.count()
    with pytest.raises(GoalRefused) as refused:
        create_goal(draft(kestrel, **changes), kestrel.ruth)
    assert field in refused.value.problems or "lower" in refused.value.problems
    assert Goal.objects.count() == before


def test_an_owner_who_left_is_refused(kestrel: Kestrel) -> None:
    kestrel.ruth.left_on = date(2027, 1, 31)
    with pytest.raises(GoalRefused, match="Ruth Adeyemi has left"):
        create_goal(draft(kestrel), kestrel.ines)


def test_a_closed_cycle_takes_no_new_goals(kestrel: Kestrel) -> None:
    kestrel.cycle.state = "closed"
    with pytest.raises(GoalRefused, match="Q1 2027 is closed"):
        create_goal(draft(kestrel), kestrel.ruth)


def test_an_objective_has_no_number_of_its_own(kestrel: Kestrel) -> None:
    with pytest.raises(GoalRefused, match="no number of its own"):
        create_goal(draft(kestrel, kind=GoalKind.OBJECTIVE, links=()), kestrel.ruth)


def test_an_objective_is_written_with_all_its_key_results_or_not_at_all(kestrel: Kestrel) -> None:
    top = draft(kestrel, kind=GoalKind.OBJECTIVE, measure=None, links=())
    broken = draft(kestrel, statement="", links=())
    before = Goal.objects.count()
    with pytest.raises(GoalRefused) as refused:
        create_objective(top, [draft(kestrel, links=()), broken], kestrel.ruth)
    assert list(refused.value.problems) == ["key_results.1.statement"]
    assert Goal.objects.count() == before


def test_key_results_hang_under_their_new_objective(kestrel: Kestrel) -> None:
    top = draft(kestrel, kind=GoalKind.OBJECTIVE, measure=None, links=())
    made, below = create_objective(top, [draft(kestrel, links=())], kestrel.ruth)
    assert below[0].short_id == f"{made.short_id}.1"
    assert made.contributing == 1


def test_milestones_take_their_target_from_the_steps(kestrel: Kestrel) -> None:
    assert kestrel.training.measure.target == Decimal(4)


def test_two_roots_are_numbered_apart(kestrel: Kestrel) -> None:
    other = objective("Another one", kestrel.tomas, kestrel.cycle)
    assert other.short_id == "KB-2"
