"""From the words of a goal to a method, with the words that say so.

A suggestion is cautious: no sign, no suggestion. Each sign counts once, however often it is found.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from northing.coach.rules.choosing.contrasts import Method, Side
from northing.coach.rules.choosing.deciding import CLEAR_LEAD
from northing.coach.rules.choosing.wording import Wording, wording_for
from northing.coach.rules.findings import Span

LONGEST_READ = 2000
LONGEST_TASK = 10
"""In words: a longer sentence is more than something to do once."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the form says beside the words. `days`: how long the goal's period is, 0 unknown."""

    has_team: bool = False
    days: int = 0


@dataclass(frozen=True, slots=True)
class Sign:
    """Something seen. `span`: the first words that say it, None when the form says it.

    `phrase` names it in the middle of a sentence: "a change over a quarter".
    """

    key: str
    phrase: str
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A method with its signs; None when the words do not tell. `is_clear`: "fits", not "may"."""

    method: Method | None
    signs: tuple[Sign, ...]
    is_clear: bool
    language: str

    @property
    def key(self) -> str:
        """The same for suggestions that say the same."""
        seen = ",".join(sign.phrase for sign in self.signs)
        return f"{self.method}:{self.is_clear}:{seen}"


# What each sign speaks for, with its points. In the order in which signs are named; the first is
# said by the form, all others by the words.
_ITS_TEAM = "its_team"
_POINTS: Mapping[str, tuple[Side, int]] = {
    _ITS_TEAM: (Side.OKR, 1),
    "me": (Side.SMART, 2),
    "team": (Side.OKR, 2),
    "skill": (Side.SMART, 2),
    "habit": (Side.SMART, 1),
    "direction": (Side.OKR, 2),
    "change": (Side.OKR, 1),
    "stretch": (Side.OKR, 1),
    "result": (Side.SMART, 1),
    "day": (Side.SMART, 1),
}
_MOST_NAMED = 2
_ENOUGH = 2  # points that make a side heard
_QUARTER, _YEAR = (80, 100), (350, 380)


def suggest(
    text: str, surroundings: Surroundings | None = None, wording: Wording | None = None
) -> Suggestion:
    """The method that a statement's words speak for, with the surroundings as a weaker voice."""
    read = text[:LONGEST_READ]
    words = wording or wording_for(read)
    around = surroundings or Surroundings()
    seen = {key: span for key in words.patterns if (span := _span(words, key, read)) is not None}
    method = _settled(seen, read)
    if method is not None:
        named = _named(_SETTLING[method], seen, words, around)
        return Suggestion(method, tuple(named[:_MOST_NAMED]), True, words.code)
    return _weighed(seen, words, around)


_SETTLING: Mapping[Method, Sequence[str]] = {
    Method.HEALTHY: ("level",),
    Method.TASK: ("once",),
    Method.OKR: ("teams", "change", "direction"),
    Method.SMART: ("me", "skill"),
}


def _settled(seen: Mapping[str, Span], text: str) -> Method | None:
    """The cases that settle it alone, as among the answers."""
    if "level" in seen:
        return Method.HEALTHY
    if "once" in seen and _is_short(text) and not seen.keys() & {"every", "teams", "habit"}:
        return Method.TASK
    if "teams" in seen:
        return Method.OKR
    if "me" in seen and "skill" in seen:
        return Method.SMART
    return None


def _is_short(text: str) -> bool:
    return len(text.split()) <= LONGEST_TASK


def _weighed(seen: Mapping[str, Span], words: Wording, around: Surroundings) -> Suggestion:
    told = [key for key in _POINTS if key in seen]
    if around.has_team and not seen.keys() & {"me", "team"} and _points(told, Side.OKR):
        told = [_ITS_TEAM, *told]
    smart, okr = _points(told, Side.SMART), _points(told, Side.OKR)
    method = _by_points(smart, okr)
    if method is None:
        return Suggestion(None, (), False, words.code)
    lead = abs(okr - smart)
    is_clear = method is Method.BOTH or lead >= min(CLEAR_LEAD, _ENOUGH + min(smart, okr))
    named = _named(_strongest(told, method), seen, words, around)
    return Suggestion(method, tuple(named), is_clear, words.code)


def _points(told: Sequence[str], side: Side) -> int:
    return sum(_POINTS[key][1] for key in told if _POINTS[key][0] is side)


def _by_points(smart: int, okr: int) -> Method | None:
    if min(smart, okr) >= _ENOUGH and abs(okr - smart) < CLEAR_LEAD:
        return Method.BOTH
    if smart == okr:
        return None
    return Method.OKR if okr > smart else Method.SMART


def _strongest(told: Sequence[str], method: Method) -> list[str]:
    """The signs to name: the two strongest, or the strongest of each side; in their order."""
    ranked = sorted(told, key=lambda key: -_POINTS[key][1])
    if method is Method.BOTH:
        chosen = [next(key for key in ranked if _POINTS[key][0] is side) for side in Side]
    else:
        chosen = [key for key in ranked if _POINTS[key][0].value == method.value][:_MOST_NAMED]
    return [key for key in _POINTS if key in chosen]


def _span(words: Wording, key: str, text: str) -> Span | None:
    found = words.patterns[key].search(text)
    return Span(found.start(), found.end()) if found else None


def _named(
    keys: Sequence[str], seen: Mapping[str, Span], words: Wording, around: Surroundings
) -> list[Sign]:
    return [
        Sign(key, _phrase(key, words, around), seen.get(key))
        for key in keys
        if key in seen or key == _ITS_TEAM
    ]


def _phrase(key: str, words: Wording, around: Surroundings) -> str:
    if key == "change":
        return words.text("change_over", _length(around.days))
    return words.text("phrases", key)


def _length(days: int) -> str:
    if _QUARTER[0] <= days <= _QUARTER[1]:
        return "quarter"
    return "year" if _YEAR[0] <= days <= _YEAR[1] else "time"
