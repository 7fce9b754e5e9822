"""What an import writes is assessed as what people write is; undoing it takes that into account."""

from northing.coach.models import KeptAssessment
from northing.coach.rules.assessing import VERSION
from northing.goals.models import Goal
from northing.spreadsheets.actions.undoing import undo_import, undoing_for
from northing.spreadsheets.models import ImportTrace
from tests.cast import TODAY, Kestrel
from tests.spreadsheets.importing import bring_in, csv_upload

_HEAD = "ID,Parent,Type,Title,Owner,Team,Cycle,Baseline,Target,Now,Confidence,Note"
_PLAN = f"""{_HEAD}
1,WN-1,Objective,Riders come back,Ines Okafor,Workshop network,Q1 2027,,,,,
1.1,1,KR,Sell more,Ines Okafor,,Q1 2027,10,20,12,6,first
"""
_RAISED = _PLAN.replace("10,20,12", "10,30,12")


def _of(title: str) -> list[KeptAssessment]:
    return list(KeptAssessment.objects.filter(goal__statement=title).order_by("id"))


def test_imported_goals_are_assessed_once_each_time_they_change(kestrel: Kestrel) -> None:
    bring_in(csv_upload(_PLAN), kestrel.marijke)
    [kept] = _of("Sell more")
    assert (kept.person, kept.rules_version) == (kestrel.marijke, VERSION)
    assert "has_baseline=met" in kept.told
    bring_in(csv_upload(_PLAN), kestrel.marijke)
    assert len(_of("Sell more")) == 1
    bring_in(csv_upload(_RAISED), kestrel.marijke)
    assert [one.goal_version for one in _of("Sell more")] == [1, 2]


def test_a_goal_that_goes_back_is_assessed_as_it_stands_then(kestrel: Kestrel) -> None:
    bring_in(csv_upload(_PLAN), kestrel.marijke)
    again = bring_in(csv_upload(_RAISED), kestrel.marijke).imported
    undo_import(again, kestrel.marijke, TODAY)
    assert [one.goal_version for one in _of("Sell more")] == [1, 2, 3]


def test_being_assessed_is_no_touch_and_goes_with_the_goal(kestrel: Kestrel) -> None:
    imported = bring_in(csv_upload(_PLAN), kestrel.marijke).imported
    assert len(undoing_for(imported, kestrel.marijke).withdrawn) == 2
    undo_import(imported, kestrel.marijke, TODAY)
    assert not Goal.objects.filter(statement="Sell more").exists()
    assert not KeptAssessment.objects.exists()
    [trace] = ImportTrace.objects.filter(label__contains="Sell more")
    assert "coach.keptassessment" in str(trace.withdrawn)
