"""What stands around a goal: parents, children, people and changes, as its viewer may know them."""

from decimal import Decimal

import pytest

from northing.goals.actions.aligning import align
from northing.goals.actions.amending import amend
from northing.goals.actions.goal_draft import LinkDraft
from northing.goals.models import Goal
from northing.goals.queries.above import Line, lines_of
from northing.goals.queries.around import (
    amendments_of,
    bond_among,
    goals_below,
    people_of,
)
from northing.goals.queries.bonds import bond_of
from northing.goals.queries.gate import visible_goal
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.kinds import LinkMode
from northing.measures.measure import Kind, Measure
from northing.people.models import Person
from tests import cast
from tests.cast import TODAY, Kestrel


def told(lines: list[Line] | object) -> list[str]:
    return [" > ".join(end.statement for end in line.ends) for line in lines]  # type: ignore[attr-defined]


def above(goal: Goal, person: Person) -> list[str]:
    return told(lines_of(Viewer.of(person), goal))


def test_the_way_leads_from_the_pillar_to_the_parent(kestrel: Kestrel) -> None:
    company, broken = "Every bike back on the street", "Broken on Monday, riding by Friday"
    assert above(kestrel.repair_share, kestrel.ruth) == [f"Always riding > {company} > {broken}"]
    assert above(kestrel.company, kestrel.ruth) == ["Always riding"]


def test_every_parent_has_its_way_and_the_primary_one_comes_first(kestrel: Kestrel) -> None:
    other = cast.objective("Second", kestrel.tomas, kestrel.cycle)
    links = [
        LinkDraft(parent=other, mode=LinkMode.SUPPORTS),
        LinkDraft(parent=kestrel.company),
    ]
    align(kestrel.objective, links, kestrel.ines)
    found = lines_of(Viewer.of(kestrel.ruth), kestrel.objective)
    assert told(found) == ["Second", "Always riding > Every bike back on the street"]
    assert [(line.is_primary, line.contributes) for line in found] == [(True, False), (False, True)]


def test_a_hidden_parent_is_not_named(kestrel: Kestrel) -> None:
    Goal.objects.filter(pk=kestrel.company.pk).update(visibility="private")
    assert above(kestrel.objective, kestrel.ruth) == []
    assert above(kestrel.repair_share, kestrel.ruth) == ["Broken on Monday, riding by Friday"]
    assert len(above(kestrel.objective, kestrel.tomas)) == 1


def test_goals_below_come_with_their_weight_and_measure(kestrel: Kestrel) -> None:
    heavy = cast.key_result("Heavy", kestrel.ines, kestrel.objective, "0", "9", weight="2.5")
    below = {one.goal.key: one for one in goals_below(Viewer.of(kestrel.ruth), kestrel.objective)}
    assert below[heavy.pk].weight == Decimal("2.5")
    assert below[heavy.pk].measure == Measure(Kind.FROM_TO, Decimal(0), Decimal(9))
    assert below[heavy.pk].contributes
    assert not below[kestrel.training.pk].contributes


def test_two_levels_reach_what_carries_the_key_results(kestrel: Kestrel) -> None:
    align(
        kestrel.training,
        [LinkDraft(parent=kestrel.repair_share, mode=LinkMode.SUPPORTS)],
        kestrel.ines,
    )
    viewer = Viewer.of(kestrel.ruth)
    deep = goals_below(viewer, kestrel.objective, two_levels=True)
    assert [(one.goal.short_id, one.parent) for one in deep if one.goal.kind == "smart"] == [
        ("IO-1", kestrel.repair_share.pk)
    ]
    assert kestrel.training.pk not in {
        one.goal.key for one in goals_below(viewer, kestrel.objective)
    }


def test_nothing_is_reached_through_a_hidden_goal(kestrel: Kestrel) -> None:
    align(
        kestrel.training,
        [LinkDraft(parent=kestrel.repair_share, mode=LinkMode.SUPPORTS)],
        kestrel.ines,
    )
    Goal.objects.filter(pk=kestrel.repair_share.pk).update(visibility="private")
    deep = goals_below(Viewer.of(kestrel.ruth), kestrel.objective, two_levels=True)
    assert [one.goal.short_id for one in deep] == ["WN-1.2"]


@pytest.mark.parametrize("who", ["ines", "aiko", "ruth", "tomas", "helena", "marijke"])
def test_a_bond_is_the_same_however_it_is_found(kestrel: Kestrel, who: str) -> None:
    person: Person = getattr(kestrel, who)
    goal = cast.objective(
        "With help", kestrel.ines, kestrel.cycle, kestrel.workshop, contributors=[kestrel.ruth]
    )
    viewer = Viewer.of(person)
    seen = visible_goal(viewer, goal.short_id)
    found, asked = bond_among(viewer, seen, people_of(seen)), bond_of(viewer, seen)
    assert (found.role, found.owns, found.leads, found.manages) == (
        asked.role,
        asked.owns,
        asked.leads,
        asked.manages,
    )
    assert found.contributes == (who == "ruth")


def test_people_are_told_apart_and_who_left_is_marked(kestrel: Kestrel) -> None:
    goal = cast.objective(
        "With help",
        kestrel.ines,
        kestrel.cycle,
        visibility="private",
        contributors=[kestrel.aiko],
        audience=[kestrel.ruth],
    )
    Person.objects.filter(pk=kestrel.ruth.pk).update(left_on=TODAY)
    people = people_of(goal)
    assert [(one.name, one.has_left) for one in people.contributors] == [("Aiko Sato", False)]
    assert [(one.name, one.has_left) for one in people.audience] == [("Ruth Adeyemi", True)]


def test_amendments_come_with_both_sides_and_the_reason(kestrel: Kestrel) -> None:
    goal = kestrel.repair_share
    wanted = Measure(Kind.FROM_TO, Decimal(62), Decimal(80), unit="%")
    amend(
        goal.pk,
        {"measure": wanted},
        kestrel.ines,
        reason="Two workshops closed.",
        today=TODAY,
        seen_version=goal.version,
    )
    [one] = amendments_of(kestrel.organization.pk, [goal.pk])
    assert (one.number, one.on, one.by.name) == (1, TODAY, "Ines Okafor")
    assert one.reason == "Two workshops closed."
    assert (one.before["measure"]["target"], one.after["measure"]["target"]) == ("85", "80")
