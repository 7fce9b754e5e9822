"""Statements said better: what is kept, where the blanks are, and where no wording fits."""

from datetime import date

import pytest

from northing.coach.rules.assessing import assess
from northing.coach.rules.findings import Criterion, Rewrite
from northing.coach.rules.statements import Fields, Kind, Statement

K, S, OBJECTIVE = Kind.KEY_RESULT, Kind.SMART_GOAL, Kind.OBJECTIVE
MEASURE, OUTCOME, TIME = Criterion.MEASURABLE, Criterion.OUTCOME, Criterion.TIME_BOUND
START, FOCUS, VERB = Criterion.BASELINE, Criterion.SINGLE_FOCUS, Criterion.ACTION_VERB

USE = "Raise the share of [whom?] who use"


def _rewrite(text: str, kind: Kind, of: Criterion, fields: Fields | None = None) -> Rewrite | None:
    found = assess(Statement(text, kind, fields or Fields(), "en")).findings
    return next(finding.rewrite for finding in found if finding.criterion is of)


WORDINGS = [
    (K, MEASURE, "Raise bread sales", "Raise bread sales from [now?] to [target?] by [date?]"),
    (
        K,
        MEASURE,
        "Raise bread sales by 30 June",
        "Raise bread sales from [now?] to [target?] by 30 June",
    ),
    (K, START, "Raise bread sales to 440 a day", "Raise bread sales from [now?] to 440 a day"),
    (
        K,
        START,
        "Cut the queue by 20 people",
        "Cut the queue from [now?] to [target?] by [date?]",
    ),
    (
        K,
        START,
        "Cut the queue by 20 % a day",
        "Cut the queue from [now?] to [target?] a day",
    ),
    (K, START, "Reduce the wait under 5 minutes", "Reduce the wait under 5 minutes (now [now?])"),
    (
        K,
        OUTCOME,
        "Dashboard created",
        f"{USE} the dashboard every week from [now?] to [target?] by [date?]",
    ),
    (
        K,
        OUTCOME,
        "Launch the booking app by June",
        f"{USE} the booking app every week from [now?] to [target?] by June",
    ),
    (
        K,
        OUTCOME,
        "Train 12 nurses",
        "Raise the share of nurses who can do it on their own from [now?] to [target?] by [date?]",
    ),
    (
        K,
        OUTCOME,
        "Publish the waiting list every week",
        (
            "Raise the number of people who use what they find in the waiting list"
            " from [now?] to [target?] until [date?]"
        ),
    ),
    (
        K,
        OUTCOME,
        "Help the nurses",
        "Raise [what changes?] for the nurses from [now?] to [target?] by [date?]",
    ),
    (K, OUTCOME, "Cloud cost", "Cloud cost: from [now?] to [target?] by [date?]"),
    (
        OBJECTIVE,
        OUTCOME,
        "Launch the junior league",
        "[who?] [can do what?] through the junior league",
    ),
    (S, TIME, "Walk three times a week", "Walk three times a week until [date?]"),
    (S, TIME, "Learn to swim the crawl", "Learn to swim the crawl by [date?]"),
    (K, FOCUS, "Hire a baker and cut waste to 3 %", "Hire a baker\nCut waste to 3 %"),
    (K, VERB, "Reducing waits in the pharmacy", "Reduce waits in the pharmacy"),
]
NO_WORDINGS = [
    (K, MEASURE, "Launch the booking app"),
    (K, MEASURE, "Residents trust the night bus"),
    (K, START, "Launch the booking app"),
    (K, START, "Win 40 new members"),
    (K, TIME, "Cloud cost"),
    (K, OUTCOME, "Train three times a week"),
    (K, OUTCOME, "Hire a baker and cut waste to 3 %"),
    (K, OUTCOME, "Coordinate with the football clubs of the valley"),
    (K, VERB, "Hiring managers are happy"),
    (K, VERB, "Swimming badges printed"),
    (OBJECTIVE, OUTCOME, "Visitor satisfaction"),
]


@pytest.mark.parametrize(("kind", "criterion", "text", "better"), WORDINGS)
def test_a_statement_is_said_better(
    kind: Kind, criterion: Criterion, text: str, better: str
) -> None:
    rewrite = _rewrite(text, kind, criterion)
    assert rewrite is not None
    assert rewrite.text == better


@pytest.mark.parametrize(("kind", "criterion", "text"), NO_WORDINGS)
def test_no_wording_is_made_where_none_fits(kind: Kind, criterion: Criterion, text: str) -> None:
    assert _rewrite(text, kind, criterion) is None


def test_blanks_are_the_words_in_brackets() -> None:
    rewrite = _rewrite("Raise bread sales", K, MEASURE)
    assert rewrite is not None
    held = [rewrite.text[blank.start : blank.end] for blank in rewrite.blanks]
    assert held == ["[now?]", "[target?]", "[date?]"]


def test_the_day_of_the_form_stands_where_the_blank_would() -> None:
    fields = Fields(due=date(2027, 6, 30))
    rewrite = _rewrite("Raise bread sales", K, MEASURE, fields)
    assert rewrite is not None
    assert rewrite.text == "Raise bread sales from [now?] to [target?] by 30 June"
