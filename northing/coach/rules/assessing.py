"""Everything that the coach finds in one statement."""

from collections.abc import Mapping
from dataclasses import dataclass

from northing.coach.rules.findings import Criterion, Finding, State
from northing.coach.rules.language import codes
from northing.coach.rules.statements import Kind, Statement

# Kept with every stored assessment: findings of another version are not compared.
VERSION = "1"

# What the seven criteria that words can tell are called in `northing coach --jsonl`, in its order.
TOLD_BY_WORDS = (
    Criterion.SPECIFIC,
    Criterion.MEASURABLE,
    Criterion.TIME_BOUND,
    Criterion.BASELINE,
    Criterion.OUTCOME,
    Criterion.SINGLE_FOCUS,
    Criterion.ACTION_VERB,
)


@dataclass(frozen=True, slots=True)
class Assessment:
    """What was found, in the order of the suggestions, by rules of one version."""

    language: str
    findings: tuple[Finding, ...]
    criteria: Mapping[Criterion, State]
    version: str = VERSION

    @property
    def ready(self) -> int:
        """How many criteria are met, or missed on purpose."""
        return sum(finding.is_ready for finding in self.findings)

    @property
    def suggestions(self) -> tuple[Finding, ...]:
        """What could be better, the most useful first; the first is shown, the rest wait."""
        return tuple(f for f in self.findings if f.state is State.NOT_MET and not f.is_deliberate)

    @property
    def questions(self) -> tuple[Finding, ...]:
        """What no text can tell and nobody has answered."""
        return tuple(f for f in self.findings if f.state is State.CANT_TELL and not f.is_deliberate)


def assess(statement: Statement) -> Assessment:
    """Every criterion that is asked of a statement of its kind.

    Any text gets an answer: nothing is raised, nothing in it is run, and only its first 400
    characters are read. Spans count code points. Raises LanguageUnknown for a language that the
    coach does not read.
    """
    # Loaded when first asked: whoever only imports the coach pays for none of its rules.
    from northing.coach.rules.asking import ASKED_OF
    from northing.coach.rules.reading.case import Case

    case = Case(statement)
    answers = (judge(case) for judge in ASKED_OF[case.kind])
    findings = tuple(finding for finding in answers if finding is not None)
    told = {criterion: case.state(criterion) for criterion in TOLD_BY_WORDS}
    return Assessment(case.sentence.language.code, findings, told)


def read_languages() -> None:
    """Load the words, patterns and models of every language: some 0.2 s each, once a process."""
    for code in codes():
        assess(Statement("Raise it from 1 to 2", Kind.KEY_RESULT, language=code))
