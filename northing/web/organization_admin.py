"""What holds for the whole organization: its name, time zone, key and bands of pace."""

from django.http import HttpResponse
from django.urls import path

from northing.check_ins.actions.judging import change_organization_and_judge
from northing.people.actions.changing import EditedMeanwhile
from northing.people.actions.organizing import OrganizationFacts
from northing.people.actions.rights import require_admin
from northing.people.models import Organization
from northing.people.rules import PersonRefused
from northing.web.conflicts import Rows, different_rows, last_editor
from northing.web.forms import Typed
from northing.web.local import takes_forms
from northing.web.page import PageRequest, page, redirect_within, show
from northing.web.welcome import places

_WORDS = {
    "name": "Name",
    "key": "Key",
    "time_zone": "Time zone",
    "early": "Early until",
    "behind": "Behind pace beyond",
    "far_behind": "Far behind beyond",
}


@takes_forms
@page
def organization_admin(request: PageRequest) -> HttpResponse:
    """The form; POST changes it, and judges every open goal anew when the bands changed."""
    require_admin(request.person)
    organization = request.organization
    if request.method != "POST":
        return _form(request, _present(organization), {})
    if request.POST.get("keep") == "theirs":
        return redirect_within(request, "admin/organization")
    typed = Typed(request.POST)
    facts = OrganizationFacts(
        name=typed.text("name"),
        key=typed.text("key"),
        time_zone=typed.text("time_zone"),
        early=_percent(typed, "early"),
        behind=_percent(typed, "behind"),
        far_behind=_percent(typed, "far_behind"),
    )
    values = _present(organization) | request.POST.dict()
    if typed.problems:
        return _form(request, values, typed.problems)
    try:
        change_organization_and_judge(facts, request.person, typed.whole("version") or 0)
    except PersonRefused as refused:
        return _form(request, values, refused.problems)
    except EditedMeanwhile as edited:
        return _conflict(request, edited.current, values)
    return redirect_within(request, "admin/organization")


def _percent(typed: Typed, name: str) -> int:
    found = typed.whole(name)
    if found is None:
        typed.problems.setdefault(name, "Type a whole number from 0 to 100.")
    return found or 0


def _present(organization: Organization) -> dict[str, str]:
    return {
        "name": organization.name,
        "key": organization.key,
        "time_zone": organization.time_zone,
        "early": str(organization.early_percent),
        "behind": str(organization.behind_percent),
        "far_behind": str(organization.far_behind_percent),
        "version": str(organization.version),
    }


def _form(
    request: PageRequest,
    values: dict[str, str],
    problems: dict[str, str],
    *,
    status: int = 0,
    conflict: Rows = (),
) -> HttpResponse:
    context = {
        "values": values,
        "problems": problems,
        "error_list": [(f"id_{name}", text) for name, text in problems.items()],
        "zones": places(),
        "conflict": conflict,
        "editor": last_editor(request.organization.pk, request.organization.pk) if conflict else "",
    }
    status = status or (422 if problems else 200)
    here = "admin/organization"
    return show(request, "people/organization.html", context, here=here, status=status)


def _conflict(request: PageRequest, current: Organization, values: dict[str, str]) -> HttpResponse:
    """Both versions side by side; what was typed stays in the form and can be sent again."""
    theirs = _present(current)
    different = different_rows(_WORDS, values, theirs)
    if not different:
        return redirect_within(request, "admin/organization")
    mine = values | {"version": theirs["version"]}
    return _form(request, mine, {}, status=409, conflict=different)


urlpatterns = [path("<slug:organization>/admin/organization", organization_admin)]
