"""From the composer's fields to drafts of goals. Problems keep the names of the fields."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from northing.cycles.models import Cycle
from northing.cycles.queries import CycleNotFound, cycle_by_slug
from northing.goals.actions.goal_draft import GoalDraft, LinkDraft, StepDraft
from northing.goals.queries.gate import GoalNotFound, visible_goal
from northing.goals.rules.kinds import Ambition, GoalKind, LinkMode, Visibility, has_measure
from northing.measures.measure import Kind
from northing.people.models import Team
from northing.people.queries import NotFound, named_team
from northing.strategy.models import Pillar
from northing.strategy.queries import PillarNotFound, pillar_by_key
from northing.web.forms import Typed
from northing.web.measure_fields import read_measure, read_milestones
from northing.web.page import PageRequest

METHODS = ("okr", "key_result", "smart", "healthy")
MOST_KEY_RESULTS = 12
MOST_STEPS = 40


@dataclass(frozen=True, slots=True)
class Composed:
    """What the composer was given: one goal, and for an objective its key results.

    `numbers` holds, for each key result, the number of its row on the page.
    """

    goal: GoalDraft
    key_results: Sequence[GoalDraft] = ()
    numbers: Sequence[int] = ()


def read_composed(request: PageRequest, typed: Typed) -> Composed | None:
    """The drafts that were typed; None when a problem stands in the way of making them."""
    method = typed.text("method") or "okr"
    if method not in METHODS:
        typed.problems["method"] = "Choose one of the methods."
        return None
    frame = _frame(request, typed)
    if frame is None:
        return None
    if method == "okr":
        return _okr(typed, frame)
    if method == "smart":
        goal = _smart(typed, frame)
    else:
        goal = _measured(typed, frame, "m_", healthy=method == "healthy")
    return Composed(goal)


def _frame(request: PageRequest, typed: Typed) -> GoalDraft | None:
    """The common part of every goal: who, when, for whom to see, and what it serves."""
    cycle = _cycle(request, typed)
    owner = typed.person("owner", request.organization) or request.person
    draft_links = _links(request, typed)
    team = _team(request, typed)
    visibility = Visibility(typed.choice("visibility", Visibility, Visibility.ORGANIZATION))
    if visibility == Visibility.TEAM and team is None:
        typed.problems["team"] = "Choose the team that may see it."
    if cycle is None:
        return None
    return GoalDraft(
        kind=GoalKind.OBJECTIVE,
        statement=typed.text("statement"),
        owner=owner,
        cycle=cycle,
        team=team,
        ambition=Ambition(typed.choice("ambition", Ambition, Ambition.COMMITTED)),
        visibility=visibility,
        start=_start(request, typed, cycle),
        due=typed.day("due"),
        links=draft_links,
        contributors=typed.people("contributors", request.organization),
        audience=typed.people("audience", request.organization)
        if visibility == Visibility.PRIVATE
        else (),
    )


def _start(request: PageRequest, typed: Typed, cycle: Cycle) -> date | None:
    """The day as typed. Today, which the form offers, means the first day of a later cycle."""
    start = typed.day("start")
    is_offered = start == request.today and not cycle.period.contains(request.today)
    return None if is_offered else start


def _cycle(request: PageRequest, typed: Typed) -> Cycle | None:
    try:
        return cycle_by_slug(request.organization.pk, typed.text("cycle"))
    except CycleNotFound:
        typed.problems["cycle"] = "Choose a cycle."
        return None


def _team(request: PageRequest, typed: Typed) -> Team | None:
    try:
        return named_team(request.organization, typed.text("team"))
    except NotFound as missing:
        typed.problems["team"] = str(missing)
        return None


def _links(request: PageRequest, typed: Typed) -> Sequence[LinkDraft]:
    """What the goal serves: a pillar from the list, or a goal by its short id."""
    pillar = typed.key("pillar")
    links: list[LinkDraft] = []
    parent = typed.text("parent").split(" ")[0]
    if parent:
        try:
            found = visible_goal(request.viewer, parent)
            mode = LinkMode.SUPPORTS if has_measure(found.kind) else LinkMode.CONTRIBUTES
            links.append(LinkDraft(parent=found, mode=mode))
        except GoalNotFound:
            typed.problems["parent"] = (
                f"There is no goal {parent[:20]} that you may see. Choose one from the list."
            )
    if pillar is not None:
        found_pillar = _pillar(request, typed)
        links.extend([LinkDraft(pillar=found_pillar)] if found_pillar else [])
    return links


def _pillar(request: PageRequest, typed: Typed) -> Pillar | None:
    key = typed.key("pillar")
    try:
        return pillar_by_key(request.organization.pk, key) if key else None
    except PillarNotFound:
        typed.problems["pillar"] = "This pillar is gone. Choose another one."
        return None


def _okr(typed: Typed, frame: GoalDraft) -> Composed:
    goal = replace(frame, why=typed.text("why"))
    numbers = [n for n in range(MOST_KEY_RESULTS) if _is_filled(typed, f"kr{n}_")]
    rows = [_key_result(typed, frame, f"kr{n}_") for n in numbers]
    return Composed(goal, rows, numbers)


def _is_filled(typed: Typed, prefix: str) -> bool:
    names = ("statement", "baseline", "target", "lower", "upper", "milestones")
    return any(typed.text(prefix + name) for name in names)


def _key_result(typed: Typed, frame: GoalDraft, prefix: str) -> GoalDraft:
    return replace(
        frame,
        kind=GoalKind.KEY_RESULT,
        # Its field grows with the words, but a key result is one line.
        statement=" ".join(typed.text(f"{prefix}statement").split()),
        links=(),
        measure=read_measure(typed, prefix),
        steps=_milestones(typed, prefix),
        due=typed.day(f"{prefix}due") or frame.due,
    )


def _measured(typed: Typed, frame: GoalDraft, prefix: str, *, healthy: bool) -> GoalDraft:
    return replace(
        frame,
        kind=GoalKind.KEY_RESULT,
        why=typed.text("why"),
        measure=read_measure(typed, prefix, Kind.AT_LEAST if healthy else Kind.FROM_TO),
        definition=typed.text("definition"),
        steps=_milestones(typed, prefix),
    )


def _smart(typed: Typed, frame: GoalDraft) -> GoalDraft:
    """A SMART goal. Reached by milestones, its dated steps are the milestones."""
    return replace(
        frame,
        kind=GoalKind.SMART,
        specific=typed.text("specific"),
        achievable=typed.text("achievable"),
        relevant=typed.text("relevant"),
        measure=read_measure(typed, "m_"),
        definition=typed.text("definition"),
        steps=_steps(typed) or _milestones(typed, "m_"),
    )


def _milestones(typed: Typed, prefix: str) -> Sequence[StepDraft]:
    if typed.text(f"{prefix}kind") != Kind.MILESTONES:
        return ()
    return tuple(StepDraft(title) for title in read_milestones(typed, prefix))


def _steps(typed: Typed) -> Sequence[StepDraft]:
    steps = []
    for number in range(MOST_STEPS):
        title, due = typed.text(f"step{number}_title"), _step_day(typed, number)
        if title:
            steps.append(StepDraft(title, due))
    return tuple(steps)


def _step_day(typed: Typed, number: int) -> date | None:
    return typed.day(f"step{number}_due")
