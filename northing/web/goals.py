"""The goals of a cycle: as an outline from the mission down, as a table, and as a file."""

from collections.abc import Mapping
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import path
from django.views.decorators.http import require_safe

from northing.cycles.models import Cycle
from northing.cycles.queries import family_of
from northing.goals.queries.gate import visible_goal
from northing.goals.queries.listing import PAGE, GoalPage, Sort, every_goal, goal_page, newest_goal
from northing.goals.queries.outline import branches_under, outline, outline_of
from northing.strategy.queries import mission_and_pillars
from northing.web.addresses import goal_address
from northing.web.goal_csv import goals_as_csv
from northing.web.goal_filters import (
    DUE_CHOICES,
    KIND_CHOICES,
    PACE_CHOICES,
    SAYS_CHOICES,
    Asked,
    asked_for,
    chips_of,
    written_place,
)
from northing.web.goal_lines import goal_line
from northing.web.goal_tree import TreeOptions, branch_lines, tree_lines
from northing.web.page import PageRequest, page, show

MATCHES_IN_OUTLINE = 25
_COLUMNS: tuple[tuple[str, str, Sort | None], ...] = (
    ("goal", "Goal", Sort.STATEMENT),
    ("owner", "Owner", None),
    ("path", "Start, now, target", None),
    ("way", "Way covered", None),
    ("says", "Owner says", Sort.SAYS),
    ("checked-in", "Checked in", None),
    ("pace", "Pace", None),
    ("due", "Check-in due", None),
)


@require_safe
@page
def goals(request: PageRequest) -> HttpResponseBase:
    """All goals that somebody may see, narrowed and sorted as the address says."""
    asked = asked_for(request)
    if _wants_csv(request) and asked.cycle is not None and not asked.problems:
        return _file(request, asked, asked.cycle)
    if asked.root and asked.cycle is not None:
        return _subtree(request, asked, asked.cycle)
    shown: Mapping[str, Any] = {}
    if asked.cycle is not None and not asked.problems:
        show_as = _table if asked.view == "table" else _outline
        shown = show_as(request, asked, asked.cycle)
    context = {**_around(asked), **shown}
    if not asked.problems and asked.wanted.is_empty and not (context["tree"] or context["lines"]):
        context["elsewhere"] = _elsewhere(request, asked)
    status = 422 if asked.problems else 200
    return show(request, "goals/list.html", context, here="goals", status=status)


def _elsewhere(request: PageRequest, asked: Asked) -> Cycle | None:
    """Where the goal that was written last stands, when it is not in this cycle."""
    newest = newest_goal(request.viewer)
    return newest.cycle if newest is not None and newest.cycle != asked.cycle else None


def _wants_csv(request: HttpRequest) -> bool:
    if request.GET.get("format") == "csv":
        return True
    return request.headers.get("Accept", "").split(",")[0].strip() == "text/csv"


def _file(request: PageRequest, asked: Asked, cycle: Cycle) -> HttpResponseBase:
    rows = every_goal(request.viewer, cycle.pk, asked.wanted, request.today, asked.order)
    return goals_as_csv(rows, f"goals-{cycle.slug}", request.today)


def _table(request: PageRequest, asked: Asked, cycle: Cycle) -> Mapping[str, Any]:
    found = goal_page(
        request.viewer, cycle.pk, asked.wanted, request.today, asked.order, asked.place, PAGE
    )
    base = _base(request)
    return {
        "lines": [goal_line(row, base, request.today) for row in found.rows],
        "headings": [_heading(asked, *column) for column in _COLUMNS],
        **_pages(asked, found),
    }


def _heading(asked: Asked, name: str, words: str, sort: Sort | None) -> tuple[str, str, str, str]:
    """A column's name, words, the query that sorts by it, and how it is sorted now."""
    if sort is None:
        return name, words, "", ""
    is_here = asked.order.by is sort
    turned = is_here and not asked.order.is_reversed
    query = asked.query(sort=f"-{sort.value}" if turned else sort.value)
    sorted_now = "descending" if asked.order.is_reversed else "ascending"
    return name, words, query, sorted_now if is_here else ""


def _outline(request: PageRequest, asked: Asked, cycle: Cycle) -> Mapping[str, Any]:
    options = TreeOptions(_base(request), request.today, asked.query() + "&")
    if asked.wanted.is_empty:
        plan = outline(request.viewer, family_of(cycle, asked.cycles))
        mission, pillars = mission_and_pillars(request.organization.pk)
        lines = tree_lines(plan, mission, pillars, options)
        is_empty = all(line.goal is None for line in lines)
        return {"tree": [] if is_empty else lines, "is_whole": plan.is_whole}
    found = goal_page(
        request.viewer,
        cycle.pk,
        asked.wanted,
        request.today,
        asked.order,
        asked.place,
        MATCHES_IN_OUTLINE,
    )
    matches = outline_of(request.viewer, found.rows)
    return {"tree": tree_lines(matches, "", {}, options), "is_whole": True, **_pages(asked, found)}


def _subtree(request: PageRequest, asked: Asked, cycle: Cycle) -> HttpResponse:
    """What hangs under one goal: a page of its own, or just the list for a tree that asks."""
    root = visible_goal(request.viewer, asked.root)
    cycles = family_of(cycle, asked.cycles)
    branches, is_more = branches_under(request.viewer, root.pk, cycles)
    options = TreeOptions(_base(request), request.today, asked.query() + "&")
    context = {"tree": branch_lines(branches, options), "is_more": is_more, "root": root}
    context["root_href"] = _base(request) + goal_address(root.kind, root.short_id, root.statement)
    if request.headers.get("HX-Request"):
        return render(request, "goals/_subtree.html", context)
    return show(request, "goals/list.html", {**_around(asked), **context}, here="goals")


def _pages(asked: Asked, found: GoalPage) -> Mapping[str, str]:
    before, after = found.previous, found.next
    return {
        "previous_page": asked.query(before=written_place(before)) if before else "",
        "next_page": asked.query(after=written_place(after)) if after else "",
    }


def _around(asked: Asked) -> dict[str, Any]:
    """What stands around every view: the filters, and how to leave them."""
    kept = {name: asked.parts().get(name, "") for name in ("view", "sort")}
    return {
        "asked": asked,
        "chips": list(chips_of(asked)),
        "clear": asked.query(
            **dict.fromkeys(("team", "owner", "kind", "says", "pace", "due", "q"), "")
        ),
        "kept": {name: value for name, value in kept.items() if value},
        "as_outline": asked.query(view=""),
        "as_table": asked.query(view="table"),
        "as_file": asked.query(view="", format="csv"),
        "cycles_offered": [(cycle.slug, cycle.name) for cycle in asked.cycles],
        "kinds": KIND_CHOICES,
        "statuses": SAYS_CHOICES,
        "paces": PACE_CHOICES,
        "dues": DUE_CHOICES,
        "tree": None,
        "lines": None,
        "elsewhere": None,
        "root": None,
        "is_whole": True,
        "is_more": False,
        "previous_page": "",
        "next_page": "",
    }


def _base(request: PageRequest) -> str:
    return f"/{request.organization.slug}/"


urlpatterns = [path("<slug:organization>/goals", goals, name="goals")]
