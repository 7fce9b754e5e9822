"""Short ways to write the demo's content down."""

from collections.abc import Mapping
from decimal import Decimal

from northing.demo.shapes import Amendment, Drawn, Gauge, Link, Reading, Step
from northing.measures.measure import Kind


def from_to(
    baseline: str, target: str, unit: str = "", path: Mapping[int, str] | None = None
) -> Gauge:
    """A number that goes from one value to another; `path` plans values at the end of weeks."""
    points = tuple((week, Decimal(value)) for week, value in (path or {}).items())
    return Gauge(Kind.FROM_TO, unit, Decimal(baseline), Decimal(target), path=points)


def at_least(target: str, unit: str = "") -> Gauge:
    """A number that must not fall below its target."""
    return Gauge(Kind.AT_LEAST, unit, target=Decimal(target))


def at_most(target: str, unit: str = "") -> Gauge:
    """A number that must not rise above its target."""
    return Gauge(Kind.AT_MOST, unit, target=Decimal(target))


def between(lower: str, upper: str, unit: str = "") -> Gauge:
    """A number that must stay inside two bounds."""
    return Gauge(Kind.BETWEEN, unit, lower=Decimal(lower), upper=Decimal(upper))


def found_out(unit: str) -> Gauge:
    """A number nobody knows yet."""
    return Gauge(Kind.BASELINE, unit)


MILESTONES = Gauge(Kind.MILESTONES)
DONE = Gauge(Kind.DONE)


def weekly(
    line: str,
    notes: Mapping[int, str] | None = None,
    day: int | None = None,
    by: str = "",
    help_in: tuple[int, ...] = (),
) -> tuple[Reading, ...]:
    """Check-ins from `value/confidence` a week, in order; `-` where nobody checked in.

    A missing value (`/7`) stands for what the done steps add up to. A word that begins with `=`
    corrects the check-in before it, in the same week. Without `day` everybody keeps to a
    weekday of their own.
    """
    words = line.split()
    readings: list[Reading] = []
    week = 0
    for word, following in zip(words, [*words[1:], ""], strict=True):
        is_correction = word.startswith("=")
        week += 0 if is_correction else 1
        if word == "-":
            continue
        value, _, said = word.lstrip("=").partition("/")
        readings.append(
            Reading(
                week=week,
                day=day,
                value=Decimal(value) if value else None,
                confidence=int(said) if said else None,
                note="" if following.startswith("=") else (notes or {}).get(week, ""),
                by=by,
                asks_for_help=week in help_in,
                is_correction=is_correction,
            )
        )
    return tuple(readings)


def ended(
    end: str,
    notes: Mapping[int, str] | None = None,
    said: int = 6,
    known: Mapping[int, str] | None = None,
    missed: tuple[int, ...] = (),
) -> Drawn:
    """A closed goal: its last value, what was said on the way, the confidence it began with.

    `known` names the values of single weeks; the others are drawn between them.
    """
    values = tuple((week, Decimal(value)) for week, value in (known or {}).items())
    return Drawn(Decimal(end), said, tuple((notes or {}).items()), values, missed)


def under(statement: str, weight: str = "1") -> Link:
    """Contributes to a goal or pillar."""
    return Link(statement, weight=Decimal(weight))


def supports(statement: str) -> Link:
    """Shows under a goal without counting in it."""
    return Link(statement, is_support=True)


def step(title: str, planned: str, done: str = "") -> Step:
    """A step from `week.day` texts: `step("Order the lift", "3.4", done="4.1")`."""
    week, day = _week_and_day(planned)
    return Step(title, week, day, _week_and_day(done) if done else None)


def amended(
    when: str, reason: str, target: str = "", due_week: int | None = None, by: str = ""
) -> Amendment:
    """A new target, or a new due week, decided on a `week.day`."""
    week, day = _week_and_day(when)
    return Amendment(week, day, reason, Decimal(target) if target else None, due_week, by)


def _week_and_day(text: str) -> tuple[int, int]:
    week, day = text.split(".")
    return int(week), int(day)
