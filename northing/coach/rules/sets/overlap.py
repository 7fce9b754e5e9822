"""Overlap: who chases nearly the same, told by words alone."""

import re
from dataclasses import dataclass

from northing.coach.rules.findings import Criterion, Finding, State
from northing.coach.rules.language import Language
from northing.coach.rules.reading.words import lowered
from northing.coach.rules.sets.goal_set import GoalSet
from northing.coach.rules.telling import in_quotes, not_met, tell

_WORD = re.compile(r"[^\W\d_]{3,}")
_LONGEST_STEM = 7
_LEAST_SHARED = 2
NEAR = 0.6


@dataclass(frozen=True, slots=True)
class Likeness:
    """How alike two statements are, 0 to 1, and the stems that they share."""

    score: float
    shared: frozenset[str]


def stems(text: str, language: Language) -> frozenset[str]:
    """The words that say what a goal is about, cut so that endings do not part them."""
    small = language.tell_tale | language.base_verbs | language.words("vague")
    words = _WORD.findall(lowered(text))
    return frozenset(_stem(word) for word in words if word not in small)


def likeness(one: str, other: str, language: Language) -> Likeness:
    """Shared stems over those of both (Jaccard); nothing where fewer than two are shared."""
    first, second = stems(one, language), stems(other, language)
    shared = first & second
    if len(shared) < _LEAST_SHARED:
        return Likeness(0.0, frozenset())
    return Likeness(len(shared) / len(first | second), shared)


def judge(goals: GoalSet) -> list[Finding]:
    """The nearest goal of somebody else, if there is one; nothing where nobody looked."""
    if goals.near is None:
        return []
    if not goals.near:
        return [tell(goals.first, "Set9_met", Criterion.OVERLAP, State.MET)]
    near = goals.near[0]
    quoted = f"{near.short_id} {in_quotes(goals.first, near.statement)}"
    return [not_met(goals.first, "Set9", Criterion.OVERLAP, quoted=quoted)]


def _stem(word: str) -> str:
    for ending in ("ies", "ing", "es", "ed", "s"):
        if word.endswith(ending) and len(word) > len(ending) + 3:
            word = word.removesuffix(ending)
            break
    return word[:_LONGEST_STEM]
