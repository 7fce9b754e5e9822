from datetime import date, timedelta
from decimal import Decimal

import pytest

from northing.activity.models import Entry
from northing.check_ins.actions.history import Told, record_history
from northing.check_ins.actions.recording import Answer, record
from northing.check_ins.models import CheckIn
from northing.check_ins.rules import CheckInRefused
from northing.goals.models import Goal
from tests.cast import TODAY, Kestrel

STANDING = (
    "value",
    "progress",
    "is_met",
    "confidence",
    "said_confidence",
    "expected_path",
    "early_until",
    "behind_pace_from",
    "far_behind_from",
    "reporting",
    "contributing",
    "last_checked_in_on",
    "next_check_in_due",
    "help_wanted",
)


def _answers(kestrel: Kestrel) -> list[Told]:
    weeks = [date(2027, 1, 4) + timedelta(weeks=week) for week in range(6)]
    shares = [
        Told(kestrel.repair_share, Answer(Decimal(share), said, on=day), kestrel.ines)
        for share, said, day in zip(
            (62, 63, 66, 65, 69, 71), (6, 6, 7, 5, 6, 6), weeks, strict=True
        )
    ]
    waits = [
        Told(kestrel.slot_wait, Answer(Decimal(wait), note="Slow", on=day), kestrel.aiko)
        for wait, day in zip(("6.4", "5.9"), weeks, strict=False)
    ]
    asking = Answer(confidence=5, help_wanted=True, on=weeks[4])
    return [*shares, *waits, Told(kestrel.objective, asking, kestrel.ines)]


def _standings(kestrel: Kestrel) -> dict[str, tuple[object, ...]]:
    rows = Goal.objects.filter(organization=kestrel.organization).order_by("short_id")
    return {goal.short_id: tuple(getattr(goal, name) for name in STANDING) for goal in rows}


def test_a_history_leaves_the_goals_as_its_check_ins_one_by_one_would(kestrel: Kestrel) -> None:
    before = _standings(kestrel)
    told = _answers(kestrel)
    record_history(kestrel.organization, told, TODAY)
    at_once = _standings(kestrel)
    CheckIn.objects.all().delete()
    _forget(kestrel)
    for one in told:
        goal = Goal.objects.select_related("cycle", "organization").get(pk=one.goal.pk)
        record(goal, one.answer, one.by, TODAY)
    assert at_once == _standings(kestrel)
    assert at_once != before


def _forget(kestrel: Kestrel) -> None:
    Goal.objects.filter(organization=kestrel.organization).update(
        value=None,
        progress=None,
        is_met=False,
        confidence=None,
        said_confidence=None,
        last_checked_in_on=None,
        last_check_in_id=None,
        help_wanted=False,
    )


def test_every_check_in_of_a_history_is_in_the_log_on_its_day(kestrel: Kestrel) -> None:
    told = _answers(kestrel)
    logged = Entry.objects.filter(verb="checked in")
    before = logged.count()
    assert len(record_history(kestrel.organization, told, TODAY)) == len(told)
    assert logged.count() == before + len(told)


def test_a_correction_supersedes_the_check_in_before_it(kestrel: Kestrel) -> None:
    wrong, right = Answer(Decimal(7), on=date(2027, 1, 4)), Answer(Decimal(70), on=date(2027, 1, 5))
    share = kestrel.repair_share
    told = [Told(share, wrong, kestrel.ines), Told(share, right, kestrel.ines, corrects_last=True)]
    record_history(kestrel.organization, told, TODAY)
    share.refresh_from_db()
    assert share.value == Decimal(70)
    assert CheckIn.objects.get(value=Decimal(70)).supersedes == CheckIn.objects.get(
        value=Decimal(7)
    )


def test_one_answer_that_does_not_fit_leaves_nothing_behind(kestrel: Kestrel) -> None:
    future = Answer(Decimal(74), on=TODAY + timedelta(days=1))
    told = [*_answers(kestrel), Told(kestrel.repair_share, future, kestrel.ines)]
    with pytest.raises(CheckInRefused, match="still to come"):
        record_history(kestrel.organization, told, TODAY)
    assert not CheckIn.objects.filter(goal=kestrel.repair_share).exists()
