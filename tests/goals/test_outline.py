"""The plan as a tree: everybody sees theirs, each goal once, as many levels as fit."""

from collections.abc import Iterable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from bench.seed import seed
from northing.goals.actions.aligning import align
from northing.goals.actions.goal_draft import LinkDraft
from northing.goals.models import Goal
from northing.goals.queries import outline as outlines
from northing.goals.queries.filters import GoalFilter
from northing.goals.queries.lineage import whole_levels_below
from northing.goals.queries.listing import Order, goal_page
from northing.goals.queries.outline import Branch, Outline, branches_under, outline, outline_of
from northing.goals.queries.viewer import Viewer
from northing.goals.rules.kinds import LinkMode
from northing.people.models import Person
from tests import cast
from tests.cast import TODAY, Kestrel


def drawn(branches: Iterable[Branch], depth: int = 0) -> list[str]:
    """Short ids, indented by their depth."""
    lines = []
    for branch in branches:
        lines.append("  " * depth + branch.goal.short_id)
        lines += drawn(branch.children, depth + 1)
    return lines


def under_pillars(found: Outline) -> list[str]:
    return drawn(branch for branches in found.by_pillar.values() for branch in branches)


def plan_for(kestrel: Kestrel, person: Person) -> Outline:
    return outline(Viewer.of(person), [kestrel.cycle.pk])


def test_goals_hang_under_their_primary_parents(kestrel: Kestrel) -> None:
    found = plan_for(kestrel, kestrel.ruth)
    assert under_pillars(found) == ["KB-1", "  WN-1", "    WN-1.1", "    WN-1.2", "    IO-1"]
    assert list(found.pillars.values()) == ["Always riding"]
    assert found.loose == []


def test_a_goal_with_many_parents_stands_there_once(kestrel: Kestrel) -> None:
    other = cast.objective("Second", kestrel.tomas, kestrel.cycle, pillar=kestrel.pillar)
    links = [LinkDraft(parent=kestrel.objective), LinkDraft(parent=other)]
    align(kestrel.repair_share, links, kestrel.ines)
    assert under_pillars(plan_for(kestrel, kestrel.ruth)).count("    WN-1.1") == 1


def test_what_hangs_under_nothing_stands_apart(kestrel: Kestrel) -> None:
    cast.objective("On its own", kestrel.tomas, kestrel.cycle)
    assert drawn(plan_for(kestrel, kestrel.ruth).loose) == ["KB-2"]


def test_a_goal_under_a_hidden_parent_stands_at_the_top(kestrel: Kestrel) -> None:
    Goal.objects.filter(pk=kestrel.objective.pk).update(visibility="private")
    found = plan_for(kestrel, kestrel.ruth)
    assert under_pillars(found) == ["KB-1"]
    assert drawn(found.loose) == ["WN-1.1", "WN-1.2", "IO-1"]


def test_the_owner_of_a_private_goal_sees_it_in_its_place(kestrel: Kestrel) -> None:
    Goal.objects.filter(pk=kestrel.training.pk).update(visibility="private")
    assert "    IO-1" in under_pillars(plan_for(kestrel, kestrel.ines))
    assert "    IO-1" not in under_pillars(plan_for(kestrel, kestrel.marijke))


def test_what_was_asked_for_stands_on_the_way_to_it(kestrel: Kestrel) -> None:
    viewer = Viewer.of(kestrel.ruth)
    wanted = GoalFilter(kind="smart")
    rows = goal_page(viewer, kestrel.cycle.pk, wanted, TODAY, Order()).rows
    found = outline_of(viewer, rows)
    assert under_pillars(found) == ["KB-1", "  WN-1", "    IO-1"]
    [top] = found.by_pillar[kestrel.pillar.pk]
    assert not top.is_match
    assert top.children[0].children[0].is_match


def test_a_way_over_other_parents_is_left_out(kestrel: Kestrel) -> None:
    other = cast.objective("Second", kestrel.tomas, kestrel.cycle, pillar=kestrel.pillar)
    links = [LinkDraft(parent=kestrel.objective), LinkDraft(parent=other, mode=LinkMode.SUPPORTS)]
    align(kestrel.training, links, kestrel.ines)
    viewer = Viewer.of(kestrel.ruth)
    rows = goal_page(viewer, kestrel.cycle.pk, GoalFilter(kind="smart"), TODAY, Order()).rows
    assert under_pillars(outline_of(viewer, rows)) == ["KB-1", "  WN-1", "    IO-1"]


def test_whole_levels_are_read_as_long_as_they_fit(kestrel: Kestrel) -> None:
    def below(most: int) -> int:
        return len(whole_levels_below(kestrel.organization.pk, [kestrel.company.pk], most))

    assert [below(most) for most in (0, 1, 3, 4, 9)] == [0, 1, 1, 4, 4]


def test_a_large_plan_opens_level_by_level(
    kestrel: Kestrel, monkeypatch: pytest.MonkeyPatch
) -> None:
    cast.objective("On its own", kestrel.tomas, kestrel.cycle)
    monkeypatch.setattr(outlines, "MOST_SHOWN", 3)
    monkeypatch.setattr(outlines, "MOST_OPENED", 2)
    found = plan_for(kestrel, kestrel.ruth)
    assert not found.is_whole
    assert under_pillars(found) == ["KB-1", "  WN-1"]
    assert found.by_pillar[kestrel.pillar.pk][0].children[0].has_more
    assert drawn(found.loose) == ["KB-2"]


def test_the_goals_under_one_are_read_on_demand(
    kestrel: Kestrel, monkeypatch: pytest.MonkeyPatch
) -> None:
    viewer, cycles = Viewer.of(kestrel.ruth), [kestrel.cycle.pk]
    branches, is_more = branches_under(viewer, kestrel.objective.pk, cycles)
    assert drawn(branches) == ["WN-1.1", "WN-1.2", "IO-1"]
    assert not is_more
    monkeypatch.setattr(outlines, "MOST_UNDER_ONE", 2)
    branches, is_more = branches_under(viewer, kestrel.objective.pk, cycles)
    assert (drawn(branches), is_more) == (["WN-1.1", "WN-1.2"], True)


@pytest.mark.django_db
def test_the_plan_takes_as_many_statements_at_any_size() -> None:
    counts = [statements_for(size) for size in (200, 900)]
    assert counts[0] == counts[1] == 4


def statements_for(key_results: int) -> int:
    organization = seed(key_results, slug=f"of-{key_results}", people=30, today=TODAY)
    viewer = Viewer.of(Person.objects.get(organization=organization, handle="p-3"))
    cycles = list(organization.cycles.order_by("-start").values_list("pk", flat=True))
    with CaptureQueriesContext(connection) as queries:
        outline(viewer, cycles)
    return len(queries)
