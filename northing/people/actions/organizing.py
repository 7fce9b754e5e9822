"""Changing what holds for a whole organization."""

import re
from dataclasses import dataclass
from decimal import Decimal

from django.db import transaction

from northing.activity.actions import Happening, record
from northing.measures.pace import Bands, BandsRefused
from northing.people.actions.changing import EditedMeanwhile, save_next_version
from northing.people.actions.founding import checked_zone
from northing.people.actions.joining import checked_name, taken_keys
from northing.people.actions.rights import require_admin
from northing.people.models import Organization, Person
from northing.people.rules import PersonRefused

_KEY = re.compile(r"[A-Z][A-Z0-9]{1,3}")


@dataclass(frozen=True, slots=True)
class OrganizationFacts:
    """Name, key of short ids, time zone, and the bands of pace in percent and points."""

    name: str
    key: str
    time_zone: str
    early: int
    behind: int
    far_behind: int


@transaction.atomic
def change_organization(facts: OrganizationFacts, by: Person, seen_version: int) -> Organization:
    """Change the organization. Raises RightMissing, PersonRefused or EditedMeanwhile.

    Changed bands ask for judging every open goal anew: check_ins.actions.judging does both.
    """
    require_admin(by)
    organization = Organization.objects.select_for_update(no_key=True).get(pk=by.organization_id)
    if organization.version != seen_version:
        raise EditedMeanwhile(organization)
    before = _as_told(organization)
    _check_bands(facts)
    organization.name = checked_name(facts.name)
    organization.key = _checked_key(organization, facts.key)
    organization.time_zone = checked_zone(facts.time_zone)
    organization.early_percent = facts.early
    organization.behind_percent = facts.behind
    organization.far_behind_percent = facts.far_behind
    after = _as_told(organization)
    changed = [name for name in after if before[name] != after[name]]
    if not changed:
        return organization
    save_next_version(organization)
    record(
        Happening(
            organization_id=organization.pk,
            verb="changed",
            subject_kind="organization",
            subject_id=organization.pk,
            subject_label=organization.name,
            actor_id=by.pk,
            actor_name=by.name,
            before={name: before[name] for name in changed},
            after={name: after[name] for name in changed},
        )
    )
    return organization


def _check_bands(facts: OrganizationFacts) -> None:
    try:
        Bands(Decimal(facts.early), Decimal(facts.behind), Decimal(facts.far_behind))
    except BandsRefused as refused:
        raise PersonRefused({refused.field: refused.message}) from None


def _checked_key(organization: Organization, text: str) -> str:
    key = text.strip().upper()
    if not _KEY.fullmatch(key):
        raise PersonRefused({"key": "A key has 2 to 4 letters or digits and begins with a letter."})
    if key in taken_keys(organization) - {organization.key}:
        raise PersonRefused({"key": f"{key} begins other short ids already. Choose another."})
    return key


def _as_told(organization: Organization) -> dict[str, str | int]:
    return {
        "name": organization.name,
        "key": organization.key,
        "time_zone": organization.time_zone,
        "early": organization.early_percent,
        "behind": organization.behind_percent,
        "far_behind": organization.far_behind_percent,
    }
