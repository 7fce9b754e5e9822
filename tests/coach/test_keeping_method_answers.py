"""The answers behind a method are kept with the goal, and read by whoever may read the goal."""

import pytest

from northing.coach.actions.choosing import keep_method_answers
from northing.coach.models import MethodAnswers
from northing.coach.queries.choosing import method_answers_of
from northing.goals.models import Goal
from northing.goals.queries.viewer import Viewer
from tests.cast import Kestrel

ANSWERS = {"scope": "me", "effort": "smart", "stretch": "smart"}


def test_answers_are_kept_with_what_they_decided(kestrel: Kestrel) -> None:
    keep_method_answers(kestrel.training, ANSWERS, "smart", kestrel.ines)
    kept = MethodAnswers.objects.get(goal=kestrel.training)
    assert (kept.answers, kept.decision, kept.chosen) == (ANSWERS, "smart", "smart")
    assert (kept.person, kept.overruled) == (kestrel.ines, False)


def test_taking_another_method_overrules_the_answers(kestrel: Kestrel) -> None:
    kept = keep_method_answers(kestrel.objective, ANSWERS, "okr", kestrel.ines)
    assert kept is not None
    assert kept.overruled


@pytest.mark.parametrize("answers", [{}, {"scope": "you"}, {"weather": "fine"}])
def test_no_answers_leave_no_row(kestrel: Kestrel, answers: dict[str, str]) -> None:
    assert keep_method_answers(kestrel.training, answers, "smart", kestrel.ines) is None
    assert not MethodAnswers.objects.exists()


def test_answers_are_read_through_the_gate_of_the_goal(kestrel: Kestrel) -> None:
    keep_method_answers(kestrel.training, ANSWERS, "smart", kestrel.ines)
    short_id = kestrel.training.short_id
    found = method_answers_of(Viewer.of(kestrel.helena), short_id.lower())
    assert found is not None
    assert found.answers == ANSWERS
    Goal.objects.filter(pk=kestrel.training.pk).update(visibility="private")
    assert method_answers_of(Viewer.of(kestrel.helena), short_id) is None
    assert method_answers_of(Viewer.of(kestrel.ines), short_id) is not None
