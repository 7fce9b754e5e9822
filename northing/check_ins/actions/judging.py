"""The bands of pace change, and with them what is stored of every open goal."""

from django.db import transaction

from northing.check_ins.actions.rebuilding import rebuild
from northing.people.actions.organizing import OrganizationFacts, change_organization
from northing.people.models import Organization, Person
from northing.storage.locks import change_structure

_BANDS = ("early_percent", "behind_percent", "far_behind_percent")


@transaction.atomic
def change_organization_and_judge(
    facts: OrganizationFacts, by: Person, seen_version: int
) -> Organization:
    """Change the organization; when its bands changed, judge every open goal anew."""
    change_structure(by.organization_id)
    bands = [getattr(by.organization, name) for name in _BANDS]
    organization = change_organization(facts, by, seen_version)
    if [getattr(organization, name) for name in _BANDS] != bands:
        rebuild(organization)
    return organization
