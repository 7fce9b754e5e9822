"""Addresses to go on to: only paths of this very site. And what a page with a form takes."""

from django.http import HttpRequest, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods

# Whatever else a browser or a program tries is answered with 405.
takes_forms = require_http_methods(["GET", "HEAD", "POST"])


def local_path(text: str, otherwise: str = "/") -> str:
    """The text when it is a path of this site, else `otherwise`; never another site's address."""
    is_path = text.startswith("/") and not text.startswith(("//", "/\\"))
    has_only_plain_signs = text.isprintable() and "\\" not in text
    if is_path and has_only_plain_signs and url_has_allowed_host_and_scheme(text, None):
        return text
    return otherwise


def next_of(request: HttpRequest, otherwise: str = "/") -> str:
    """Where `next` of the form or the address wants to go on to."""
    return local_path(request.POST.get("next") or request.GET.get("next") or "", otherwise)


def see_other(path: str) -> HttpResponseRedirect:
    """Go on to a page after a form was taken: 303, never sent again by reloading."""
    response = HttpResponseRedirect(path)
    response.status_code = 303
    return response
