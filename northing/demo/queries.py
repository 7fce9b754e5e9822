"""The people one may look through the eyes of."""

from collections.abc import Sequence
from dataclasses import dataclass

from northing.demo.cast import GUIDES
from northing.people.models import Organization, Person


@dataclass(frozen=True, slots=True)
class Persona:
    """A person of the demo and a sentence about them."""

    person: Person
    sentence: str


def personas_of(organization: Organization) -> Sequence[Persona]:
    """The six persons to switch between, with their accounts, in their order.

    Empty for an organization that is no demo. One statement.
    """
    if not organization.is_demo:
        return []
    handles = [guide.handle.replace(".", "-") for guide in GUIDES]
    found = Person.objects.select_related("account", "organization").filter(
        organization=organization, handle__in=handles, left_on=None
    )
    people = {person.handle: person for person in found}
    return [
        Persona(people[handle], guide.sentence)
        for handle, guide in zip(handles, GUIDES, strict=True)
        if handle in people
    ]
