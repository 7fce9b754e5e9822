"""The server is killed while people check in; what it answered is there."""

from bench.kill_nine import killed_while_checking_in


def test_what_was_answered_before_a_kill_is_recorded_exactly_once() -> None:
    found = killed_while_checking_in(check_ins=64, kills=2)
    assert len(found.seconds_away) == 2
    assert found.is_clean, found
