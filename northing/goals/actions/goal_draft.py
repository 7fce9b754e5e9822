"""What somebody wants written: a goal with its measure, steps and links, as values."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal

from northing.cycles.models import Cycle
from northing.goals.models import Goal
from northing.goals.rules.drafting import GoalFacts
from northing.goals.rules.kinds import Ambition, GoalKind, GoalState, LinkMode, Visibility
from northing.measures.measure import Kind, Measure
from northing.people.models import Person, Team
from northing.strategy.models import Pillar

TEXTS = ("why", "specific", "achievable", "relevant", "definition")


@dataclass(frozen=True, slots=True)
class StepDraft:
    """A planned piece of the path. `weight` counts for goals measured by milestones."""

    title: str
    due: date | None = None
    weight: Decimal = Decimal(1)
    done_on: date | None = None


@dataclass(frozen=True, slots=True)
class LinkDraft:
    """What a goal serves: exactly one of `parent` and `pillar`."""

    parent: Goal | None = None
    pillar: Pillar | None = None
    mode: LinkMode = LinkMode.CONTRIBUTES
    weight: Decimal = Decimal(1)

    @property
    def above(self) -> Goal | Pillar:
        """The goal or the pillar. Raises ValueError for a link to nothing."""
        above = self.parent or self.pillar
        if above is None:
            raise ValueError("A link serves a goal or a pillar.")
        return above


@dataclass(frozen=True, slots=True)
class GoalDraft:
    """A goal to be written. Dates default to the cycle's; the first link is the primary one."""

    kind: GoalKind
    statement: str
    owner: Person
    cycle: Cycle
    team: Team | None = None
    why: str = ""
    specific: str = ""
    achievable: str = ""
    relevant: str = ""
    ambition: Ambition = Ambition.COMMITTED
    visibility: Visibility = Visibility.ORGANIZATION
    start: date | None = None
    due: date | None = None
    roll_up: str = "average"
    measure: Measure | None = None
    definition: str = ""
    steps: Sequence[StepDraft] = ()
    links: Sequence[LinkDraft] = ()
    contributors: Sequence[Person] = ()
    audience: Sequence[Person] = ()
    tags: Sequence[str] = ()
    external_id: str = ""
    state: GoalState = GoalState.ACTIVE

    @property
    def objective(self) -> Goal | None:
        """The objective that gives a key result its short id: that of the first link."""
        if not self.links or self.links[0].parent is None:
            return None
        parent = self.links[0].parent
        return parent if parent.kind == GoalKind.OBJECTIVE else None

    def facts(self) -> GoalFacts:
        """The draft as the drafting rules look at it."""
        return GoalFacts(
            kind=self.kind,
            statement=self.statement,
            start=self.start or self.cycle.start,
            due=self.due or self.cycle.due,
            cycle=self.cycle.period,
            cycle_name=self.cycle.name,
            cycle_is_open=self.cycle.is_open or self.state != GoalState.ACTIVE,
            owner_name=self.owner.name,
            owner_has_left=self.owner.has_left,
            measure=self.measure,
            step_dates=tuple(step.due for step in self.steps),
            texts={name: getattr(self, name) for name in TEXTS},
            step_titles=tuple(step.title for step in self.steps),
        )


def with_milestones(draft: GoalDraft) -> GoalDraft:
    """The draft with the whole weight of its steps as target, when milestones measure it."""
    if draft.measure is None or draft.measure.kind is not Kind.MILESTONES:
        return draft
    whole = sum((step.weight for step in draft.steps), Decimal(0))
    measure = replace(draft.measure, baseline=Decimal(0), target=whole)
    return replace(draft, measure=measure)
