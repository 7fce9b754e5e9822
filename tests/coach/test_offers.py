"""What the words offer to fill into the form: measures, starts and days."""

from datetime import date
from decimal import Decimal

import pytest

from northing.coach.rules.assessing import assess
from northing.coach.rules.statements import Fields, Kind, Statement

EMPTY = Fields()
QUARTER = Fields(cycle_start=date(2027, 4, 1), cycle_due=date(2027, 6, 30))
WINTER = Fields(cycle_start=date(2026, 10, 1), cycle_due=date(2027, 3, 31))


def _offered(text: str, fields: Fields = EMPTY, kind: Kind = Kind.KEY_RESULT) -> dict[str, str]:
    found = assess(Statement(text, kind, fields, "en")).findings
    return {name: value for finding in found for name, value in finding.offers.items()}


MEASURES = [
    (
        "Raise calls answered from 58 % to 85 %",
        {"measure": "from_to", "baseline": "58", "target": "85", "unit": "%"},
    ),
    (
        "Cut the wait from 25 to 10 minutes",
        {"measure": "from_to", "baseline": "25", "target": "10", "unit": "minutes"},
    ),
    (
        "Raise visits from 1,200 to 1,500 a month",
        {"measure": "from_to", "baseline": "1200", "target": "1500"},
    ),
    (
        "Cut feed costs from $9k to $7k a month",
        {"measure": "from_to", "baseline": "9000", "target": "7000", "unit": "$ a month"},
    ),
    (
        "Lift the score from 6.8 to 8.25 points",
        {"measure": "from_to", "baseline": "6.8", "target": "8.25", "unit": "points"},
    ),
    (
        "Serve at least 95 % of guests by eight o'clock",
        {"measure": "at_least", "target": "95", "unit": "%"},
    ),
    (
        "Keep falls below 5 % of admissions",
        {"measure": "at_most", "target": "5", "unit": "%"},
    ),
    (
        "Keep the wait at or below 15 minutes",
        {"measure": "at_most", "target": "15", "unit": "minutes"},
    ),
    (
        "Keep the pool between 26 and 28 degrees",
        {"measure": "between", "lower": "26", "upper": "28", "unit": "degrees"},
    ),
    (
        "Walk to work 5 times a week",
        {"measure": "at_least", "target": "5", "unit": "times a week"},
    ),
    ("Win 25 monthly donors", {"target": "25", "unit": "monthly donors"}),
    ("Win twelve monthly donors", {"target": "12", "unit": "monthly donors"}),
    (
        "Raise fresh meals to 70 % (now 45 %)",
        {"baseline": "45", "target": "70", "unit": "%"},
    ),
    ("Collect €2.5m for the new wing", {"target": "2500000", "unit": "€"}),
]
SILENT = [
    "Raise calls answered",
    "Raise calls answered by 10 %",
    "Reduce the queue by 20 people",
    "Open the new ward in Q3 2027",
    "Win 25 donors and 3 sponsors",
    "Teach grade 5 in room 12",
    "Cut some of the many hundred forms",
]


@pytest.mark.parametrize(("text", "offers"), MEASURES)
def test_a_measure_in_the_words_is_offered(text: str, offers: dict[str, str]) -> None:
    assert _offered(text) == offers


@pytest.mark.parametrize("text", SILENT)
def test_nothing_is_offered_where_the_words_do_not_settle_it(text: str) -> None:
    assert {"measure", "target", "baseline"} & set(_offered(text)) == set()


def test_what_the_form_holds_is_not_offered_again() -> None:
    fields = Fields(measure="from_to", baseline=Decimal(58), target=Decimal(85), unit="%")
    assert _offered("Raise calls answered from 58 % to 85 %", fields) == {}


def test_a_start_is_offered_beside_a_filled_target() -> None:
    offered = _offered("Cut the wait from 25 to 10 minutes", Fields(target=Decimal(10)))
    assert offered == {"baseline": "25"}


DAYS = [
    ("by 27 June 2027", EMPTY, "2027-06-27"),
    ("by the 27th of June 2027", EMPTY, "2027-06-27"),
    ("by June 27, 2027", EMPTY, "2027-06-27"),
    ("by 2027-06-27", EMPTY, "2027-06-27"),
    ("by 27.6.2027", EMPTY, "2027-06-27"),
    ("before 27 June 2027", EMPTY, "2027-06-26"),
    ("by June 2027", EMPTY, "2027-06-30"),
    ("by mid-June 2027", EMPTY, "2027-06-15"),
    ("before June 2027", EMPTY, "2027-05-31"),
    ("by the end of February 2028", EMPTY, "2028-02-29"),
    ("in Q2 2027", EMPTY, "2027-06-30"),
    ("by the start of Q2 2027", EMPTY, "2027-04-01"),
    ("by the end of 2027", EMPTY, "2027-12-31"),
    ("by 27 June", QUARTER, "2027-06-27"),
    ("by May", QUARTER, "2027-05-31"),
    ("by 15 November", WINTER, "2026-11-15"),
    ("by 15 February", WINTER, "2027-02-15"),
    ("by the end of the quarter", QUARTER, "2027-06-30"),
]
NO_DAYS = [
    ("by 27 June", EMPTY),
    ("by 31 June 2027", EMPTY),
    ("before the first frost", QUARTER),
    ("by the end of the quarter", EMPTY),
    ("within two days", QUARTER),
    ("twice a week", QUARTER),
]


@pytest.mark.parametrize(("words", "fields", "due"), DAYS)
def test_a_day_in_the_words_is_offered(words: str, fields: Fields, due: str) -> None:
    assert _offered(f"Learn to swim the crawl {words}", fields, Kind.SMART_GOAL) == {"due": due}


@pytest.mark.parametrize(("words", "fields"), NO_DAYS)
def test_no_day_is_offered_where_none_can_be_told(words: str, fields: Fields) -> None:
    assert "due" not in _offered(f"Learn to swim the crawl {words}", fields, Kind.SMART_GOAL)


def test_a_filled_due_day_stands() -> None:
    fields = Fields(due=date(2027, 6, 1))
    assert "due" not in _offered("Learn to swim by 27 June 2027", fields, Kind.SMART_GOAL)
