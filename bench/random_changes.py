"""Changes that people make to a plan, drawn by chance and done by the product's own actions."""

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any
from uuid import UUID

from django.utils import timezone

from bench.tangled_plan import SLUG, measure_for
from northing.alignment.roll_up import RollUpRefused
from northing.check_ins.actions.judging import change_organization_and_judge
from northing.check_ins.actions.recording import Answer, CheckInConflict, record
from northing.check_ins.models import CheckIn
from northing.check_ins.rules import CheckInRefused
from northing.goals.actions.aligning import align
from northing.goals.actions.amending import EditConflict, amend
from northing.goals.actions.ending import end_goals
from northing.goals.actions.goal_draft import GoalDraft, LinkDraft, StepDraft
from northing.goals.actions.stepping import add_step, mark_step
from northing.goals.actions.writing import create_goal
from northing.goals.models import AlignmentLink, Goal, Step
from northing.goals.rules.amending import AmendmentRefused
from northing.goals.rules.drafting import GoalRefused
from northing.goals.rules.kinds import AlignmentRefused, GoalKind, GoalState
from northing.people.actions.changing import EditedMeanwhile
from northing.people.actions.organizing import OrganizationFacts
from northing.people.models import Organization, Person
from northing.people.queries import today_of

REFUSALS = (
    AlignmentRefused,
    AmendmentRefused,
    CheckInConflict,
    CheckInRefused,
    EditConflict,
    EditedMeanwhile,
    GoalRefused,
    RollUpRefused,
)
MOST_STEPS = 9
RARELY = 250


