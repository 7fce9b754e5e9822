"""The goals of the large organization: a tree of objectives with fan-out 5.

It begins the same at each size, with five objectives and 25 under them, so that what the first
pages show of it is as much of a small plan as of a large one.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import timedelta
from decimal import Decimal
from typing import TYPE_CHECKING
from uuid import UUID

from northing.alignment.roll_up import Method
from northing.goals.actions.standing_columns import put_standing, standing_of
from northing.goals.models import AlignmentLink, Goal, GoalMeasure, Step
from northing.goals.models.measure import columns_of
from northing.goals.rules.standing import ContributingChild, of_measured, of_parent
from northing.measures.measure import Kind, Measure
from northing.measures.pace import Bands
from northing.storage.keys import new_key

if TYPE_CHECKING:
    from bench.seed import Cast

FAN_OUT = 5
WEEKS_SAID = 6
YEARLY = 25
_WORDS = ["repair", "share", "wait", "visits", "riders", "returns", "orders", "answers"]


@dataclass(slots=True)
class Said:
    """One goal's weekly values and confidences, oldest first."""

    goal: Goal
    values: list[Decimal]
    confidences: list[int]
    last_key: UUID = field(default_factory=new_key)


@dataclass(slots=True)
class Plan:
    """Rows to be written."""

    goals: list[Goal] = field(default_factory=list)
    measures: list[GoalMeasure] = field(default_factory=list)
    links: list[AlignmentLink] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    said: list[Said] = field(default_factory=list)
    children: dict[UUID, list[tuple[Goal, Measure | None]]] = field(
        default_factory=lambda: defaultdict(list)
    )


def plan_goals(cast: Cast, key_results: int) -> Plan:
    """Objectives from the top down, key results, and a SMART goal for every fifth of them."""
    plan = Plan()
    levels = _objectives(cast, plan, max(key_results // FAN_OUT, 1))
    for number in range(key_results):
        objective = levels[-1][number // FAN_OUT % len(levels[-1])]
        measured = _measured(cast, plan, objective, "key_result", number)
        if number % FAN_OUT == 0:
            _carry(cast, plan, measured, number)
    for level in reversed(levels):
        for objective in level:
            _roll_up(plan, objective)
    return plan


def _objectives(cast: Cast, plan: Plan, leaves: int) -> list[list[Goal]]:
    widths = [min(FAN_OUT, leaves)]
    while widths[-1] * FAN_OUT < leaves:
        widths.append(widths[-1] * FAN_OUT)
    if widths[-1] < leaves:
        widths.append(leaves)
    levels: list[list[Goal]] = []
    for width in widths:
        above = levels[-1] if levels else []
        levels.append([_objective(cast, plan, above, number, width) for number in range(width)])
    return levels


def _objective(cast: Cast, plan: Plan, above: list[Goal], number: int, width: int) -> Goal:
    is_yearly = width <= YEARLY
    goal = _goal(cast, "objective", len(plan.goals), is_yearly=is_yearly)
    goal.short_id = f"LA-{len(plan.goals) + 1}"
    plan.goals.append(goal)
    if above:
        parent = above[number * len(above) // width]
        _link(plan, goal, parent, number)
        plan.children[parent.pk].append((goal, None))
    else:
        pillar = cast.pillars[number % len(cast.pillars)]
        plan.links.append(_link_of(goal, position=number, pillar=pillar))
    return goal


def _goal(cast: Cast, kind: str, number: int, *, is_yearly: bool = False) -> Goal:
    cycle = cast.year if is_yearly else cast.quarter
    word = _WORDS[number % len(_WORDS)]
    return Goal(
        organization=cast.organization,
        cycle=cycle,
        kind=kind,
        statement=f"{word.capitalize()} that people come back for, number {number}",
        why="A sentence about why it matters to whoever waits for it.",
        owner=cast.people[(number * 7) % len(cast.people)],
        team=cast.teams[number % len(cast.teams)],
        start=cycle.start,
        due=cycle.due,
    )


def _measured(cast: Cast, plan: Plan, parent: Goal, kind: str, number: int) -> Goal:
    goal = _goal(cast, kind, number)
    goal.short_id = f"{parent.short_id}.{number % FAN_OUT + 1}" if kind == "key_result" else ""
    goal.owner, goal.team = parent.owner, parent.team
    measure = Measure(Kind.FROM_TO, Decimal(40), Decimal(40 + 10 * (1 + number % 9)), unit="%")
    said = _said(cast, goal, measure)
    goal.last_checked_in_on = cast.today - timedelta(days=number % 9)
    goal.next_check_in_due = cast.today + timedelta(days=number % 7)
    goal.said_confidence = said.confidences[-1]
    goal.last_check_in_id = said.last_key
    standing = of_measured(measure, goal.period, said.values[-1], said.confidences[-1], Bands())
    put_standing(goal, standing)
    plan.goals.append(goal)
    plan.said.append(said)
    plan.measures.append(
        GoalMeasure(organization=cast.organization, goal=goal, **columns_of(measure))
    )
    if kind == "key_result":
        _link(plan, goal, parent, number % FAN_OUT)
        plan.children[parent.pk].append((goal, measure))
    return goal


def _said(cast: Cast, goal: Goal, measure: Measure) -> Said:
    value, values = Decimal(40), []
    for _ in range(WEEKS_SAID):
        value += cast.chance.randint(-1, 6)
        values.append(value)
    return Said(goal, values, [cast.chance.randint(1, 9) for _ in values])


def _carry(cast: Cast, plan: Plan, key_result: Goal, number: int) -> None:
    """A SMART goal under a key result; one in twenty is seen by its team or its people only."""
    goal = _measured(cast, plan, key_result, "smart", number + 3)
    goal.owner = cast.people[number % len(cast.people)]
    goal.short_id = f"{goal.owner.key}-{number + 1}"
    if number % 100 == 0:
        goal.visibility = "private" if number % 200 == 0 else "team"
    plan.links.append(_link_of(goal, position=FAN_OUT, parent=key_result, mode="supports"))
    for position in range(3):
        plan.steps.append(
            Step(organization=cast.organization, goal=goal, title="A step", position=position)
        )


def _link(plan: Plan, child: Goal, parent: Goal, position: int) -> None:
    plan.links.append(_link_of(child, position=position, parent=parent))


def _link_of(child: Goal, **columns: object) -> AlignmentLink:
    return AlignmentLink(organization=child.organization, child=child, **columns)


def _roll_up(plan: Plan, objective: Goal) -> None:
    children = [
        ContributingChild(
            weight=Decimal(1),
            standing=standing_of(child),
            is_open=True,
            counts=True,
            measure=measure,
        )
        for child, measure in plan.children[objective.pk]
    ]
    put_standing(objective, of_parent(children, Method.AVERAGE, objective.period, None, Bands()))
