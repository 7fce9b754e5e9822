"""Tells the browser that what it kept of a form is saved for good."""

from django.conf import settings
from django.http import HttpResponseBase

COOKIE = "northing_draft_done"


def draft_is_done(response: HttpResponseBase, key: str) -> None:
    """Lets the browser forget its copy of the draft `key`; call it on the answer to a success."""
    is_secure = settings.SESSION_COOKIE_SECURE
    response.set_cookie(COOKIE, key, max_age=120, samesite="Lax", secure=is_secure)
