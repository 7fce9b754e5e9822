"""The demo organization seen as one of six of its people, and its removal.

While the demo is all there is, whoever reaches the server may look around in it; beside other
organizations only its own people may.
"""

from collections.abc import Sequence

from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from northing.demo import strategy
from northing.demo.queries import Persona, personas_of
from northing.people.actions.rights import who_can
from northing.people.models import Account, Organization, Person
from northing.people.queries import (
    NotFound,
    are_all_demos,
    organization_by_slug,
    persons_of,
)
from northing.people.rules import RightMissing, Role
from northing.web.local import see_other
from northing.web.page import hue_of


@require_safe
@never_cache
def demo(request: HttpRequest) -> HttpResponse:
    """Choose whose eyes to look through."""
    organization = _demo()
    you = _you(request, organization)
    if you is None and not are_all_demos():
        return HttpResponseRedirect("/sign-in?next=/demo")
    context = {
        "organization": organization,
        "personas": personas_of(organization),
        "hue_of": hue_of,
        "you": you,
        "may_remove": you is not None and you.role == Role.OWNER,
        "owner": who_can(organization, Role.OWNER),
    }
    return render(request, "demo/page.html", context)


@require_POST
def see_as(request: HttpRequest) -> HttpResponse:
    """Sign in as one of the six: for people of the demo, or for all where the demo is open."""
    organization = _demo()
    if _you(request, organization) is None and not are_all_demos():
        return HttpResponseRedirect("/sign-in?next=/demo")
    handle = request.POST.get("person", "")
    account = _account_of(personas_of(organization), handle)
    logout(request)
    login(request, account, "sesame.backends.ModelBackend")
    return see_other(f"/{organization.slug}/my/week")


@require_POST
def remove_demo(request: HttpRequest) -> HttpResponse:
    """Take the whole demo organization away, after its owner has typed its name."""
    organization = _demo()
    you = _you(request, organization)
    if you is None or you.role != Role.OWNER:
        owner = who_can(organization, Role.OWNER)
        raise RightMissing(f"Only the owner of {organization.name} removes it. See it as {owner}.")
    typed = request.POST.get("name")
    if typed is None or typed.strip() != organization.name:
        return _ask_again(request, organization, typed)
    # The demo's prose is loaded by whoever needs it, not by every worker.
    from northing.demo.actions.removing import remove

    remove(organization)
    logout(request)
    return see_other("/")


def _ask_again(request: HttpRequest, organization: Organization, typed: str | None) -> HttpResponse:
    """The first press only asks; a wrong name is told."""
    problem = f"That is not its name. Type {organization.name}." if typed is not None else ""
    context = {"organization": organization, "typed": typed or "", "problem": problem}
    return render(request, "demo/remove.html", context, status=422 if problem else 200)


def _demo() -> Organization:
    organization = organization_by_slug(strategy.SLUG)
    if organization is None or not organization.is_demo:
        raise NotFound("demo")
    return organization


def _account_of(personas: Sequence[Persona], handle: str) -> Account:
    """The account of one of the six; never one that leads into another organization as well."""
    for persona in personas:
        account = persona.person.account
        if persona.person.handle == handle and account and len(persons_of(account)) == 1:
            return account
    raise NotFound(handle)


def _you(request: HttpRequest, organization: Organization) -> Person | None:
    if not isinstance(request.user, Account):
        return None
    persons = persons_of(request.user)
    return next((one for one in persons if one.organization_id == organization.pk), None)


urlpatterns = [
    path("demo", demo),
    path("demo/see-as", see_as),
    path("demo/remove", remove_demo),
]
