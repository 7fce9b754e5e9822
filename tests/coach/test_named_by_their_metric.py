"""A key result may be named by its metric, when its form says from where to where."""

from decimal import Decimal

import pytest

from northing.coach.rules.assessing import assess
from northing.coach.rules.findings import Criterion, Finding, State
from northing.coach.rules.statements import Fields, Kind, Statement

MEASURED = Fields(measure="from_to", baseline=Decimal(58), target=Decimal(85), unit="%")
NAMES = (
    "Calls answered by a person within a minute",
    "Bed occupancy",
    "Questions per delivery",
    "Repair parts delivered the next day",
    "Medianzeit bis zur Aufnahme",
)


def finding(text: str, criterion: Criterion, fields: Fields, kind: Kind) -> Finding:
    found = assess(Statement(text, kind, fields)).findings
    return next(each for each in found if each.criterion is criterion)


@pytest.mark.parametrize("text", NAMES)
@pytest.mark.parametrize("criterion", [Criterion.OUTCOME, Criterion.ACTION_VERB])
def test_a_measured_metric_needs_no_verb(text: str, criterion: Criterion) -> None:
    assert finding(text, criterion, MEASURED, Kind.KEY_RESULT).state is State.MET


@pytest.mark.parametrize("text", NAMES[:2])
def test_without_its_measure_a_verb_is_missing(text: str) -> None:
    found = finding(text, Criterion.ACTION_VERB, Fields(), Kind.KEY_RESULT)
    assert found.state is State.NOT_MET


@pytest.mark.parametrize(
    "text", ["Test bikes on the road", "Hire salespeople", "Run workshops for teachers"]
)
def test_a_name_that_may_as_well_be_work_is_asked_about(text: str) -> None:
    found = finding(text, Criterion.OUTCOME, MEASURED, Kind.KEY_RESULT)
    assert (found.rule, found.state) == ("O1", State.CANT_TELL)


@pytest.mark.parametrize("text", ["Launch the portal", "5 blog posts", "Hire two cooks"])
def test_work_stays_work_whatever_its_measure(text: str) -> None:
    found = finding(text, Criterion.OUTCOME, MEASURED, Kind.KEY_RESULT)
    assert found.state is State.NOT_MET


def test_a_thing_is_no_task() -> None:
    found = finding("Dashboard for the ward", Criterion.OUTCOME, Fields(), Kind.KEY_RESULT)
    assert "is a task" not in found.title


@pytest.mark.parametrize("text", ["Broken on Monday, riding by Friday", "In year 9 maths"])
def test_a_weekday_or_a_class_is_no_deadline(text: str) -> None:
    spans = finding(text, Criterion.TIME_BOUND, Fields(), Kind.KEY_RESULT).spans
    assert all(text[span.start : span.end] not in ("Monday", "In year 9") for span in spans)


def test_a_verb_is_not_asked_about_as_a_wide_noun() -> None:
    text = "Riders trust the repair date we give them"
    found = finding(text, Criterion.SPECIFIC, Fields(), Kind.OBJECTIVE)
    assert "trust" not in [text[span.start : span.end] for span in found.spans]
    assert found.state is not State.NOT_MET


def test_a_picture_in_front_is_no_verb() -> None:
    found = finding("🚲 Raise rides to 90 a day", Criterion.ACTION_VERB, Fields(), Kind.KEY_RESULT)
    assert (found.state, found.spans[0].start) == (State.MET, 2)
