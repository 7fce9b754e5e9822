"""The school: short lessons, each with an exercise that the coach marks. Nothing is kept."""

from itertools import groupby
from typing import Any

from django.http import Http404, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from northing.coach.rules.lessons import Lesson, LessonUnknown, lesson, lessons, marked
from northing.web.local import takes_forms
from northing.web.page import PageRequest, page, show
from northing.web.school_words import asked_language, school_context
from northing.web.underlined import emphasized, underlined


@require_safe
@page
def school(request: PageRequest) -> HttpResponse:
    """All lessons: what a good goal has, and what people do with goals."""
    groups = groupby(lessons(asked_language(request)), key=lambda each: each.group)
    context = {"groups": [(group, list(those)) for group, those in groups]}
    return _show(request, "school/list.html", context)


@takes_forms
@page
def lesson_page(request: PageRequest, slug: str) -> HttpResponse:
    """One lesson. POST lets the coach look at an answer to its exercise."""
    try:
        shown = lesson(asked_language(request), slug)
    except LessonUnknown as unknown:
        raise Http404(str(unknown)) from unknown
    answer = request.POST.get("answer", shown.exercise.start)
    context = {
        "lesson": shown,
        "answer": answer,
        "marked": marked(shown, answer) if request.method == "POST" else None,
        "around": _around(shown),
        "emphasized": emphasized,
        "underlined": underlined,
    }
    return _show(request, "school/lesson.html", context)


def _around(shown: Lesson) -> tuple[Lesson | None, Lesson | None]:
    """The lessons before and after."""
    every = lessons(shown.language)
    at = every.index(shown)
    return (every[at - 1] if at else None), (every[at + 1] if at + 1 < len(every) else None)


def _show(request: PageRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    return show(request, template, {**context, **school_context(request)}, here="school")


urlpatterns = [
    path("<slug:organization>/school", school, name="school"),
    path("<slug:organization>/school/<slug:slug>", lesson_page, name="lesson"),
]
