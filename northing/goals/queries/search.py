"""Finding goals by short id or words, without reading the organization's goals."""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet

from northing.goals.models import SearchWord
from northing.goals.queries.gate import visible_to
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.kinds import GoalState
from northing.goals.rules.words import typed_words
from northing.storage.prefixes import begins_with

# How far a search looks before the viewer's gate; one that needs more needs another word.
_MOST_CANDIDATES = 120
_MOST_LOOKED_AT = 1_000
_MOST_WORDS = 3


@dataclass(frozen=True, slots=True)
class FoundGoal:
    """A goal as lists of matches show it."""

    id: UUID
    kind: str
    short_id: str
    statement: str
    state: str
    confidence: int | None
    owner_id: UUID
    owner: str
    cycle: str


_COLUMNS = (
    "id",
    "kind",
    "short_id",
    "statement",
    "state",
    "confidence",
    "owner_id",
    "owner__name",
    "cycle__name",
)


def find_goals(viewer: Viewer, text: str, limit: int) -> Sequence[FoundGoal]:
    """The goals that the viewer may see and in which each typed word begins a word.

    Open goals before closed ones, whole words before beginnings, one's own first. At most five
    statements; each walks an index and stops after a few thousand entries.
    """
    words = typed_words(text)[:_MOST_WORDS]
    if not words:
        return own_goals(viewer, limit)
    if len(words) == 1:
        exact, beginning = _of_one_word(viewer, words[0])
    else:
        exact, beginning = set[UUID](), _of_several(viewer, words)
    ranks = {key: rank for rank, key in enumerate([*exact, *beginning])}
    found = _seen(viewer, Q(pk__in=list(ranks)))
    found.sort(
        key=lambda one: (
            one.state != GoalState.ACTIVE,
            one.id not in exact,
            one.owner_id != viewer.person_id,
            ranks[one.id],
        )
    )
    return found[:limit]


def own_goals(viewer: Viewer, limit: int) -> Sequence[FoundGoal]:
    """The viewer's own open goals, the soonest check-in first."""
    return open_goals_of(viewer, viewer.person_id, limit)


def open_goals_of(viewer: Viewer, owner: UUID, limit: int) -> Sequence[FoundGoal]:
    """A person's open goals that the viewer may see, the soonest check-in first."""
    rows = (
        visible_to(viewer)
        .filter(owner_id=owner, state=GoalState.ACTIVE)
        .order_by("next_check_in_due", "id")
        .values_list(*_COLUMNS)[:limit]
    )
    return [FoundGoal(*row) for row in rows]


def _of_one_word(viewer: Viewer, word: str) -> tuple[set[UUID], list[UUID]]:
    """Goals that hold the word, and goals that hold one beginning with it; the newest of each."""
    exact = _words(viewer).filter(word=word).order_by("-goal_id")
    keys = _keys(exact)
    return set(keys), _keys(_beginning(viewer, word))


def _of_several(viewer: Viewer, words: Sequence[str]) -> list[UUID]:
    """Goals of the rarest word's newest that hold the others too."""
    looked_at = {word: _beginning(viewer, word)[:_MOST_LOOKED_AT] for word in words}
    rarest = min(words, key=lambda word: looked_at[word].count())
    found = _words(viewer).filter(pk__in=looked_at[rarest].values("pk"))
    for word in words:
        if word != rarest:
            same_goal = _words(viewer).filter(
                begins_with("word", word), goal_id=OuterRef("goal_id")
            )
            found = found.filter(Exists(same_goal))
    return _keys(found.order_by("-goal_id"))


def _words(viewer: Viewer) -> QuerySet[SearchWord]:
    return SearchWord.objects.filter(organization_id=viewer.organization_id)


def _beginning(viewer: Viewer, word: str) -> QuerySet[SearchWord]:
    return _words(viewer).filter(begins_with("word", word)).order_by("-word", "-goal_id")


def _keys(found: QuerySet[SearchWord]) -> list[UUID]:
    keys = found.values_list("goal_id", flat=True)[:_MOST_CANDIDATES]
    return list(dict.fromkeys(keys))


def _seen(viewer: Viewer, condition: Q) -> list[FoundGoal]:
    return [FoundGoal(*row) for row in visible_to(viewer).filter(condition).values_list(*_COLUMNS)]
