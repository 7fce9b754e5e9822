"""What we teach with stands up to the coach: examples, solutions and templates."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

import pytest

from northing.coach.rules.assessing import assess
from northing.coach.rules.findings import Criterion, Finding, State
from northing.coach.rules.language import FOLDER, codes
from northing.coach.rules.lessons import Example, Lesson, lesson, lessons, marked
from northing.coach.rules.statements import Kind, Statement
from northing.coach.rules.telling import lesson_of, messages
from northing.coach.rules.templates import templates

# A language counts once the coach reads it with word models of its own.
READ = [code for code in codes() if (FOLDER / code / "model.json").exists()]
# What no text can tell is asked of "before" and "after" alike.
ASKED = {
    Criterion.ATTAINABLE,
    Criterion.RELEVANT,
    Criterion.MOTIVATING,
    Criterion.INSPIRING,
    Criterion.CONTROLLABLE,
    Criterion.TRACKABLE,
}
QUARTER = {"cycle_start": date(2027, 4, 1), "cycle_due": date(2027, 6, 30)}


def _lessons() -> Iterator[Lesson]:
    yield from (each for code in READ for each in lessons(code))


def _examples() -> Iterator[tuple[Lesson, Example]]:
    yield from ((of, example) for of in _lessons() if of.criterion for example in of.examples)


def _found(of: Lesson, example: Example, text: str) -> Finding | None:
    found = assess(Statement(text, example.kind, language=of.language)).findings
    return next((each for each in found if each.criterion is of.criterion), None)


JUDGED = [pair for pair in _examples() if pair[0].criterion not in ASKED]
NEVER_JUDGED = [pair for pair in _examples() if pair[0].criterion in ASKED]


@pytest.mark.parametrize(("of", "example"), JUDGED)
def test_after_meets_its_criterion_and_before_does_not(of: Lesson, example: Example) -> None:
    before, after = _found(of, example, example.before), _found(of, example, example.after)
    assert after is not None, example.after
    assert after.state is State.MET, example.after
    assert before is None or before.state is not State.MET, example.before


@pytest.mark.parametrize(
    ("of", "example"), NEVER_JUDGED, ids=lambda each: getattr(each, "slug", "")
)
def test_what_no_text_can_tell_is_not_judged_in_examples(of: Lesson, example: Example) -> None:
    for text in (example.before, example.after):
        found = _found(of, example, text)
        assert found is None or found.state is State.CANT_TELL


@pytest.mark.parametrize("of", list(_lessons()), ids=lambda of: f"{of.language} {of.slug}")
def test_a_solution_solves_its_exercise_and_the_start_does_not(of: Lesson) -> None:
    assert marked(of, of.exercise.solution).is_solved
    assert not marked(of, of.exercise.start).is_solved


def _templates() -> Iterator[Statement]:
    yield from (asked for code in READ for shelf in templates(code) for asked in shelf.statements)


@pytest.mark.parametrize("template", list(_templates()), ids=lambda asked: asked.text[:60])
def test_a_template_in_its_cycle_has_nothing_to_better(template: Statement) -> None:
    asked = replace(template, fields=replace(template.fields, **QUARTER))
    assert [(f.rule, f.title) for f in assess(asked).suggestions] == []


# Rules that speak of other kinds than a key result; the others are tried on one.
KINDS = {
    **dict.fromkeys(("T1", "T2", "V2", "V3", "S3", "C1"), Kind.SMART_GOAL),
    **dict.fromkeys(("O7", "Q1", "Q2", "I1", "S6"), Kind.OBJECTIVE),
}
# Their "before" needs a filled form, or is told only with other goals in sight.
NEEDS_MORE = {"S4", "T4"}
PAIRS = [
    (code, rule)
    for code in READ
    for rule, said in messages(code).items()
    if "before" in said and rule not in NEEDS_MORE
]


def _says(code: str, rule: str, text: str) -> bool:
    base = rule.partition("_")[0]
    found = assess(Statement(text, KINDS.get(base, Kind.KEY_RESULT), language=code)).findings
    return any(each.rule == base and each.title for each in found)


@pytest.mark.parametrize(("code", "rule"), PAIRS)
def test_a_rule_speaks_of_its_before_and_not_of_its_after(code: str, rule: str) -> None:
    said = messages(code)[rule]
    assert _says(code, rule, said["before"]), said["before"]
    assert rule == "I1" or not _says(code, rule, said["after"]), said["after"]


@pytest.mark.parametrize("code", READ)
def test_titles_and_reasons_are_short(code: str) -> None:
    for rule, said in messages(code).items():
        words = f"{said.get('title', '')} {said.get('reason', '')}".split()
        assert len(words) <= 26, rule


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("criterion", list(Criterion))
def test_every_criterion_has_a_lesson(code: str, criterion: Criterion) -> None:
    assert lesson(code, lesson_of(criterion)).title
