"""What others change between the loading of a page and its check-in is not written over."""

import pytest

from northing.check_ins.actions.judging import change_organization_and_judge
from northing.check_ins.actions.rebuilding import rebuild
from northing.goals.actions.aligning import align
from northing.goals.actions.amending import amend
from northing.goals.actions.ending import end_goals
from northing.goals.actions.goal_draft import LinkDraft
from northing.goals.models import Goal
from northing.goals.rules.kinds import GoalState
from northing.people.actions.organizing import OrganizationFacts
from tests.cast import NOW, TODAY, Kestrel, said

pytestmark = pytest.mark.django_db


def loaded(goal: Goal) -> Goal:
    return Goal.objects.select_related("organization", "cycle", "owner", "measure").get(pk=goal.pk)


def test_a_check_in_is_judged_by_the_bands_that_hold_now(kestrel: Kestrel) -> None:
    before = loaded(kestrel.repair_share)
    facts = OrganizationFacts("Kestrel Bikes", "KB", "UTC", early=60, behind=0, far_behind=30)
    change_organization_and_judge(facts, kestrel.marijke, kestrel.organization.version)
    said(before, "63", 5)
    assert rebuild(kestrel.organization, check=True) == []


def test_a_check_in_is_measured_by_the_target_that_holds_now(kestrel: Kestrel) -> None:
    before = loaded(kestrel.repair_share)
    measure = before.measure.as_rule()
    amend(
        before.pk,
        {"measure": type(measure)(measure.kind, measure.baseline, measure.target + 5, unit="%")},
        kestrel.tomas,
        reason="It was too easy.",
        today=TODAY,
        seen_version=before.version,
    )
    said(before, "75", 5)
    assert rebuild(kestrel.organization, check=True) == []


def test_a_check_in_rolls_up_to_where_the_goal_hangs_now(kestrel: Kestrel) -> None:
    before = loaded(kestrel.repair_share)
    align(loaded(before), [LinkDraft(parent=kestrel.company)], kestrel.tomas)
    said(before, "75", 5)
    assert Goal.objects.get(pk=kestrel.company.pk).progress is not None
    assert Goal.objects.get(pk=kestrel.objective.pk).progress is None
    assert rebuild(kestrel.organization, check=True) == []


@pytest.mark.parametrize("state", [GoalState.DONE, GoalState.DROPPED, GoalState.POSTPONED])
def test_what_ends_by_itself_is_rolled_up(kestrel: Kestrel, state: GoalState) -> None:
    said(kestrel.repair_share, "85", 9)
    said(kestrel.slot_wait, "6.2", 2)
    end_goals(kestrel.organization, [(loaded(kestrel.slot_wait), state)], kestrel.tomas, at=NOW)
    counts = state == GoalState.DONE
    assert Goal.objects.get(pk=kestrel.objective.pk).contributing == (2 if counts else 1)
    assert rebuild(kestrel.organization, check=True) == []
