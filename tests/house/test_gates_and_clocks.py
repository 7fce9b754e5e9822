"""Rows are reached through their gates, and a rule is told what day it is."""

import pytest

from scripts.check_gates import complaints
from tests.house.conftest import Plant


def test_the_code_goes_through_its_gates_and_its_rules_know_no_clock() -> None:
    assert complaints() == []


@pytest.mark.parametrize("way", ["objects.all()", "_default_manager.get()", "_base_manager"])
def test_a_page_that_asks_the_database_itself_is_caught(plant: Plant, way: str) -> None:
    page = plant("northing/web/planted.py", f"rows = Goal.{way}\n")
    assert [line for line in complaints(page.parents[2]) if "planted.py:1" in line]


def test_a_query_may_ask_the_database(plant: Plant) -> None:
    query = plant("northing/goals/queries/planted.py", "rows = Goal.objects.all()\n")
    assert not [line for line in complaints(query.parents[3]) if "planted" in line]


@pytest.mark.parametrize("look", ["date.today()", "datetime.now()", "timezone.localdate()"])
def test_a_rule_that_looks_at_the_clock_is_caught(plant: Plant, look: str) -> None:
    rule = plant("northing/goals/rules/planted.py", f"day = {look}\n")
    assert [line for line in complaints(rule.parents[3]) if "inside a rule" in line]


@pytest.mark.parametrize("clock", ["import time", "from time import monotonic"])
def test_a_measure_that_imports_the_clock_is_caught(plant: Plant, clock: str) -> None:
    measure = plant("northing/measures/planted.py", f"{clock}\n")
    assert [line for line in complaints(measure.parents[2]) if "imports the clock" in line]
