"""The token that proves a form to be ours, masked once for all forms of a page.

Django masks it anew each time it is written, which takes as long as reading who looks. One mask a
page is what hides the secret from whoever compares answers of different length.
"""

from typing import NamedTuple

from django.http import HttpRequest
from django.middleware.csrf import get_token
from markupsafe import Markup


class FormToken(NamedTuple):
    """The token, and the hidden field that carries it."""

    text: str
    field: Markup


_FIELD = Markup('<input type="hidden" name="csrfmiddlewaretoken" value="{}">')


def form_token(request: HttpRequest) -> FormToken:
    """The token of a request; the same however often it is asked for."""
    token: FormToken | None = getattr(request, "form_token", None)
    if token is None:
        text = get_token(request)
        token = FormToken(text, _FIELD.format(text))
        request.form_token = token  # type: ignore[attr-defined]
    return token
