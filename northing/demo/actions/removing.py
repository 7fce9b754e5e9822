"""Taking the demo organization away."""

from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.db import connection, transaction

from northing.people.models import Account, Organization, Person


class NotADemo(ValueError):
    """Only a demo is removed; what people wrote themselves is not."""


@transaction.atomic
def remove(organization: Organization) -> None:
    """Remove a demo organization with everything in it, and the accounts of its people.

    Raises NotADemo for every other organization; nothing is changed then.
    """
    if not organization.is_demo:
        raise NotADemo(f"{organization.name} is no demo, so it is not removed.")
    accounts = list(
        Person.objects.filter(organization=organization).values_list("account_id", flat=True)
    )
    for table, key in _tables(organization):
        _empty(table, key)
    Account.objects.filter(pk__in=accounts, persons=None).delete()
    Organization.objects.filter(pk=organization.pk).delete()


def _tables(organization: Organization) -> Iterator[tuple[str, Any]]:
    """Every table with rows of organizations, and the organization's key as it is kept there."""
    for model in apps.get_models():
        for column in model._meta.concrete_fields:
            if column.attname == "organization_id":
                yield (
                    model._meta.db_table,
                    column.get_db_prep_value(organization.pk, connection),
                )


# Everything goes, whatever protects it from what: foreign keys are checked at the end.
def _empty(table: str, key: Any) -> None:
    with connection.cursor() as cursor:
        name = connection.ops.quote_name(table)
        cursor.execute(f"DELETE FROM {name} WHERE organization_id = %s", [key])  # noqa: S608
