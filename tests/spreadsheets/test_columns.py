"""Which column holds what is proposed from people's spellings and decided by the cells."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from northing.spreadsheets.rules.columns import columns_of
from northing.spreadsheets.rules.fields import Field
from northing.spreadsheets.rules.tables import tables_of
from tests.spreadsheets.sheets import plan_of, sheet_of, told

SPELLINGS = [
    (Field.OBJECTIVE, ["Objective", "OBJECTIVES", "Company objective", "Objektive", "Oberziel"]),
    (Field.KEY_RESULT, ["Key result", "KR", "Key-Results", "Schlüsselergebnis", "Kernergebnis"]),
    (Field.OWNER, ["Owner", "Who", "Responsible", "Verantwortlich", "Assigned to", "Owner e-mail"]),
    (Field.TEAM, ["Team", "Department", "Abteilung", "Bereich"]),
    (Field.CYCLE, ["Cycle", "Period", "Quarter", "Zyklus", "Quartal"]),
    (Field.DUE, ["Due", "Due date", "Deadline", "Fällig", "Enddatum", "Frist"]),
    (Field.BASELINE, ["Baseline", "Start value", "Startwert", "Ausgangswert", "Initial value"]),
    (Field.TARGET, ["Target", "Target value", "Zielwert", "Soll", "Traget"]),
    (Field.CURRENT, ["Current", "Now", "Istwert", "Ist", "Actual", "Aktuell", "Current value"]),
    (Field.PERCENT_DONE, ["% done", "Progress (%)", "Fortschritt", "% complete", "Zielerreichung"]),
    (Field.UNIT, ["Unit", "Einheit", "UoM"]),
    (Field.WEIGHT, ["Weight", "Gewichtung", "Weighting"]),
    (Field.CONFIDENCE, ["Confidence", "Zuversicht", "Confidence level", "Confidnce"]),
    (Field.STATUS, ["Status", "RAG", "Ampel", "Traffic light"]),
    (Field.NOTE, ["Comments", "Notes", "Kommentar", "Bemerkungen", "Latest update"]),
    (Field.TAGS, ["Tags", "Labels", "Priority", "Priorität", "Category"]),
    (Field.WHY, ["Why", "Description", "Beschreibung", "Begründung"]),
    (Field.VISIBILITY, ["Visibility", "Sichtbarkeit"]),
    (Field.ID, ["#", "ID", "Nr.", "No.", "Goal ID", "lfd. Nr."]),
    (Field.PARENT, ["Parent", "Parent ID", "Aligned to", "Übergeordnet", "Zahlt ein auf"]),
]
_CELLS: dict[Field, list[Any]] = {
    Field.DUE: ["2027-03-01", "2027-03-02"],
    Field.UNIT: ["%", "EUR"],
    Field.ID: ["1", "2"],
    Field.WEIGHT: ["1", "2"],
    Field.PERCENT_DONE: ["30%", "40%"],
}
_NUMBERS = {Field.BASELINE, Field.TARGET, Field.CURRENT, Field.CONFIDENCE}


@pytest.mark.parametrize(
    ("field", "heading"), [(field, heading) for field, many in SPELLINGS for heading in many]
)
def test_a_heading_is_known_in_peoples_spellings(field: Field, heading: str) -> None:
    cells = _CELLS.get(field, [7, 9] if field in _NUMBERS else ["Grow well", "Learn more"])
    other = ("Title", "Goal one", "Goal two") if field is not Field.OBJECTIVE else ("KR", "a", "b")
    assert _fields([[other[0], heading], [other[1], cells[0]], [other[2], cells[1]]])[1] is field


def _fields(rows: list[list[Any]]) -> list[Field]:
    return [use.field for use in columns_of(tables_of(sheet_of(rows), {})[0], {}).uses]


CELLS_DECIDE = [
    ("Start", ["35", "52"], Field.BASELINE),
    ("Start", ["01.01.2027", "05.01.2027"], Field.START),
    ("Start", [date(2027, 1, 1), date(2027, 1, 5)], Field.START),
    ("Ziel", ["60", "8"], Field.TARGET),
    ("Goal", [Decimal(60), Decimal(8)], Field.TARGET),
    ("Stand", ["44%", "31"], Field.CURRENT),
    ("Stand", ["Im Plan", "Gefährdet"], Field.STATUS),
    ("Status", ["Open", "Done"], Field.STATUS),
    ("Ende", ["31.03.2027", "30.06.2027"], Field.DUE),
    ("Unit", ["Sales North", "Sales South"], Field.TEAM),
    ("Unit", ["hours", "EUR"], Field.UNIT),
]


@pytest.mark.parametrize(("heading", "cells", "field"), CELLS_DECIDE)
def test_the_cells_decide_what_an_ambiguous_heading_means(
    heading: str, cells: list[Any], field: Field
) -> None:
    rows = [["Objective", "Key result", heading], ["Grow", "Sell", cells[0]], ["", "x", cells[1]]]
    assert _fields(rows)[2] is field


def test_a_column_of_goals_called_ziel_is_their_wording() -> None:
    assert _fields([["Nr.", "Ziel"], ["1", "Wachsen"], ["1.1", "Umsatz"]])[1] is Field.STATEMENT


def test_what_nobody_recognises_is_kept_in_words() -> None:
    rows = [["Objective", "KR", "Flavour"], ["Grow", "Sell", "vanilla"]]
    assert _fields(rows)[2] is Field.KEEP
    drafts = [each.draft for each in plan_of(rows).differences]
    assert drafts[1].why == "Flavour: vanilla"


def test_a_plain_heading_holds_even_over_cells_that_do_not_fit() -> None:
    plan = plan_of([["Objective", "KR", "Due"], ["Grow", "Sell", "soon"], ["", "Win", "later"]])
    assert told(plan) == [(2, "C (Due)", "soon"), (3, "C (Due)", "later")]


def test_a_mapping_by_heading_letter_or_sheet_comes_first() -> None:
    rows = [["Objective", "KR", "Flavour"], ["Grow", "Sell", "Ann Lee"]]
    for key in ("Flavour", "flavour", "C", "Plan!C"):
        draft = plan_of(rows, mapping={key: "owner"}).differences[1].draft
        assert draft.owner.name == "Ann Lee"


def test_a_mapping_of_nothing_is_told() -> None:
    rows = [["Objective", "KR"], ["Grow", "Sell"]]
    assert "is no field" in plan_of(rows, mapping={"KR": "boss"}).errors[0].cure
    assert plan_of(rows, mapping={"Who": "owner"}).errors[0].found == "who"


def test_a_missing_column_is_told_with_the_cure() -> None:
    plan = plan_of([["Owner", "Target", "Now"], ["Ann Lee", 60, 44]])
    assert "wording" in plan.errors[0].expected
    assert "statement" in plan.errors[0].cure
    assert not plan.can_be_applied
