"""What a list of goals is narrowed to, as conditions of its statement."""

from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from django.db import connection

from northing.goals.queries.seen import Condition
from northing.goals.rules.kinds import GoalKind
from northing.measures.pace import Pace
from northing.measures.voices import Status
from northing.storage import statements

HEALTH = "health"
"""What is to be kept inside a bound, as a kind beside the kinds of goal."""

KINDS = (*(kind.value for kind in GoalKind), HEALTH)
_SAYS = {Status.OFF_TRACK: (1, 3), Status.AT_RISK: (4, 6), Status.ON_TRACK: (7, 9)}
_HAS_DATA = "(goal.progress IS NOT NULL OR goal.value IS NOT NULL)"


@dataclass(frozen=True, slots=True)
class GoalFilter:
    """Which goals of a cycle are wanted; what is empty does not narrow.

    `kind` is one of KINDS, `says` a Status, `pace` a Pace, `due_by` and `due_before` days, `words`
    part of the statement or a short id.
    """

    team_id: UUID | None = None
    owner_id: UUID | None = None
    kind: str = ""
    says: str = ""
    pace: str = ""
    due_by: date | None = None
    overdue_on: date | None = None
    words: str = ""

    @property
    def is_empty(self) -> bool:
        return all(not getattr(self, field.name) for field in fields(self))

    @property
    def is_narrow(self) -> bool:
        """Whether few goals are left, so that they are found first and sorted after."""
        return self.team_id is not None or self.owner_id is not None


def conditions(wanted: GoalFilter, today: date) -> list[Condition]:
    """The conditions that narrow a statement about `goal`, of whose cycle others speak."""
    return [
        *_of_people(wanted),
        *_of_kind(wanted),
        *_of_standing(wanted, today),
        *_of_words(wanted),
    ]


def _of_people(wanted: GoalFilter) -> Iterator[Condition]:
    if wanted.team_id is not None:
        yield Condition("goal.team_id = %s", (statements.key(wanted.team_id),))
    if wanted.owner_id is not None:
        yield Condition("goal.owner_id = %s", (statements.key(wanted.owner_id),))


def _of_kind(wanted: GoalFilter) -> Iterator[Condition]:
    if wanted.kind == HEALTH:
        yield Condition(
            "EXISTS (SELECT 1 FROM goals_goalmeasure AS kept WHERE kept.goal_id = goal.id"
            " AND kept.kind IN ('at_least', 'at_most', 'between'))"
        )
    elif wanted.kind:
        yield Condition("goal.kind = %s", (wanted.kind,))


def _of_standing(wanted: GoalFilter, today: date) -> Iterator[Condition]:
    if wanted.says == Status.TOO_EARLY:
        yield Condition(f"{walked('goal.confidence')} IS NULL")
    elif wanted.says:
        yield Condition(
            f"{walked('goal.confidence')} BETWEEN %s AND %s", _SAYS[Status(wanted.says)]
        )
    if wanted.pace:
        yield _of_pace(Pace(wanted.pace), today)
    if wanted.due_by is not None:
        yield Condition("goal.due <= %s", (wanted.due_by,))
    if wanted.overdue_on is not None:
        yield Condition("goal.due < %s AND NOT goal.is_met", (wanted.overdue_on,))


def _of_pace(pace: Pace, today: date) -> Condition:
    """`pace_on` in the words of a database."""
    if pace is Pace.NO_DATA:
        return Condition(f"NOT {_HAS_DATA}")
    early = "(goal.early_until IS NOT NULL AND goal.early_until > %s)"
    far = "(goal.far_behind_from IS NOT NULL AND goal.far_behind_from <= %s)"
    behind = "(goal.behind_pace_from IS NOT NULL AND goal.behind_pace_from <= %s)"
    text = {
        Pace.EARLY: early,
        Pace.FAR_BEHIND: f"NOT {early} AND {far}",
        Pace.BEHIND_PACE: f"NOT {early} AND NOT {far} AND {behind}",
        Pace.ON_PACE: f"NOT {early} AND NOT {far} AND NOT {behind}",
    }[pace]
    return Condition(f"({_HAS_DATA} AND {text})", (today,) * text.count("%s"))


def _of_words(wanted: GoalFilter) -> Iterator[Condition]:
    if not wanted.words:
        return
    like = "ILIKE" if connection.vendor == "postgresql" else "LIKE"
    literal = wanted.words.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    short_id = wanted.words.upper()
    yield Condition(
        f"(goal.statement {like} %s ESCAPE '\\' OR goal.short_id = %s"
        f" OR goal.short_id {like} %s ESCAPE '\\')",
        (f"%{literal}%", short_id, f"{literal}.%"),
    )


def walked(column: str) -> str:
    """A column that is looked at row by row while SQLite walks the index that sorts the list.

    Without the sign it would fetch every row of a range and sort them all.
    """
    return f"+{column}" if connection.vendor == "sqlite" else column
