"""A form that was sent after the session had ended is kept, and becomes a draft on signing in."""

from time import time
from urllib.parse import urlsplit

from django.http import HttpRequest

from northing.drafts.actions import keep
from northing.drafts.rules import DraftRefused, check_draft
from northing.people.models import Person

_KEPT = "kept_form"
_NOT_KEPT = {"csrfmiddlewaretoken", "password"}
# Whoever sent the form signs in soon; who signs in later in this browser may be somebody else.
_SECONDS = 60 * 60


def keep_form_for_later(request: HttpRequest) -> str:
    """Keep the sent fields in the (anonymous) session; the address of the form's own page.

    What no draft would hold is not kept either: nobody fills the sessions from outside.
    """
    key = request.POST.get("draft_key", "")
    fields = {name: values for name, values in request.POST.lists() if name not in _NOT_KEPT}
    if key and _is_keepable(key, fields):
        request.session[_KEPT] = {
            "key": key,
            "fields": fields,
            "organization": _organization_in(request),
            "until": time() + _SECONDS,
        }
    return _page_of_form(request)


def take_back_kept_form(request: HttpRequest, person: Person) -> None:
    """Turn a kept form into the signed-in person's draft, so that its page shows it again."""
    kept = request.session.get(_KEPT)
    if kept is None or kept["organization"] != person.organization.slug:
        return
    del request.session[_KEPT]
    if kept["until"] < time():
        return
    try:
        keep(person, kept["key"], kept["fields"])
    except DraftRefused:
        return


def _is_keepable(key: str, fields: dict[str, list[str]]) -> bool:
    try:
        check_draft(key, fields)
    except DraftRefused:
        return False
    return True


def _organization_in(request: HttpRequest) -> str:
    return request.path.split("/")[1]


def _page_of_form(request: HttpRequest) -> str:
    """Where the form stood: the page that sent it, if it is one of ours."""
    try:
        sent_from = urlsplit(request.headers.get("Referer", ""))
    except ValueError:
        return request.path
    if sent_from.netloc == request.get_host() and sent_from.path.startswith("/"):
        return f"{sent_from.path}?{sent_from.query}" if sent_from.query else sent_from.path
    return request.path
