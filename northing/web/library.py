"""The library: goals to start from, on one shelf a function."""

from django.http import Http404, HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from northing.coach.rules.templates import Shelf, templates
from northing.web.page import PageRequest, page, show
from northing.web.school_words import asked_language, school_context
from northing.web.template_values import template_key


@require_safe
@page
def library(request: PageRequest) -> HttpResponse:
    """Every shelf, with how many goals stand on it."""
    shelves = [(shelf, _count(shelf)) for shelf in templates(asked_language(request))]
    return _show(request, "school/library.html", {"shelves": shelves})


@require_safe
@page
def shelf_page(request: PageRequest, slug: str) -> HttpResponse:
    """The goals of one function; each may be taken into the composer."""
    shelves = templates(asked_language(request))
    shelf = next((each for each in shelves if each.slug == slug), None)
    if shelf is None:
        raise Http404(f"There is no shelf {slug[:40]!r}.")
    return _show(request, "school/shelf.html", {"shelf": shelf, "key": template_key})


def _count(shelf: Shelf) -> int:
    return len(list(shelf.statements))


def _show(request: PageRequest, template: str, context: dict[str, object]) -> HttpResponse:
    return show(request, template, {**context, **school_context(request)}, here="templates")


urlpatterns = [
    path("<slug:organization>/templates", library, name="library"),
    path("<slug:organization>/templates/<slug:slug>", shelf_page, name="shelf"),
]
