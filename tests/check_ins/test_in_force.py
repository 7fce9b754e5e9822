"""Which check-ins hold, and what they say together."""

from datetime import UTC, date, datetime
from decimal import Decimal
from uuid import UUID

from northing.check_ins.rules import NOTHING_SAID, Saying, in_force, said_by

MONDAY = date(2027, 2, 15)


def saying(number: int, on: date = MONDAY, **said: object) -> Saying:
    at = datetime(2027, 2, 15, 9, number, tzinfo=UTC)
    return Saying(UUID(int=number), on, at, **said)  # type: ignore[arg-type]


def keys(sayings: list[Saying]) -> list[int]:
    return [one.key.int for one in in_force(sayings)]


def test_they_go_by_their_days_and_then_as_they_came() -> None:
    late_for_friday = saying(3, date(2027, 2, 12))
    assert keys([saying(2), saying(1), late_for_friday]) == [3, 1, 2]


def test_a_correction_keeps_the_place_of_what_it_corrects() -> None:
    assert keys([saying(1), saying(2), saying(3, supersedes=UUID(int=1))]) == [3, 2]


def test_so_does_a_correction_of_a_correction() -> None:
    chain = [saying(3, supersedes=UUID(int=1)), saying(4, supersedes=UUID(int=3))]
    assert keys([saying(1), saying(2), *chain]) == [4, 2]


def test_what_is_left_out_keeps_the_last_one_standing() -> None:
    said = said_by([saying(1, value=Decimal(74)), saying(2, confidence=6), saying(3, skipped=True)])
    assert (said.value, said.confidence, said.check_in_id) == (Decimal(74), 6, UUID(int=3))


def test_nothing_said_is_no_data() -> None:
    assert said_by([]) == NOTHING_SAID
