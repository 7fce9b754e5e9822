"""Signing in by password or by link, and out."""

from urllib.parse import urlencode

from allauth.account.forms import LoginForm
from allauth.core import ratelimit
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_POST

from northing.people.actions.accounts import is_email
from northing.people.actions.signing_in import LinkSpent, use_link
from northing.people.queries import account_by_email, is_demo_open, persons_of
from northing.people.sign_in_links import open_link, sign_in_link
from northing.web.failures import too_many
from northing.web.local import next_of, see_other, takes_forms
from northing.web.mail import is_mail_configured, mail_link

BY_LINK = "signed_in_by_link"
_NO_MAIL = "This server sends no mail. Ask an admin of your organization for a link."
_MISMATCH = "E-mail and password do not match. Check both, or sign in by a link."


@takes_forms
@never_cache
@sensitive_post_parameters("password")
def sign_in(request: HttpRequest) -> HttpResponse:
    """The form, by e-mail and password; `next` is where to go on to."""
    if request.method != "POST":
        return _form(request)
    if not ratelimit.consume(request, action="login"):
        return too_many(request)
    sent = {"login": request.POST.get("email", ""), "password": request.POST.get("password", "")}
    form = LoginForm(sent, request=request)
    if not form.is_valid():
        return _refused(request, form)
    form.login(request, redirect_url="/")
    return see_other(next_of(request))


@never_cache
@require_POST
def send_link(request: HttpRequest) -> HttpResponse:
    """Mail a link to an address that has an account. The answer is the same for all others."""
    email = request.POST.get("email", "").strip().lower()
    if not is_mail_configured():
        return _form(request, {"email": _NO_MAIL}, status=422)
    if not is_email(email):
        problem = "Type your e-mail address, then ask for the link."
        return _form(request, {"email": problem}, status=422)
    if not ratelimit.consume(request, action="request_login_code", key=email):
        return too_many(request)
    account = account_by_email(email)
    if account is not None:
        mail_link(
            email,
            "Your link to Northing",
            "Open this to sign in. It works once, within a day:",
            sign_in_link(account),
            "If you did not ask for it, do nothing: nobody signs in without opening it.",
        )
    return render(request, "sign_in/sent.html", {"email": email})


@takes_forms
@never_cache
def sign_in_by_link(request: HttpRequest) -> HttpResponse:
    """Ask once more before a link is used up: programs that preview links only look at it."""
    token = request.POST.get("token") or request.GET.get("token") or ""
    if request.method == "POST":
        return _use(request, token)
    link = open_link(token)
    if link is None:
        return _spent(request)
    persons = persons_of(link.account)
    context = {"account": link.account, "persons": persons, "token": token}
    context["next"] = next_of(request)
    return render(request, "sign_in/link.html", context)


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """End the session."""
    logout(request)
    return see_other("/sign-in")


def _use(request: HttpRequest, token: str) -> HttpResponse:
    try:
        link = use_link(token)
    except LinkSpent:
        return _spent(request)
    login(request, link.account, "sesame.backends.ModelBackend")
    request.session[BY_LINK] = True
    onward = next_of(request)
    if link.is_invitation and not link.account.has_usable_password():
        return see_other(f"/set-password?{urlencode({'next': onward})}")
    return see_other(onward)


def _spent(request: HttpRequest) -> HttpResponse:
    context = {"has_mail": is_mail_configured(), "demo_is_open": is_demo_open()}
    return render(request, "sign_in/spent.html", context, status=410)


def _refused(request: HttpRequest, form: LoginForm) -> HttpResponse:
    codes = {error.code for errors in form.errors.as_data().values() for error in errors}
    if "too_many_login_attempts" in codes:
        return too_many(request)
    problems = {}
    if not request.POST.get("email", "").strip():
        problems["email"] = "Type your e-mail address."
    if not request.POST.get("password"):
        problems["password"] = "Type your password, or ask for a link."  # noqa: S105
    return _form(request, problems or {"email": _MISMATCH}, status=422)


def _form(
    request: HttpRequest, problems: dict[str, str] | None = None, status: int = 200
) -> HttpResponse:
    context = {
        "email": request.POST.get("email", ""),
        "next": next_of(request, ""),
        "problems": problems or {},
        "has_mail": is_mail_configured(),
        "demo_is_open": is_demo_open(),
    }
    return render(request, "sign_in/page.html", context, status=status)


urlpatterns = [
    path("sign-in", sign_in),
    path("sign-in/send-link", send_link),
    path("sign-in/link", sign_in_by_link),
    path("sign-out", sign_out),
]
