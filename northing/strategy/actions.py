"""Writing the strategy. Every version stays readable in the log."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction

from northing.activity.actions import Happening, record
from northing.people.models import Organization, Person
from northing.strategy.models import CoreValue, Pillar, Strategy
from northing.strategy.rules import StrategyWords, Words, refuse_problems


class StrategyConflict(Exception):
    """Somebody else changed the strategy meanwhile."""


@transaction.atomic
def write_strategy(
    organization: Organization,
    words: StrategyWords,
    by: Person,
    *,
    today: date,
    seen_version: int,
    at: datetime | None = None,
) -> Strategy:
    """Make the strategy read like `words`.

    Pillars that are no longer named are retired, not deleted: goals keep their links. `at` dates
    the log entry in the past. Raises StrategyRefused with problems by field, or StrategyConflict
    when the strategy is no longer at `seen_version`; nothing is changed then.
    """
    refuse_problems(words)
    held = Strategy.objects.select_for_update(no_key=True)
    strategy, _ = held.get_or_create(organization=organization)
    if strategy.version != seen_version:
        raise StrategyConflict
    before = _told(organization, strategy)
    strategy.mission, strategy.vision = words.mission, words.vision
    strategy.will_not_do = words.will_not_do
    strategy.version += 1
    strategy.save()
    _write_values(organization, words.values)
    _write_pillars(organization, words.pillars, today)
    record(_changed(organization, strategy, by, before, at))
    return strategy


def _write_values(organization: Organization, values: Sequence[Words]) -> None:
    CoreValue.objects.filter(organization=organization).delete()
    CoreValue.objects.bulk_create(
        CoreValue(organization=organization, name=v.name, meaning=v.meaning, position=position)
        for position, v in enumerate(values)
    )


def _write_pillars(organization: Organization, pillars: Sequence[Words], today: date) -> None:
    present = {
        str(pillar.pk): pillar
        for pillar in Pillar.objects.filter(organization=organization, retired_on=None)
    }
    for position, words in enumerate(pillars):
        pillar = present.pop(words.key, None) or Pillar(organization=organization)
        pillar.name, pillar.meaning, pillar.position = words.name, words.meaning, position
        pillar.save()
    for pillar in present.values():
        pillar.retired_on = today
        pillar.save(update_fields=["retired_on"])


def _told(organization: Organization, strategy: Strategy) -> dict[str, Any]:
    pillars = Pillar.objects.filter(organization=organization, retired_on=None)
    values = CoreValue.objects.filter(organization=organization)
    return {
        "mission": strategy.mission,
        "vision": strategy.vision,
        "will_not_do": strategy.will_not_do,
        "values": [value.name for value in values.order_by("position")],
        "pillars": [pillar.name for pillar in pillars.order_by("position")],
    }


def _changed(
    organization: Organization,
    strategy: Strategy,
    by: Person,
    before: dict[str, Any],
    at: datetime | None,
) -> Happening:
    return Happening(
        organization_id=organization.pk,
        verb="wrote the strategy",
        subject_kind="strategy",
        subject_id=strategy.pk,
        subject_label=organization.name,
        actor_id=by.pk,
        actor_name=by.name,
        before=before,
        after=_told(organization, strategy),
        at=at,
    )
