"""Many people save their check-in at the same moment, through forms and the real server."""

from bench.check_ins_at_once import burst
from bench.trials import trial


def test_forty_at_once_are_all_taken_and_none_is_lost() -> None:
    with trial(40) as begun:
        found = burst(begun, begun.visitors(), each=1)
        assert found.is_clean, (found.tally.statuses, found.lost, found.doubled)
        assert "locked" not in begun.log()
        assert begun.differences() == []
