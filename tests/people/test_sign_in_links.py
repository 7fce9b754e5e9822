"""Links sign in once, for a while, and lead into no other organization."""

from datetime import timedelta
from urllib.parse import parse_qs, urlsplit

import pytest
import time_machine

from northing.activity.models import Entry
from northing.people.actions.accounts import give_sign_in_link, set_password
from northing.people.actions.founding import create_organization
from northing.people.actions.joining import NewPerson, add_person
from northing.people.actions.signing_in import LinkSpent, use_link
from northing.people.models import Account, Person
from northing.people.rules import PersonRefused, RightMissing, Role
from northing.people.sign_in_links import open_link, sign_in_link
from tests.cast import NOW, TODAY, Kestrel


def token_of(link: str) -> str:
    return parse_qs(urlsplit(link).query)["token"][0]


def account_of(person: Person) -> Account:
    assert person.account is not None
    return person.account


def test_a_link_signs_in_once(kestrel: Kestrel) -> None:
    token = token_of(sign_in_link(account_of(kestrel.ines)))
    assert use_link(token).account == kestrel.ines.account
    with pytest.raises(LinkSpent):
        use_link(token)


def test_looking_at_a_link_does_not_use_it_up(kestrel: Kestrel) -> None:
    token = token_of(sign_in_link(account_of(kestrel.ines)))
    assert open_link(token) == open_link(token) != None  # noqa: E711


@pytest.mark.parametrize(("hours", "works"), [(23, True), (25, False)])
def test_ones_own_link_lasts_a_day(kestrel: Kestrel, hours: int, works: bool) -> None:
    token = token_of(sign_in_link(account_of(kestrel.ines)))
    with time_machine.travel(NOW + timedelta(hours=hours), tick=False):
        assert (open_link(token) is not None) is works


@pytest.mark.parametrize(("days", "works"), [(6, True), (8, False)])
def test_a_handed_link_lasts_a_week(kestrel: Kestrel, days: int, works: bool) -> None:
    token = token_of(give_sign_in_link(kestrel.ines, kestrel.marijke))
    with time_machine.travel(NOW + timedelta(days=days), tick=False):
        assert (open_link(token) is not None) is works


def test_a_new_password_makes_links_worthless(kestrel: Kestrel) -> None:
    token = token_of(sign_in_link(account_of(kestrel.ines)))
    set_password(account_of(kestrel.ines), "a sentence that nobody guesses")
    assert open_link(token) is None


@pytest.mark.parametrize("token", ["", "x", "é", "AAAA" * 20, "\x00"])
def test_what_is_no_link_opens_nothing(kestrel: Kestrel, token: str) -> None:
    assert open_link(token) is None


def test_a_handed_link_is_told_in_the_log(kestrel: Kestrel) -> None:
    give_sign_in_link(kestrel.ines, kestrel.marijke)
    assert Entry.objects.get(subject_id=kestrel.ines.pk, verb="given a sign-in link")


def test_an_admin_hands_out_no_link_of_an_owner(kestrel: Kestrel) -> None:
    new = NewPerson("Priit", "priit@kestrel.example", Role.ADMIN)
    with pytest.raises(RightMissing):
        give_sign_in_link(kestrel.marijke, add_person(kestrel.organization, new))


def test_no_link_leads_into_another_organization(kestrel: Kestrel) -> None:
    new = NewPerson("Ines Okafor", kestrel.ines.email)
    add_person(create_organization("Other"), new)
    with pytest.raises(PersonRefused, match="another organization"):
        give_sign_in_link(kestrel.ines, kestrel.marijke)


def test_somebody_imported_gets_an_account_with_their_first_link(kestrel: Kestrel) -> None:
    noor = Person.objects.create(
        organization=kestrel.organization,
        name="Noor",
        email="Noor@k.example",
        handle="noor",
        key="NO",
    )
    link = open_link(token_of(give_sign_in_link(noor, kestrel.marijke)))
    assert link is not None
    assert (link.account.email, link.is_invitation) == ("noor@k.example", True)
    assert Person.objects.get(pk=noor.pk).account == link.account


def test_who_left_gets_no_link(kestrel: Kestrel) -> None:
    kestrel.ines.left_on = TODAY
    with pytest.raises(PersonRefused, match="has left"):
        give_sign_in_link(kestrel.ines, kestrel.marijke)
