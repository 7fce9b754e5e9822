"""Every request has a number: lines of the log carry it, and so does the page of a fault."""

import secrets
from collections.abc import Callable
from time import perf_counter
from urllib.parse import quote

import structlog
from django.http import HttpRequest, HttpResponse

_FAULT = 500
_log = structlog.stdlib.get_logger("northing.requests")


class RequestLogMiddleware:
    """Gives requests their number and, where the log takes it, tells how each was answered.

    Told are method, path, status and time: never who asked, nor what the query or the body held.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        number = secrets.token_hex(4)
        request.log_number = number  # type: ignore[attr-defined]
        began = perf_counter()
        with structlog.contextvars.bound_contextvars(request=number):
            response = self._get_response(request)
            _log.info(
                "answered",
                method=request.method,
                path=quote(request.path),
                status=response.status_code,
                milliseconds=round((perf_counter() - began) * 1000, 1),
            )
        # Not on every answer: what is hidden must look like what is missing, to the last sign.
        if response.status_code >= _FAULT:
            response["X-Request-ID"] = number
        return response
