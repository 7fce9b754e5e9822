"""What somebody types, kept on the server while they type it: GET, POST and DELETE of JSON."""

import json
from typing import Any

from django.http import HttpResponse, JsonResponse
from django.urls import path
from django.views.decorators.http import require_http_methods

from northing.drafts.actions import discard, keep
from northing.drafts.queries import draft_of
from northing.drafts.rules import DraftRefused
from northing.web.page import PageRequest, page

_LARGEST_BODY = 1_000_000


@require_http_methods(["GET", "HEAD", "POST", "DELETE"])
@page
def draft(request: PageRequest, key: str) -> HttpResponse:
    """One's own draft of one form: `{"fields": {name: [values]}, "saved_at": …}`."""
    if request.method == "DELETE":
        discard(request.person, key)
        return HttpResponse(status=204)
    if request.method == "POST":
        return _keep(request, key)
    found = draft_of(request.person, key)
    if found is None:
        return JsonResponse({"message": "There is no draft of this form."}, status=404)
    return JsonResponse({"fields": found.fields, "saved_at": found.saved_at.isoformat()})


def _keep(request: PageRequest, key: str) -> HttpResponse:
    if int(request.headers.get("Content-Length") or 0) > _LARGEST_BODY:
        return JsonResponse({"message": "This draft is too large. Shorten it."}, status=413)
    try:
        kept = keep(request.person, key, _fields(request.body))
    except (DraftRefused, ValueError) as refused:
        return JsonResponse({"message": str(refused)}, status=422)
    return JsonResponse({"saved_at": kept.saved_at.isoformat()})


def _fields(body: bytes) -> dict[str, list[str]]:
    """The fields of a form. Raises ValueError for anything that is not `{"fields": {…}}`."""
    try:
        sent: Any = json.loads(body)
    except (UnicodeDecodeError, json.JSONDecodeError, RecursionError):
        raise ValueError("The body is not JSON.") from None
    fields = sent.get("fields") if isinstance(sent, dict) else None
    if not isinstance(fields, dict) or not all(map(_are_texts, fields.values())):
        raise ValueError('Send {"fields": {"name": ["value"]}}.')
    return fields


def _are_texts(values: Any) -> bool:
    return isinstance(values, list) and all(isinstance(value, str) for value in values)


urlpatterns = [path("<slug:organization>/drafts/<str:key>", draft)]
