"""A file that comes again: what changed in it is updated, what changed here stays."""

from datetime import date
from decimal import Decimal

import pytest

from northing.activity.models import Entry
from northing.check_ins.models import CheckIn
from northing.cycles.rules import CycleState
from northing.goals.actions.aligning import align
from northing.goals.actions.goal_draft import LinkDraft
from northing.goals.models import Amendment, Goal
from northing.goals.rules.kinds import Visibility
from northing.people.rules import RightMissing
from northing.spreadsheets.actions.importing import ImportRefused
from tests.cast import Kestrel, objective, said
from tests.spreadsheets.importing import bring_in, csv_upload, look_at

_HEAD = "ID,Parent,Type,Title,Owner,Cycle,Baseline,Target,Now,Confidence,Note"
_PLAN = f"""{_HEAD}
1,,Objective,Grow,Ines Okafor,Q1 2027,,,,,
1.1,1,KR,Sell,Ines Okafor,Q1 2027,10,20,12,6,first
1.2,1,KR,Call,aiko.sato@kestrel.example,Q1 2027,0,50,5,4,
"""


def _goal(statement: str) -> Goal:
    return Goal.objects.select_related("owner", "measure", "cycle").get(statement=statement)


@pytest.fixture
def plan(kestrel: Kestrel) -> Kestrel:
    """The organization after the first import of the plan."""
    bring_in(csv_upload(_PLAN), kestrel.marijke)
    return kestrel


def test_a_new_value_is_a_check_in(plan: Kestrel) -> None:
    outcome = bring_in(csv_upload(_PLAN.replace("20,12,6,first", "20,15,7,second")), plan.marijke)
    assert (outcome.created, outcome.updated, outcome.unchanged) == (0, 1, 2)
    assert (_goal("Sell").value, _goal("Sell").confidence) == (15, 7)
    notes = CheckIn.objects.filter(goal=_goal("Sell")).order_by("at").values_list("note", flat=True)
    assert list(notes) == ["first", "second"]


def test_the_differences_name_old_and_new(plan: Kestrel) -> None:
    changed = _PLAN.replace("20,12,6,first", "24,12,6,first").replace("Call,aiko", "Call,ruth")
    shown = look_at(csv_upload(changed.replace("ruth.sato", "ruth.adeyemi")), plan.marijke)
    changes = {
        each.draft.statement: [(c.field, c.old, c.new) for c in each.changes]
        for each in shown.updates
    }
    assert changes == {
        "Sell": [("measure", "10 → 20", "10 → 24")],
        "Call": [("owner", "Aiko Sato", "Ruth Adeyemi")],
    }


def test_a_changed_measure_is_an_amendment_with_the_file_as_its_reason(plan: Kestrel) -> None:
    bring_in(csv_upload(_PLAN.replace("10,20,12", "10,24,12")), plan.marijke)
    assert _goal("Sell").measure.target == 24
    assert Amendment.objects.get().reason == "Imported from plan.csv"


def test_a_reworded_goal_keeps_its_history_by_its_id(plan: Kestrel) -> None:
    bring_in(csv_upload(_PLAN.replace("KR,Sell,", "KR,Sell more,")), plan.marijke)
    assert _goal("Sell more").short_id == f"{_goal('Grow').short_id}.1"


def test_an_id_given_to_another_goal_is_asked_about(plan: Kestrel) -> None:
    moved = _PLAN.replace("KR,Sell,", "KR,Open a shop in Ghent,")
    shown = look_at(csv_upload(moved), plan.marijke)
    assert [question.key for question in shown.open_questions] == ["same:1.1"]
    as_new = look_at(csv_upload(moved), plan.marijke, answers={"same:1.1": "new"})
    assert [each.draft.statement for each in as_new.new] == ["Open a shop in Ghent"]


def test_renumbered_rows_are_known_by_their_wording(plan: Kestrel) -> None:
    renumbered = _PLAN.replace("1.2,", "1.9,").replace("1.1,", "1.2,")
    shown = look_at(csv_upload(renumbered), plan.marijke)
    assert (shown.new, shown.updates, shown.open_questions) == ([], [], [])


def test_a_renamed_file_is_known_by_what_it_says(plan: Kestrel) -> None:
    reworded = _PLAN.replace("KR,Sell,", "KR,Sell more,")
    shown = look_at(csv_upload(reworded, "plan final v2.csv"), plan.marijke)
    assert (len(shown.new), len(shown.updates)) == (0, 1)


def test_a_copy_of_the_file_is_the_same_file(plan: Kestrel) -> None:
    shown = look_at(csv_upload(_PLAN, "plan (2).csv"), plan.marijke)
    assert (shown.new, shown.updates, shown.source) == ([], [], "plan")


def test_another_file_with_the_same_ids_is_another_plan(plan: Kestrel) -> None:
    other = f"{_HEAD}\n1,,Objective,Learn,Ines Okafor,Q1 2027,,,,,\n"
    assert [d.draft.statement for d in look_at(csv_upload(other, "b.csv"), plan.marijke).new] == [
        "Learn"
    ]


def test_what_was_changed_here_stays_when_the_file_says_nothing_new(plan: Kestrel) -> None:
    said(_goal("Sell"), "18", 8, by=plan.ines)
    shown = look_at(csv_upload(_PLAN), plan.marijke)
    assert shown.updates == []
    assert "changed here" in next(d.reason for d in shown.unchanged if d.draft.statement == "Sell")


