"""A form that was sent after the session had ended is kept, and becomes a draft on signing in."""

from urllib.parse import urlsplit

from django.http import HttpRequest

from northing.drafts.actions import keep
from northing.drafts.rules import DraftRefused
from northing.people.models import Person

_KEPT = "kept_form"
_NOT_KEPT = {"csrfmiddlewaretoken", "password"}


def keep_form_for_later(request: HttpRequest) -> str:
    """Keep the sent fields in the (anonymous) session; the address of the form's own page."""
    key = request.POST.get("draft_key", "")
    if key:
        fields = {name: values for name, values in request.POST.lists() if name not in _NOT_KEPT}
        request.session[_KEPT] = {"key": key, "fields": fields}
    return _page_of_form(request)


def take_back_kept_form(request: HttpRequest, person: Person) -> None:
    """Turn a kept form into the signed-in person's draft, so that its page shows it again."""
    kept = request.session.get(_KEPT)
    if kept is None:
        return
    del request.session[_KEPT]
    try:
        keep(person, kept["key"], kept["fields"])
    except DraftRefused:
        return


def _page_of_form(request: HttpRequest) -> str:
    """Where the form stood: the page that sent it, if it is one of ours."""
    sent_from = urlsplit(request.headers.get("Referer", ""))
    if sent_from.netloc == request.get_host() and sent_from.path.startswith("/"):
        return f"{sent_from.path}?{sent_from.query}" if sent_from.query else sent_from.path
    return request.path
