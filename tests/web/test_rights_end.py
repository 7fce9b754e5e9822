"""Rights end at once: the next request of a session in any browser knows."""

from collections.abc import Callable

import pytest
from django.test import Client

from northing.goals.actions.handing_over import leave_with_goals
from northing.people.actions.accounts import set_password
from northing.people.models import Account, Person
from northing.people.rules import Role
from tests.cast import TODAY, Kestrel

SignIn = Callable[..., Client]
OWN = "/kestrel/people/ines-okafor"


def test_who_left_finds_nothing_any_more(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.ines)
    assert client.get(OWN).status_code == 200
    leave_with_goals(kestrel.ines.pk, kestrel.aiko, kestrel.marijke, TODAY)
    assert client.get(OWN).status_code == 404


def test_who_is_demoted_administers_nothing_any_more(kestrel: Kestrel, signed_in: SignIn) -> None:
    Person.objects.filter(pk=kestrel.ines.pk).update(role=Role.ADMIN)
    client = signed_in(kestrel.ines)
    assert client.get("/kestrel/admin/people").status_code == 200
    Person.objects.filter(pk=kestrel.ines.pk).update(role=Role.MEMBER)
    answer = client.get("/kestrel/admin/people")
    assert answer.status_code == 403
    assert "Ask Marijke van Dalen" in answer.content.decode()


def test_a_new_password_ends_every_other_session(kestrel: Kestrel, signed_in: SignIn) -> None:
    elsewhere = signed_in(kestrel.ines, Client())
    here = signed_in(kestrel.ines, Client())
    sent = {"password": "a sentence that nobody guesses"}
    assert here.post("/set-password", sent).status_code == 303
    assert here.get(OWN).status_code == 200
    for path in (OWN, "/", "/set-password", "/kestrel/pick/people?q=i"):
        answer = elsewhere.get(path)
        assert answer.status_code == 302
        assert answer["Location"].startswith("/sign-in")


def test_a_password_set_elsewhere_ends_this_session(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.ines)
    set_password(Account.objects.get(pk=kestrel.ines.account_id), "one more long sentence")
    assert client.get(OWN).status_code == 302


def test_a_switched_off_account_opens_nothing(kestrel: Kestrel, signed_in: SignIn) -> None:
    client = signed_in(kestrel.ines)
    Account.objects.filter(pk=kestrel.ines.account_id).update(is_active=False)
    assert client.get(OWN).status_code in (302, 404)


@pytest.mark.parametrize("path", ["pick/people?q=a", "palette?q=a", "drafts/goal-new"])
def test_programs_are_told_to_sign_in_again(kestrel: Kestrel, client: Client, path: str) -> None:
    answer = client.get(f"/kestrel/{path}", headers={"Accept": "application/json"})
    assert answer.status_code == 401
    assert answer.json()["sign_in"].startswith("/sign-in?next=/kestrel/")
