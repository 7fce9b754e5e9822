"""The school and the library: lessons in two languages, a marked exercise, a template taken."""

import re
from collections.abc import Callable

import pytest
from django.test import Client
from markupsafe import Markup

from northing.coach.rules.findings import Span
from northing.coach.rules.lessons import lessons
from northing.coach.rules.templates import templates
from northing.goals.models import Goal
from northing.goals.rules.kinds import GoalKind
from northing.people.models import Person
from northing.web.template_values import template_values
from northing.web.underlined import emphasized, underlined
from tests.cast import Kestrel

SignIn = Callable[[Person], Client]
MEASURABLE = "/kestrel/school/measurable"


def text(answer: object) -> str:
    return getattr(answer, "content", b"").decode()


@pytest.mark.parametrize("code", ["en", "de"])
def test_every_lesson_is_linked_and_opens(code: str, kestrel: Kestrel, signed_in: SignIn) -> None:
    browser = signed_in(kestrel.ruth)
    page = text(browser.get(f"/kestrel/school?language={code}"))
    for lesson in lessons(code):
        address = f"/kestrel/school/{lesson.slug}?language={code}"
        assert f'href="{address}"' in page
        assert lesson.exercise.task in Markup(text(browser.get(address))).unescape()


def test_the_organizations_language_is_the_schools(kestrel: Kestrel, signed_in: SignIn) -> None:
    kestrel.organization.language = "de"
    kestrel.organization.save()
    assert 'lang="de"' in text(signed_in(kestrel.ruth).get("/kestrel/school"))


def test_a_language_that_nobody_wrote_is_english(kestrel: Kestrel, signed_in: SignIn) -> None:
    assert signed_in(kestrel.ruth).get("/kestrel/school?language=xx").status_code == 200


def test_the_coach_marks_a_weak_answer(kestrel: Kestrel, signed_in: SignIn) -> None:
    answer = {"answer": "Make the hall easier to book"}
    page = text(signed_in(kestrel.ruth).post(MEASURABLE, answer))
    assert "Not quite yet" in page
    assert "Make the hall easier to book</textarea>" in page


def test_the_coach_marks_a_good_answer(kestrel: Kestrel, signed_in: SignIn) -> None:
    answer = {"answer": "Cut the time to book the hall from 9 to 2 minutes"}
    assert "finds everything it asked for" in text(signed_in(kestrel.ruth).post(MEASURABLE, answer))


@pytest.mark.parametrize("answer", ["", " ", "\x00", "😀" * 400, "<script>alert(1)</script>", "4"])
def test_any_answer_is_looked_at(answer: str, kestrel: Kestrel, signed_in: SignIn) -> None:
    page = signed_in(kestrel.ruth).post(MEASURABLE, {"answer": answer})
    assert page.status_code == 200
    assert "<script>alert" not in text(page)


def test_a_lesson_that_is_not_there(kestrel: Kestrel, signed_in: SignIn) -> None:
    assert signed_in(kestrel.ruth).get("/kestrel/school/nothing").status_code == 404
    assert signed_in(kestrel.ruth).get("/kestrel/templates/nothing").status_code == 404


@pytest.mark.parametrize("shelf", [shelf.slug for shelf in templates("en")])
def test_every_shelf_shows_its_goals(shelf: str, kestrel: Kestrel, signed_in: SignIn) -> None:
    page = Markup(text(signed_in(kestrel.ruth).get(f"/kestrel/templates/{shelf}"))).unescape()
    for goal in next(each for each in templates("en") if each.slug == shelf).statements:
        assert goal.text in page


def test_a_template_becomes_a_goal(kestrel: Kestrel, signed_in: SignIn) -> None:
    browser = signed_in(kestrel.ruth)
    shelf = text(browser.get("/kestrel/templates/support"))
    taken = re.search(r'href="(/kestrel/goals/new\?template=[^"]+)"', shelf)
    assert taken is not None
    page = text(browser.get(taken[1]))
    first = templates("en")[[each.slug for each in templates("en")].index("support")].objectives[0]
    assert first.statement in Markup(page).unescape()
    key = taken[1].partition("template=")[2]
    fields = template_values(key) | {"cycle": "2027-q1", "owner": "Ruth Adeyemi"}
    assert browser.post("/kestrel/goals/new", fields).status_code == 303
    goal = Goal.objects.filter(kind=GoalKind.OBJECTIVE).latest("created_at", "id")
    assert (goal.statement, goal.contributing) == (first.statement, len(first.key_results))


@pytest.mark.parametrize(
    "key", ["", "x", "en.support", "en.support.okr.99", "en.support.okr.-1", "xx.y.z.0", "....."]
)
def test_no_template_by_that_name_fills_nothing(key: str) -> None:
    assert template_values(key) == {}


def test_words_are_underlined_by_code_points() -> None:
    assert underlined("😀 <b>fast</b>", [Span(5, 9)]) == Markup(
        '😀 &lt;b&gt;<u class="pointed">fast</u>&lt;/b&gt;'
    )


def test_spans_that_overlap_or_lie_outside_are_left_out() -> None:
    assert underlined("fast", [Span(0, 2), Span(1, 3), Span(3, 9)]) == Markup(
        '<u class="pointed">fa</u>st'
    )


def test_stars_make_words_bold() -> None:
    assert emphasized("Say **how <much>**.") == Markup("Say <strong>how &lt;much&gt;</strong>.")
