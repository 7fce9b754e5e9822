"""What the methods ask of a goal, mark by mark, and how a goal stands in each of them.

Sources: Doran 1981 (SMART); Blanchard's SMART, which asks for motivation and for tracking beside
it; Niven and Lamorte's six marks of an objective; Doerr and Google's playbook (key results).
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from northing.coach.rules.findings import Criterion, Finding, State
from northing.coach.rules.statements import Kind

SMART = "SMART"
BLANCHARD = "Blanchard's SMART"
NIVEN = "Niven's six"
KEY_RESULT = "Key result"

_C = Criterion


@dataclass(frozen=True, slots=True)
class Mark:
    """One thing that a framework asks for. `letter` is empty where it has none."""

    name: str
    criteria: tuple[Criterion, ...]
    letter: str = ""


FRAMEWORKS: Mapping[str, tuple[Mark, ...]] = {
    SMART: (
        Mark(
            "Specific",
            (_C.SPECIFIC, _C.ACTION_VERB, _C.SINGLE_FOCUS, _C.OUTCOME, _C.CONCISE),
            "S",
        ),
        Mark("Measurable", (_C.MEASURABLE,), "M"),
        Mark("Achievable", (_C.ATTAINABLE, _C.CONTROLLABLE), "A"),
        Mark("Relevant", (_C.RELEVANT,), "R"),
        Mark("Time-bound", (_C.TIME_BOUND,), "T"),
    ),
    BLANCHARD: (
        Mark("Specific", (_C.SPECIFIC, _C.MEASURABLE, _C.TIME_BOUND), "S"),
        Mark("Motivating", (_C.MOTIVATING,), "M"),
        Mark("Attainable", (_C.ATTAINABLE,), "A"),
        Mark("Relevant", (_C.RELEVANT,), "R"),
        Mark("Trackable", (_C.TRACKABLE,), "T"),
    ),
    NIVEN: (
        Mark("Inspiring", (_C.INSPIRING,)),
        Mark("Attainable", (_C.ATTAINABLE,)),
        Mark("Doable in the time", (_C.TIME_BOUND,)),
        Mark("Controllable", (_C.CONTROLLABLE,)),
        Mark("Valuable", (_C.RELEVANT,)),
        Mark("Qualitative", (_C.QUALITATIVE,)),
    ),
    KEY_RESULT: (
        Mark("Measurable", (_C.MEASURABLE, _C.BASELINE, _C.TRACKABLE)),
        Mark("An outcome", (_C.OUTCOME, _C.PAIRED)),
        Mark("One thing", (_C.SINGLE_FOCUS,)),
        Mark("Time-bound", (_C.TIME_BOUND,)),
        Mark("Said plainly", (_C.SPECIFIC, _C.ACTION_VERB, _C.CONCISE)),
        Mark("Within reach", (_C.ATTAINABLE, _C.CONTROLLABLE)),
    ),
}


@dataclass(frozen=True, slots=True)
class Standing:
    """How a goal stands in one mark: `finding` is the one that says most about it."""

    mark: Mark
    state: State
    finding: Finding


def marks_of(kind: Kind) -> tuple[Mark, ...]:
    """The marks of a kind of goal. A SMART goal has its letters, and then what Blanchard adds."""
    if kind is Kind.OBJECTIVE:
        return FRAMEWORKS[NIVEN]
    if kind is not Kind.SMART_GOAL:
        return FRAMEWORKS[KEY_RESULT]
    held = {criterion for mark in FRAMEWORKS[SMART] for criterion in mark.criteria}
    added = (mark for mark in FRAMEWORKS[BLANCHARD] if held.isdisjoint(mark.criteria))
    return (*FRAMEWORKS[SMART], *(Mark(mark.name, mark.criteria) for mark in added))


def standings(marks: Iterable[Mark], findings: Sequence[Finding]) -> tuple[Standing, ...]:
    """Each mark that something was found about: open before asked, asked before met."""
    found = []
    for mark in marks:
        about = [one for one in findings if one.criterion in mark.criteria]
        if about:
            finding = min(about, key=lambda one: _rank(mark, one))
            found.append(Standing(mark, _state(finding), finding))
    return tuple(found)


def _state(finding: Finding) -> State:
    return State.MET if finding.is_ready else finding.state


_ORDER = (State.NOT_MET, State.CANT_TELL, State.MET)


def _rank(mark: Mark, finding: Finding) -> tuple[int, bool, int]:
    """What points at words tells more than what does not."""
    return (
        _ORDER.index(_state(finding)),
        not finding.spans,
        mark.criteria.index(finding.criterion),
    )
