"""The drafts of a team are counted by criterion: no person is ranked, nothing hidden is counted."""

from northing.coach.actions.assessing import keep_assessments
from northing.coach.rules.findings import Criterion
from northing.coach.rules.keeping import CriterionCount, counted
from northing.goals.models import Goal
from northing.goals.queries.viewer import Viewer
from northing.insights.queries.planning import TeamPlan, plan_by_team
from northing.people.models import Person
from tests.cast import Kestrel
from tests.counting import statements_of


def assessed(kestrel: Kestrel) -> None:
    """Every goal of the cast is assessed once, but for the company's."""
    goals = [kestrel.objective, kestrel.repair_share, kestrel.slot_wait, kestrel.training]
    keep_assessments(goals, kestrel.ines)


def planned(kestrel: Kestrel, person: Person) -> list[TeamPlan]:
    """What somebody sees of the cycle, team by team."""
    return list(plan_by_team(Viewer.of(person), kestrel.cycle)[0])


def counts(kestrel: Kestrel, person: Person) -> dict[Criterion, CriterionCount]:
    """What somebody sees of the workshop team, by criterion."""
    found = next(one for one in planned(kestrel, person) if one.key == kestrel.workshop.pk)
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
    workshop, company = planned(kestrel, kestrel.helena)
    assert (workshop.name, workshop.goals, workshop.unread) == ("Workshop network", 4, 0)
    assert (company.key, company.goals, company.unread) == (None, 1, 1)
    assert company.criteria == ()


def test_a_cycle_takes_three_statements(kestrel: Kestrel) -> None:
    assessed(kestrel)
    assert statements_of(lambda: planned(kestrel, kestrel.helena)) == 3


def test_lines_are_added_up() -> None:
    lines = [("measurable=met relevant=cant_tell", 3), ("measurable=deliberate", 2)]
    assert counted([*lines, ("measurable=not_met", 1), ("", 5)]) == (
        CriterionCount(Criterion.MEASURABLE, met=3, not_met=1, deliberate=2),
        CriterionCount(Criterion.RELEVANT, asked=3),
    )
