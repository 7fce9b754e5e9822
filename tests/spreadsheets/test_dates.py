"""Dates in the common forms; a day and month that could be exchanged are asked about."""

from datetime import date
from decimal import Decimal

import pytest

from northing.spreadsheets.rules.cells import Cell
from northing.spreadsheets.rules.dates import (
    AmbiguousDate,
    DateReading,
    Edge,
    NotADate,
    Order,
    date_within,
    proved_orders,
    read_date,
)
from northing.spreadsheets.rules.periods_named import (
    find_period,
    name_of,
    period_named,
    widest_usual,
)

_QUARTER = (date(2027, 1, 1), date(2027, 3, 31))
_DUE = DateReading(Edge.LAST, None, _QUARTER)

FORMS = [
    ("2027-03-26", date(2027, 3, 26)),
    ("2027/03/26", date(2027, 3, 26)),
    ("2027-03-26 00:00:00", date(2027, 3, 26)),
    ("2027-03-26T14:30Z", date(2027, 3, 26)),
    ("26.03.2027", date(2027, 3, 26)),
    ("1.2.27", date(2027, 2, 1)),
    ("1. 2. 2027", date(2027, 2, 1)),
    ("26/03/2027", date(2027, 3, 26)),
    ("03/26/2027", date(2027, 3, 26)),
    ("02/02/2027", date(2027, 2, 2)),
    ("26-03-2027", date(2027, 3, 26)),
    ("26 March 2027", date(2027, 3, 26)),
    ("26th of March 2027", date(2027, 3, 26)),
    ("26-Mar-27", date(2027, 3, 26)),
    ("26. März 2027", date(2027, 3, 26)),
    ("March 26, 2027", date(2027, 3, 26)),
    ("26 March", date(2027, 3, 26)),
    ("March 2027", date(2027, 3, 31)),
    ("Februar", date(2027, 2, 28)),
    ("end of February", date(2027, 2, 28)),
    ("Ende März 2027", date(2027, 3, 31)),
    ("Anfang März 2027", date(2027, 3, 1)),
    ("Q1 2027", date(2027, 3, 31)),
    ("2027", date(2027, 12, 31)),
    (date(2027, 3, 26), date(2027, 3, 26)),
    (Decimal(46477), date(2027, 3, 31)),
    ("46477", date(2027, 3, 31)),
]


@pytest.mark.parametrize(("value", "day"), FORMS)
def test_a_date_is_read(value: str | Decimal | date, day: date) -> None:
    assert read_date(Cell(1, 1, value), _DUE) == day


def test_a_start_is_the_first_day_of_a_month_alone() -> None:
    assert read_date(Cell(1, 1, "March 2027"), DateReading(Edge.FIRST)) == date(2027, 3, 1)


@pytest.mark.parametrize("text", ["01/02/2027", "3-4-27", "12/11/2027"])
def test_a_day_and_month_that_could_be_exchanged_are_not_guessed(text: str) -> None:
    with pytest.raises(AmbiguousDate):
        read_date(Cell(1, 1, text), _DUE)


@pytest.mark.parametrize(
    ("order", "day"), [(Order.DAY_FIRST, date(2027, 2, 1)), (Order.MONTH_FIRST, date(2027, 1, 2))]
)
def test_a_known_order_decides(order: Order, day: date) -> None:
    assert read_date(Cell(1, 1, "01/02/2027"), DateReading(Edge.LAST, order)) == day


def test_one_date_may_prove_the_order_of_its_column() -> None:
    assert proved_orders(["01/02/2027", "13/02/2027"]) == {Order.DAY_FIRST}
    assert proved_orders(["01/02/2027", "02/13/2027"]) == {Order.MONTH_FIRST}
    assert proved_orders(["01/02/2027"]) == set()


@pytest.mark.parametrize(
    "text",
    ["soon", "30.02.2027", "13/14/2027", "2027-13-01", "5 May", "mid March", "31 April 2027"],
)
def test_what_is_no_date_is_refused_in_words(text: str) -> None:
    with pytest.raises(NotADate) as refusal:
        read_date(Cell(1, 1, text), _DUE)
    assert text[:4] in str(refusal.value)


SENTENCES = [
    ("Tom: pass the ISO 13485 exam by 26 March 2027", date(2027, 3, 26)),
    ("Hana: hold 12 stay interviews by the end of February", date(2027, 2, 28)),
    ("Bis 30.04.2027 drei Schulpartnerschaften unterschreiben", date(2027, 4, 30)),
    ("Last updated 12 Feb by Priya", date(2027, 2, 12)),
    ("Between 1 March 2027 and 3 March 2027", None),
    ("Hire 3 people in 2027", None),
]


@pytest.mark.parametrize(("sentence", "day"), SENTENCES)
def test_the_one_day_that_a_sentence_names_is_found(sentence: str, day: date | None) -> None:
    assert date_within(sentence, _DUE) == day


PERIODS = [
    ("2018 Q4", (2018, 10, 1), (2018, 12, 31)),
    ("Q4 2018", (2018, 10, 1), (2018, 12, 31)),
    ("2027-Q1", (2027, 1, 1), (2027, 3, 31)),
    ("Q4/18", (2018, 10, 1), (2018, 12, 31)),
    ("1Q25", (2025, 1, 1), (2025, 3, 31)),
    ("H2 2027", (2027, 7, 1), (2027, 12, 31)),
    ("1. Quartal 2027", (2027, 1, 1), (2027, 3, 31)),
    ("1. Halbjahr 2027", (2027, 1, 1), (2027, 6, 30)),
    ("Quarter 2 2027", (2027, 4, 1), (2027, 6, 30)),
    ("Annual 2025", (2025, 1, 1), (2025, 12, 31)),
    ("2027", (2027, 1, 1), (2027, 12, 31)),
    ("January 2027", (2027, 1, 1), (2027, 1, 31)),
    ("Jan–Mar 2027", (2027, 1, 1), (2027, 3, 31)),
]


@pytest.mark.parametrize(("name", "first", "last"), PERIODS)
def test_a_period_is_known_by_its_name(
    name: str, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    period = period_named(name)
    assert period is not None
    assert (period.start, period.due) == (date(*first), date(*last))


def test_a_fiscal_period_has_dates_only_where_its_months_are_named() -> None:
    found = find_period("Company OKRs – Q1 FY27 (Jan–Mar 2027)")
    assert found is not None
    assert found.name == "Q1 FY27 (Jan–Mar 2027)"
    assert found.period == period_named("Q1 2027")
    alone = find_period("FY25 Q1")
    assert alone is not None
    assert alone.period is None


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        (date(2027, 1, 15), date(2027, 3, 30), "Q1 2027"),
        (date(2027, 1, 1), date(2027, 6, 30), "H1 2027"),
        (date(2027, 1, 1), date(2027, 12, 31), "2027"),
        (date(2027, 11, 1), date(2028, 2, 1), "2027-01-01 to 2028-12-31"),
    ],
)
def test_dates_lie_in_the_shortest_usual_period(first: date, last: date, name: str) -> None:
    assert name_of(widest_usual(first, last)) == name
