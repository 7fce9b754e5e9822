"""The marks of SMART, Blanchard's SMART, Niven's six and of key results, and how a goal stands."""

import pytest

from northing.coach.rules.findings import Criterion, Finding, Span, State
from northing.coach.rules.frameworks import (
    BLANCHARD,
    FRAMEWORKS,
    KEY_RESULT,
    NIVEN,
    SMART,
    Mark,
    marks_of,
    standings,
)
from northing.coach.rules.language import FOLDER
from northing.coach.rules.plain import findings_from_plain, plain_finding
from northing.coach.rules.questions import is_answered_with_yes_or_no, question_about
from northing.coach.rules.statements import Kind

LETTERS = [(SMART, "SMART"), (BLANCHARD, "SMART"), (NIVEN, ""), (KEY_RESULT, "")]
SPECIFIC = Mark("Specific", (Criterion.SPECIFIC, Criterion.ACTION_VERB), "S")
MET, OPEN, ASKED = State.MET, State.NOT_MET, State.CANT_TELL


def found(criterion: Criterion, state: State, *spans: Span, deliberate: bool = False) -> Finding:
    return Finding("X", criterion, state, spans, is_deliberate=deliberate)


@pytest.mark.parametrize(("framework", "letters"), LETTERS)
def test_the_letters_of_a_framework_come_in_order(framework: str, letters: str) -> None:
    assert "".join(mark.letter for mark in FRAMEWORKS[framework]) == letters


@pytest.mark.parametrize("framework", FRAMEWORKS)
def test_a_criterion_belongs_to_one_mark_of_a_framework(framework: str) -> None:
    criteria = [one for mark in FRAMEWORKS[framework] for one in mark.criteria]
    assert len(criteria) == len(set(criteria))


def test_an_objective_has_six_marks() -> None:
    assert len(marks_of(Kind.OBJECTIVE)) == 6


def test_a_smart_goal_has_five_letters_and_what_blanchard_adds() -> None:
    marks = marks_of(Kind.SMART_GOAL)
    assert [mark.letter for mark in marks] == ["S", "M", "A", "R", "T", "", ""]
    assert [mark.name for mark in marks[5:]] == ["Motivating", "Trackable"]


STANDINGS = [
    ("all is met", [found(Criterion.SPECIFIC, MET), found(Criterion.ACTION_VERB, MET)], MET, 0),
    ("words tell more", [found(Criterion.SPECIFIC, MET), found(Criterion.ACTION_VERB, MET, Span(0, 5))], MET, 1),  # noqa: E501
    ("open before met", [found(Criterion.SPECIFIC, MET), found(Criterion.ACTION_VERB, OPEN)], OPEN, 1),  # noqa: E501
    ("open before asked", [found(Criterion.SPECIFIC, ASKED), found(Criterion.ACTION_VERB, OPEN)], OPEN, 1),  # noqa: E501
    ("asked before met", [found(Criterion.SPECIFIC, ASKED), found(Criterion.ACTION_VERB, MET)], ASKED, 0),  # noqa: E501
    ("meant so is ready", [found(Criterion.ACTION_VERB, OPEN, deliberate=True)], MET, 0),
]  # fmt: skip


@pytest.mark.parametrize(
    ("findings", "state", "place"),
    [row[1:] for row in STANDINGS],
    ids=[row[0] for row in STANDINGS],
)
def test_a_mark_stands_as_its_weakest_criterion(
    findings: list[Finding], state: State, place: int
) -> None:
    [standing] = standings([SPECIFIC], findings)
    assert (standing.state, standing.finding) == (state, findings[place])


def test_a_mark_about_which_nothing_was_found_is_left_out() -> None:
    assert standings([SPECIFIC], [found(Criterion.RELEVANT, MET)]) == ()


def test_findings_come_back_as_they_were_kept() -> None:
    finding = Finding(
        "O1",
        Criterion.OUTCOME,
        OPEN,
        (Span(0, 6),),
        title="“Launch” is a task",
        reason="Why",
        cure="How",
        example=("Before", "After"),
        lesson="outcome_not_activity",
        is_deliberate=True,
    )
    assert findings_from_plain([plain_finding(finding)]) == (finding,)


def test_a_finding_about_a_criterion_of_other_rules_is_left_out() -> None:
    held = {"rule": "Z9", "criterion": "sparkling", "state": "met"}
    assert findings_from_plain([held]) == ()


@pytest.mark.parametrize(
    "language", sorted(at.parent.name for at in FOLDER.glob("*/messages.toml"))
)
def test_what_is_answered_with_yes_or_not_yet_is_asked_in_each_language(language: str) -> None:
    answered = [one for one in Criterion if is_answered_with_yes_or_no(one)]
    assert len(answered) == 4
    assert all(question_about(one, language).endswith("?") for one in answered)
