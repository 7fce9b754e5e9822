"""The demo's plan for a day, made once a module."""

from collections.abc import Mapping

import pytest

from northing.demo.dated import DatedGoal
from northing.demo.plan import plan_for
from tests.demo.days import TODAY


@pytest.fixture(scope="session")
def plan() -> tuple[DatedGoal, ...]:
    return plan_for(TODAY)


@pytest.fixture(scope="session")
def running(plan: tuple[DatedGoal, ...]) -> Mapping[str, DatedGoal]:
    return {goal.statement: goal for goal in plan if goal.span.state == "active"}
