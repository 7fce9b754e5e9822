"""Moving a goal: what it serves, whether it counts there, and with what weight."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from uuid import UUID

from django.contrib import messages
from django.http import HttpResponse
from django.urls import path

from northing.alignment.roll_up import RollUpRefused
from northing.goals.actions.aligning import align
from northing.goals.actions.goal_draft import LinkDraft
from northing.goals.models import AlignmentLink, Goal
from northing.goals.queries.bonds import require_edit
from northing.goals.queries.gate import GoalNotFound, visible_goal
from northing.goals.queries.links import links_up
from northing.goals.rules.kinds import AlignmentRefused, LinkMode, has_measure
from northing.measures.numbers import plain
from northing.strategy.queries import PillarNotFound, pillar_by_key, pillars_of
from northing.web.addresses import goal_address
from northing.web.forms import Typed
from northing.web.local import takes_forms
from northing.web.page import PageRequest, page, redirect_within, show

MOST_LINKS = 20
NO_PILLAR = UUID(int=0)


@dataclass(frozen=True, slots=True)
class LinkRow:
    """One link in the form: what it serves in words, and the choices."""

    number: int
    serves: str
    pillar: str
    mode: str
    weight: str


@takes_forms
@page
def align_goal(request: PageRequest, short_id: str) -> HttpResponse:
    """What a goal serves: GET shows the links, POST replaces them."""
    goal = visible_goal(request.viewer, short_id)
    require_edit(request.viewer, goal)
    shown, hidden = links_up(request.viewer, goal)
    if request.method != "POST":
        return _form(request, goal, [_row(n, link) for n, link in enumerate(shown)], {})
    typed = Typed(request.POST)
    links = [link for n in range(MOST_LINKS) if (link := _link(request, typed, n)) is not None]
    if not typed.problems:
        try:
            align(goal, links, request.person, out_of_sight=hidden)
            messages.success(request, "Saved")
            return redirect_within(request, goal_address(goal.kind, goal.short_id, goal.statement))
        except (AlignmentRefused, RollUpRefused) as refused:
            typed.problems["links"] = str(refused)
    return _form(request, goal, _typed_rows(typed), typed.problems, status=422)


def _row(number: int, link: AlignmentLink) -> LinkRow:
    parent = link.parent
    serves = f"{parent.short_id} {parent.statement}" if parent is not None else ""
    weight = link.weight if link.weight is not None else Decimal(1)
    return LinkRow(number, serves, str(link.pillar_id or ""), link.mode, plain(weight))


def _typed_rows(typed: Typed) -> list[LinkRow]:
    rows = []
    for number in range(MOST_LINKS):
        serves, pillar = typed.text(f"serves{number}"), typed.text(f"pillar{number}")
        if serves or pillar:
            mode = typed.text(f"mode{number}") or LinkMode.CONTRIBUTES
            weight = typed.text(f"weight{number}") or "1"
            rows.append(LinkRow(number, serves, pillar, mode, weight))
    return rows


def _link(request: PageRequest, typed: Typed, number: int) -> LinkDraft | None:
    words, pillar = typed.text(f"serves{number}"), typed.key(f"pillar{number}")
    if not words and pillar is None:
        return None
    weight = typed.number(f"weight{number}")
    mode = LinkMode(typed.choice(f"mode{number}", LinkMode, LinkMode.CONTRIBUTES))
    try:
        if words:
            parent = visible_goal(request.viewer, words.split(" ")[0])
            mode = LinkMode.SUPPORTS if has_measure(parent.kind) else mode
            return LinkDraft(parent=parent, mode=mode, weight=_or_one(weight))
        found = pillar_by_key(request.organization.pk, pillar or NO_PILLAR)
        return LinkDraft(pillar=found, mode=mode, weight=_or_one(weight))
    except GoalNotFound:
        typed.problems[f"serves{number}"] = (
            f"There is no goal {words.split(' ')[0][:20]} that you may see. Choose one."
        )
    except PillarNotFound:
        typed.problems[f"pillar{number}"] = "This pillar is gone. Choose another one."
    return None


def _or_one(weight: Decimal | None) -> Decimal:
    return Decimal(1) if weight is None else weight


def _form(
    request: PageRequest,
    goal: Goal,
    rows: list[LinkRow],
    problems: Mapping[str, str],
    *,
    status: int = 200,
) -> HttpResponse:
    spare = LinkRow(max((row.number for row in rows), default=-1) + 1, "", "", "contributes", "1")
    context = {
        "goal": goal,
        "address": goal_address(goal.kind, goal.short_id, goal.statement),
        "rows": [*rows, spare],
        "pillars": [(str(p.pk), p.name) for p in pillars_of(request.organization.pk)],
        "problems": problems,
        "error_list": [(f"id_{name}", text) for name, text in problems.items()],
    }
    return show(request, "alignment/page.html", context, here="goals", status=status)


urlpatterns = [
    path("<slug:organization>/goals/<str:short_id>/alignment", align_goal, name="align_goal"),
]
