"""A goal's path is planned anew: what is done stays, milestones follow, the log tells."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest

from northing.activity.queries import of_subject
from northing.goals.actions.replanning import PlannedStep, replan
from northing.goals.actions.stepping import mark_step
from northing.goals.models import Goal, Step
from northing.goals.rules.drafting import MOST_STEPS, GoalRefused
from tests.cast import TODAY, Kestrel

pytestmark = pytest.mark.usefixtures("monday")


def titles(goal: Goal) -> list[str]:
    return list(Step.objects.filter(goal=goal).order_by("position").values_list("title", flat=True))


def as_planned(goal: Goal) -> list[PlannedStep]:
    return [
        PlannedStep(step.title, step.due, step.pk)
        for step in Step.objects.filter(goal=goal).order_by("position")
    ]


def test_steps_are_renamed_dated_added_and_ordered(kestrel: Kestrel) -> None:
    first, second, *_ = as_planned(kestrel.training)
    moved = PlannedStep("Book two trainers", date(2027, 2, 26), second.key)
    replan(kestrel.training, [moved, first, PlannedStep(" Celebrate ")], kestrel.ines)
    assert titles(kestrel.training) == ["Book two trainers", first.title, "Celebrate"]
    assert Step.objects.get(pk=second.key).due == date(2027, 2, 26)


def test_what_is_done_stays_even_when_it_is_left_out(kestrel: Kestrel) -> None:
    first, *others = as_planned(kestrel.training)
    assert first.key is not None
    mark_step(kestrel.training, first.key, TODAY, kestrel.ines)
    replan(kestrel.training, others[1:], kestrel.ines)
    assert titles(kestrel.training) == [first.title, *(one.title for one in others[1:])]


def test_milestones_count_the_steps_that_are_planned_now(kestrel: Kestrel) -> None:
    first, *others = as_planned(kestrel.training)
    assert first.key is not None
    mark_step(kestrel.training, first.key, TODAY, kestrel.ines)
    replan(kestrel.training, [first, others[0]], kestrel.ines)
    goal = Goal.objects.select_related("measure").get(pk=kestrel.training.pk)
    assert (goal.value, goal.measure.target) == (1, 2)
    assert goal.progress == Decimal("0.5")


def test_the_log_says_what_was_and_what_is_planned(kestrel: Kestrel) -> None:
    kept = as_planned(kestrel.training)[:2]
    replan(kestrel.training, kept, kestrel.ines)
    newest = of_subject(kestrel.organization.pk, kestrel.training.pk, limit=1)[0]
    assert newest.verb == "replanned"
    assert len(newest.before["steps"]) == 4
    assert newest.after["steps"] == [
        "Choose the twelve by 22 January 2027",
        "Book the trainer by 12 February 2027",
    ]


def test_the_same_plan_changes_nothing(kestrel: Kestrel) -> None:
    replan(kestrel.training, as_planned(kestrel.training), kestrel.ines)
    newest = of_subject(kestrel.organization.pk, kestrel.training.pk, limit=1)[0]
    assert newest.verb == "wrote"


REFUSED = [
    ("no name", [PlannedStep("Draft"), PlannedStep(" ")], "title1"),
    ("too long a name", [PlannedStep("x" * 301)], "title0"),
    ("after the goal", [PlannedStep("Late", date(2027, 12, 1))], "due0"),
    ("too many", [PlannedStep("Step")] * (MOST_STEPS + 1), "steps"),
    ("nothing left to measure", [], "steps"),
]


@pytest.mark.parametrize(("planned", "field"), [case[1:] for case in REFUSED])
def test_what_does_not_fit_is_named_and_nothing_is_written(
    kestrel: Kestrel, planned: Sequence[PlannedStep], field: str
) -> None:
    before = titles(kestrel.training)
    with pytest.raises(GoalRefused) as refused:
        replan(kestrel.training, planned, kestrel.ines)
    assert field in refused.value.problems
    assert titles(kestrel.training) == before


def test_a_closed_goal_keeps_its_path(kestrel: Kestrel) -> None:
    kestrel.training.state = "done"
    with pytest.raises(GoalRefused):
        replan(kestrel.training, [PlannedStep("More")], kestrel.ines)
