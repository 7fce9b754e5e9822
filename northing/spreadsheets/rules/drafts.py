"""Drafts: goals as the file wants them, ready to be compared and written."""

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from northing.goals.rules.kinds import Ambition, GoalKind, GoalState, LinkMode, Visibility
from northing.measures.measure import Measure
from northing.measures.periods import Period
from northing.spreadsheets.rules.report import Place


@dataclass(frozen=True, slots=True)
class PersonRef:
    """Somebody who is there (`key`), or who is to be added without a sign-in (`key` None)."""

    name: str
    key: str | None = None
    email: str = ""


@dataclass(frozen=True, slots=True)
class TeamRef:
    """A team that is there, or one to be added."""

    name: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class CycleRef:
    """A cycle that is there, or one to be added, with its dates."""

    name: str
    period: Period
    key: str | None = None
    is_open: bool = True

    @property
    def is_decided(self) -> bool:
        """Whether it is more than a stand-in for a cycle that is still asked about."""
        return bool(self.name)


@dataclass(frozen=True, slots=True)
class Link:
    """What a draft serves: another draft by its number, or a goal that is there by its key."""

    label: str
    mode: LinkMode
    weight: Decimal = Decimal(1)
    draft: int | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Draft:
    """One goal of the file.

    `given` names the fields that the file itself states: an update touches no others.
    """

    number: int
    place: Place
    kind: GoalKind
    statement: str
    owner: PersonRef
    cycle: CycleRef
    start: date
    due: date
    external_id: str = ""
    team: TeamRef | None = None
    contributors: tuple[PersonRef, ...] = ()
    why: str = ""
    tags: tuple[str, ...] = ()
    visibility: Visibility = Visibility.ORGANIZATION
    ambition: Ambition = Ambition.COMMITTED
    state: GoalState = GoalState.ACTIVE
    measure: Measure | None = None
    definition: str = ""
    links: tuple[Link, ...] = ()
    value: Decimal | None = None
    confidence: int | None = None
    note: str = ""
    checked_on: date | None = None
    given: frozenset[str] = field(default_factory=frozenset)

    @property
    def says_where_it_stands(self) -> bool:
        """Whether there is something to check in."""
        return self.value is not None or self.confidence is not None or bool(self.note)
