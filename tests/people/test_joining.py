"""Who is invited gets an account without a password; nobody joins twice."""

import pytest

from northing.activity.models import Entry
from northing.people.actions.joining import NewPerson, add_person, invite
from northing.people.models import Account, Person
from northing.people.rules import PersonRefused, RightMissing, Role
from tests.cast import Kestrel

NOOR = NewPerson("Noor Rahimi", "Noor@Kestrel.example ")


def test_an_invited_person_has_handle_key_and_an_account_without_password(
    kestrel: Kestrel,
) -> None:
    person = invite(NOOR, kestrel.marijke)
    assert (person.handle, person.key, person.email) == (
        "noor-rahimi",
        "NR",
        "noor@kestrel.example",
    )
    assert person.account is not None
    assert not person.account.has_usable_password()


def test_an_invitation_is_told_in_the_log(kestrel: Kestrel) -> None:
    person = invite(NOOR, kestrel.marijke)
    entry = Entry.objects.get(subject_id=person.pk)
    assert (entry.verb, entry.actor_name) == ("invited", "Marijke van Dalen")


def test_somebody_of_the_same_name_gets_another_handle_and_key(kestrel: Kestrel) -> None:
    other = invite(NewPerson("Ines Okafor", "ines.two@kestrel.example"), kestrel.marijke)
    assert (other.handle, other.key) == ("ines-okafor-2", "IOK")


@pytest.mark.parametrize(
    ("new", "field"),
    [
        (NewPerson("  ", "a@kestrel.example"), "name"),
        (NewPerson("N" * 201, "a@kestrel.example"), "name"),
        (NewPerson("Noor", "not an address"), "email"),
        (NewPerson("Noor", "INES.OKAFOR@kestrel.example"), "email"),
    ],
)
def test_what_does_not_fit_is_refused_by_field_and_nothing_is_written(
    kestrel: Kestrel, new: NewPerson, field: str
) -> None:
    people, accounts = Person.objects.count(), Account.objects.count()
    with pytest.raises(PersonRefused) as refused:
        invite(new, kestrel.marijke)
    assert list(refused.value.problems) == [field]
    assert (Person.objects.count(), Account.objects.count()) == (people, accounts)


@pytest.mark.parametrize("who", ["ines", "tomas", "helena"])
def test_only_admins_invite_and_the_refusal_names_them(kestrel: Kestrel, who: str) -> None:
    with pytest.raises(RightMissing, match="Marijke van Dalen"):
        invite(NOOR, getattr(kestrel, who))


def test_an_admin_invites_no_owner(kestrel: Kestrel) -> None:
    admin = add_person(
        kestrel.organization, NewPerson("Priit Saar", "priit@kestrel.example", Role.ADMIN)
    )
    with pytest.raises(RightMissing):
        invite(NewPerson("Noor Rahimi", "noor@kestrel.example", Role.OWNER), admin)


def test_an_account_of_another_organization_joins_as_it_is(kestrel: Kestrel) -> None:
    account = Account.objects.create(email="noor@kestrel.example", password="kept")
    assert invite(NOOR, kestrel.marijke).account == account
