"""Bare pages to measure against: one indexed read of 50 rows, the same template engine."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from northing.storage import statements
from northing.web.page import PageRequest, page, show
from northing.web.urls import urlpatterns as pages

_STATEMENT = """SELECT short_id, statement, kind, state, start, due, value, progress, confidence,
    next_check_in_due FROM goals_goal
    WHERE organization_id = (SELECT id FROM people_organization LIMIT 1)
        AND cycle_id = (SELECT id FROM cycles_cycle WHERE slug = 'quarter' LIMIT 1)
    ORDER BY id LIMIT 50"""


def bare(request: HttpRequest) -> HttpResponse:
    """Fifty rows of ten columns, as they lie in the table; nobody signed in, no frame."""
    return render(request, "bare_page.html", _fifty_rows())


@page
def framed(request: PageRequest) -> HttpResponse:
    """The same rows in the frame of every page: somebody signed in, sidebar, cycle, teams."""
    return show(request, "framed_page.html", _fifty_rows(), here="goals")


def _fifty_rows() -> dict[str, Any]:
    return {"rows": statements.rows(_STATEMENT, [])}


urlpatterns = [path("bare", bare), path("<slug:organization>/framed", framed), *pages]
