"""The drafts of a team are counted by criterion: no person is ranked, nothing hidden is counted."""

from northing.coach.actions.assessing import keep_assessments
from northing.coach.queries.assessments import criteria_of_cycle, criteria_of_team
from northing.coach.rules.findings import Criterion
from northing.coach.rules.keeping import CriterionCount, counted
from northing.goals.models import Goal
from northing.goals.queries.viewer import Viewer
from northing.people.models import Person
from tests.cast import Kestrel
from tests.counting import statements_of


def assessed(kestrel: Kestrel) -> None:
    """Every goal of the cast is assessed once, but for the company's."""
    goals = [kestrel.objective, kestrel.repair_share, kestrel.slot_wait, kestrel.training]
    keep_assessments(goals, kestrel.ines)


def counts(kestrel: Kestrel, person: Person) -> dict[Criterion, CriterionCount]:
    """What somebody sees of the workshop team, by criterion."""
    found = criteria_of_team(Viewer.of(person), kestrel.workshop, kestrel.cycle)
    return {one.criterion: one for one in found.criteria}


def test_each_criterion_counts_the_goals_that_it_was_put_to(kestrel: Kestrel) -> None:
    assessed(kestrel)
    found = counts(kestrel, kestrel.helena)
    assert found[Criterion.TIME_BOUND].met == 4
    assert found[Criterion.BASELINE].goals == 2
    assert (found[Criterion.MOTIVATING].asked, found[Criterion.MOTIVATING].goals) == (1, 1)


def test_only_the_newest_assessment_of_a_goal_is_counted(kestrel: Kestrel) -> None:
    for _ in range(3):
        assessed(kestrel)
    assert counts(kestrel, kestrel.helena)[Criterion.TIME_BOUND].goals == 4


def test_goals_that_are_hidden_or_closed_are_not_counted(kestrel: Kestrel) -> None:
    assessed(kestrel)
    Goal.objects.filter(pk=kestrel.training.pk).update(visibility="private")
    Goal.objects.filter(pk=kestrel.slot_wait.pk).update(state="dropped")
    assert counts(kestrel, kestrel.helena)[Criterion.TIME_BOUND].goals == 2
    assert Criterion.MOTIVATING not in counts(kestrel, kestrel.tomas)
    assert counts(kestrel, kestrel.ines)[Criterion.TIME_BOUND].goals == 3


def test_a_cycle_is_grouped_by_team_and_tells_what_was_never_read(kestrel: Kestrel) -> None:
    assessed(kestrel)
    workshop, company = criteria_of_cycle(Viewer.of(kestrel.helena), kestrel.cycle)
    assert (workshop.team, workshop.goals, workshop.unread) == ("Workshop network", 4, 0)
    assert (company.team_id, company.goals, company.unread) == (None, 0, 1)
    assert company.criteria == ()


def test_a_cycle_takes_one_statement(kestrel: Kestrel) -> None:
    assessed(kestrel)
    viewer = Viewer.of(kestrel.helena)
    assert statements_of(lambda: criteria_of_cycle(viewer, kestrel.cycle)) == 1


def test_lines_are_added_up() -> None:
    lines = [("measurable=met relevant=cant_tell", 3), ("measurable=deliberate", 2)]
    assert counted([*lines, ("measurable=not_met", 1), ("", 5)]) == (
        CriterionCount(Criterion.MEASURABLE, met=3, not_met=1, deliberate=2),
        CriterionCount(Criterion.RELEVANT, asked=3),
    )
