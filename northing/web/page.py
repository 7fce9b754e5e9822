"""What every page does first and last: who looks, the frame around it, and the answer."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import wraps
from typing import Any, Concatenate, ParamSpec, cast
from urllib.parse import quote
from uuid import UUID

from django.contrib.auth import HASH_SESSION_KEY, SESSION_KEY, logout
from django.contrib.messages import get_messages
from django.http import (
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseRedirect,
    JsonResponse,
)
from django.template import engines
from django.template.backends.jinja2 import Jinja2
from django.utils.crypto import constant_time_compare

from northing.cycles.rules import week_of
from northing.goals.queries.viewer import Viewer
from northing.insights.queries.frame import Frame, frame_for
from northing.measures.voices import status_of
from northing.people.models import Organization, Person
from northing.people.queries import person_signed_in, today_of
from northing.people.rules import may_administer, may_write_goals
from northing.web.form_token import form_token
from northing.web.kept_forms import keep_form_for_later, take_back_kept_form
from northing.web.shell import CycleRuler, Shell, TeamLink

P = ParamSpec("P")


class PageRequest(HttpRequest):
    """A request whose person is known. `today` is the day on the organization's calendar."""

    person: Person
    organization: Organization
    viewer: Viewer
    today: date
    frame: Frame | None


def page(
    view: Callable[Concatenate[PageRequest, P], HttpResponseBase],
) -> Callable[..., HttpResponseBase]:
    """Let only present people of the organization through, and tell the view who they are.

    The view's address has `<slug:organization>`, which the view itself does not take. Whoever is
    not signed in is asked to (and comes back); whoever has no person there finds nothing: 404.
    """

    @wraps(view)
    def guarded(
        request: HttpRequest, organization: str, *args: P.args, **kwargs: P.kwargs
    ) -> HttpResponseBase:
        account_id = request.session.get(SESSION_KEY)
        if account_id is None:
            return _ask_to_sign_in(request)
        person = person_signed_in(UUID(account_id), organization)
        if not _session_holds(request, person):
            logout(request)
            return _ask_to_sign_in(request)
        asked = _with_person(request, person)
        take_back_kept_form(asked, person)
        response = view(asked, *args, **kwargs)
        response.setdefault("Cache-Control", "private, no-store")
        return response

    return guarded


def show(
    request: PageRequest,
    template: str,
    context: Mapping[str, Any],
    *,
    here: str,
    status: int = 200,
) -> HttpResponse:
    """Render a page in its frame. `here` is the sidebar entry it belongs to ("goals")."""
    token = form_token(request)
    full = {
        "shell": shell_of(request, frame_of(request), here),
        "csrf_token": token.text,
        "csrf_input": token.field,
        "today": request.today,
        "messages": [str(message) for message in get_messages(request)],
        **context,
    }
    # Not Django's `render`, which puts a token of its own in the place of ours.
    engine = cast(Jinja2, engines["jinja2"])
    return HttpResponse(engine.env.get_template(template).render(full), status=status)


def frame_of(request: PageRequest) -> Frame:
    """The frame of this request, read once: pages use its cycle, too."""
    if request.frame is None:
        request.frame = frame_for(request.person, request.today)
    return request.frame


def shell_of(request: PageRequest, frame: Frame, here: str) -> Shell:
    """The frame's values for a person."""
    person, organization = request.person, request.organization
    return Shell(
        organization_name=organization.name,
        organization_slug=organization.slug,
        person_handle=person.handle,
        person_name=person.name,
        person_initials=person.initials,
        person_hue=hue_of(person.pk),
        here=here,
        due_count=frame.due_count,
        teams=tuple(
            TeamLink(team.name, team.slug, status_of(team.confidence).value) for team in frame.teams
        ),
        cycle=_ruler(frame, request.today),
        may_write_goals=may_write_goals(person.role),
        may_administer=may_administer(person.role),
        may_import=may_administer(person.role),
        is_demo=organization.is_demo,
    )


def hue_of(key: UUID) -> int:
    """The hue of a person's avatar, 0 to 7: the same everywhere and forever."""
    return key.int % 8


def redirect_within(request: PageRequest, path: str) -> HttpResponseRedirect:
    """Go to a page of the same organization after a form was taken (303, never re-sent)."""
    response = HttpResponseRedirect(f"/{request.organization.slug}/{path}")
    response.status_code = 303
    return response


def _ruler(frame: Frame, today: date) -> CycleRuler | None:
    if frame.cycle is None:
        return None
    week = week_of(frame.cycle.period, today)
    number = 0 if today < frame.cycle.start else week.number
    return CycleRuler(frame.cycle.name, frame.cycle.slug, number, week.of)


def _session_holds(request: HttpRequest, person: Person) -> bool:
    """A changed password ends every earlier session at once."""
    account = person.account
    known = request.session.get(HASH_SESSION_KEY, "")
    return account is not None and constant_time_compare(known, account.get_session_auth_hash())


def _with_person(request: HttpRequest, person: Person) -> PageRequest:
    request.person = person  # type: ignore[attr-defined]
    request.organization = person.organization  # type: ignore[attr-defined]
    request.viewer = Viewer.of(person)  # type: ignore[attr-defined]
    request.today = today_of(person.organization)  # type: ignore[attr-defined]
    request.frame = None  # type: ignore[attr-defined]
    return request  # type: ignore[return-value]


def _ask_to_sign_in(request: HttpRequest) -> HttpResponse:
    back = request.get_full_path()
    if request.method == "POST":
        back = keep_form_for_later(request)
    address = f"/sign-in?next={quote(back)}"
    if request.headers.get("HX-Request"):
        return HttpResponse(status=401, headers={"HX-Redirect": address})
    if request.headers.get("Accept", "").startswith("application/json"):
        return JsonResponse({"message": "Sign in again.", "sign_in": address}, status=401)
    return HttpResponseRedirect(address)
