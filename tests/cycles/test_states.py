"""The states of a cycle, one step at a time."""

import pytest

from northing.cycles.rules import CycleState, may_become

PLANNING, ACTIVE, CLOSING, CLOSED = CycleState

ALLOWED = {
    (PLANNING, ACTIVE): "it begins",
    (ACTIVE, CLOSING): "its goals are scored",
    (CLOSING, CLOSED): "it ends",
    (CLOSING, ACTIVE): "closing was called off",
}


@pytest.mark.parametrize("old", CycleState)
@pytest.mark.parametrize("new", CycleState)
def test_a_cycle_goes_one_step_at_a_time(old: CycleState, new: CycleState) -> None:
    assert may_become(old, new) is ((old, new) in ALLOWED)


def test_a_closed_cycle_stays_closed() -> None:
    assert not any(may_become(CLOSED, state) for state in CycleState)
