"""What was told to the coach while a goal was written is kept with the goal."""

from collections.abc import Mapping

from northing.coach.actions.assessing import keep_assessment, keep_assessments
from northing.goals.models import Goal
from northing.web.coach_reading import SET, read_marks
from northing.web.page import PageRequest


def keep_what_was_told(goals: Mapping[str, Goal], request: PageRequest) -> None:
    """Keep what the coach finds in goals just written, by the key of their line in the form.

    What is meant so and what was answered is kept with it. Call in the transaction that wrote them.
    """
    marks = read_marks({name: request.POST.get(name, "") for name in request.POST})
    silent = []
    for line, goal in goals.items():
        # What was said of the goals seen together belongs to the one above them.
        told = (line, SET) if line == "statement" else (line,)
        meant = frozenset[str]().union(*(marks.deliberate.get(key, ()) for key in told))
        answers = {name: said for key in told for name, said in marks.answers.get(key, {}).items()}
        if meant or answers:
            keep_assessment(goal, request.person, meant, answers)
        else:
            silent.append(goal)
    keep_assessments(silent, request.person)
