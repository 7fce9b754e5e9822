"""An organization begins with its year and quarters; the one around today is active."""

import itertools
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from northing.cycles.actions.founding import Founding, found, found_first
from northing.cycles.models import Cycle
from northing.cycles.rules import CycleState, year_of_quarters
from northing.people.models import Account, Organization, Person
from northing.people.rules import PersonRefused, Role

INES = Founding("Kestrel Bikes", "Ines Okafor", "ines@kestrel.example")


@pytest.mark.parametrize(
    ("today", "first_month", "names"),
    [
        (date(2027, 2, 15), 1, ["2027", "Q1 2027", "Q2 2027", "Q3 2027", "Q4 2027"]),
        (date(2027, 2, 15), 4, ["2026/27", "Q1 2026/27", "Q2 2026/27", "Q3 2026/27", "Q4 2026/27"]),
        (
            date(2099, 12, 31),
            12,
            ["2099/00", "Q1 2099/00", "Q2 2099/00", "Q3 2099/00", "Q4 2099/00"],
        ),
    ],
)
def test_a_year_is_called_by_when_it_begins(
    today: date, first_month: int, names: list[str]
) -> None:
    assert [cycle.name for cycle in year_of_quarters(today, first_month)] == names


@given(st.dates(date(1990, 1, 1), date(2100, 1, 1)), st.integers(1, 12))
def test_quarters_fill_the_year_around_today_without_gap(today: date, first_month: int) -> None:
    year, *quarters = year_of_quarters(today, first_month)
    assert year.start <= today <= year.due
    assert (quarters[0].start, quarters[-1].due) == (year.start, year.due)
    for one, after in itertools.pairwise(quarters):
        assert after.start - one.due == timedelta(days=1)


@pytest.mark.usefixtures("db", "monday")
def test_founding_makes_an_owner_and_one_active_quarter() -> None:
    owner = found(INES)
    assert (owner.role, owner.organization.slug) == (Role.OWNER, "kestrel-bikes")
    active = Cycle.objects.filter(state=CycleState.ACTIVE).values_list("name", flat=True)
    assert set(active) == {"2027", "Q1 2027"}


@pytest.mark.usefixtures("db", "monday")
@pytest.mark.parametrize(
    ("founding", "field"),
    [
        (Founding(" ", "Ines", "ines@kestrel.example"), "organization"),
        (Founding("Kestrel", " ", "ines@kestrel.example"), "name"),
        (Founding("Kestrel", "Ines", "nobody"), "email"),
        (Founding("Kestrel", "Ines", "i@kestrel.example", password="short"), "password"),
        (Founding("Kestrel", "Ines", "i@kestrel.example", time_zone="Nowhere"), "time_zone"),
    ],
)
def test_a_founding_that_does_not_fit_leaves_nothing(founding: Founding, field: str) -> None:
    with pytest.raises(PersonRefused) as refused:
        found(founding)
    assert list(refused.value.problems) == [field]
    assert not (Organization.objects.exists())
    assert not (Account.objects.exists())


@pytest.mark.usefixtures("db", "monday")
def test_the_first_founding_happens_once() -> None:
    found_first(INES)
    with pytest.raises(PersonRefused, match="meanwhile"):
        found_first(Founding("Other", "Eve", "eve@other.example"))
    assert Person.objects.count() == 1


@pytest.mark.usefixtures("db")
@pytest.mark.parametrize("name", ["Sign in", "Welcome", "Static", "Demo", "Admin"])
def test_no_organization_takes_an_address_of_northing_itself(name: str) -> None:
    owner = found(Founding(name, "Ines", "ines@kestrel.example"))
    assert owner.organization.slug.endswith("-2")
