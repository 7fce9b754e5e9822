"""A new organization."""

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from django.db import transaction

from northing.activity.actions import Happening, record
from northing.people.actions.joining import checked_name
from northing.people.models import Organization
from northing.people.rules import PersonRefused, free_key, free_slug

# First words of addresses that are no organization's.
RESERVED = frozenset(
    {"admin", "api", "components", "demo", "healthz", "help", "sign-in", "sign-out"}
    | {"set-password", "static", "welcome"}
)


@transaction.atomic
def create_organization(name: str, time_zone: str = "UTC", language: str = "en") -> Organization:
    """An organization without people. Raises PersonRefused."""
    name = checked_name(name, "organization")
    zone = checked_zone(time_zone)
    taken = {*RESERVED, *Organization.objects.values_list("slug", flat=True)}
    organization = Organization.objects.create(
        name=name,
        slug=free_slug(name, taken, "organization"),
        key=free_key(name, ()),
        time_zone=zone,
        language=language,
    )
    record(
        Happening(
            organization_id=organization.pk,
            verb="founded",
            subject_kind="organization",
            subject_id=organization.pk,
            subject_label=name,
        )
    )
    return organization


def checked_zone(name: str) -> str:
    """A time zone by its name, such as Europe/Brussels. Raises PersonRefused."""
    try:
        return ZoneInfo(name.strip()).key
    except (ZoneInfoNotFoundError, ValueError, OSError):
        raise PersonRefused(
            {"time_zone": f"“{name[:60]}” is not a time zone. Choose one such as Europe/Brussels."}
        ) from None
