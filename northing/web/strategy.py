"""The strategy: why the organization exists and what it chose, readable as a page."""

from collections.abc import Mapping

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_safe

from northing.activity.queries import of_subject
from northing.goals.rules.rights import NotAllowed
from northing.insights.queries.pillars import goals_by_pillar
from northing.people.rules import may_edit_strategy
from northing.strategy.actions import StrategyConflict, write_strategy
from northing.strategy.models import Strategy
from northing.strategy.queries import pillars_of, strategy_of, values_of
from northing.strategy.rules import StrategyRefused, StrategyWords, Words
from northing.web.addresses import goal_address
from northing.web.forms import Typed
from northing.web.local import takes_forms
from northing.web.page import PageRequest, page, redirect_within, show

MOST_ROWS = 14


@require_safe
@page
def strategy_page(request: PageRequest) -> HttpResponse:
    """Mission, vision, values, pillars with the goals that stand under them, and what is left."""
    organization = request.organization.pk
    strategy = strategy_of(organization)
    goals = goals_by_pillar(request.viewer)
    context = {
        "strategy": strategy,
        "values": values_of(organization),
        "pillars": [(pillar, goals.get(pillar.pk, ())) for pillar in pillars_of(organization)],
        "changes": of_subject(organization, strategy.pk, limit=5),
        "may_edit": may_edit_strategy(request.person.role),
        "goal_address": goal_address,
    }
    return show(request, "strategy/page.html", context, here="strategy")


@takes_forms
@page
def edit_strategy(request: PageRequest) -> HttpResponse:
    """Write the strategy: one form, everything kept on a problem or a conflict."""
    if not may_edit_strategy(request.person.role):
        raise NotAllowed("Champions and admins write the strategy. Ask one of them.")
    if request.method != "POST":
        return _form(request, _present(request), {})
    if "more" in request.POST:
        return _form(request, request.POST.dict(), {}, more=request.POST["more"])
    if request.POST.get("keep") == "theirs":
        return redirect_within(request, "strategy")
    typed = Typed(request.POST)
    seen = typed.whole("version") or 0
    try:
        write_strategy(
            request.organization,
            _words(typed),
            request.person,
            today=request.today,
            seen_version=seen,
        )
    except StrategyRefused as refused:
        return _form(request, request.POST.dict(), refused.problems, status=422)
    except StrategyConflict:
        return _conflict(request)
    return redirect_within(request, "strategy")


def _words(typed: Typed) -> StrategyWords:
    return StrategyWords(
        mission=typed.text("mission"),
        vision=typed.text("vision"),
        will_not_do=typed.text("will_not_do"),
        values=_rows(typed, "value"),
        pillars=_rows(typed, "pillar"),
    )


def _rows(typed: Typed, stem: str) -> tuple[Words, ...]:
    return tuple(
        Words(name, typed.text(f"{stem}{n}_meaning"), typed.text(f"{stem}{n}_key"))
        for n in range(MOST_ROWS)
        if (name := typed.text(f"{stem}{n}_name"))
    )


def _present(request: PageRequest) -> dict[str, str]:
    strategy: Strategy = strategy_of(request.organization.pk)
    shown = {
        "mission": strategy.mission,
        "vision": strategy.vision,
        "will_not_do": strategy.will_not_do,
        "version": str(strategy.version),
    }
    for n, value in enumerate(values_of(request.organization.pk)):
        shown |= {f"value{n}_name": value.name, f"value{n}_meaning": value.meaning}
    for n, pillar in enumerate(pillars_of(request.organization.pk)):
        shown |= {
            f"pillar{n}_name": pillar.name,
            f"pillar{n}_meaning": pillar.meaning,
            f"pillar{n}_key": str(pillar.pk),
        }
    return shown


def _form(
    request: PageRequest,
    values: Mapping[str, str],
    problems: Mapping[str, str],
    *,
    status: int = 200,
    more: str = "",
    conflict: list[tuple[str, str, str]] | None = None,
) -> HttpResponse:
    context = {
        "values": values,
        "problems": problems,
        "error_list": [(f"id_{name}", text) for name, text in problems.items()],
        "value_rows": _row_count(values, "value", more),
        "pillar_rows": _row_count(values, "pillar", more),
        "conflict": conflict,
    }
    return show(request, "strategy/edit.html", context, here="strategy", status=status)


def _row_count(values: Mapping[str, str], stem: str, more: str) -> int:
    used = [n for n in range(MOST_ROWS) if values.get(f"{stem}{n}_name")]
    return min(MOST_ROWS, max([3, *(n + 2 for n in used)]) + (1 if more == stem else 0))


_FIELDS = {"mission": "Mission", "vision": "Vision", "will_not_do": "What we will not do"}


def _conflict(request: PageRequest) -> HttpResponse:
    theirs = _present(request)
    mine = request.POST.dict() | {"version": theirs["version"]}
    rows = [
        (words, mine.get(name, ""), theirs[name])
        for name, words in _FIELDS.items()
        if mine.get(name, "") != theirs[name]
    ]
    rows.append(("Pillars", _names(mine, "pillar"), _names(theirs, "pillar")))
    rows.append(("Values", _names(mine, "value"), _names(theirs, "value")))
    return _form(request, mine, {}, status=409, conflict=rows)


def _names(values: Mapping[str, str], stem: str) -> str:
    names = [values.get(f"{stem}{n}_name", "") for n in range(MOST_ROWS)]
    return ", ".join(name for name in names if name)


urlpatterns = [
    path("<slug:organization>/strategy", strategy_page, name="strategy"),
    path("<slug:organization>/strategy/edit", edit_strategy, name="edit_strategy"),
]
