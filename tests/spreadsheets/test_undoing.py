"""Undoing an import: what nobody touched since goes or goes back, everything else stays."""

from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.utils import timezone

from northing.activity.models import Entry
from northing.check_ins.actions.acknowledging import acknowledge
from northing.check_ins.actions.rebuilding import rebuild
from northing.check_ins.models import CheckIn
from northing.cycles.models import Cycle
from northing.drafts.actions import keep
from northing.goals.actions.aligning import align
from northing.goals.actions.amending import amend
from northing.goals.actions.goal_draft import LinkDraft, StepDraft
from northing.goals.actions.stepping import add_step
from northing.goals.models import AlignmentLink, Goal
from northing.goals.rules.kinds import Visibility
from northing.people.models import Person, Team
from northing.people.rules import RightMissing
from northing.spreadsheets.actions.undoing import UndoRefused, undo_import, undoing_for
from northing.spreadsheets.models import Import, ImportedGoal, ImportTrace
from tests.cast import TODAY, Kestrel, key_result, objective, said
from tests.spreadsheets.importing import bring_in, csv_upload

_HEAD = "ID,Parent,Type,Title,Owner,Team,Cycle,Baseline,Target,Now,Confidence,Note"
_PLAN = f"""{_HEAD}
1,WN-1,Objective,Grow,Ines Okafor,Workshop network,Q1 2027,,,,,
1.1,1,KR,Sell,Dee New,Fresh team,Q1 2027,10,20,12,6,first
1.2,1,KR,Call,aiko.sato@kestrel.example,,Q1 2027,0,50,5,4,
2,,Objective,Learn,Ines Okafor,,Q3 2027,,,,,
"""
# What is added and never taken back: the log, numbers once given, and what is kept of imports.
_ONLY_GROWING = {"Entry", "ShortId", "Import", "ImportTrace", "Amendment", "KeptAssessment"}


@pytest.fixture(autouse=True)
def _stays_right(kestrel: Kestrel) -> Iterator[None]:
    """Whatever a test undoes: what is stored of every goal is what its records say."""
    yield
    assert rebuild(kestrel.organization, check=True) == []


