"""What the coach finds, on the page of a goal: what it shows, and what it is told there."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from django.http import HttpResponse
from django.urls import path
from django.views.decorators.http import require_POST

from northing.coach.actions.assessing import answer, mark_deliberate, take_back
from northing.coach.models import KeptAssessment
from northing.coach.queries.last_kept import LastKept, last_kept
from northing.coach.queries.statements import kind_of, statement_as_loaded
from northing.coach.rules.answering import NotAsked
from northing.coach.rules.assessing import VERSION, assess
from northing.coach.rules.findings import Criterion, Finding, State
from northing.coach.rules.plain import findings_from_plain
from northing.goals.models import Goal
from northing.goals.queries.gate import visible_goal
from northing.goals.rules.kinds import GoalKind
from northing.goals.rules.rights import NotAllowed
from northing.web.addresses import goal_address
from northing.web.assessment_lines import Lines, Read, lines_of
from northing.web.goal_head import Head
from northing.web.page import PageRequest, page, redirect_within

_SERVES = "R0"


@dataclass(frozen=True, slots=True)
class Shown:
    """An assessment on the page of its goal. `kept_on` is None where it was made just now.

    `has_other_words` and `is_amended`: the goal has changed since. `may_tell` is for whoever may
    edit the goal and sees what was found in its present words.
    """

    ready: int
    of: int
    language: str
    version: str
    lines: Lines
    statement: str
    kept_on: date | None = None
    keeper: str = ""
    has_other_words: bool = False
    is_amended: bool = False
    may_edit: bool = False

    @property
    def may_tell(self) -> bool:
        return self.may_edit and not self.has_other_words

    @property
    def has_newer_rules(self) -> bool:
        """Whether the rules have changed since."""
        return self.version != VERSION


def assessment_context(request: PageRequest, goal: Goal, head: Head) -> Mapping[str, Any]:
    """What the coach found in a goal that its gate has let through. One statement."""
    last = last_kept(request.viewer, goal)
    if last.assessment is None:
        return {"assessed": _read_now(goal, last, head)}
    return {"assessed": _kept(request, goal, last, last.assessment, head)}


def _kept(
    request: PageRequest, goal: Goal, last: LastKept, kept: KeptAssessment, head: Head
) -> Shown:
    findings = _in_sight(findings_from_plain(kept.findings), head)
    read = Read(
        kept.statement,
        kind_of(kept.kind),
        kept.language,
        findings,
        last.answers,
        _parts(goal),
    )
    return Shown(
        ready=sum(each.is_ready for each in findings),
        of=_judged(read.findings),
        language=kept.language,
        version=kept.rules_version,
        lines=lines_of(read),
        statement=kept.statement,
        kept_on=kept.created_at.astimezone(ZoneInfo(request.organization.time_zone)).date(),
        keeper=last.keeper,
        has_other_words=kept.statement != goal.statement,
        is_amended=kept.statement == goal.statement and kept.goal_version != goal.version,
        may_edit=head.may_edit,
    )


def _in_sight(findings: Sequence[Finding], head: Head) -> tuple[Finding, ...]:
    """Without "serves something above it" for whoever may see nothing that it serves."""
    return tuple(each for each in findings if head.serves or each.rule != _SERVES)


def _read_now(goal: Goal, last: LastKept, head: Head) -> Shown:
    """A goal that was written before the coach read along, or that came from a file."""
    statement = statement_as_loaded(goal, is_linked=bool(head.serves), steps=last.steps)
    found = assess(statement)
    read = Read(goal.statement, statement.kind, found.language, found.findings, {}, _parts(goal))
    return Shown(
        ready=found.ready,
        of=_judged(found.findings),
        language=found.language,
        version=found.version,
        lines=lines_of(read),
        statement=goal.statement,
        may_edit=head.may_edit,
    )


def _judged(findings: Sequence[Finding]) -> int:
    """How many are ready or could be better: what only people can tell is listed, not counted."""
    return sum(each.is_ready or each.state is not State.CANT_TELL for each in findings)


def _parts(goal: Goal) -> frozenset[Criterion]:
    """The criteria that a written part of a SMART goal speaks of."""
    if goal.kind != GoalKind.SMART:
        return frozenset()
    parts = {Criterion.ATTAINABLE: goal.achievable, Criterion.RELEVANT: goal.relevant}
    return frozenset(criterion for criterion, text in parts.items() if text.strip())


@require_POST
@page
def tell_the_coach(request: PageRequest, short_id: str) -> HttpResponse:
    """An answer to a question, or that something is meant so. Comes back to the goal's page."""
    goal = visible_goal(request.viewer, short_id)
    if not goal.is_open:
        raise NotAllowed("A closed goal stays as it was judged. Write what you learnt in the next.")
    if "mean" in request.POST:
        mark_deliberate(goal, request.POST["mean"], request.person)
    elif "take_back" in request.POST:
        take_back(goal, request.POST["take_back"], request.person)
    elif "about" in request.POST:
        answer(goal, request.POST["about"], request.POST.get("answer", ""), request.person)
    else:
        raise NotAsked("Nothing was said. Press one of the buttons below a finding.")
    return redirect_within(
        request, goal_address(goal.kind, goal.short_id, goal.statement) + "#coach"
    )


urlpatterns = [
    path("<slug:organization>/goals/<str:short_id>/assessment", tell_the_coach),
]
