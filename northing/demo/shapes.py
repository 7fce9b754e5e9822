"""The shapes in which the demo organization is written down: pure, frozen, without dates.

Weeks count from 1 within a quarter, days from 0 (Monday). Persons are named by their handle,
teams by their key, parents by their statement. `timetable` turns weeks into dates.
"""

from dataclasses import dataclass
from decimal import Decimal

from northing.goals.rules.kinds import Ambition, GoalState, Visibility
from northing.measures.measure import Kind
from northing.people.rules import Role


@dataclass(frozen=True, slots=True)
class Member:
    """A person of the demo. `team` is empty for those who stand beside the teams."""

    name: str
    title: str
    handle: str
    team: str = ""
    manager: str = ""
    role: Role = Role.MEMBER


@dataclass(frozen=True, slots=True)
class Unit:
    """A team of the demo."""

    key: str
    name: str
    slug: str
    lead: str
    purpose: str
    parent: str = ""


@dataclass(frozen=True, slots=True)
class Guide:
    """One of the persons a visitor may look through the eyes of."""

    handle: str
    sentence: str


@dataclass(frozen=True, slots=True)
class Gauge:
    """A measure whose planned path is written as (week, value)."""

    kind: Kind
    unit: str = ""
    baseline: Decimal | None = None
    target: Decimal | None = None
    lower: Decimal | None = None
    upper: Decimal | None = None
    path: tuple[tuple[int, Decimal], ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """A check-in. Without a value it says what the done steps add up to."""

    week: int
    day: int | None
    value: Decimal | None
    confidence: int | None
    note: str = ""
    by: str = ""
    asks_for_help: bool = False
    is_correction: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """Check-ins of a closed goal, drawn through known values by week to a known end."""

    end: Decimal
    opening: int
    notes: tuple[tuple[int, str], ...] = ()
    known: tuple[tuple[int, Decimal], ...] = ()
    missed: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Amendment:
    """An amendment of a running goal: a new target or a new due week, with its reason."""

    week: int
    day: int
    reason: str
    target: Decimal | None = None
    due_week: int | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a pillar or goal by its statement."""

    statement: str
    is_support: bool = False
    weight: Decimal = Decimal(1)


@dataclass(frozen=True, slots=True)
class Step:
    """A step of a SMART goal; `done` is the week and day on which it was finished."""

    title: str
    week: int
    day: int = 4
    done: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True)
class KeyResult:
    """One number that says whether the objective is reached."""

    statement: str
    owner: str
    gauge: Gauge
    readings: tuple[Reading, ...] | Drawn = ()
    definition: str = ""
    weight: Decimal = Decimal(1)
    contributors: tuple[str, ...] = ()
    also_under: tuple[Link, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    ambition: Ambition = Ambition.ASPIRATIONAL
    team: str | None = None
    state: GoalState = GoalState.ACTIVE


@dataclass(frozen=True, slots=True)
class Objective:
    """Where a team, or the company when `team` is empty, wants to be."""

    statement: str
    why: str
    owner: str
    team: str
    under: tuple[Link, ...]
    key_results: tuple[KeyResult, ...] = ()
    ambition: Ambition = Ambition.ASPIRATIONAL
    said: tuple[Reading, ...] = ()
    state: GoalState = GoalState.ACTIVE


@dataclass(frozen=True, slots=True)
class SmartGoal:
    """One person's precise promise, with its five parts, measure and steps."""

    statement: str
    owner: str
    team: str
    gauge: Gauge
    due: tuple[int, int]
    under: tuple[Link, ...] = ()
    readings: tuple[Reading, ...] | Drawn = ()
    steps: tuple[Step, ...] = ()
    specific: str = ""
    achievable: str = ""
    relevant: str = ""
    contributors: tuple[str, ...] = ()
    amendments: tuple[Amendment, ...] = ()
    visibility: Visibility = Visibility.ORGANIZATION
    seen_by: tuple[str, ...] = ()
    state: GoalState = GoalState.ACTIVE


@dataclass(frozen=True, slots=True)
class TeamPlan:
    """What one team wrote down for one quarter."""

    objectives: tuple[Objective, ...] = ()
    smart_goals: tuple[SmartGoal, ...] = ()
