"""Finding a person's own drafts. Nobody else's are ever reached."""

from northing.drafts.models import Draft
from northing.people.models import Person


def draft_of(person: Person, key: str) -> Draft | None:
    """The person's draft under a key, if there is one."""
    return Draft.objects.filter(
        organization_id=person.organization_id, person=person, key=key
    ).first()
