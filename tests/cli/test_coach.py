"""`northing coach`: one statement for people, many as lines of JSON for programs."""

import json
import subprocess
from typing import Any

import pytest

from tests.cli.installation import NORTHING, SECONDS, Installation

CRITERIA = [
    "specific",
    "measurable",
    "time_bound",
    "has_baseline",
    "outcome_not_activity",
    "single_focus",
    "action_verb",
]


def coach(
    installation: Installation, *lines: str, ends_with: int = 0
) -> subprocess.CompletedProcess[str]:
    """What comes back for some lines of JSON."""
    answered = subprocess.run(
        [NORTHING, "coach", "--jsonl"],
        env=installation.environment({}),
        input="\n".join(lines),
        capture_output=True,
        text=True,
        check=False,
        timeout=SECONDS,
    )
    assert answered.returncode == ends_with, answered.stderr
    return answered


def told(installation: Installation, *asked: dict[str, Any]) -> list[dict[str, Any]]:
    answered = coach(installation, *(json.dumps(each) for each in asked))
    return [json.loads(line) for line in answered.stdout.splitlines()]


def test_each_line_is_answered_in_order_with_the_seven_criteria(
    installation: Installation,
) -> None:
    kinds = ["objective", "key_result", "smart_goal", "other"]
    asked = [
        {"id": n, "text": "Launch the ferry app", "kind": kind} for n, kind in enumerate(kinds)
    ]
    answers = told(installation, *asked)
    assert [answer["id"] for answer in answers] == [0, 1, 2, 3]
    for answer in answers:
        assert list(answer["criteria"]) == CRITERIA
        assert set(answer["criteria"].values()) <= {"met", "not_met", "cant_tell"}
        assert answer["findings"]


@pytest.mark.parametrize(
    "text",
    ["", "🎉" * 50, "x" * 10_000, "<script>alert(1)</script>", "\u202eשלום", "\ud800 half", None],
)
def test_any_text_is_answered_with_its_id(installation: Installation, text: str | None) -> None:
    (answer,) = told(installation, {"id": "\ud83d", "text": text, "kind": "key_result"})
    assert answer["id"] == "\ud83d"
    assert list(answer["criteria"]) == CRITERIA


@pytest.mark.parametrize(
    ("line", "cure"),
    [
        ("{", "Line 2 is no JSON"),
        ("[]", "Line 2 is no object"),
        ('{"text": "Sing", "kind": "wish"}', "objective, key_result, smart_goal, other"),
        ('{"text": "Sing", "language": "xx"}', "The coach reads en, de"),
    ],
)
def test_a_line_that_cannot_be_read_is_named(
    installation: Installation, line: str, cure: str
) -> None:
    answered = coach(installation, '{"id": 1, "text": "Sing"}', line, ends_with=1)
    assert len(answered.stdout.splitlines()) == 1
    assert cure in answered.stderr
    assert "Traceback" not in answered.stderr


def test_a_statement_is_told_with_its_words_underlined(installation: Installation) -> None:
    answered = installation.run("coach", "🚀 Launch the ferry app", "--kind", "key_result")
    assert answered.returncode == 0
    lines = answered.stdout.splitlines()
    assert lines[0] == "🚀 Launch the ferry app"
    assert "ready" in lines[1]
    assert "      ~~~~~~" in lines
    assert any("[target?]" in line for line in lines)


def test_an_unknown_kind_is_refused_with_those_there_are(installation: Installation) -> None:
    answered = installation.run("coach", "Sing", "--kind", "wish")
    assert answered.returncode == 1
    assert "objective, key_result, smart_goal, other" in answered.stderr
