"""Signing in by a link, which is used up by it."""

from django.db import transaction
from django.utils import timezone

from northing.people.models import Account
from northing.people.sign_in_links import OpenLink, open_link


class LinkSpent(LookupError):
    """The link was used, is too old, or was never ours: which of these is not told."""


@transaction.atomic
def use_link(token: str) -> OpenLink:
    """Use a link up and say whom it signs in; once, also for two browsers at the same moment.

    Raises LinkSpent.
    """
    link = open_link(token)
    if link is None:
        raise LinkSpent
    held = Account.objects.select_for_update(no_key=True).get(pk=link.account.pk)
    if held.last_login != link.account.last_login:
        raise LinkSpent
    link.account.last_login = timezone.now()
    link.account.save(update_fields=["last_login"])
    return link
