"""The organization as an import sees it: who and what is already there. Plain values."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from northing.measures.measure import Measure
from northing.measures.periods import Period


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person who is there, also one who has left."""

    key: str
    name: str
    email: str = ""
    has_left: bool = False


@dataclass(frozen=True, slots=True)
class KnownTeam:
    """A team by its name and by the letters its short ids begin with."""

    key: str
    name: str
    letters: str = ""


@dataclass(frozen=True, slots=True)
class KnownCycle:
    """A cycle that is there; nothing can be imported into a closed one."""

    key: str
    name: str
    period: Period
    is_open: bool = True
    is_active: bool = False


@dataclass(frozen=True, slots=True)
class KnownGoal:
    """A goal that is there, and what the last import of it said.

    `remembered` maps field names to the texts that the file had then; `source` names the file.
    """

    key: str
    short_id: str
    kind: str
    statement: str
    cycle: str
    owner: str
    team: str | None
    start: date
    due: date
    why: str = ""
    tags: tuple[str, ...] = ()
    visibility: str = "organization"
    ambition: str = "committed"
    state: str = "active"
    definition: str = ""
    measure: Measure | None = None
    value: Decimal | None = None
    confidence: int | None = None
    contributors: tuple[str, ...] = ()
    parents: Mapping[str, Decimal] = field(default_factory=dict)
    external_id: str = ""
    source: str = ""
    remembered: Mapping[str, str] = field(default_factory=dict)
    version: int = 1
    may_edit: bool = True


@dataclass(frozen=True, slots=True)
class Snapshot:
    """Everything an import is compared with. `me` is the importing person.

    `mappings` are fields by heading, by the key of all headings of a table.
    """

    me: KnownPerson
    people: tuple[KnownPerson, ...] = ()
    teams: tuple[KnownTeam, ...] = ()
    cycles: tuple[KnownCycle, ...] = ()
    goals: tuple[KnownGoal, ...] = ()
    mappings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
