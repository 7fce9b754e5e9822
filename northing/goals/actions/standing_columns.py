"""Between a goal's columns and its standing, and their one write."""

from collections.abc import Sequence
from typing import Any

from northing.goals.models import Goal
from northing.goals.rules.standing import Standing, path_as_json, path_from_json
from northing.storage import statements

COLUMNS = (
    "value",
    "progress",
    "is_met",
    "confidence",
    "said_confidence",
    "expected_path",
    "early_until",
    "behind_pace_from",
    "far_behind_from",
    "reporting",
    "contributing",
    "last_checked_in_on",
    "last_check_in_id",
    "next_check_in_due",
    "help_wanted",
)


def put_standing(goal: Goal, standing: Standing) -> None:
    """Put a standing into the goal's columns; nothing is written."""
    goal.value = standing.value
    goal.progress = standing.progress
    goal.is_met = standing.is_met
    goal.confidence = standing.confidence
    goal.expected_path = path_as_json(standing.expected)
    goal.early_until = standing.days.early_until
    goal.behind_pace_from = standing.days.behind_from
    goal.far_behind_from = standing.days.far_behind_from
    goal.reporting = standing.reporting
    goal.contributing = standing.contributing


def standing_of(goal: Goal) -> Standing:
    """The standing that a goal's columns hold."""
    return Standing(
        value=goal.value,
        progress=goal.progress,
        is_met=goal.is_met,
        confidence=goal.confidence,
        expected=path_from_json(goal.expected_path),
        days=goal.pace_days,
        reporting=goal.reporting,
        contributing=goal.contributing,
    )


def as_columns(goal: Goal) -> dict[str, Any]:
    """The computed columns of a goal as they are stored, digit for digit."""
    return {
        name: Goal._meta.get_field(name).get_prep_value(getattr(goal, name))  # type: ignore[union-attr]
        for name in COLUMNS
    }


def write_standings(goals: Sequence[Goal]) -> None:
    """Write the computed columns of many goals in one statement."""
    statements.update(goals, COLUMNS)
