"""The school's lessons and the library of templates, read from their files and marked."""

import pytest

from northing.coach.rules.findings import State
from northing.coach.rules.language import LanguageUnknown
from northing.coach.rules.lessons import LessonUnknown, lesson, lessons, marked
from northing.coach.rules.statements import Kind
from northing.coach.rules.templates import templates


@pytest.mark.parametrize("code", ["de", "en"])
def test_every_language_has_the_same_lessons_in_the_same_order(code: str) -> None:
    assert [each.slug for each in lessons(code)] == [each.slug for each in lessons("en")]


def test_criteria_come_before_practices() -> None:
    groups = [each.group for each in lessons("en")]
    assert groups == sorted(groups)


def test_a_lesson_is_found_by_its_slug() -> None:
    assert lesson("en", "measurable").title == "Measurable"


def test_a_lesson_that_nobody_wrote_is_named_in_the_refusal() -> None:
    with pytest.raises(LessonUnknown, match="telepathy"):
        lesson("en", "telepathy")


@pytest.mark.parametrize("read", [lessons, templates])
def test_a_language_without_a_folder_is_refused(read: object) -> None:
    assert callable(read)
    with pytest.raises(LanguageUnknown, match="de, en"):
        read("../en")


def test_an_answer_that_meets_the_exercise_is_solved() -> None:
    answer = marked(lesson("en", "measurable"), "Cut the time to book a court from 9 to 2 minutes")
    assert answer.is_solved
    assert answer.open == ()


def test_an_answer_that_misses_the_exercise_hears_what_is_missing() -> None:
    answer = marked(lesson("en", "measurable"), "Improve the booking of courts")
    assert not answer.is_solved
    assert [finding.state for finding in answer.open] == [State.NOT_MET]
    assert answer.open[0].cure


def test_an_empty_answer_is_not_solved() -> None:
    assert not marked(lesson("en", "measurable"), "").is_solved


@pytest.mark.parametrize("code", ["de", "en"])
def test_there_are_templates_of_all_kinds(code: str) -> None:
    kinds = [asked.kind for shelf in templates(code) for asked in shelf.statements]
    assert len(kinds) >= 40
    assert {Kind.OBJECTIVE, Kind.KEY_RESULT, Kind.SMART_GOAL} == set(kinds)


@pytest.mark.parametrize("code", ["de", "en"])
def test_every_template_fills_the_ends_of_its_measure(code: str) -> None:
    for shelf in templates(code):
        for asked in shelf.statements:
            if asked.kind is not Kind.OBJECTIVE:
                assert asked.fields.has_target, asked.text
