"""What people wrote into their check-ins."""

import re
from collections import Counter
from datetime import date

from northing.demo.dated import DatedGoal
from northing.demo.plan import plan_for

Plan = tuple[DatedGoal, ...]


def _notes(plan: Plan) -> list[str]:
    return [one.note for goal in plan for one in goal.check_ins if one.note]


def test_there_are_more_than_250_notes_and_no_two_are_alike(plan: Plan) -> None:
    counts = Counter(_notes(plan))
    assert len(counts) > 250
    assert max(counts.values()) == 1


def test_many_check_ins_have_no_note(plan: Plan) -> None:
    check_ins = [one for goal in plan for one in goal.check_ins]
    assert len(_notes(plan)) < len(check_ins) / 3


def test_no_note_was_lost_in_a_week_without_a_check_in() -> None:
    sunday = plan_for(date(2026, 11, 29))
    for goal in sunday:
        readings = getattr(goal.written, "readings", ())
        written = {note for _, note in getattr(readings, "notes", ())}
        assert written <= {one.note for one in goal.check_ins}, goal.statement


def test_notes_are_sentences_without_seasons_or_shouting(plan: Plan) -> None:
    # The demo is dated from today, so a month or season in a note would soon be wrong.
    months = "January|February|March|April|June|July|August|September|October|November|December"
    seasonal = re.compile(rf"\b({months}|winter|summer|spring|autumn|Christmas)\b")
    for note in _notes(plan):
        assert note[0].isupper() or note[0].isdigit(), note
        assert note[-1] in ".?", note
        assert "!" not in note, note
        assert not seasonal.search(note), note
