"""No text keeps the coach busy: its patterns hold no repetition of what may be empty."""

import re
from collections.abc import Iterator
from re import _constants as constants  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

import pytest

from northing.coach.rules.assessing import assess
from northing.coach.rules.language import codes, language_of
from northing.coach.rules.statements import Kind, Statement

REPEATS = (constants.MAX_REPEAT, constants.MIN_REPEAT)
MANY = 100
TANGLED = (
    "a1a" + "a1" * 60 + "_",
    "a1a" + "a" * 200 + "é",
    "from " + "a " * 190,
    "from 1 to " * 40,
    "by the end of " * 28,
    "1,000," * 66,
    "each " * 80,
    "a-" * 200,
    "( " * 200,
)


def patterns() -> Iterator[tuple[str, str]]:
    for code in codes():
        language = language_of(code)
        for group, named in language._patterns.items():
            for name, listed in named.items() if isinstance(named, dict) else ():
                if isinstance(listed, list):
                    yield f"{code} {group}.{name}", language.pattern(group, name).pattern


def tangles(tree: Any) -> Iterator[str]:
    """Repetitions without bound of something that may be empty: they take exponential time."""
    for operation, argument in tree:
        if operation in REPEATS:
            least, most, body = argument
            if most >= MANY and body.getwidth()[0] == 0:
                yield f"({operation} {least} {most} {body})"
        yield from tangles_inside(argument)


def tangles_inside(argument: Any) -> Iterator[str]:
    if isinstance(argument, parser.SubPattern):
        yield from tangles(argument)
    elif isinstance(argument, tuple | list):
        for each in argument:
            yield from tangles_inside(each)


@pytest.mark.parametrize(("name", "pattern"), list(patterns()))
def test_no_pattern_repeats_what_may_be_empty(name: str, pattern: str) -> None:
    assert list(tangles(parser.parse(pattern))) == [], name


def test_a_tangle_is_found() -> None:
    assert list(tangles(parser.parse(r"\b[a-z](?:\d*[a-z]*)*\b")))
    assert not list(tangles(parser.parse(r"\b[a-z][a-z\d]*\b")))


@pytest.mark.parametrize("code", codes())
@pytest.mark.parametrize("text", TANGLED)
def test_a_tangled_text_is_answered(code: str, text: str) -> None:
    assert assess(Statement(text, Kind.KEY_RESULT, language=code)).findings


def test_every_pattern_is_one_expression() -> None:
    assert all(re.compile(pattern) for _, pattern in patterns())
