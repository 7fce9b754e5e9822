"""The organization's own facts: bands that make sense, zones that exist, no lost edits."""

from dataclasses import replace

import pytest

from northing.check_ins.actions.judging import change_organization_and_judge
from northing.goals.models import Goal
from northing.people.actions.changing import EditedMeanwhile
from northing.people.actions.organizing import OrganizationFacts, change_organization
from northing.people.rules import PersonRefused
from tests.cast import Kestrel, said

FACTS = OrganizationFacts("Kestrel Bikes", "KB", "Europe/Brussels", 15, 0, 25)


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"name": " "}, "name"),
        ({"key": "K"}, "key"),
        ({"key": "WN"}, "key"),
        ({"time_zone": "Mars/Base"}, "time_zone"),
        ({"time_zone": "../etc/passwd"}, "time_zone"),
        ({"early": 101}, "early"),
        ({"behind": 30, "far_behind": 20}, "far_behind"),
    ],
)
def test_facts_that_do_not_fit_are_refused_by_field(
    kestrel: Kestrel, change: dict[str, object], field: str
) -> None:
    with pytest.raises(PersonRefused) as refused:
        change_organization(replace(FACTS, **change), kestrel.marijke, 1)  # type: ignore[arg-type]
    assert list(refused.value.problems) == [field]


def test_the_second_of_two_editors_is_told(kestrel: Kestrel) -> None:
    change_organization(FACTS, kestrel.marijke, 1)
    with pytest.raises(EditedMeanwhile):
        change_organization(replace(FACTS, name="Kestrel"), kestrel.marijke, 1)


def test_changed_bands_judge_every_open_goal_anew(kestrel: Kestrel) -> None:
    said(kestrel.repair_share, "63")
    before = Goal.objects.get(pk=kestrel.repair_share.pk).early_until
    change_organization_and_judge(replace(FACTS, early=80), kestrel.marijke, 1)
    assert Goal.objects.get(pk=kestrel.repair_share.pk).early_until != before
