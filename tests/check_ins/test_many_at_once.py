"""Several people check in at the same moment: nothing is lost and every total is right."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from decimal import Decimal
from threading import Barrier
from typing import TypeVar
from uuid import uuid4

import pytest
from django.db import connection

from northing.check_ins.actions.rebuilding import rebuild
from northing.check_ins.actions.recording import Answer, CheckInConflict, record
from northing.check_ins.models import CheckIn
from northing.goals.models import Goal
from tests.cast import TODAY, Kestrel, key_result

pytestmark = pytest.mark.django_db(transaction=True)
T = TypeVar("T")


def together(*doings: Callable[[], T]) -> list[T | Exception]:
    """What each of them gives, or how it fails, all begun at once in threads of their own."""
    start = Barrier(len(doings))

    def begin(doing: Callable[[], T]) -> T | Exception:
        try:
            start.wait(timeout=10)
            return doing()
        except Exception as failure:  # noqa: BLE001 (whatever it is, the test looks at it)
            return failure
        finally:
            connection.close()

    with ThreadPoolExecutor(len(doings)) as pool:
        return list(pool.map(begin, doings))


def check_in(goal: Goal, answer: Answer) -> CheckIn:
    loaded = Goal.objects.select_related("organization", "cycle", "owner").get(pk=goal.pk)
    return record(loaded, answer, loaded.owner, TODAY)


def progress(goal: Goal) -> Decimal | None:
    return Goal.objects.get(pk=goal.pk).progress


def test_two_on_siblings_make_the_right_total(kestrel: Kestrel) -> None:
    given = together(
        lambda: check_in(kestrel.repair_share, Answer(Decimal("73.5"))),
        lambda: check_in(kestrel.slot_wait, Answer(Decimal("2.5"))),
    )
    assert all(isinstance(one, CheckIn) for one in given), given
    assert progress(kestrel.objective) == Decimal("0.75")
    assert progress(kestrel.company) == Decimal("0.75")


def test_twelve_on_twelve_siblings_leave_nothing_to_mend(kestrel: Kestrel) -> None:
    goals = [
        key_result(f"Bay {number}", kestrel.aiko, kestrel.objective, "0", "12")
        for number in range(12)
    ]
    answers = [Answer(Decimal(number), 5) for number in range(12)]
    given = together(
        *[lambda pair=pair: check_in(*pair) for pair in zip(goals, answers, strict=True)]
    )
    assert all(isinstance(one, CheckIn) for one in given), given
    assert CheckIn.objects.count() == 12
    assert rebuild(kestrel.organization, check=True) == []


def test_a_double_click_is_one_check_in(kestrel: Kestrel) -> None:
    answer = Answer(Decimal(74), 6, seen=None, request_key=uuid4())
    given = together(*[lambda: check_in(kestrel.repair_share, answer)] * 4)
    assert {getattr(one, "pk", one) for one in given} == {CheckIn.objects.get().pk}


def test_of_two_who_saw_the_same_one_is_asked_back(kestrel: Kestrel) -> None:
    given = together(
        lambda: check_in(kestrel.repair_share, Answer(Decimal(74), seen=None)),
        lambda: check_in(kestrel.repair_share, Answer(Decimal(70), seen=None)),
    )
    assert sorted(type(one).__name__ for one in given) == ["CheckIn", "CheckInConflict"]
    (conflict,) = [one for one in given if isinstance(one, CheckInConflict)]
    assert conflict.latest == CheckIn.objects.get()
