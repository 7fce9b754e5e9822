"""docs/coach.md names every rule, in the words in which the coach speaks of it."""

import re

from northing.coach.rules.telling import messages
from scripts.sources import ROOT

ROW = re.compile(r"^\| ([A-Z]\w*\d) \| ([^|]+) \| ([^|]*) \| ([^|]*) \|$", re.MULTILINE)
# Told with the organization's own closed goals, in a section of its own.
TOLD_ELSEWHERE = {"H1"}


def _rows() -> dict[str, tuple[str, str, str]]:
    text = (ROOT / "docs" / "coach.md").read_text(encoding="utf-8")
    return {found[1]: (found[2], found[3], found[4]) for found in ROW.finditer(text)}


def _ids() -> set[str]:
    told = {key for key in messages("en") if "_" not in key}
    return told - {"blanks", "rewrites"} - TOLD_ELSEWHERE


def test_every_rule_has_a_row() -> None:
    assert _ids() - _rows().keys() == set()


def test_no_row_tells_of_a_rule_that_is_gone() -> None:
    assert _rows().keys() - _ids() == set()


def test_a_row_says_what_the_coach_says() -> None:
    for rule, (_, says, source) in _rows().items():
        held = messages("en")[rule]
        told = str(held.get("title") or held.get("reason", "")).replace("{quoted}", "…")
        assert says.strip() == told, rule
        assert source.strip() == held.get("source", ""), rule
