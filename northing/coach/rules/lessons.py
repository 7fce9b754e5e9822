"""Short lessons on writing and keeping goals, each with examples and an exercise to be marked."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from northing.coach.rules.assessing import assess
from northing.coach.rules.findings import Criterion, Finding, State
from northing.coach.rules.language import FOLDER, LanguageUnknown
from northing.coach.rules.statements import Kind, Statement

_GROUPS = ("criterion", "practice")


class LessonUnknown(LookupError):
    """There is no lesson with this slug; the message names it."""


@dataclass(frozen=True, slots=True)
class Example:
    """A statement before and after, and what makes the second better."""

    kind: Kind
    before: str
    after: str
    why: str


@dataclass(frozen=True, slots=True)
class Exercise:
    """A statement to be bettered until every criterion in `must` is met."""

    kind: Kind
    task: str
    start: str
    must: tuple[Criterion, ...]
    hint: str
    solution: str


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson of a language. `group` is "criterion" or "practice"; only the first have one."""

    language: str
    slug: str
    title: str
    summary: str
    group: str
    criterion: Criterion | None
    order: int
    minutes: int
    paragraphs: tuple[str, ...]
    remember: str
    sources: tuple[str, ...]
    examples: tuple[Example, ...]
    exercise: Exercise


@dataclass(frozen=True, slots=True)
class Marked:
    """What the coach says to an answer: one finding for each criterion of the exercise."""

    text: str
    findings: tuple[Finding, ...]

    @property
    def is_solved(self) -> bool:
        """Whether every criterion of the exercise is met."""
        return all(finding.state is State.MET for finding in self.findings)

    @property
    def open(self) -> tuple[Finding, ...]:
        """What is missing, or what the coach cannot tell, in the order of the exercise."""
        return tuple(each for each in self.findings if each.state is not State.MET)


@cache
def lessons(code: str) -> tuple[Lesson, ...]:
    """The lessons of a language, criteria before practices. Raises LanguageUnknown."""
    folders = {path.parent.name: path for path in FOLDER.glob("*/lessons")}
    if code not in folders:
        known = ", ".join(sorted(folders))
        raise LanguageUnknown(f"There are lessons in {known}, not in {code[:20]!r}.")
    found = (_read(code, path) for path in folders[code].glob("*.toml"))
    return tuple(sorted(found, key=lambda each: (_GROUPS.index(each.group), each.order)))


def lesson(code: str, slug: str) -> Lesson:
    """The lesson with this slug. Raises LanguageUnknown, LessonUnknown."""
    found = next((each for each in lessons(code) if each.slug == slug), None)
    if found is None:
        raise LessonUnknown(f"There is no lesson {slug[:40]!r}.")
    return found


def marked(of: Lesson, text: str) -> Marked:
    """An answer to the exercise of a lesson, judged by its words alone.

    Raises LanguageUnknown where there are lessons in a language that the coach does not read.
    """
    exercise = of.exercise
    found = assess(Statement(text, exercise.kind, language=of.language)).findings
    wanted = {finding.criterion: finding for finding in found}
    return Marked(text, tuple(wanted[criterion] for criterion in exercise.must))


def _read(code: str, path: Path) -> Lesson:
    import tomllib

    held = tomllib.loads(path.read_text(encoding="utf-8"))
    return Lesson(
        language=code,
        slug=path.stem,
        title=held["title"],
        summary=held["summary"],
        group=held["group"],
        criterion=Criterion(held["criterion"]) if "criterion" in held else None,
        order=held["order"],
        minutes=held["minutes"],
        paragraphs=tuple(held["paragraphs"]),
        remember=held["remember"],
        sources=tuple(held["sources"]),
        examples=tuple(map(_example, held["example"])),
        exercise=_exercise(held["exercise"]),
    )


def _example(held: Mapping[str, Any]) -> Example:
    return Example(Kind(held["kind"]), held["before"], held["after"], held["why"])


def _exercise(held: Mapping[str, Any]) -> Exercise:
    must = tuple(map(Criterion, held["must"]))
    return Exercise(
        Kind(held["kind"]), held["task"], held["start"], must, held["hint"], held["solution"]
    )
