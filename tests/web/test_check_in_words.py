"""What a check-in asks and answers, in words."""

from datetime import date, timedelta
from decimal import Decimal
from fractions import Fraction

import pytest

from northing.cycles.rules import Week
from northing.measures.measure import Kind, Measure
from northing.measures.pace import Pace
from northing.web import check_in_words as words
from northing.web.formats import number

TODAY = date(2027, 2, 15)
DUE = date(2027, 4, 4)
LINE = ((date(2027, 1, 4), Fraction(0)), (DUE, Fraction(1)))


@pytest.mark.parametrize(
    ("days", "said"),
    [
        (0, "today"),
        (1, "yesterday"),
        (3, "on Friday"),
        (7, "last Monday"),
        (11, "on 4 February"),
        (60, "on 17 December 2026"),
    ],
)
def test_days_are_said_as_people_say_them(days: int, said: str) -> None:
    assert words.said_day(TODAY - timedelta(days=days), TODAY) == said


MEASURES = {
    Kind.FROM_TO: (
        Measure(Kind.FROM_TO, Decimal(62), Decimal(85), unit="%"),
        "Target 85 % by 4 April",
        "How likely is 85 %?",
    ),
    Kind.AT_MOST: (
        Measure(Kind.AT_MOST, target=Decimal(5)),
        "Keep at 5 or less",
        "How likely does it stay so until 4 April?",
    ),
    Kind.DONE: (Measure(Kind.DONE), "To be done by 4 April", "How likely is it done by 4 April?"),
    Kind.BASELINE: (
        Measure(Kind.BASELINE),
        "To be known by 4 April",
        "How likely is it known by 4 April?",
    ),
}


@pytest.mark.parametrize("kind", MEASURES)
def test_each_kind_has_its_own_aim_and_question(kind: Kind) -> None:
    measure, aim, odds = MEASURES[kind]
    assert words.aim(measure, DUE).replace("\u00a0", " ") == aim
    assert words.odds_question(measure, DUE).replace("\u00a0", " ") == odds


def test_the_numbers_speak_of_the_way_and_the_time() -> None:
    told = words.computed(Decimal("0.52"), LINE, Pace.ON_PACE, TODAY)
    assert told.replace("\u00a0", " ") == "On pace: 52 % of the way, 47 % expected by today"


def test_a_bound_is_kept_or_not() -> None:
    assert words.computed(Decimal(0), None, Pace.FAR_BEHIND, TODAY) == "Outside its bounds"


def test_without_data_the_numbers_are_silent() -> None:
    assert words.computed(None, LINE, Pace.NO_DATA, TODAY) == ""


@pytest.mark.parametrize(
    ("week", "left"),
    [
        (7, "Six weeks left to move Q1."),
        (12, "One week left to move Q1."),
        (13, "The last week of Q1."),
    ],
)
def test_the_weeks_that_are_left(week: int, left: str) -> None:
    assert words.weeks_left(Week(week, 13, TODAY, TODAY), "Q1") == left


def test_a_target_of_nothing_is_a_target() -> None:
    measure = Measure(Kind.FROM_TO, Decimal(40), Decimal(0))
    assert words.aim(measure, DUE) == f"Target {number(0)} by 4 April"
