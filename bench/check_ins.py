"""What the owners of the large organization said, week by week."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from itertools import islice
from typing import TYPE_CHECKING

from northing.check_ins.models import CheckIn
from northing.storage.keys import new_key

if TYPE_CHECKING:
    from bench.plan import Plan
    from bench.seed import Cast

BATCH = 500


def say_weekly(cast: Cast, plan: Plan) -> None:
    """Write every weekly check-in."""
    waiting = _check_ins(cast, plan)
    while batch := list(islice(waiting, 20 * BATCH)):
        CheckIn.objects.bulk_create(batch, batch_size=BATCH)


def _check_ins(cast: Cast, plan: Plan) -> Iterator[CheckIn]:
    for said in plan.said:
        last = said.goal.last_checked_in_on or cast.today
        weeks = len(said.values)
        for week, (value, confidence) in enumerate(zip(said.values, said.confidences, strict=True)):
            on = last - timedelta(weeks=weeks - 1 - week)
            yield CheckIn(
                id=said.last_key if week == weeks - 1 else new_key(),
                organization=cast.organization,
                goal=said.goal,
                by=said.goal.owner,
                on=on,
                at=datetime.combine(on, time(9), UTC),
                value=value,
                confidence=confidence,
                note="One bay too few; the second opens next week." if week % 2 else "",
            )
