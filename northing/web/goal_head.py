"""What stands at the top of every goal's page: what it serves, whose it is, and what one may do."""

from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from northing.goals.models import Goal
from northing.goals.queries.above import Line, Named, lines_of
from northing.goals.queries.around import People, bond_among, people_of
from northing.goals.rules.kinds import GoalKind, GoalState, LinkMode, Visibility
from northing.goals.rules.rights import may_check_in, may_edit
from northing.measures.measure import Kind
from northing.people.rules import initials_of
from northing.web.addresses import goal_address
from northing.web.goal_marks import STATE_WORDS
from northing.web.marks import avatar_mark
from northing.web.page import PageRequest, hue_of

_METHODS = {
    GoalKind.OBJECTIVE: "OKR",
    GoalKind.KEY_RESULT: "Key result",
    GoalKind.SMART: "SMART",
}


@dataclass(frozen=True, slots=True)
class Serves:
    """One parent: the way down to it as words and addresses (a pillar leads to the strategy)."""

    trail: Sequence[tuple[str, str]]
    words: str
    href: str
    contributes: bool
    is_primary: bool
    confidence: int | None
    short_id: str
    kind: str


@dataclass(frozen=True, slots=True)
class Head:
    """The head of a goal's page."""

    goal: Goal
    owner_mark: Markup
    people: People
    serves: Sequence[Serves]
    method: str
    state: str
    seen_by: str
    address: str
    check_in: str
    may_edit: bool
    may_check_in: bool

    @property
    def lineage(self) -> Sequence[tuple[str, str]]:
        """The way down along the primary parent, or the first that the viewer may see."""
        return self.serves[0].trail if self.serves else ()

    @property
    def also_serves(self) -> Sequence[Serves]:
        """The other parents."""
        return self.serves[1:]


def head_of(request: PageRequest, goal: Goal) -> Head:
    """The head of a goal that its gate has let through. Two statements."""
    people = people_of(goal)
    bond = bond_among(request.viewer, goal, people)
    base = f"/{request.organization.slug}/"
    return Head(
        goal=goal,
        owner_mark=avatar_mark(initials_of(goal.owner.name), hue_of(goal.owner_id)),
        people=people,
        serves=[_serves(line, base) for line in lines_of(request.viewer, goal)],
        method=_method(goal),
        state=STATE_WORDS.get(GoalState(goal.state), ""),
        seen_by=_seen_by(goal, people),
        address=base + goal_address(goal.kind, goal.short_id, goal.statement),
        check_in=f"{base}goals/{goal.short_id}/check-ins?back=goal",
        may_edit=may_edit(bond) and goal.is_open,
        may_check_in=may_check_in(bond) and goal.is_open,
    )


def _serves(line: Line, base: str) -> Serves:
    trail = [
        (end.statement, f"{base}strategy" if end.is_pillar else base + _address(end))
        for end in line.ends
    ]
    parent = line.parent
    return Serves(
        trail=trail,
        words=trail[-1][0],
        href=trail[-1][1],
        contributes=line.mode == LinkMode.CONTRIBUTES,
        is_primary=line.is_primary,
        confidence=parent.confidence,
        short_id=parent.short_id,
        kind=parent.kind,
    )


def _address(end: Named) -> str:
    return goal_address(end.kind, end.short_id, end.statement)


def _method(goal: Goal) -> str:
    if goal.kind == GoalKind.KEY_RESULT and Kind(goal.measure.kind).is_bound:
        return "Keep healthy"
    method = _METHODS[GoalKind(goal.kind)]
    return f"{method}, {'stretch' if goal.is_stretch else 'committed'}"


def _seen_by(goal: Goal, people: People) -> str:
    """Who sees a goal that not everybody sees, in words."""
    if goal.visibility == Visibility.ORGANIZATION:
        return ""
    names = dict.fromkeys(
        [goal.owner.name, *(one.name for one in (*people.contributors, *people.audience))]
    )
    if goal.visibility == Visibility.TEAM and goal.team is not None:
        others = [name for name in names if name]
        return f"{goal.team.name}, its leads, {_listed(others)}"
    return _listed(list(names))


def _listed(names: Sequence[str]) -> str:
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"
