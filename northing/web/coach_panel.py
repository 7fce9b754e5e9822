"""What the coach shows beside a form: numbered findings, ticks, questions, suggestions."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from northing.coach.rules.assessing import assess
from northing.coach.rules.assessing_sets import assess_set
from northing.coach.rules.findings import Criterion, Finding, Severity, Span, State
from northing.coach.rules.reading.case import Case
from northing.coach.rules.sets import history
from northing.coach.rules.sets.goal_set import GoalSet, Near
from northing.goals.rules.kinds import Ambition
from northing.measures.numbers import plain
from northing.web.coach_around import Around
from northing.web.coach_fixes import Fix, fix_for, fix_from_words
from northing.web.coach_points import ASKED, HISTORY, Point, own_words, points_of
from northing.web.coach_reading import ANSWERS, DELIBERATE, SET, Line, Marks
from northing.web.coach_strip import Strip, strip_of

_YES_OR_NOT_YET = (("yes", "Yes"), ("not_yet", "Not yet"))


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding with its number. `line` is None for the goals seen together.

    `strip` shows how earlier goals ended, `nearer` is the target that more of them reached.
    """

    finding: Finding
    line: Line | None
    number: int = 0
    is_lead: bool = False
    is_open: bool = False
    strip: Strip | None = None
    nearer: str = ""
    language: str = "en"

    @property
    def key(self) -> str:
        """What tells it from others: "kr0:O1"."""
        return f"{self.line.key if self.line else SET}:{self.finding.rule}"

    @property
    def title(self) -> str:
        """What was seen."""
        return self.finding.title


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that no text can tell, with what was answered so far ("" for nothing)."""

    finding: Finding
    line: Line
    said: str = ""
    goes_to: str = ""
    language: str = "en"

    @property
    def key(self) -> str:
        """The line and the criterion: "statement:inspiring"."""
        return f"{self.line.key}:{self.finding.criterion}"

    @property
    def answer(self) -> str:
        """What the answer says."""
        return own_words(self.finding, self.language) or self.finding.reason

    @property
    def words(self) -> str:
        """The question; a title that asks stands for one."""
        return self.finding.question or self.finding.title


@dataclass(frozen=True, slots=True)
class Panel:
    """Everything that stands beside the form. `actions` are what its buttons write into fields."""

    lines: Sequence[Line] = ()
    points: Sequence[Point] = ()
    findings: Sequence[Shown] = ()
    asked: Sequence[Asked] = ()
    meant: Sequence[Shown] = ()
    answered: Sequence[Asked] = ()
    fixes: Mapping[str, Sequence[Fix]] = field(default_factory=dict)
    actions: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def ready(self) -> int:
        """How many points are ready."""
        return sum(point.is_ready for point in self.points)

    def marks(self, name: str) -> list[tuple[int, int, str]]:
        """The words of a field that findings are about: start, end in code points, number."""
        found = [shown for shown in self.findings if shown.line and shown.line.field == name]
        marks = [mark for shown in found for mark in _marks_of(shown)]
        return sorted(marks, key=lambda mark: (mark[0], int(mark[2])))

    def fixes_for(self, name: str) -> Sequence[Fix]:
        """The suggestions below a field."""
        return self.fixes.get(name, ())

    @property
    def says(self) -> str:
        """The panel in a sentence, for whoever hears it."""
        if not self.lines:
            return ""
        if not self.findings:
            return f"Coach: {self.ready} of {len(self.points)} ready, nothing open"
        first = self.findings[0].title
        return f"Coach: {self.ready} of {len(self.points)} ready. First: {first}"


def panel_of(lines: Sequence[Line], marks: Marks, rows: Sequence[str], around: Around) -> Panel:
    """The panel for what is typed. `rows` are the statements of the key-result rows."""
    if not lines:
        return Panel()
    judged = [(line, assess(line.statement)) for line in lines]
    language = judged[0][1].language
    told = [(line, (*found.findings, *_of_history(line, around))) for line, found in judged]
    together = _seen_together(lines, marks, around)
    shown = [_with_history(one, around) for one in _numbered(told, together, language)]
    asked = [*_asked(told, language), *_asked_together(lines[0], together, language)]
    panel = Panel(
        lines=lines,
        points=points_of(told, together, language),
        findings=_opened(sorted(shown, key=_usefulness)),
        asked=asked,
        meant=[*_meant(told, together, language)],
        answered=[*_answered(told, together, marks, language)],
        fixes=_fixes(told, shown, rows, language),
    )
    return replace(panel, actions=_actions(panel, marks))


def _seen_together(lines: Sequence[Line], marks: Marks, around: Around) -> list[Finding]:
    """Number, balance, load, overlap and coverage, with what was said about them."""
    first = lines[0]
    if first.key != "statement":
        return []
    answers = {**first.statement.fields.answers, **marks.answers.get(SET, {})}
    fields = replace(
        first.statement.fields, answers=answers, deliberate=marks.deliberate.get(SET, frozenset())
    )
    goals = GoalSet(
        Case(replace(first.statement, fields=fields)),
        [Case(line.statement) for line in lines[1:]],
        *_known(around),
    )
    return [_of_owner(finding, around) for finding in assess_set(goals)]


def _known(around: Around) -> tuple[int | None, int | None, Sequence[Near] | None]:
    if around.surroundings is None:
        return None, None, None
    return around.surroundings.carried, around.surroundings.objectives, around.surroundings.near


def _of_owner(finding: Finding, around: Around) -> Finding:
    """ "Carries 3 …" said of whom."""
    if finding.criterion is not Criterion.LOAD or finding.state is not State.MET:
        return finding
    owner, words = around.owner.partition(" ")[0], finding.reason
    return replace(finding, reason=f"{owner} {words[:1].lower()}{words[1:]}" if owner else words)


def _of_history(line: Line, around: Around) -> Sequence[Finding]:
    """How goals ended here that aimed as far."""
    return history.judge(Case(line.statement), around.gains.get(line.key))


def _with_history(shown: Shown, around: Around) -> Shown:
    if not _is_of_history(shown.finding) or shown.line is None:
        return shown
    gains = around.gains[shown.line.key]
    nearer = plain(gains.suggested) if gains.suggested is not None else ""
    return replace(shown, strip=strip_of(gains), nearer=nearer)


def _is_of_history(finding: Finding) -> bool:
    return finding.rule == HISTORY and finding.state is State.CANT_TELL


def _numbered(
    told: Sequence[tuple[Line, Sequence[Finding]]], together: Sequence[Finding], language: str
) -> Iterator[Shown]:
    """What could be better, numbered as the words stand on the page; the set comes last."""
    number = 0
    for line, findings in told:
        open_here = _without_what_follows([f for f in findings if _is_open(f)])
        lead = min(open_here, key=_urgency, default=None)
        for finding in sorted(open_here, key=lambda f: (_place(line, f), f is not lead)):
            number += 1
            yield Shown(finding, line, number, finding is lead, language=language)
    for finding in together:
        if _is_open(finding):
            number += 1
            yield Shown(finding, None, number, language=language)


def _is_open(finding: Finding) -> bool:
    if _is_of_history(finding):
        return not finding.is_deliberate
    is_answer = bool(finding.question) and finding.criterion in ASKED
    return finding.state is State.NOT_MET and not finding.is_deliberate and not is_answer


def _without_what_follows(findings: Sequence[Finding]) -> Sequence[Finding]:
    """One suggestion at a time: work that is turned into its effect gets its numbers with it."""
    if any(f.criterion is Criterion.OUTCOME and f.rewrite is not None for f in findings):
        return [f for f in findings if f.criterion not in _NUMBERS]
    return findings


_NUMBERS = (Criterion.MEASURABLE, Criterion.BASELINE)


def _urgency(finding: Finding) -> tuple[bool, bool]:
    """What has a rewrite of the whole comes before what only says that something is missing."""
    is_whole = finding.criterion in (Criterion.OUTCOME, Criterion.SINGLE_FOCUS)
    return finding.severity is Severity.NOTE, not is_whole


def _place(line: Line, finding: Finding) -> int:
    return finding.spans[0].start if finding.spans else len(line.statement.text)


def _usefulness(shown: Shown) -> tuple[bool, bool, int]:
    return shown.line is None, not shown.is_lead, shown.number


def _opened(findings: Sequence[Shown]) -> Sequence[Shown]:
    """The first suggestion of each line lies open, the others wait behind their titles."""
    return [replace(each, is_open=each.is_lead or n == 0) for n, each in enumerate(findings)]


def _marks_of(shown: Shown) -> Iterator[tuple[int, int, str]]:
    end = len(shown.line.statement.text.rstrip()) if shown.line else 0
    for span in shown.finding.spans or (Span(end, end),):
        yield span.start, span.end, str(shown.number)


def _asked(told: Sequence[tuple[Line, Sequence[Finding]]], language: str) -> Iterator[Asked]:
    for line, findings in told:
        for finding in findings:
            said = line.statement.fields.answers.get(finding.criterion, "")
            if not _is_asked(finding, said):
                continue
            goes_to = _GOES_TO.get(finding.criterion, "") if line.key == "statement" else ""
            if finding.criterion is Criterion.TRACKABLE and line.prefix != "m_":
                continue
            yield Asked(finding, line, said, goes_to, language)


_GOES_TO = {Criterion.RELEVANT: "parent", Criterion.TRACKABLE: "definition"}


def _is_asked(finding: Finding, said: str) -> bool:
    if finding.is_deliberate or finding.criterion not in ASKED or _is_of_history(finding):
        return False
    return finding.state is State.CANT_TELL or (finding.state is State.NOT_MET and bool(said))


def _asked_together(first: Line, together: Sequence[Finding], language: str) -> Iterator[Asked]:
    line = replace(first, key=SET, place="All key results")
    for finding in together:
        is_no = finding.state is State.NOT_MET and bool(finding.question)
        if finding.state is State.CANT_TELL or is_no:
            yield Asked(finding, line, "not_yet" if is_no else "", "", language)


def _meant(
    told: Sequence[tuple[Line, Sequence[Finding]]], together: Sequence[Finding], language: str
) -> Iterator[Shown]:
    for line, findings in (*told, (None, together)):
        for finding in findings:
            if finding.is_deliberate and finding.state is not State.MET:
                yield Shown(finding, line, language=language)


def _answered(
    told: Sequence[tuple[Line, Sequence[Finding]]],
    together: Sequence[Finding],
    marks: Marks,
    language: str,
) -> Iterator[Asked]:
    """What was answered with yes, so that it can be taken back."""
    of_all = (replace(told[0][0], key=SET), together)
    for line, findings in (*told, of_all):
        said = marks.answers.get(line.key, {})
        for finding in findings:
            if finding.state is State.MET and said.get(finding.criterion) == "yes":
                yield Asked(finding, line, "yes", language=language)


def _fixes(
    told: Sequence[tuple[Line, Sequence[Finding]]],
    shown: Sequence[Shown],
    rows: Sequence[str],
    language: str,
) -> Mapping[str, Sequence[Fix]]:
    """Below each line the suggestion for its first finding, and values that the words hold."""
    fixes: dict[str, list[Fix]] = {line.field: [] for line, _ in told}
    for each in shown:
        if each.line is not None and each.is_lead:
            fix = fix_for(each.line, each.finding, language, rows)
            if fix is not None:
                fixes[each.line.field].append(replace(fix, number=each.number))
    for line, findings in told:
        in_words = [finding for finding in findings if not _is_of_history(finding)]
        offer = fix_from_words(line, in_words, language)
        if offer is not None:
            fixes[line.field].append(offer)
    return fixes


def _actions(panel: Panel, marks: Marks) -> Mapping[str, Mapping[str, str]]:
    """Every button's name, and the fields that it writes."""
    found = {fix.action: fix.sets for fixes in panel.fixes.values() for fix in fixes if fix.sets}
    for shown in panel.findings:
        if shown.line is not None and shown.strip is not None:
            found[f"nearer:{shown.line.key}"] = {f"{shown.line.prefix}target": shown.nearer}
            found[f"stretch:{shown.line.key}"] = {"ambition": Ambition.ASPIRATIONAL.value}
        found[f"mean:{shown.key}"] = {DELIBERATE: _deliberate(marks, shown.key, is_meant=True)}
    for shown in panel.meant:
        found[f"unmean:{shown.key}"] = {DELIBERATE: _deliberate(marks, shown.key, is_meant=False)}
    for asked in panel.answered:
        found[f"unsay:{asked.key}"] = {ANSWERS: _answers(marks, asked.key, "")}
    for asked in panel.asked:
        rule = f"{asked.line.key}:{asked.finding.rule}"
        found[f"mean:{rule}"] = {DELIBERATE: _deliberate(marks, rule, is_meant=True)}
        for answer, _ in _YES_OR_NOT_YET:
            found[f"answer:{asked.key}={answer}"] = {ANSWERS: _answers(marks, asked.key, answer)}
    return found


def _deliberate(marks: Marks, key: str, *, is_meant: bool) -> str:
    said = {f"{line}:{rule}" for line, rules in marks.deliberate.items() for rule in rules}
    return " ".join(sorted(said | {key} if is_meant else said - {key}))


def _answers(marks: Marks, key: str, answer: str) -> str:
    said = {
        f"{line}:{criterion}": reply
        for line, replies in marks.answers.items()
        for criterion, reply in replies.items()
    }
    told = {**said, key: answer}
    return " ".join(f"{where}={reply}" for where, reply in sorted(told.items()) if reply)
