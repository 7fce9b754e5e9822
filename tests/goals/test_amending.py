"""Changing active goals: reasons, numbers, conflicts, and history that stays."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from northing.goals.actions.amending import EditConflict, amend
from northing.goals.models import Amendment, Goal
from northing.goals.rules.amending import AmendmentRefused
from northing.goals.rules.drafting import GoalRefused
from northing.goals.rules.kinds import AlignmentRefused, Visibility
from northing.measures.measure import Kind, Measure
from northing.people.models import Person
from tests.cast import TODAY, Kestrel, said


def change(goal: Goal, by: Person, reason: str = "We learned more", **changes: Any) -> Goal:
    goal.refresh_from_db()
    return amend(goal.pk, changes, by, reason=reason, today=TODAY, seen_version=goal.version)


HIGHER = Measure(Kind.FROM_TO, Decimal(62), Decimal(108), unit="%")


def test_a_new_target_is_an_amendment_with_its_reason(kestrel: Kestrel) -> None:
    change(kestrel.repair_share, kestrel.ines, measure=HIGHER)
    amendment = Amendment.objects.get(goal=kestrel.repair_share)
    assert amendment.number == 1
    assert (amendment.before["measure"]["target"], amendment.after["measure"]["target"]) == (
        "85",
        "108",
    )


def test_a_new_target_is_rolled_up_at_once(kestrel: Kestrel) -> None:
    said(kestrel.repair_share, "85", 6)
    change(kestrel.repair_share, kestrel.ines, measure=HIGHER)
    kestrel.company.refresh_from_db()
    assert kestrel.company.progress == Decimal("0.5")


def test_check_ins_stay_as_they_were(kestrel: Kestrel) -> None:
    check_in = said(kestrel.repair_share, "70", 6)
    change(kestrel.repair_share, kestrel.ines, measure=HIGHER)
    check_in.refresh_from_db()
    assert check_in.value == 70


def test_an_amendment_without_a_reason_is_refused(kestrel: Kestrel) -> None:
    with pytest.raises(AmendmentRefused, match="why it changes"):
        change(kestrel.repair_share, kestrel.ines, reason=" ", measure=HIGHER)


def test_a_new_owner_needs_no_reason_and_is_no_amendment(kestrel: Kestrel) -> None:
    change(kestrel.repair_share, kestrel.ines, reason="", owner=kestrel.aiko)
    assert not Amendment.objects.filter(goal=kestrel.repair_share).exists()


def test_only_a_champion_restates_an_objective(kestrel: Kestrel) -> None:
    with pytest.raises(AmendmentRefused, match="champion"):
        change(kestrel.objective, kestrel.ines, statement="Something else")
    changed = change(kestrel.objective, kestrel.tomas, statement="Something else")
    assert changed.statement == "Something else"


def test_equal_values_change_nothing(kestrel: Kestrel) -> None:
    before = kestrel.repair_share.version
    unchanged = change(kestrel.repair_share, kestrel.ines, statement="Same-week repair share")
    assert unchanged.version == before


def test_the_second_editor_is_told(kestrel: Kestrel) -> None:
    seen = kestrel.repair_share.version
    change(kestrel.repair_share, kestrel.ines, why="Because")
    with pytest.raises(EditConflict) as conflict:
        amend(
            kestrel.repair_share.pk,
            {"why": "Since"},
            kestrel.tomas,
            reason="x",
            today=TODAY,
            seen_version=seen,
        )
    assert conflict.value.current.why == "Because"


def test_an_equal_start_and_target_is_refused(kestrel: Kestrel) -> None:
    same = Measure(Kind.FROM_TO, Decimal(62), Decimal(62))
    with pytest.raises(GoalRefused) as refused:
        change(kestrel.repair_share, kestrel.ines, measure=same)
    assert "target" in refused.value.problems


def test_dates_outside_the_cycle_are_refused(kestrel: Kestrel) -> None:
    with pytest.raises(GoalRefused, match="after Q1 2027 ends"):
        change(kestrel.repair_share, kestrel.ines, due=date(2027, 6, 1))


def test_a_counted_goal_cannot_become_private(kestrel: Kestrel) -> None:
    with pytest.raises(AlignmentRefused, match="worked out"):
        change(kestrel.repair_share, kestrel.ines, visibility=Visibility.PRIVATE)
    kestrel.repair_share.refresh_from_db()
    assert kestrel.repair_share.visibility == Visibility.ORGANIZATION


def test_contributors_are_replaced(kestrel: Kestrel) -> None:
    changed = change(kestrel.repair_share, kestrel.ines, contributors=[kestrel.aiko, kestrel.ruth])
    assert {row.person_id for row in changed.contributors.all()} == {
        kestrel.aiko.pk,
        kestrel.ruth.pk,
    }
