"""Accounts: what somebody signs in with, their password and the links that stand in for it."""

from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from northing.activity.actions import Happening, record
from northing.people.actions.rights import require_role_over
from northing.people.models import Account, Person
from northing.people.rules import PersonRefused
from northing.people.sign_in_links import INVITATION, sign_in_link

LONGEST_EMAIL = 254


def checked_email(text: str) -> str:
    """An e-mail address in the one form in which accounts are kept. Raises PersonRefused."""
    email = text.strip().lower()
    if not is_email(email):
        raise PersonRefused(
            {"email": "This is not an e-mail address. Type it as name@example.org."}
        )
    return email


def is_email(text: str) -> bool:
    """Whether a text has the form of an e-mail address."""
    try:
        validate_email(text)
    except ValidationError:
        return False
    return len(text) <= LONGEST_EMAIL


def account_for(email: str) -> Account:
    """The account of an address; a new one cannot sign in by password yet."""
    found = Account.objects.filter(email=email).first()
    if found is not None:
        return found
    made = Account(email=email)
    made.set_unusable_password()
    account, _ = Account.objects.get_or_create(
        email=email, defaults={"password": made.password, "id": made.id}
    )
    return account


def check_password(password: str, account: Account | None = None) -> None:
    """Refuse what is easily guessed: raises PersonRefused with the reasons."""
    try:
        validate_password(password, account)
    except ValidationError as refusal:
        raise PersonRefused({"password": " ".join(refusal.messages)}) from None


@transaction.atomic
def set_password(account: Account, password: str) -> None:
    """Choose a password. Every session that began before ends with it. Raises PersonRefused."""
    check_password(password, account)
    account.set_password(password)
    account.save(update_fields=["password"])


def give_sign_in_link(person: Person, by: Person) -> str:
    """A link by which the person signs in once, for an admin to hand over; the log tells it.

    Refused: whoever has left, a stronger role than one's own, and accounts that also belong to
    another organization, into which the link would lead as well.
    """
    require_role_over(by, person)
    if person.has_left:
        raise PersonRefused({"person": f"{person.name} has left. Take them back first."})
    account = _account_of(person)
    if account.persons.exclude(organization_id=person.organization_id).exists():
        raise PersonRefused(
            {
                "person": f"{person.name} also belongs to another organization, so no link can "
                "be made here. They sign in as usual and find this organization there."
            }
        )
    record(told(person, by, "given a sign-in link"))
    return sign_in_link(account, INVITATION)


def told(person: Person, by: Person | None, verb: str, **change: Any) -> Happening:
    """An entry of the log about a person."""
    return Happening(
        organization_id=person.organization_id,
        verb=verb,
        subject_kind="person",
        subject_id=person.pk,
        subject_label=person.name,
        actor_id=by.pk if by else None,
        actor_name=by.name if by else "",
        **change,
    )


@transaction.atomic
def _account_of(person: Person) -> Account:
    """The person's account; one of their address is theirs from now on."""
    if person.account is not None:
        return person.account
    if not person.email:
        raise PersonRefused(
            {"person": f"{person.name} has no e-mail address. Invite them with one."}
        )
    person.account = account_for(person.email.lower())
    person.save(update_fields=["account"])
    return person.account
