"""What a list of goals is narrowed to, as conditions of its statement."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from datetime import date
from uuid import UUID

from django.db import connection

from northing.goals.queries.seen import Condition
from northing.goals.rules.kinds import GoalKind
from northing.measures.pace import Pace
from northing.measures.voices import Status
from northing.storage import statements
from northing.storage.prefixes import beginning

HEALTH = "health"
"""What is to be kept inside a bound, as a kind beside the kinds of goal."""

KINDS = (*(kind.value for kind in GoalKind), HEALTH)
WORRYING = "worrying"
"""At risk or off track, as one thing that owners may say."""

SAYS = (*(status.value for status in Status), WORRYING)
_SAYS: dict[str, tuple[int, int]] = {
    Status.OFF_TRACK: (1, 3),
    Status.AT_RISK: (4, 6),
    Status.ON_TRACK: (7, 9),
    WORRYING: (1, 6),
}
_FREQUENT = 500
_HAS_DATA = "(goal.progress IS NOT NULL OR goal.value IS NOT NULL)"


@dataclass(frozen=True, slots=True)
class GoalFilter:
    """Which goals of a cycle are wanted; what is empty does not narrow.

    `kind` is one of KINDS, `says` one of SAYS, `pace` a Pace, `due_by` and `overdue_on` days. Each
    of `words` begins a word of the goal; `rare_word` is one of them that few goals have, and
    `says_is_rare` that few owners say so, `health_is_rare` that little is to be kept inside a
    bound: then these goals are read first and sorted after.
    """

    team_id: UUID | None = None
    owner_id: UUID | None = None
    kind: str = ""
    says: str = ""
    pace: str = ""
    due_by: date | None = None
    overdue_on: date | None = None
    words: tuple[str, ...] = ()
    rare_word: str = ""
    says_is_rare: bool = False
    health_is_rare: bool = False

    @property
    def is_empty(self) -> bool:
        return all(not getattr(self, field.name) for field in fields(self))

    @property
    def is_narrow(self) -> bool:
        """Whether few goals are left, so that they are found first and sorted after."""
        has_people = self.team_id is not None or self.owner_id is not None
        return has_people or bool(self.rare_word) or self.says_is_rare or self.health_is_rare


def conditions(wanted: GoalFilter, organization_id: UUID, today: date) -> list[Condition]:
    """The conditions that narrow a statement about `goal`, of whose cycle others speak."""
    return [
        *_of_people(wanted),
        *_of_kind(wanted, organization_id),
        *_of_standing(wanted, today),
        *_of_words(wanted, organization_id),
    ]


_IS_BOUND = "kept.kind IN ('at_least', 'at_most', 'between')"
_BOUNDS = f"""kept.goal_id FROM goals_goalmeasure AS kept
    WHERE kept.organization_id = %s AND {_IS_BOUND}"""


def is_little_kept(organization_id: UUID) -> bool:
    """Whether few goals are to be kept inside a bound. Looks at no more than a few hundred."""
    found = statements.rows(
        f"SELECT count(*) FROM (SELECT {_BOUNDS} LIMIT {_FREQUENT}) AS few",  # noqa: S608
        [statements.key(organization_id)],
    )
    return bool(found[0][0] < _FREQUENT)


def _of_people(wanted: GoalFilter) -> Iterator[Condition]:
    if wanted.team_id is not None:
        yield Condition("goal.team_id = %s", (statements.key(wanted.team_id),))
    if wanted.owner_id is not None:
        yield Condition("goal.owner_id = %s", (statements.key(wanted.owner_id),))


def _of_kind(wanted: GoalFilter, organization_id: UUID) -> Iterator[Condition]:
    if wanted.health_is_rare:
        bounds = f"goal.id IN (SELECT {_BOUNDS})"
        yield Condition(bounds, (statements.key(organization_id),))
    elif wanted.kind == HEALTH:
        yield Condition(
            "EXISTS (SELECT 1 FROM goals_goalmeasure AS kept"  # noqa: S608
            f" WHERE kept.goal_id = goal.id AND {_IS_BOUND})"
        )
    elif wanted.kind:
        yield Condition("goal.kind = %s", (wanted.kind,))


def _of_standing(wanted: GoalFilter, today: date) -> Iterator[Condition]:
    if wanted.says:
        column = "goal.confidence"
        yield _of_status(wanted.says, column if wanted.says_is_rare else walked(column))
    if wanted.pace:
        yield _of_pace(Pace(wanted.pace), today)
    if wanted.due_by is not None:
        yield Condition("goal.due <= %s", (wanted.due_by,))
    if wanted.overdue_on is not None:
        yield Condition("goal.due < %s AND NOT goal.is_met", (wanted.overdue_on,))


def _of_status(says: str, column: str) -> Condition:
    if says == Status.TOO_EARLY:
        return Condition(f"{column} IS NULL")
    return Condition(f"{column} BETWEEN %s AND %s", _SAYS[says])


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


def _of_words(wanted: GoalFilter, organization_id: UUID) -> Iterator[Condition]:
    here = statements.key(organization_id)
    for word in wanted.words:
        begins, prefix = beginning("word.word", word)
        if word == wanted.rare_word:
            yield Condition(
                "goal.id IN (SELECT word.goal_id FROM goals_searchword AS word"  # noqa: S608
                f" WHERE word.organization_id = %s AND {begins})",
                (here, *prefix),
            )
        else:
            yield Condition(
                "EXISTS (SELECT 1 FROM goals_searchword AS word WHERE word.organization_id = %s"  # noqa: S608
                f" AND word.goal_id = goal.id AND {begins})",
                (here, *prefix),
            )


def rare_word_of(organization_id: UUID, words: Sequence[str]) -> str:
    """The typed word that begins the words of the fewest goals; none when all are frequent.

    Looks at no more than a few hundred entries of the index for each word.
    """
    counts = []
    for word in words:
        begins, prefix = beginning("word", word)
        text = f"""(SELECT count(*) FROM (SELECT 1 FROM goals_searchword
            WHERE organization_id = %s AND {begins} LIMIT {_FREQUENT}) AS few)"""  # noqa: S608
        counts.append(Condition(text, (statements.key(organization_id), *prefix)))
    if not counts:
        return ""
    found = statements.rows(
        f"SELECT {', '.join(count.text for count in counts)}",
        [value for count in counts for value in count.parameters],
    )
    fewest, word = min(zip(found[0], words, strict=True))
    return word if fewest < _FREQUENT else ""


def is_rarely_said(organization_id: UUID, cycle_id: UUID, says: str) -> bool:
    """Whether few goals of a cycle have this status. Looks at a few hundred entries of an index."""
    status = _of_status(says, "confidence")
    found = statements.rows(
        "SELECT count(*) FROM (SELECT 1 FROM goals_goal WHERE organization_id = %s"  # noqa: S608
        f" AND cycle_id = %s AND {status.text} LIMIT {_FREQUENT}) AS few",
        [statements.key(organization_id), statements.key(cycle_id), *status.parameters],
    )
    return bool(found[0][0] < _FREQUENT)


def walked(column: str) -> str:
    """A column that is looked at row by row while SQLite walks the index that sorts the list.

    Without the sign it would fetch every row of a range and sort them all.
    """
    return f"+{column}" if connection.vendor == "sqlite" else column