def _rows(without: tuple[str, ...] = ()) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table of ours."""
    return {
        model.__name__: [
            {name: value for name, value in row.items() if name not in without}
            for row in model.objects.order_by("pk").values()
        ]
        for model in apps.get_models()
        if model.__module__.startswith("northing.") and model.__name__ not in _ONLY_GROWING
    }


def _goal(statement: str) -> Goal:
    return Goal.objects.select_related("owner", "cycle", "organization").get(statement=statement)


def _import(kestrel: Kestrel, text: str = _PLAN, name: str = "plan.csv") -> Import:
    return bring_in(csv_upload(text, name), kestrel.marijke).imported


def _left(imported: Import) -> dict[str, str]:
    imported.refresh_from_db()
    return {label.partition(" ")[2]: reason for _, label, reason in imported.undone["left"]}


def test_everything_that_only_the_import_made_goes(kestrel: Kestrel) -> None:
    said(kestrel.repair_share, "70", 6)
    before = _rows()
    imported = _import(kestrel)
    assert _rows() != before
    undone = undo_import(imported, kestrel.marijke, TODAY)
    assert (undone.withdrawn, undone.put_back, undone.left) == (4, 0, [])
    assert undone.removed == ["Dee New", "Fresh team", "Q3 2027"]
    assert _rows() == before


def test_what_would_happen_is_what_happens(kestrel: Kestrel) -> None:
    imported = _import(kestrel)
    said(_goal("Call"), "9", 5)
    shown = undoing_for(imported, kestrel.marijke)
    undone = undo_import(imported, kestrel.marijke, TODAY)
    assert (len(shown.withdrawn), list(shown.left)) == (undone.withdrawn, undone.left)


def test_the_same_file_can_be_imported_again_afterwards(kestrel: Kestrel) -> None:
    undo_import(_import(kestrel), kestrel.marijke, TODAY)
    outcome = bring_in(csv_upload(_PLAN), kestrel.marijke)
    assert (outcome.created, outcome.updated) == (4, 0)
    assert _goal("Grow").short_id != "WN-2"  # no number is given twice


def test_what_is_withdrawn_is_kept_row_by_row(kestrel: Kestrel) -> None:
    imported = _import(kestrel)
    undo_import(imported, kestrel.marijke, TODAY)
    kept = ImportTrace.objects.get(of=imported, label__endswith=" Sell").withdrawn
    models = [row["model"] for row in kept]
    assert models == [
        "goals.goal",
        "goals.goalmeasure",
        "goals.alignmentlink",
        "check_ins.checkin",
        "coach.keptassessment",
    ]
    assert kept[3]["fields"]["value"] == "12"


def test_it_is_told_in_the_log(kestrel: Kestrel) -> None:
    undo_import(_import(kestrel), kestrel.marijke, TODAY)
    entry = Entry.objects.get(verb="undid the import of")
    assert (entry.subject_label, entry.actor_name) == ("plan.csv", "Marijke van Dalen")
    assert entry.after["withdrawn"] == 4
    assert Entry.objects.filter(verb="withdrew", subject_label__endswith=" Sell").count() == 1


def _check_in(kestrel: Kestrel) -> None:
    said(_goal("Sell"), "15", 7)


def _amend(kestrel: Kestrel) -> None:
    goal = _goal("Sell")
    amend(goal.pk, {"tags": ["new"]}, kestrel.ines, reason="", today=TODAY, seen_version=1)


def _plan_a_step(kestrel: Kestrel) -> None:
    add_step(_goal("Sell"), StepDraft("Ask the two shops"), kestrel.ines)


def _acknowledge(kestrel: Kestrel) -> None:
    acknowledge(CheckIn.objects.select_related("goal").get(goal=_goal("Sell")), kestrel.ruth)


def _link_under_it(kestrel: Kestrel) -> None:
    mine = key_result("Mine", kestrel.ines, kestrel.objective, "1", "9")
    there = AlignmentLink.objects.get(child=mine)
    links = [LinkDraft(parent=there.parent), LinkDraft(parent=_goal("Grow"))]
    align(mine, links, kestrel.ines)


def _link_it_elsewhere(kestrel: Kestrel) -> None:
    align(_goal("Sell"), [LinkDraft(parent=kestrel.objective)], kestrel.ines)


def _begin_to_write(kestrel: Kestrel) -> None:
    keep(kestrel.ines, f"check-in-{_goal('Sell').short_id}", {"note": ["We sold"]})


@pytest.mark.parametrize(
    ("touch", "stays", "reason"),
    [
        (_check_in, "Sell", "has checked in since."),
        (_amend, "Sell", "Ines Okafor has changed it since."),
        (_plan_a_step, "Sell", "Ines Okafor has worked on it since."),
        (_acknowledge, "Sell", "Ruth Adeyemi has read its check-in and said so."),
        (_link_under_it, "Grow", "Another goal that stays hangs under it."),
        (_link_it_elsewhere, "Sell", "Ines Okafor has linked it elsewhere since."),
        (_begin_to_write, "Sell", "Somebody is writing about it."),
    ],
)
def test_a_goal_that_somebody_touched_stays(
    touch: Any, stays: str, reason: str, kestrel: Kestrel
) -> None:
    imported = _import(kestrel)
    touch(kestrel)
    before = _rows()["CheckIn"]
    undo_import(imported, kestrel.marijke, TODAY)
    assert reason in _left(imported)[stays]
    assert Goal.objects.filter(statement=stays).exists()
    assert not Goal.objects.filter(statement__in=["Call", "Learn"]).exists()
    kept = {row["id"] for row in _rows()["CheckIn"]}
    goal = _goal(stays)
    assert {row["id"] for row in before if row["goal_id"] == goal.pk} <= kept


def test_the_parent_of_a_goal_that_stays_stays_with_it(kestrel: Kestrel) -> None:
    imported = _import(kestrel)
    said(_goal("Sell"), "15", 7)
    undo_import(imported, kestrel.marijke, TODAY)
    assert set(_left(imported)) == {"Sell", "Grow"}
    assert _goal("Sell").links_up.get().parent == _goal("Grow")
    assert Person.objects.filter(name="Dee New").exists()
    assert Team.objects.filter(name="Fresh team").exists()
    assert not Cycle.objects.filter(name="Q3 2027").exists()


def test_somebody_invited_meanwhile_stays(kestrel: Kestrel) -> None:
    imported = _import(kestrel)
    Person.objects.filter(name="Dee New").update(manager=kestrel.ines, version=2)
    kestrel.aiko.manager = Person.objects.get(name="Dee New")
    kestrel.aiko.save()
    undone = undo_import(imported, kestrel.marijke, TODAY)
    assert "Dee New" not in undone.removed


_AGAIN = _PLAN.replace("Sell,Dee New", "Sell,Ruth Adeyemi").replace(
    "10,20,12,6,first", "10,24,15,7,second"
)
_COUNTED_UP = ("version", "last_check_in_id", "imported_at")


def test_updated_fields_and_values_go_back(kestrel: Kestrel) -> None:
    _import(kestrel)
    before = _rows(_COUNTED_UP)
    again = _import(kestrel, _AGAIN.replace("1.2,1,KR", "1.2,WN-1,KR"))
    assert (_goal("Sell").value, _goal("Sell").owner) == (15, kestrel.ruth)
    undone = undo_import(again, kestrel.marijke, TODAY)
    assert (undone.withdrawn, undone.put_back, undone.left) == (0, 2, [])
    after = _rows(_COUNTED_UP)
    changed_by_records = {"CheckIn", "AlignmentLink"}
    assert {n: r for n, r in after.items() if n not in changed_by_records} == {
        n: r for n, r in before.items() if n not in changed_by_records
    }
    assert {
        (row["child_id"], row["parent_id"], row["weight"]) for row in after["AlignmentLink"]
    } == {(row["child_id"], row["parent_id"], row["weight"]) for row in before["AlignmentLink"]}
    assert len(after["CheckIn"]) == len(before["CheckIn"]) + 2  # what was said, and its taking back
    assert _goal("Sell").last_checked_in_on == TODAY


def test_a_goal_without_check_ins_stands_without_one_again(kestrel: Kestrel) -> None:
    plan = _PLAN.replace("0,50,5,4,", "0,50,5,7,")
    _import(kestrel, plan.replace("10,20,12,6,first", "10,20,,,"))
    again = _import(kestrel, plan)
    undo_import(again, kestrel.marijke, TODAY)
    assert (_goal("Sell").value, _goal("Sell").progress) == (None, None)
    assert ImportedGoal.objects.get(goal=_goal("Sell")).told.get("value", "") == ""


def test_a_field_that_was_changed_again_stays(kestrel: Kestrel) -> None:
    _import(kestrel)
    again = _import(kestrel, _AGAIN)
    goal = _goal("Sell")
    changes = {"owner": kestrel.aiko}
    amend(goal.pk, changes, kestrel.ines, reason="", today=TODAY, seen_version=goal.version)
    undo_import(again, kestrel.marijke, TODAY)
    assert _left(again) == {"Sell": "Changed again since, and stays so: owner."}
    goal = _goal("Sell")
    assert (goal.owner, goal.measure.target, goal.value) == (kestrel.aiko, 20, 12)


def test_a_check_in_made_since_stays(kestrel: Kestrel) -> None:
    _import(kestrel)
    again = _import(kestrel, _AGAIN)
    said(_goal("Sell"), "18", 8)
    undo_import(again, kestrel.marijke, TODAY)
    assert "Somebody has checked in since" in _left(again)["Sell"]
    assert (_goal("Sell").value, _goal("Sell").measure.target) == (18, Decimal(20))


def test_two_imports_are_undone_one_after_the_other(kestrel: Kestrel) -> None:
    before = _rows()
    first, again = _import(kestrel), _import(kestrel, _AGAIN)
    reasons = [one.reason for one in undoing_for(first, kestrel.marijke).left]
    assert "A later import, plan.csv, changed it. Undo that one first." in reasons
    undo_import(again, kestrel.marijke, TODAY)
    undo_import(first, kestrel.marijke, TODAY)
    assert _rows() == before


def test_a_goal_moved_under_a_new_one_moves_back(kestrel: Kestrel) -> None:
    _import(kestrel)
    moved = _PLAN.replace("1.2,1,KR", "1.2,3,KR") + "3,,Objective,Phone,,,Q1 2027,,,,,\n"
    undo_import(_import(kestrel, moved), kestrel.marijke, TODAY)
    assert not Goal.objects.filter(statement="Phone").exists()
    assert _goal("Call").links_up.get().parent == _goal("Grow")


def test_a_goal_that_cannot_move_back_keeps_its_new_parent(kestrel: Kestrel) -> None:
    _import(kestrel)
    moved = _PLAN.replace("1.2,1,KR", "1.2,3,KR") + "3,,Objective,Phone,,,Q1 2027,,,,,\n"
    again = _import(kestrel, moved)
    # Its old parent is now seen by fewer people: it may not count there any more.
    Goal.objects.filter(statement="Call").update(visibility=Visibility.TEAM)
    Goal.objects.filter(statement="Call").update(team=kestrel.workshop, owner=kestrel.marijke)
    undo_import(again, kestrel.marijke, TODAY)
    assert "only some people see" in _left(again)["Call"]
    assert "hangs under it" in _left(again)["Phone"]
    assert _goal("Call").links_up.get().parent == _goal("Phone")


def test_goals_that_one_may_not_see_stay_and_are_not_named(kestrel: Kestrel) -> None:
    imported = _import(kestrel)
    hidden = objective("Hidden", kestrel.ruth, kestrel.cycle, visibility=Visibility.PRIVATE)
    Goal.objects.filter(statement="Learn").update(visibility=Visibility.PRIVATE)
    Person.objects.filter(pk=kestrel.tomas.pk).update(role="admin")
    kestrel.tomas.refresh_from_db()
    shown = undoing_for(imported, kestrel.tomas)
    assert shown.hidden == 1
    assert "Learn" not in str(shown)
    undo_import(imported, kestrel.tomas, TODAY)
    assert Goal.objects.filter(statement="Learn").exists()
    assert hidden.pk


def test_members_do_not_undo(kestrel: Kestrel) -> None:
    imported = _import(kestrel)
    with pytest.raises(RightMissing, match="Marijke van Dalen"):
        undo_import(imported, kestrel.aiko, TODAY)
    assert Goal.objects.filter(statement="Sell").exists()


def test_nobody_undoes_twice(kestrel: Kestrel) -> None:
    imported = _import(kestrel)
    undo_import(imported, kestrel.marijke, TODAY)
    before = _rows()
    with pytest.raises(UndoRefused, match="undone already, by Marijke van Dalen"):
        undo_import(imported, kestrel.marijke, TODAY)
    assert _rows() == before


def test_after_30_days_it_is_too_late(kestrel: Kestrel) -> None:
    imported = _import(kestrel)
    Import.objects.update(at=timezone.now() - timedelta(days=29, hours=23))
    assert undoing_for(Import.objects.get(), kestrel.marijke).does_something
    Import.objects.update(at=timezone.now() - timedelta(days=30))
    with pytest.raises(UndoRefused, match="for 30 days"):
        undo_import(imported, kestrel.marijke, TODAY)
    assert Goal.objects.filter(statement="Sell").exists()


def test_an_import_without_traces_says_that_it_cannot_be_undone(kestrel: Kestrel) -> None:
    imported = _import(kestrel)
    ImportTrace.objects.all().delete()
    with pytest.raises(UndoRefused, match="left no record"):
        undo_import(imported, kestrel.marijke, TODAY)
