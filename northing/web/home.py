"""The address without a path: where a signed-in account belongs. And whether we are alive."""

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from northing.people.models import Account
from northing.people.queries import database_answers, is_founded, persons_of


@require_safe
@never_cache
def home(request: HttpRequest) -> HttpResponse:
    """One organization: its my week. Several: a choice. None yet: how to begin."""
    account = request.user
    if not isinstance(account, Account):
        if not is_founded():
            return render(request, "welcome/unfounded.html")
        return HttpResponseRedirect("/sign-in")
    persons = persons_of(account)
    if len(persons) == 1:
        return HttpResponseRedirect(f"/{persons[0].organization.slug}/my/week")
    return render(request, "sign_in/choose.html", {"account": account, "persons": persons})


@require_safe
@never_cache
def health(request: HttpRequest) -> HttpResponse:
    """200 while the database answers, else 503. Reads one constant and writes nothing."""
    if database_answers():
        return HttpResponse("ok\n", content_type="text/plain")
    return HttpResponse("no database\n", content_type="text/plain", status=503)


urlpatterns = [path("", home), path("healthz", health)]