class Changer:
    """Changes goals of one organization by chance; a refusal is an answer like any other."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.organization = Organization.objects.get(slug=SLUG)
        self.today: date = today_of(self.organization)
        self.people = list(self.organization.people.order_by("key"))
        self.keys = list(self.organization.goals.order_by("short_id").values_list("pk", flat=True))
        self.tally: Counter[str] = Counter()
        self.doings: list[Callable[[], str]] = [
            *[self.check_in] * 12,
            *[self.correct] * 3,
            *[self.amend] * 2,
            *[self.move] * 3,
            self.tick,
            self.plan_a_step,
            self.write_a_goal,
        ]
        self.rare_doings = [self.change_bands, self.end_a_goal]

    def change(self, count: int, rarely: int = RARELY) -> None:
        """Do that many things, and count what was done and what was refused by a rule.

        Every so often (`rarely`) it is something that touches the whole plan.
        """
        for number in range(1, count + 1):
            is_rare = number % rarely == 0
            doing = self.chance.choice(self.rare_doings if is_rare else self.doings)
            try:
                done = doing()
            except REFUSALS as refused:
                done = f"refused: {type(refused).__name__}"
            self.tally[done] += 1

    def check_in(self) -> str:
        """Say a number for today or a day before, an opinion only, or skip."""
        goal, by = self.a_goal(), self.somebody()
        on = self.today - timedelta(days=self.chance.choice((0, 0, 0, 1, 3, 9)))
        if self.chance.random() < 0.08:
            record(goal, Answer(skipped=True, on=on), by, self.today)
            return "skipped"
        confidence = self.chance.choice((None, *range(1, 10)))
        record(goal, Answer(self.value_for(goal), confidence, on=on), by, self.today)
        return "checked in"

    def correct(self) -> str:
        """Correct any check-in of a goal; one that was corrected before is a conflict."""
        goal = self.a_goal()
        said = CheckIn.objects.filter(goal=goal).order_by("at", "id").values_list("pk", "on")
        if not said:
            return self.check_in()
        key, on = self.chance.choice(said)
        answer = Answer(self.value_for(goal), self.chance.randint(1, 9), supersedes=key, on=on)
        record(goal, answer, self.somebody(), self.today)
        return "corrected"

    def amend(self) -> str:
        """Change a target, a date, or how an objective is rolled up."""
        goal = self.a_goal()
        amend(
            goal.pk,
            self._amended(goal),
            self.somebody(),
            reason="The number we began with was wrong.",
            today=self.today,
            seen_version=goal.version,
        )
        return "amended"

    def move(self) -> str:
        """Hang a goal under other objectives, or weigh its links anew."""
        goal = self.a_goal()
        weight = Decimal(self.chance.randint(0, 40)) / 10
        if self.chance.random() < 0.4:
            old = AlignmentLink.objects.filter(child=goal).select_related("parent")
            links = [LinkDraft(link.parent, mode=link.mode, weight=weight) for link in old]
        else:
            objectives = list(self.organization.goals.filter(kind=GoalKind.OBJECTIVE))
            parents = self.chance.sample(objectives, self.chance.randint(1, 3))
            links = [LinkDraft(parent, weight=weight) for parent in parents]
        align(goal, links, self.somebody())
        return "moved"

    def tick(self) -> str:
        """Mark a step done, or open again."""
        steps = Step.objects.filter(organization=self.organization).order_by("pk")
        step = steps[self.chance.randrange(steps.count())]
        done_on = self.chance.choice((None, self.today))
        mark_step(self.goal(step.goal_id), step.pk, done_on, self.somebody())
        return "ticked"

    def plan_a_step(self) -> str:
        """Plan one more step: milestones get a longer way."""
        smart = self.organization.goals.filter(kind=GoalKind.SMART).order_by("pk")
        goal = self.goal(smart[self.chance.randrange(smart.count())].pk)
        if goal.steps.count() > MOST_STEPS:
            return self.tick()
        add_step(goal, StepDraft("Another step"), self.somebody())
        return "planned a step"

    def write_a_goal(self) -> str:
        """Write one more key result under any objective."""
        objectives = list(self.organization.goals.filter(kind=GoalKind.OBJECTIVE).order_by("pk"))
        objective = self.goal(self.chance.choice(objectives).pk)
        owner = self.somebody()
        draft = GoalDraft(
            GoalKind.KEY_RESULT,
            "One more key result",
            owner,
            objective.cycle,
            measure=measure_for(self.chance, self.chance.randint(0, 9)),
            links=[LinkDraft(objective)],
        )
        create_goal(draft, owner)
        return "written"

    def change_bands(self) -> str:
        """Change the organization's bands of pace."""
        owner = Person.objects.select_related("organization").get(pk=self.people[0].pk)
        early, far = self.chance.randint(5, 20), self.chance.randint(21, 40)
        facts = OrganizationFacts("Tangled", "TA", "UTC", early, 0, far)
        change_organization_and_judge(facts, owner, owner.organization.version)
        return "judged anew"

    def end_a_goal(self) -> str:
        """Close a goal by itself."""
        state = self.chance.choice((GoalState.DONE, GoalState.DROPPED, GoalState.POSTPONED))
        end_goals(self.organization, [(self.a_goal(), state)], self.somebody(), at=timezone.now())
        return "ended"

    def a_goal(self) -> Goal:
        """Any of the goals that were there at the beginning."""
        return self.goal(self.chance.choice(self.keys))

    def goal(self, key: UUID) -> Goal:
        """A goal as a page loads it."""
        joined = ("organization", "cycle", "owner", "measure")
        return Goal.objects.select_related(*joined).get(pk=key)

    def somebody(self) -> Person:
        """Anybody of the organization."""
        return self.chance.choice(self.people)

    def value_for(self, goal: Goal) -> Decimal | None:
        """A number that the goal's measure takes; None for objectives and milestones."""
        kind = goal.measure.kind if hasattr(goal, "measure") else None
        if kind in (None, "milestones"):
            return None
        if kind == "done":
            return Decimal(self.chance.randint(0, 1))
        return (Decimal(self.chance.randint(0, 150_000)) / 1_013).quantize(Decimal("0.0000001"))

    def _amended(self, goal: Goal) -> dict[str, Any]:
        if goal.kind == GoalKind.OBJECTIVE:
            return {"roll_up": self.chance.choice(("average", "by_size", "sum"))}
        measure = goal.measure.as_rule()
        if self.chance.random() < 0.5:
            return {"due": goal.cycle.due - timedelta(days=self.chance.randint(0, 20))}
        if measure.target is None or measure.kind == "milestones":
            return {"why": f"Because of {self.chance.random()}."}
        return {"measure": replace(measure, target=measure.target + self.chance.randint(1, 5))}