def test_an_empty_cell_clears_nothing(plan: Kestrel) -> None:
    emptied = _PLAN.replace("10,20,12,6,first", ",,,,")
    assert look_at(csv_upload(emptied), plan.marijke).updates == []


def test_links_made_by_hand_stay_when_the_file_moves_a_goal(plan: Kestrel) -> None:
    by_hand = objective("By hand", plan.ines, _goal("Grow").cycle)
    sell = _goal("Sell")
    align(sell, [LinkDraft(parent=_goal("Grow")), LinkDraft(parent=by_hand)], plan.ines)
    moved = _PLAN.replace("1.1,1,KR", "1.1,2,KR") + "2,,Objective,Learn,,Q1 2027,,,,,\n"
    bring_in(csv_upload(moved), plan.marijke)
    parents = {link.parent.statement for link in _goal("Sell").links_up.all()}
    assert parents == {"Learn", "By hand"}


def test_a_goal_of_the_plan_may_be_a_parent_by_its_short_id(plan: Kestrel) -> None:
    under = f"{_HEAD}\n9,WN-1,KR,Fair,Ines Okafor,Q1 2027,1,2,,,\n"
    bring_in(csv_upload(under, "c.csv"), plan.marijke)
    assert _goal("Fair").links_up.get().parent == plan.objective


def test_nothing_is_written_when_a_row_does_not_fit(kestrel: Kestrel) -> None:
    before = (Goal.objects.count(), Entry.objects.count())
    with pytest.raises(ImportRefused) as refused:
        bring_in(csv_upload(_PLAN + "1.3,1,KR,Win,Ines Okafor,Q1 2027,7,7,,,\n"), kestrel.marijke)
    assert refused.value.plan.errors[0].place.row == 5
    assert (Goal.objects.count(), Entry.objects.count()) == before


def test_nothing_is_written_when_the_rules_refuse_while_writing(
    kestrel: Kestrel, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The last row's goal loses its cycle between the plan and the writing."""
    from northing.spreadsheets.actions import importing

    written = importing.write_names

    def close_the_cycle(*arguments: object) -> object:
        names = written(*arguments)  # type: ignore[arg-type]
        for cycle in names.cycles.values():
            cycle.state = CycleState.CLOSED
        return names

    monkeypatch.setattr(importing, "write_names", close_the_cycle)
    before = Goal.objects.count()
    with pytest.raises(ImportRefused) as refused:
        bring_in(csv_upload(_PLAN), kestrel.marijke)
    assert refused.value.plan.errors[-1].place.row == 2
    assert Goal.objects.count() == before


def test_members_do_not_import(kestrel: Kestrel) -> None:
    with pytest.raises(RightMissing, match="Marijke van Dalen"):
        bring_in(csv_upload(_PLAN), kestrel.aiko)


def test_a_private_goal_is_neither_shown_nor_changed(plan: Kestrel) -> None:
    Goal.objects.filter(statement="Sell").update(visibility=Visibility.PRIVATE)
    shown = look_at(csv_upload(_PLAN.replace("10,20,12", "10,24,12")), plan.marijke)
    assert shown.updates == []
    assert "10 → 20" not in str(shown.as_json())


def test_a_parent_that_one_may_not_see_is_as_if_it_were_not_there(plan: Kestrel) -> None:
    hidden = objective("Hidden", plan.ruth, _goal("Grow").cycle, visibility=Visibility.PRIVATE)
    under = f"{_HEAD}\n9,{hidden.short_id},KR,Fair,Ines Okafor,Q1 2027,1,2,,,\n"
    shown = look_at(csv_upload(under, "c.csv"), plan.marijke)
    assert shown.errors[0].found == hidden.short_id
    assert "Hidden" not in str(shown.as_json())


def test_the_import_is_told_in_the_log(plan: Kestrel) -> None:
    entry = Entry.objects.get(verb="imported")
    assert (entry.subject_label, entry.actor_name) == ("plan.csv", "Marijke van Dalen")
    assert entry.after["created"] == 3


def test_values_arrive_digit_for_digit(kestrel: Kestrel) -> None:
    text = f"{_HEAD}\n,,KR,Exact,Ines Okafor,Q1 2027,0.1,1234567890123456.7890123,5,,\n"
    bring_in(csv_upload(text), kestrel.marijke)
    assert _goal("Exact").measure.target == Decimal("1234567890123456.7890123")


def test_a_current_value_is_dated_by_its_cell(kestrel: Kestrel) -> None:
    text = "Objective,KR,Baseline,Target,Now,Last update\nGrow,Sell,1,9,4,2027-02-01\n"
    bring_in(csv_upload(text), kestrel.marijke)
    assert _goal("Sell").last_checked_in_on == date(2027, 2, 1)


def test_a_new_person_named_in_two_ways_is_one_person(kestrel: Kestrel) -> None:
    text = "Objective,KR,Owner\nGrow,Sell,Dee New\n,Win,dee.new@example.org\n,Fair,Dee New\n"
    bring_in(csv_upload(text), kestrel.marijke)
    assert {_goal(name).owner.email for name in ("Sell", "Win", "Fair")} == {"dee.new@example.org"}
