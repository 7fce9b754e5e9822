"""Keeping and discarding drafts."""

from collections.abc import Mapping, Sequence

from django.db import transaction
from django.utils import timezone

from northing.drafts.models import Draft
from northing.drafts.rules import check_draft
from northing.people.models import Person
from northing.storage import statements


@transaction.atomic
def keep(person: Person, key: str, fields: Mapping[str, Sequence[str]]) -> Draft:
    """Keep the fields of a form (name to its values); the last keeping wins.

    Raises DraftRefused when it is too large or its key is not a plain word.
    """
    check_draft(key, fields)
    draft, _ = Draft.objects.update_or_create(
        organization_id=person.organization_id,
        person=person,
        key=key,
        defaults={
            "fields": {name: list(values) for name, values in fields.items()},
            "saved_at": timezone.now(),
        },
    )
    return draft


@transaction.atomic
def discard(person: Person, key: str) -> None:
    """Forget a draft, after what it held was saved or thrown away by its writer."""
    forget(person, key)


def forget(person: Person, key: str) -> None:
    """Forget a draft inside the transaction that saves what it held."""
    statements.run(
        "DELETE FROM drafts_draft WHERE organization_id = %s AND person_id = %s AND key = %s",
        [statements.key(person.organization_id), statements.key(person.pk), key],
    )
