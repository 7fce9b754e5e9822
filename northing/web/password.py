"""Choosing one's own password."""

from allauth.core import ratelimit
from django.contrib.auth import update_session_auth_hash
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters

from northing.people.actions.accounts import set_password
from northing.people.models import Account
from northing.people.rules import PersonRefused
from northing.web.failures import too_many
from northing.web.local import next_of, see_other, takes_forms
from northing.web.sign_in import BY_LINK


@takes_forms
@never_cache
@sensitive_post_parameters("present", "password")
def choose_password(request: HttpRequest) -> HttpResponse:
    """Choose a password; whoever signed in by password says the present one first."""
    account = request.user
    if not isinstance(account, Account):
        return HttpResponseRedirect("/sign-in?next=/set-password")
    asks_present = account.has_usable_password() and not request.session.get(BY_LINK)
    if request.method != "POST":
        return _form(request, account, asks_present)
    if not ratelimit.consume(request, action="change_password", user=account):
        return too_many(request)
    if asks_present and not account.check_password(request.POST.get("present", "")):
        problems = {"present": "This is not your present password. Or sign in by a link first."}
        return _form(request, account, asks_present, problems)
    try:
        set_password(account, request.POST.get("password", ""))
    except PersonRefused as refused:
        return _form(request, account, asks_present, refused.problems)
    update_session_auth_hash(request, account)
    return see_other(next_of(request))


def _form(
    request: HttpRequest,
    account: Account,
    asks_present: bool,
    problems: dict[str, str] | None = None,
) -> HttpResponse:
    context = {
        "account": account,
        "asks_present": asks_present,
        "is_first": not account.has_usable_password(),
        "problems": problems or {},
        "next": next_of(request),
    }
    return render(request, "sign_in/password.html", context, status=422 if problems else 200)


urlpatterns = [path("set-password", choose_password)]
