"""The first run: by the set-up link alone, an organization, its owner and its year are made."""

from functools import cache
from zoneinfo import available_timezones

from django.contrib.auth import login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from northing.cycles.actions.founding import Founding, found_first
from northing.people.rules import PersonRefused
from northing.people.set_up_link import is_set_up_link
from northing.web.forms import Typed
from northing.web.local import see_other, takes_forms

MONTHS = (
    ("1", "January"),
    ("2", "February"),
    ("3", "March"),
    ("4", "April"),
    ("5", "May"),
    ("6", "June"),
    ("7", "July"),
    ("8", "August"),
    ("9", "September"),
    ("10", "October"),
    ("11", "November"),
    ("12", "December"),
)
_FIELDS = ("organization", "name", "email", "time_zone", "first_month")


@takes_forms
@never_cache
@sensitive_post_parameters("password")
def welcome(request: HttpRequest) -> HttpResponse:
    """Three fields and one sentence, then the first goal."""
    token = request.POST.get("token") or request.GET.get("token") or ""
    if not is_set_up_link(token):
        return render(request, "welcome/spent.html", status=410)
    if request.method != "POST":
        return _form(request, token, {"time_zone": "UTC", "first_month": "1"}, {})
    typed = Typed(request.POST)
    founding = _founding(typed, request.POST.get("password", ""))
    values = {name: request.POST.get(name, "") for name in _FIELDS}
    if typed.problems:
        return _form(request, token, values, typed.problems)
    try:
        owner = found_first(founding)
    except PersonRefused as refused:
        return _form(request, token, values, refused.problems)
    login(request, owner.account, "sesame.backends.ModelBackend")
    onward = "import" if typed.text("then") == "import" else "goals/new"
    return see_other(f"/{owner.organization.slug}/{onward}")


def _founding(typed: Typed, password: str) -> Founding:
    month = typed.text("first_month") or "1"
    if month not in dict(MONTHS):
        typed.problems["first_month"] = "Choose the month in which your first quarter begins."
        month = "1"
    for name, missing in _MISSING.items():
        if not typed.text(name):
            typed.problems.setdefault(name, missing)
    return Founding(
        organization=typed.text("organization"),
        name=typed.text("name"),
        email=typed.text("email"),
        password=password,
        time_zone=typed.text("time_zone") or "UTC",
        first_month=int(month),
    )


_MISSING = {
    "organization": "Type the name of your organization.",
    "name": "Type your name.",
    "email": "Type your e-mail address.",
}


def _form(
    request: HttpRequest, token: str, values: dict[str, str], problems: dict[str, str]
) -> HttpResponse:
    context = {
        "token": token,
        "values": values,
        "problems": problems,
        "error_list": [(f"id_{name}", text) for name, text in problems.items()],
        "months": MONTHS,
        "zones": places(),
    }
    return render(request, "welcome/page.html", context, status=422 if problems else 200)


@cache
def places() -> list[str]:
    """The names of time zones to choose from, without the old and technical ones."""
    return sorted(zone for zone in available_timezones() if _is_a_place(zone))


def _is_a_place(zone: str) -> bool:
    return zone == "UTC" or ("/" in zone and not zone.startswith(("Etc/", "SystemV/", "US/")))


urlpatterns = [path("welcome", welcome)]
