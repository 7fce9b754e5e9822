"""Who looks. Every query of goals asks it."""

from dataclasses import dataclass
from uuid import UUID

from northing.people.models import Person
from northing.people.rules import Role


@dataclass(frozen=True, slots=True)
class Viewer:
    """The person who looks, as queries need them."""

    person_id: UUID
    organization_id: UUID
    role: Role

    @classmethod
    def of(cls, person: Person) -> "Viewer":
        return cls(person.id, person.organization_id, Role(person.role))
