"""What the coach found in a goal, put into the lines of its page."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from northing.coach.queries.last_kept import Answered
from northing.coach.rules.findings import Criterion, Finding, Span, State
from northing.coach.rules.frameworks import Mark, marks_of, standings
from northing.coach.rules.questions import is_answered_with_yes_or_no, question_about
from northing.coach.rules.statements import Kind
from northing.web.underlined import underlined

_PLACES = {Criterion.RELEVANT: ("alignment", "Link it"), Criterion.TRACKABLE: ("edit", "Name it")}
_PARTS = {Criterion.ATTAINABLE: "Achievable", Criterion.RELEVANT: "Relevant"}
_LONGEST_QUOTE = 60


@dataclass(frozen=True, slots=True)
class Read:
    """An assessment as it was kept, or as it was made just now.

    `parts` are the criteria that a written part of a SMART goal answers.
    """

    statement: str
    kind: Kind
    language: str
    findings: Sequence[Finding]
    answers: Mapping[str, Answered] = field(default_factory=dict)
    parts: frozenset[Criterion] = frozenset()


@dataclass(frozen=True, slots=True)
class Question:
    """What no text can tell. `said` is "yes", "not_yet" or "", `by` whose answer that is.

    `place` and `leads` are where it is settled instead, and in which words.
    """

    finding: Finding
    words: str
    takes_answers: bool
    said: str = ""
    by: str = ""
    place: str = ""
    leads: str = ""


@dataclass(frozen=True, slots=True)
class MarkLine:
    """A mark of the goal's framework with the words or the field that satisfy it."""

    mark: Mark
    state: State
    words: str


@dataclass(frozen=True, slots=True)
class Lines:
    """Everything that was found, in the groups in which the page shows it."""

    quote: Markup | None
    open: Sequence[Finding]
    questions: Sequence[Question]
    marks: Sequence[MarkLine]
    met: Sequence[str]
    meant: Sequence[Finding]


def lines_of(read: Read) -> Lines:
    """The lines of an assessment; the quote is None where no open finding points at words."""
    open_ones = [one for one in read.findings if _is_open(read, one)]
    spans = _merged(span for one in open_ones for span in one.spans)
    return Lines(
        quote=underlined(read.statement, spans) if spans else None,
        open=open_ones,
        questions=list(_questions(read)),
        marks=list(_marks(read)),
        met=[_satisfied(read, one) for one in read.findings if one.state is State.MET],
        meant=[one for one in read.findings if one.is_deliberate and one.state is not State.MET],
    )


def _merged(spans: Iterable[Span]) -> list[Span]:
    """Spans without overlaps: two findings may point at the same words."""
    merged: list[Span] = []
    for span in sorted(spans):
        if merged and span.start < merged[-1].end:
            merged[-1] = Span(merged[-1].start, max(merged[-1].end, span.end))
        else:
            merged.append(span)
    return merged


def _is_open(read: Read, finding: Finding) -> bool:
    return (
        finding.state is State.NOT_MET
        and not finding.is_deliberate
        and not _is_answered(read, finding)
    )


def _is_answered(read: Read, finding: Finding) -> bool:
    """Whether somebody's yes or not yet decided it."""
    return is_answered_with_yes_or_no(finding.criterion) and finding.criterion in read.answers


def _questions(read: Read) -> Iterator[Question]:
    for finding in read.findings:
        if finding.is_deliberate:
            continue
        if _is_answered(read, finding):
            said = read.answers[finding.criterion]
            words = finding.question or question_about(finding.criterion, read.language)
            yield Question(finding, words, takes_answers=True, said=said.answer, by=said.by)
        elif finding.state is State.CANT_TELL:
            place, leads = _PLACES.get(finding.criterion, ("edit", "Edit"))
            takes_answers = is_answered_with_yes_or_no(finding.criterion)
            yield Question(
                finding,
                finding.question if takes_answers else f"{finding.title} {finding.question}",
                takes_answers=takes_answers,
                place=place,
                leads=leads,
            )


def _marks(read: Read) -> Iterator[MarkLine]:
    """For a key result its findings say it all: its framework needs no lines of its own."""
    if read.kind is Kind.KEY_RESULT:
        return
    for standing in standings(marks_of(read.kind), read.findings):
        finding = standing.finding
        if standing.state is State.MET:
            yield MarkLine(standing.mark, State.MET, _words(read, finding))
        else:
            yield MarkLine(standing.mark, standing.state, finding.title)


def _words(read: Read, finding: Finding) -> str:
    """The words that satisfy a criterion; else what does it instead of words."""
    if finding.state is State.MET and finding.spans:
        span = finding.spans[0]
        words = read.statement[span.start : span.end].strip()
        if len(words) > _LONGEST_QUOTE:
            words = words[:_LONGEST_QUOTE].rsplit(" ", 1)[0] + " …"
        return f"“{words}”"
    return _satisfied(read, finding)


def _satisfied(read: Read, finding: Finding) -> str:
    """Why a criterion is ready, for whoever reads the page: the rules speak to the owner."""
    if finding.state is not State.MET:
        return f"{finding.title} (meant so)"
    said = read.answers.get(finding.criterion)
    if said is not None and is_answered_with_yes_or_no(finding.criterion):
        return f"{said.by} says yes"
    if finding.criterion in read.parts:
        return f"Told under “{_PARTS[finding.criterion]}”"
    if finding.criterion is Criterion.ATTAINABLE:
        return "The owner's confidence is neither low nor certain"
    return finding.reason
