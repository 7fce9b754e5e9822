"""Bare pages to measure against: one indexed read of 50 goals, the same template engine.

The *bare* page is the plain page of this framework: 50 objects of ten columns, nobody signed in, no
frame. The page of *tuples* shows the same cells as they lie in the table, without objects: nothing
with 50 rows can cost less. The *framed* page is that one signed in, with all that every page has.
"""

from functools import cache
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

from northing.cycles.models import Cycle
from northing.goals.models import Goal
from northing.storage import statements
from northing.web.page import PageRequest, page, show
from northing.web.urls import urlpatterns as pages

COLUMNS = (
    *("short_id", "statement", "kind", "state", "start", "due"),
    *("value", "progress", "confidence", "next_check_in_due"),
)
_STATEMENT = f"""SELECT {", ".join(COLUMNS)} FROM goals_goal
    WHERE organization_id = %s AND cycle_id = %s ORDER BY id LIMIT 50"""


def bare(request: HttpRequest) -> HttpResponse:
    """Fifty objects of ten columns."""
    organization, cycle = _somewhere()
    found = Goal.objects.filter(organization_id=organization, cycle_id=cycle).order_by("id")
    return render(request, "bare_page.html", {"goals": found.only(*COLUMNS)[:50]})


def tuples(request: HttpRequest) -> HttpResponse:
    """The same cells as the database gives them."""
    return render(request, "tuples_page.html", _fifty_rows())


@page
def framed(request: PageRequest) -> HttpResponse:
    """The tuples in the frame of every page: somebody signed in, sidebar, cycle, teams."""
    return show(request, "framed_page.html", _fifty_rows(), here="goals")


def _fifty_rows() -> dict[str, Any]:
    keys = [statements.key(one) for one in _somewhere()]
    return {"rows": statements.rows(_STATEMENT, keys)}


@cache
def _somewhere() -> tuple[UUID, UUID]:
    """The first organization with a quarter, and that quarter."""
    cycle = Cycle.objects.filter(slug="quarter").order_by("id")[0]
    return cycle.organization_id, cycle.pk


urlpatterns = [
    path("bare", bare),
    path("tuples", tuples),
    path("<slug:organization>/framed", framed),
    *pages,
]
