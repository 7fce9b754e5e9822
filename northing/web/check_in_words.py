"""What a check-in asks and answers, in words. Pure."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from northing.check_ins.queries.my_goals import MyGoal
from northing.cycles.rules import Week
from northing.goals.rules.kinds import GoalKind
from northing.measures.expected import ExpectedPath, expected
from northing.measures.measure import Kind, Measure
from northing.measures.pace import Pace
from northing.web.formats import (
    PACE_WORDS,
    amount,
    long_day,
    percent,
    plural,
    tenths,
)

SECONDS_EACH = 13
_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
            "eleven", "twelve")  # fmt: skip


def said_day(on: date, today: date) -> str:
    """ "today", "yesterday", "on Friday", "last Monday", "on 4 February"."""
    past = (today - on).days
    if past in (0, 1):
        return ("today", "yesterday")[past]
    if 1 < past < 7:
        return on.strftime("on %A")
    return on.strftime("last %A") if past == 7 else f"on {long_day(on, today)}"


def aim(measure: Measure | None, due: date) -> str:
    """What is aimed at: "Target 85 % by 4 April"."""
    by = long_day(due)
    if measure is None:
        return f"To be reached by {by}"
    kept = _bound(measure)
    if kept:
        return f"Keep {kept}"
    words = {
        Kind.DONE: f"To be done by {by}",
        Kind.MILESTONES: f"All of it by {by}",
        Kind.BASELINE: f"To be known by {by}",
    }
    return words.get(measure.kind, f"Target {amount(measure.target, measure.unit)} by {by}")


def _bound(measure: Measure) -> str:
    unit = measure.unit
    if measure.kind is Kind.AT_LEAST:
        return f"at {amount(measure.target, unit)} or more"
    if measure.kind is Kind.AT_MOST:
        return f"at {amount(measure.target, unit)} or less"
    if measure.kind is Kind.BETWEEN:
        return f"from {amount(measure.lower, unit)} to {amount(measure.upper, unit)}"
    return ""


def question(measure: Measure) -> str:
    """What is asked for the value."""
    words = {
        Kind.DONE: "Is it done?",
        Kind.MILESTONES: "Which steps are done?",
        Kind.BASELINE: "What did you measure?",
    }
    return words.get(measure.kind, "Where is it now?")


def odds_question(measure: Measure | None, due: date) -> str:
    """What is asked for the odds, in tenths."""
    by = long_day(due)
    if measure is None:
        return f"How likely is it by {by}?"
    if measure.kind.is_bound:
        return f"How likely does it stay so until {by}?"
    words = {
        Kind.DONE: f"How likely is it done by {by}?",
        Kind.MILESTONES: f"How likely is all of it by {by}?",
        Kind.BASELINE: f"How likely is it known by {by}?",
    }
    return words.get(measure.kind, f"How likely is {amount(measure.target, measure.unit)}?")


def shown(measure: Measure | None, value: Decimal | None) -> str:
    """A value as the goal's measure says it."""
    if measure is None or value is None:
        return ""
    if measure.kind is Kind.DONE:
        return "done" if value == 1 else "not yet"
    if measure.kind is Kind.MILESTONES:
        return f"{amount(value)} of {amount(measure.target)}"
    return amount(value, measure.unit)


def last_said(goal: MyGoal, today: date) -> str:
    """The last value and its day: "71 % last Monday"."""
    if goal.said_on is None:
        return ""
    return f"{shown(goal.measure, goal.value)} {said_day(goal.said_on, today)}".strip()


def in_a_row(goal: MyGoal, today: date) -> str:
    """What a closed row says: "4.7 d on Monday, target 2.5 d"."""
    said = last_said(goal, today) or "No check-in yet"
    measure = goal.measure
    if measure is None or measure.kind in (Kind.DONE, Kind.MILESTONES, Kind.BASELINE):
        return f"{said}, by {long_day(goal.due)}"
    kept = _bound(measure)
    return (
        f"{said}, keep {kept}" if kept else f"{said}, target {amount(measure.target, measure.unit)}"
    )


def computed(progress: Decimal | None, path: ExpectedPath | None, pace: Pace, today: date) -> str:
    """What the numbers say after an answer: "On pace: 52 % of the way, 46 % expected by today"."""
    if progress is None or pace is Pace.NO_DATA:
        return ""
    if path is None:
        return "Inside its bounds" if progress == 1 else "Outside its bounds"
    way, wanted = percent(progress), percent(expected(path, today))
    return f"{PACE_WORDS[pace.value]}: {way} of the way, {wanted} expected by today"


def owner_said(confidence: int | None) -> str:
    """What the owner said, told back: "You said 6 in 10"."""
    return "" if confidence is None else f"You said {tenths(confidence)}"


def counted(goals: Sequence[MyGoal]) -> str:
    """ "3 key results, about 40 seconds"."""
    smart = sum(goal.kind == GoalKind.SMART for goal in goals)
    words = [plural(count, word) for count, word in (
        (len(goals) - smart, "key result"), (smart, "SMART goal")) if count]  # fmt: skip
    return f"{', '.join(words)}, about {_time_for(len(goals))}"


def _time_for(count: int) -> str:
    seconds = max(10, round(SECONDS_EACH * count, -1))
    if seconds <= 90:
        return f"{seconds} seconds"
    return plural(round(seconds / 60), "minute")


def weeks_left(week: Week, name: str) -> str:
    """ "Six weeks left to move Q1 2027."."""
    left = week.of - week.number
    if left == 0:
        return f"The last week of {name}."
    number = _NUMBERS[left] if left < len(_NUMBERS) else str(left)
    return f"{number.capitalize()} {'week' if left == 1 else 'weeks'} left to move {name}."
