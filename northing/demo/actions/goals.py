"""Writing the demo's goals and what happened to them, by the actions that everybody uses."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from northing.check_ins.actions.history import Told, record_history
from northing.check_ins.actions.recording import Answer
from northing.coach.actions.assessing import keep_assessments
from northing.cycles.actions.planning import set_state
from northing.cycles.rules import CycleState
from northing.demo.actions.foundation import Foundation
from northing.demo.clock import Clock
from northing.demo.dated import DatedAmendment, DatedCheckIn, DatedGoal
from northing.demo.shapes import Link, Objective
from northing.goals.actions.amending import amend
from northing.goals.actions.ending import end_goals
from northing.goals.actions.goal_draft import GoalDraft, LinkDraft, StepDraft
from northing.goals.actions.reading import restand
from northing.goals.actions.writing import create_goal
from northing.goals.models import Goal
from northing.goals.rules.kinds import LinkMode

_CHAMPION = "tomas.lindqvist"


@dataclass(slots=True)
class Quarter:
    """The goals of one quarter as they are written, by statement."""

    foundation: Foundation
    clock: Clock
    goals: dict[str, Goal] = field(default_factory=dict)

    def write(self, plan: Sequence[DatedGoal]) -> None:
        """Write the goals, then their amendments and check-ins, then what became of them."""
        for dated in plan:
            self.goals[dated.statement] = self._create(dated)
        self._assess(plan, self.clock.before(plan[0].span.start))
        for dated in plan:
            for amendment in dated.amendments:
                self._amend(dated, amendment)
                self._assess([dated], self.clock.at(amendment.on))
        self._record(plan)
        self._end(plan)

    def _create(self, dated: DatedGoal) -> Goal:
        people, written = self.foundation.people, dated.written
        draft = GoalDraft(
            kind=dated.kind,
            statement=dated.statement,
            owner=people[dated.owner],
            cycle=self.foundation.cycles[dated.span.slug],
            team=self.foundation.teams.get(dated.team),
            why=written.why if isinstance(written, Objective) else "",
            specific=getattr(written, "specific", ""),
            achievable=getattr(written, "achievable", ""),
            relevant=getattr(written, "relevant", ""),
            ambition=dated.ambition,
            visibility=dated.visibility,
            due=dated.due,
            measure=dated.measure,
            definition=getattr(written, "definition", ""),
            steps=[StepDraft(step.title, step.due, done_on=step.done_on) for step in dated.steps],
            links=[self._link(link) for link in dated.links],
            contributors=[people[h] for h in getattr(written, "contributors", ())],
            audience=[people[h] for h in getattr(written, "seen_by", ())],
        )
        at = self.clock.before(dated.span.start) + timedelta(minutes=2 * len(self.goals))
        return create_goal(draft, draft.owner, at=at, roll_up=False)

    def _link(self, link: Link) -> LinkDraft:
        return LinkDraft(
            parent=self.goals.get(link.statement),
            pillar=self.foundation.pillars.get(link.statement),
            mode=LinkMode.SUPPORTS if link.is_support else LinkMode.CONTRIBUTES,
            weight=link.weight,
        )

    def _assess(self, plan: Sequence[DatedGoal], at: datetime) -> None:
        keep_assessments([self.goals[dated.statement] for dated in plan], at=at)

    def _amend(self, dated: DatedGoal, amendment: DatedAmendment) -> None:
        goal = self.goals[dated.statement]
        changes: dict[str, Any] = {"measure": amendment.measure, "due": amendment.due}
        self.goals[dated.statement] = amend(
            goal.pk,
            {name: value for name, value in changes.items() if value is not None},
            self.foundation.people[amendment.by],
            reason=amendment.reason,
            today=amendment.on,
            seen_version=goal.version,
            at=self.clock.at(amendment.on),
        )

    def _record(self, plan: Sequence[DatedGoal]) -> None:
        told = [self._told(dated, one) for dated in plan for one in dated.check_ins]
        organization = self.foundation.organization
        record_history(organization, told, self.clock.today)
        silent = [self.goals[dated.statement].pk for dated in plan if not dated.check_ins]
        restand(organization, silent)

    def _told(self, dated: DatedGoal, one: DatedCheckIn) -> Told:
        answer = Answer(
            value=one.value,
            confidence=one.confidence,
            note=one.note,
            help_wanted=one.asks_for_help,
            on=one.on,
            at=self.clock.at(one.on, one.at),
        )
        by = self.foundation.people[one.by]
        return Told(self.goals[dated.statement], answer, by, one.is_correction)

    def _end(self, plan: Sequence[DatedGoal]) -> None:
        span = plan[0].span
        if span.state is not CycleState.CLOSED:
            return
        organization, champion = self.foundation.organization, self.foundation.people[_CHAMPION]
        at = self.clock.at(span.due + timedelta(days=2))
        endings = [(self.goals[dated.statement], dated.state) for dated in plan]
        end_goals(organization, endings, champion, at=at)
        cycle = self.foundation.cycles[span.slug]
        set_state(cycle, CycleState.CLOSING, champion, at=self.clock.at(span.due))
        set_state(cycle, CycleState.CLOSED, champion, at=at)
