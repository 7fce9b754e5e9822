"""Links that sign somebody in once: signed, short-lived, and used up by signing in."""

from dataclasses import dataclass
from typing import Final
from urllib.parse import urlencode

from django.conf import settings
from sesame.utils import get_token, get_user

from northing.people.models import Account

# Asked for by oneself, or printed by a command: a day. Handed over by an admin: a week.
OWN: Final = ""
INVITATION: Final = "invitation"
_SECONDS = {OWN: 24 * 60 * 60, INVITATION: 7 * 24 * 60 * 60}


def sign_in_link(account: Account, scope: str = OWN) -> str:
    """The address to open. It works once, and no longer after the account signs in otherwise."""
    token = get_token(account, scope=scope)
    return f"{settings.BASE_URL}/sign-in/link?{urlencode({'token': token})}"


@dataclass(frozen=True, slots=True)
class OpenLink:
    """A link that still works."""

    account: Account
    is_invitation: bool


def open_link(token: str) -> OpenLink | None:
    """What a link's token opens, or None for one that is used, old or not ours."""
    for scope, seconds in _SECONDS.items():
        account = get_user(token, scope=scope, max_age=seconds, update_last_login=False)
        if isinstance(account, Account):
            return OpenLink(account, scope == INVITATION)
    return None
