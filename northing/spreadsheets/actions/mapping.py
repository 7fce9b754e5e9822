"""Remembering how columns were mapped by hand."""

from django.utils import timezone

from northing.people.models import Person
from northing.spreadsheets.models import RememberedMapping
from northing.spreadsheets.rules.mappings import headings_key, to_remember
from northing.spreadsheets.rules.plan import Plan


def remember_mappings(accepted: Plan, by: Person) -> None:
    """Read files with these headings so from now on. Call inside the import's transaction.

    What is read as proposed again is no longer remembered.
    """
    for columns in accepted.tables:
        key, fields = headings_key(columns.table), to_remember(columns)
        if fields:
            RememberedMapping.objects.update_or_create(
                organization=by.organization,
                headings=key,
                defaults={"fields": fields, "kept_at": timezone.now()},
            )
        else:
            of_here = RememberedMapping.objects.filter(organization=by.organization)
            of_here.filter(headings=key).delete()
