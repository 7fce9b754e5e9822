"""What Django answers by itself when a request fails, in the look of our pages."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/400.html", status=400)


def forbidden(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/403.html", status=403)


def not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    return render(request, "errors/404.html", status=404)


def broken(request: HttpRequest) -> HttpResponse:
    number = getattr(request, "log_number", "")
    return render(request, "errors/500.html", {"number": number}, status=500)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form that was sent from elsewhere, or from a page older than the present sign-in."""
    return render(request, "errors/csrf.html", status=403)


def too_many(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """The limit on guessing. allauth finds it as `handler429` beside the addresses."""
    response = render(request, "errors/429.html", status=429)
    response["Retry-After"] = "300"
    return response
