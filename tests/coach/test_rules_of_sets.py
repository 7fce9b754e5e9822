"""Goals seen together: every rule of the set, and its near misses."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pytest

from northing.coach.rules.assessing_sets import assess_set
from northing.coach.rules.findings import Finding, State
from northing.coach.rules.reading.case import Case
from northing.coach.rules.sets.goal_set import GoalSet, Near
from northing.coach.rules.statements import Fields, Kind, Statement

OBJECTIVE = "Riders trust the night bus"
RIDERS = "Raise weekly riders of the night bus from 300 to 500"
LATE = "Cut late arrivals after midnight from 9 to 3 a week"
FEEL = "Raise the share of riders who feel safe from 60 % to 80 %"
STOPS = "Open three new stops"
LAMPS = "Install 40 lamps"
APP = "Launch the ticket app"
NEARBY = Near("NB-7", "More riders at night")


def _key_result(text: str, confidence: int | None = None) -> Case:
    return Case(Statement(text, Kind.KEY_RESULT, Fields(confidence=confidence), "en"))


def _set(*key_results: str, said: Sequence[int | None] = (), **more: object) -> GoalSet:
    answers = {"coverage": str(more.pop("enough", ""))}
    first = Case(Statement(OBJECTIVE, Kind.OBJECTIVE, Fields(answers=answers), "en"))
    sure = [*said, *[None] * len(key_results)]
    cases = [_key_result(text, tenths) for text, tenths in zip(key_results, sure, strict=False)]
    return GoalSet(first, cases, **more)  # type: ignore[arg-type]


@dataclass(frozen=True)
class Told:
    """A set, and whether a rule speaks of it in this state."""

    goals: GoalSet
    is_told: bool
    state: State = State.NOT_MET


def _met(goals: GoalSet) -> Told:
    return Told(goals, is_told=True, state=State.MET)


def _not_met(goals: GoalSet) -> Told:
    return Told(goals, is_told=False, state=State.MET)


def _yes(goals: GoalSet, state: State = State.NOT_MET) -> Told:
    return Told(goals, is_told=True, state=state)


def _no(goals: GoalSet, state: State = State.NOT_MET) -> Told:
    return Told(goals, is_told=False, state=state)


ASKED = State.CANT_TELL
TABLES: dict[str, list[Told]] = {
    "Set1": [
        _yes(_set(objectives=6)),
        _yes(_set(RIDERS, LATE, objectives=9)),
        _yes(_set(objectives=20)),
        _no(_set(objectives=5)),
        _no(_set(objectives=1)),
        _no(_set(objectives=None)),
    ],
    "Set2": [
        _yes(_set(RIDERS)),
        _yes(_set(RIDERS, LATE, FEEL, STOPS, LAMPS, APP)),
        _yes(_set(*[RIDERS] * 12)),
        _yes(_set()),
        _no(_set(RIDERS, LATE, LAMPS)),
        _no(_set(RIDERS, LATE, LAMPS, FEEL)),
        _no(_set(RIDERS, LATE)),
        _no(_set(RIDERS, LATE, FEEL, STOPS, LAMPS)),
    ],
    "Set3": [
        _yes(_set(RIDERS, LATE), ASKED),
        _yes(_set(RIDERS, LATE, enough="not_yet")),
        _yes(_set(RIDERS, LATE, FEEL), ASKED),
        _no(_set(RIDERS), ASKED),
        _no(_set(RIDERS, LATE, enough="yes"), ASKED),
        _no(_set(RIDERS, LATE, enough="yes")),
    ],
    "Set4": [
        _yes(_set("Grow revenue to 9", "Grow profit to 3")),
        _yes(_set("Raise trials to 90", "Raise usage to 50 %")),
        _yes(_set("Cut churn to 3 %", "Raise retention to 90 %")),
        _no(_set("Grow revenue to 9", "Raise trials to 90")),
        _no(_set("Grow revenue to 9")),
        _no(_set("Grow revenue to 9", FEEL)),
    ],
    "Set5": [
        _yes(_set(STOPS, LAMPS)),
        _yes(_set(LAMPS, APP)),
        _yes(_set(STOPS, LAMPS, APP)),
        _no(_set(STOPS, LAMPS, FEEL)),
        _no(_set(APP)),
        _no(_set(RIDERS, LATE)),
    ],
    "Set6": [
        _yes(_set(RIDERS, "Raise weekly riders of the night bus from 500 to 900")),
        _yes(_set(LATE, FEEL, "Cut late arrivals after midnight to 2")),
        _yes(_set(FEEL, "Bring the share of riders who feel safe to 90 %")),
        _no(_set(RIDERS, LATE)),
        _no(_set(RIDERS, "Raise the share of riders with a season ticket to 30 %")),
        _no(_set(FEEL, "Raise the share of drivers who feel rested to 80 %")),
    ],
    "Set7": [
        _yes(_set(RIDERS, LATE, said=[8, 9])),
        _yes(_set(RIDERS, LATE, said=[2, 3])),
        _yes(_set(RIDERS, LATE, FEEL, said=[8, 8, 8])),
        _no(_set(RIDERS, LATE, said=[7, 9])),
        _no(_set(RIDERS, LATE, said=[3, 4])),
        _no(_set(RIDERS, LATE, said=[9])),
    ],
    "Set8": [
        _yes(_set(carried=8)),
        _yes(_set(carried=15)),
        _yes(_set(RIDERS, LATE, carried=9)),
        _no(_set(carried=7)),
        _no(_set(carried=1)),
        _no(_set(carried=None)),
    ],
    "Set9": [
        _yes(_set(near=[NEARBY])),
        _yes(_set(RIDERS, near=[NEARBY, NEARBY])),
        _yes(_set(RIDERS, LATE, near=[NEARBY])),
        _no(_set(near=[])),
        _no(_set(near=None)),
        _no(_set(RIDERS, RIDERS)),
    ],
    "Set2_met": [
        _met(_set(RIDERS, LATE)),
        _met(_set(RIDERS, LATE, FEEL)),
        _met(_set(RIDERS, LATE, FEEL, STOPS, LAMPS)),
        _not_met(_set(RIDERS)),
        _not_met(_set(RIDERS, LATE, FEEL, STOPS, LAMPS, APP)),
        _not_met(_set()),
    ],
    "Set3_met": [
        _met(_set(RIDERS, LATE, enough="yes")),
        _met(_set(RIDERS, LATE, FEEL, enough="yes")),
        _met(_set(STOPS, LAMPS, enough="yes")),
        _not_met(_set(RIDERS, LATE)),
        _not_met(_set(RIDERS, LATE, enough="not_yet")),
        _not_met(_set(RIDERS, enough="yes")),
    ],
    "Set8_met": [
        _met(_set(carried=1)),
        _met(_set(carried=7)),
        _met(_set(RIDERS, LATE, carried=4)),
        _not_met(_set(carried=8)),
        _not_met(_set(carried=20)),
        _not_met(_set(carried=None)),
    ],
    "Set9_met": [
        _met(_set(near=[])),
        _met(_set(RIDERS, near=[])),
        _met(_set(RIDERS, LATE, near=())),
        _not_met(_set(near=[NEARBY])),
        _not_met(_set(near=None)),
        _not_met(_set(RIDERS, near=None)),
    ],
    "R2": [
        _yes(_set(LATE, STOPS, enough="not_yet"), ASKED),
        _yes(_set(RIDERS, LAMPS, enough="not_yet"), ASKED),
        _yes(_set(APP, RIDERS, enough="not_yet"), ASKED),
        _no(_set(LATE, STOPS), ASKED),
        _no(_set(LATE, STOPS, enough="yes"), ASKED),
        _no(_set(RIDERS, FEEL, enough="not_yet"), ASKED),
    ],
}


def _cases() -> Iterator[tuple[str, Told]]:
    yield from ((rule, told) for rule, table in TABLES.items() for told in table)


def _findings(rule: str, told: Told) -> list[Finding]:
    found = assess_set(told.goals)
    base = rule.partition("_")[0]
    return [each for each in found if each.rule == base and each.state is told.state]


@pytest.mark.parametrize(("rule", "told"), list(_cases()))
def test_a_rule_of_the_set_speaks_where_it_should(rule: str, told: Told) -> None:
    assert bool(_findings(rule, told)) is told.is_told


def test_a_key_result_beside_its_objective_is_named() -> None:
    (finding,) = _findings("R2", TABLES["R2"][1])
    assert LAMPS in finding.title


def test_confidence_that_is_all_the_same_is_said_once() -> None:
    (finding,) = _findings("Set7", _yes(_set(RIDERS, LATE, said=[8, 8])))
    assert "8/10" in finding.title
