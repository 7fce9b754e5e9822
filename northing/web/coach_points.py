"""The points that a goal is ready in: what the meter counts and the ticks say."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from northing.coach.rules.findings import Criterion, Finding, State
from northing.coach.rules.statements import Kind
from northing.web.coach_reading import Line
from northing.web.formats import plural

_C = Criterion

Judged = Sequence[tuple[Line, Sequence[Finding]]]


@dataclass(frozen=True, slots=True)
class Point:
    """One thing that is ready or open. `letter` is S, M, A, R or T for a SMART goal."""

    is_ready: bool
    text: str
    letter: str = ""
    language: str = "en"


# Asked where no text can tell; what only a list of words might know is not asked.
ASKED = (
    _C.RELEVANT,
    _C.INSPIRING,
    _C.ATTAINABLE,
    _C.CONTROLLABLE,
    _C.MOTIVATING,
    _C.TRACKABLE,
    _C.PAIRED,
    _C.COVERAGE,
)

HISTORY = "H1"
"""The rule that looks at how earlier goals ended."""

_OF_OBJECTIVE: Sequence[tuple[str, Sequence[Criterion]]] = (
    ("Says where to, not how", (_C.QUALITATIVE, _C.OUTCOME)),
    ("One thing, said plainly", (_C.SINGLE_FOCUS, _C.SPECIFIC, _C.CONCISE, _C.TIME_BOUND)),
)
_OF_KEY_RESULTS: Sequence[tuple[str, str, Sequence[Criterion]]] = (
    (
        "has a start, a target and a date",
        "have a start, a target and a date",
        (_C.MEASURABLE, _C.BASELINE, _C.TIME_BOUND),
    ),
    ("says what will be different", "say what will be different", (_C.OUTCOME,)),
    (
        "is one thing, said plainly",
        "are one thing each, said plainly",
        (_C.SINGLE_FOCUS, _C.SPECIFIC, _C.CONCISE, _C.ACTION_VERB),
    ),
)
_LETTERS: Mapping[Criterion, str] = {
    _C.SPECIFIC: "S",
    _C.SINGLE_FOCUS: "S",
    _C.ACTION_VERB: "S",
    _C.CONCISE: "S",
    _C.OUTCOME: "S",
    _C.MEASURABLE: "M",
    _C.TRACKABLE: "M",
    _C.ATTAINABLE: "A",
    _C.MOTIVATING: "A",
    _C.RELEVANT: "R",
    _C.TIME_BOUND: "T",
}
_ORDER = "SMART"


def points_of(judged: Judged, seen_together: Sequence[Finding], language: str) -> list[Point]:
    """The points of what is written: each criterion of one goal, or a few for a whole set."""
    own = [(line, findings) for line, findings in judged if line.key == "statement"]
    rows = [(line, findings) for line, findings in judged if line.key != "statement"]
    points: list[Point] = []
    for line, findings in own:
        if line.statement.kind is Kind.OBJECTIVE:
            points += _of_objective(findings, language)
        else:
            points += _of_one(line, findings, language)
    if rows:
        points += _of_key_results([findings for _, findings in rows], language)
    return points + [_point(each, language) for each in seen_together if _is_told(each)]


def _of_one(line: Line, findings: Sequence[Finding], language: str) -> list[Point]:
    """Each criterion by itself, with the words that satisfy it; by letter for a SMART goal."""
    if line.statement.kind is not Kind.SMART_GOAL:
        return [
            _point(f, language) for f in findings if _is_told(f) and f.criterion is not _C.PAIRED
        ]
    told = [f for f in findings if _is_told(f)]
    told.sort(key=lambda f: _ORDER.index(_LETTERS[f.criterion]))
    return [_quoting(_point(f, language, _LETTERS[f.criterion]), line, f) for f in told]


def _quoting(point: Point, line: Line, finding: Finding) -> Point:
    """With the words of the part of a SMART goal that satisfy it."""
    words = line.parts.get(finding.criterion, "")
    if not words or not point.is_ready:
        return point
    if len(words) > _LONGEST_QUOTE:
        words = f"{words[:_LONGEST_QUOTE].rsplit(' ', 1)[0]} …"
    return replace(point, text=f"{point.text}: “{words}”")


_LONGEST_QUOTE = 60
# A bare yes says nothing without its question.
_OWN_WORDS = {
    "W0": {
        _C.INSPIRING: "You would be proud to tell a friend",
        _C.MOTIVATING: "You want it, on a bad day, too",
    },
}


def own_words(finding: Finding, language: str) -> str:
    """What stands for a bare yes; "" where the finding says it itself."""
    own = _OWN_WORDS.get(finding.rule, {}) if language == "en" else {}
    return own.get(finding.criterion, "")


def _of_objective(findings: Sequence[Finding], language: str) -> Iterable[Point]:
    for text, criteria in _OF_OBJECTIVE:
        yield from _grouped(text, criteria, [findings])
    grouped = {criterion for _, criteria in _OF_OBJECTIVE for criterion in criteria}
    for finding in findings:
        if finding.criterion not in grouped and _is_told(finding):
            yield _point(finding, language)


def _of_key_results(rows: Sequence[Sequence[Finding]], language: str) -> Iterable[Point]:
    for one, many, criteria in _OF_KEY_RESULTS:
        text = f"The key result {one}" if len(rows) == 1 else f"{_all(len(rows))} {many}"
        yield from _grouped(text, criteria, rows)
    past = [f for findings in rows for f in findings if f.rule == HISTORY]
    yield from [_point(finding, language) for finding in past]


def _all(number: int) -> str:
    return "Both key results" if number == 2 else f"All {plural(number, 'key result')}"


def _grouped(
    text: str, criteria: Sequence[Criterion], rows: Sequence[Sequence[Finding]]
) -> Iterable[Point]:
    """One point for criteria that belong together; none while nothing in it is told."""
    inside = [f for findings in rows for f in findings if f.criterion in criteria and _is_told(f)]
    if inside:
        yield Point(all(f.is_ready for f in inside), text)


def _is_told(finding: Finding) -> bool:
    """Whether it counts: what is asked does not, save how far it is by the past."""
    if finding.rule == HISTORY:
        return True
    return finding.state is not State.CANT_TELL or finding.is_deliberate


def _point(finding: Finding, language: str, letter: str = "") -> Point:
    words = own_words(finding, language)
    if words:
        return Point(True, words, letter)
    if finding.is_deliberate:
        return Point(True, f"{finding.title} (meant so)", letter, language)
    return Point(
        finding.is_ready, finding.reason if finding.is_ready else finding.title, letter, language
    )
