"""The demo organization seen as one of six of its people, and its removal."""

from dataclasses import dataclass

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from northing.demo import strategy
from northing.demo.actions.removing import remove
from northing.demo.cast import GUIDES
from northing.people.actions.rights import who_can
from northing.people.models import Account, Organization, Person
from northing.people.queries import NotFound, organization_by_slug, people_by_handle, persons_of
from northing.people.rules import RightMissing, Role
from northing.web.local import see_other
from northing.web.page import hue_of

_WHO = {guide.handle.replace(".", "-"): guide.sentence for guide in GUIDES}


@dataclass(frozen=True, slots=True)
class GuideCard:
    """One of the six, as the page shows them."""

    person: Person
    hue: int
    about: str


@never_cache
def demo(request: HttpRequest) -> HttpResponse:
    """Choose whose eyes to look through."""
    organization = _demo()
    you = _you(request, organization)
    if you is None and not settings.OPEN_DEMO:
        return HttpResponseRedirect("/sign-in?next=/demo")
    people = people_by_handle(organization, list(_WHO))
    cards = [
        GuideCard(people[handle], hue_of(people[handle].pk), about)
        for handle, about in _WHO.items()
        if handle in people
    ]
    context = {
        "organization": organization,
        "cards": cards,
        "you": you,
        "may_remove": you is not None and you.role == Role.OWNER,
        "owner": who_can(organization, Role.OWNER),
    }
    return render(request, "demo/page.html", context)


@require_POST
def see_as(request: HttpRequest) -> HttpResponse:
    """Sign in as one of the six: for people of the demo, or for all where the demo is open."""
    organization = _demo()
    if _you(request, organization) is None and not settings.OPEN_DEMO:
        return HttpResponseRedirect("/sign-in?next=/demo")
    handle = request.POST.get("person", "")
    person = people_by_handle(organization, [handle]).get(handle) if handle in _WHO else None
    if person is None or person.account is None or len(persons_of(person.account)) != 1:
        raise NotFound(handle)
    logout(request)
    login(request, person.account, "sesame.backends.ModelBackend")
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
