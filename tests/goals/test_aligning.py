"""Moving goals: many parents, no loops, and nothing restricted can be worked out."""

from decimal import Decimal

import pytest

from northing.goals.actions.aligning import align
from northing.goals.actions.goal_draft import LinkDraft
from northing.goals.models import AlignmentLink, Goal
from northing.goals.rules.kinds import AlignmentRefused, LinkMode, Visibility
from northing.people.models import Organization
from tests.cast import Kestrel, key_result, objective, said


def progress_of(goal: Goal) -> Decimal | None:
    goal.refresh_from_db()
    return goal.progress


def test_a_loop_is_refused_with_the_loop_spelled_out(kestrel: Kestrel) -> None:
    with pytest.raises(AlignmentRefused, match="KB-1 → WN-1 → KB-1"):
        align(kestrel.company, [LinkDraft(parent=kestrel.objective)], kestrel.tomas)


def test_a_goal_cannot_serve_itself(kestrel: Kestrel) -> None:
    with pytest.raises(AlignmentRefused, match="loop"):
        align(kestrel.company, [LinkDraft(parent=kestrel.company)], kestrel.tomas)


def test_a_refused_move_changes_nothing(kestrel: Kestrel) -> None:
    with pytest.raises(AlignmentRefused):
        align(kestrel.company, [LinkDraft(parent=kestrel.objective)], kestrel.tomas)
    assert list(kestrel.company.links_up.values_list("pillar")) == [(kestrel.pillar.pk,)]


def test_a_move_takes_its_progress_along(kestrel: Kestrel) -> None:
    said(kestrel.repair_share, "85", 9)
    other = objective("Another way", kestrel.tomas, kestrel.cycle)
    align(kestrel.objective, [LinkDraft(parent=other)], kestrel.ines)
    assert (progress_of(kestrel.company), progress_of(other)) == (None, Decimal(1))


def test_a_goal_with_two_parents_counts_in_both(kestrel: Kestrel) -> None:
    other = objective("Another way", kestrel.tomas, kestrel.cycle)
    links = [LinkDraft(parent=kestrel.company), LinkDraft(parent=other)]
    align(kestrel.objective, links, kestrel.ines)
    said(kestrel.repair_share, "85", 9)
    assert (progress_of(kestrel.company), progress_of(other)) == (Decimal(1), Decimal(1))


def test_a_supporting_goal_does_not_count(kestrel: Kestrel) -> None:
    links = [LinkDraft(parent=kestrel.company, mode=LinkMode.SUPPORTS)]
    align(kestrel.objective, links, kestrel.ines)
    said(kestrel.repair_share, "85", 9)
    assert progress_of(kestrel.company) is None


def test_a_weight_of_nothing_counts_for_nothing(kestrel: Kestrel) -> None:
    links = [LinkDraft(parent=kestrel.objective, weight=Decimal(0))]
    align(kestrel.slot_wait, links, kestrel.aiko)
    said(kestrel.repair_share, "62", 9)
    said(kestrel.slot_wait, "2.5", 9)
    assert progress_of(kestrel.objective) == 0


def test_a_negative_weight_is_refused(kestrel: Kestrel) -> None:
    links = [LinkDraft(parent=kestrel.objective, weight=Decimal(-1))]
    with pytest.raises(AlignmentRefused, match="negative"):
        align(kestrel.slot_wait, links, kestrel.aiko)


def test_a_key_result_does_not_hang_under_a_smart_goal(kestrel: Kestrel) -> None:
    links = [LinkDraft(parent=kestrel.training, mode=LinkMode.SUPPORTS)]
    with pytest.raises(AlignmentRefused, match="roadmap"):
        align(kestrel.slot_wait, links, kestrel.aiko)


def test_nothing_contributes_to_a_measured_goal(kestrel: Kestrel) -> None:
    with pytest.raises(AlignmentRefused, match="own measure"):
        align(kestrel.training, [LinkDraft(parent=kestrel.slot_wait)], kestrel.ines)


def test_a_private_goal_cannot_count_where_others_look(kestrel: Kestrel) -> None:
    secret = objective("Secret", kestrel.ines, kestrel.cycle, visibility=Visibility.PRIVATE)
    with pytest.raises(AlignmentRefused, match="worked out"):
        align(secret, [LinkDraft(parent=kestrel.company)], kestrel.ines)


def test_a_private_key_result_counts_in_its_owners_private_objective(kestrel: Kestrel) -> None:
    secret = objective("Secret", kestrel.ines, kestrel.cycle, visibility=Visibility.PRIVATE)
    number = key_result("Its number", kestrel.ines, secret, "0", "4", visibility=Visibility.PRIVATE)
    said(number, "1", 5)
    assert progress_of(secret) == Decimal("0.25")


def test_a_goal_of_another_organization_is_no_parent(kestrel: Kestrel) -> None:
    stranger = Organization.objects.create(name="Other", slug="other", key="OT")
    Goal.objects.filter(pk=kestrel.company.pk).update(organization=stranger)
    kestrel.company.refresh_from_db()
    with pytest.raises(AlignmentRefused, match="another organization"):
        align(kestrel.objective, [LinkDraft(parent=kestrel.company)], kestrel.ines)


def test_hidden_parents_stay_when_somebody_moves_the_goal(kestrel: Kestrel) -> None:
    align(kestrel.objective, [], kestrel.tomas, out_of_sight=[kestrel.company.pk])
    assert AlignmentLink.objects.filter(child=kestrel.objective).count() == 1
