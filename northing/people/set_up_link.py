"""The link that makes the first organization: signed, good for a day, worthless once used."""

from urllib.parse import urlencode

from django.conf import settings
from django.core import signing

from northing.people.queries import is_founded

_SALT = "northing.set-up"
_SECONDS = 24 * 60 * 60


def set_up_link() -> str:
    """The address under which the first person names the organization and themselves."""
    return (
        f"{settings.BASE_URL}/welcome?{urlencode({'token': signing.dumps('set-up', salt=_SALT)})}"
    )


def is_set_up_link(token: str) -> bool:
    """Whether a link still works: signed here, not over a day old, and nobody has an account."""
    try:
        signing.loads(token, salt=_SALT, max_age=_SECONDS)
    except signing.BadSignature:
        return False
    return not is_founded()
