"""The first cycles of an organization: its year, and the year's four quarters."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction

from northing.cycles.models import Cycle
from northing.cycles.rules import Cadence, CycleState, PlannedCycle, year_of_quarters
from northing.people.actions.accounts import check_password, set_password
from northing.people.actions.founding import create_organization
from northing.people.actions.joining import NewPerson, add_person
from northing.people.models import Organization, Person
from northing.people.queries import is_founded, today_of
from northing.people.rules import PersonRefused, Role
from northing.storage.locks import be_alone


@dataclass(frozen=True, slots=True)
class Founding:
    """What the first person says about their organization and themselves.

    `first_month` (1 to 12) is the month in which the year, and so its first quarter, begins.
    Without a password the founder signs in by links.
    """

    organization: str
    name: str
    email: str
    password: str = ""
    time_zone: str = "UTC"
    language: str = "en"
    first_month: int = 1


@transaction.atomic
def found_first(founding: Founding) -> Person:
    """Found the first organization of an installation, once: raises PersonRefused afterwards."""
    be_alone("northing.set-up")
    if is_founded():
        raise PersonRefused(
            {"email": "Somebody has set Northing up meanwhile. Sign in, or ask them to invite you."}
        )
    return found(founding)


@transaction.atomic
def found(founding: Founding) -> Person:
    """Make an organization, its owner, its year and quarters. Raises PersonRefused."""
    if founding.password:
        check_password(founding.password)
    organization = create_organization(founding.organization, founding.time_zone, founding.language)
    owner = add_person(organization, NewPerson(founding.name, founding.email, Role.OWNER))
    if founding.password and owner.account is not None:
        set_password(owner.account, founding.password)
    open_year(organization, today_of(organization), founding.first_month)
    return owner


@transaction.atomic
def open_year(organization: Organization, today: date, first_month: int = 1) -> Cycle:
    """The year around `today` with its quarters: gone ones closed, this one active."""
    year, *quarters = year_of_quarters(today, first_month)
    parent = _create(organization, year, today, None)
    for quarter in quarters:
        _create(organization, quarter, today, parent)
    return parent


def _create(
    organization: Organization, planned: PlannedCycle, today: date, parent: Cycle | None
) -> Cycle:
    state = CycleState.ACTIVE
    if planned.due < today:
        state = CycleState.CLOSED
    elif planned.start > today:
        state = CycleState.PLANNING
    return Cycle.objects.create(
        organization=organization,
        parent=parent,
        name=planned.name,
        slug=planned.slug,
        start=planned.start,
        due=planned.due,
        state=state,
        cadence=Cadence.MONTHLY if parent is None else Cadence.WEEKLY,
    )
