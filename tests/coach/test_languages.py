"""What a language folder must hold: the patterns and messages of English, which is complete."""

import tomllib
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from northing.coach.rules.language import FOLDER

READ = sorted(path.parent.name for path in FOLDER.glob("*/model.json"))
# A language may leave these out: no article fits any noun, one wording serves all work.
OWN = {"rewrites.article", "rewrites.events", "rewrites.learners"}


def _keys(held: Mapping[str, Any], above: str = "") -> Iterator[str]:
    for name, value in held.items():
        place = f"{above}{name}"
        if isinstance(value, Mapping) and above.count(".") < 1:
            yield from _keys(value, f"{place}.")
        else:
            yield place


def _held(code: str, name: str) -> set[str]:
    return set(_keys(tomllib.loads((FOLDER / code / name).read_text(encoding="utf-8"))))


@pytest.mark.parametrize("code", READ)
def test_a_language_says_everything_that_english_says(code: str) -> None:
    assert _held("en", "messages.toml") - _held(code, "messages.toml") - OWN == set()


@pytest.mark.parametrize("code", READ)
def test_a_language_has_a_pattern_for_everything_that_english_finds(code: str) -> None:
    ours = {key for key in _held("en", "patterns.toml") if not key.startswith("parts.")}
    assert ours - _held(code, "patterns.toml") == set()


@pytest.mark.parametrize("code", READ)
def test_a_language_has_every_word_list(code: str) -> None:
    names = {path.name for path in (FOLDER / "en" / "lexicon").glob("*.txt")}
    assert names - {path.name for path in (FOLDER / code / "lexicon").glob("*.txt")} == set()
