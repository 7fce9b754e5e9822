"""Every rule speaks where it should, of the words it should, and leaves its near misses alone."""

from collections import Counter

import pytest

from northing.coach.rules.telling import messages
from tests.coach.rule_tables import Row, rows
from tests.coach.test_rules_of_sets import TABLES

ROWS = tuple(rows())
NO_RULES = {"blanks", "rewrites"}
LEAST_ROWS = 6
# Told with the organization's own closed goals: see the tests of its history.
TOLD_ELSEWHERE = {"H1"}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_a_rule_speaks_where_it_should(row: Row) -> None:
    assert bool(row.findings()) is not row.is_near_miss


@pytest.mark.parametrize("row", [r for r in ROWS if r.quoted], ids=lambda row: row.name)
def test_a_rule_points_at_its_words(row: Row) -> None:
    (finding,) = row.findings()
    assert row.quoted == row.statement.text[finding.spans[0].start : finding.spans[0].end]


def test_every_rule_has_a_table_with_near_misses() -> None:
    every = Counter(row.rule for row in ROWS)
    near = Counter(row.rule for row in ROWS if row.is_near_miss)
    for rule, cases in TABLES.items():
        every[rule] += len(cases)
        near[rule] += sum(not case.is_told for case in cases)
    told = {key for key in messages("en") if key.endswith("_met") or "_" not in key}
    ids = {key for key in told - NO_RULES if key.partition("_")[0] not in TOLD_ELSEWHERE}
    assert {rule: every[rule] for rule in ids if every[rule] < LEAST_ROWS} == {}
    assert {rule: near[rule] for rule in ids if near[rule] * 2 < every[rule]} == {}
