"""The imports so far: what each wrote, and undoing it for 30 days."""

from datetime import datetime
from uuid import UUID

from django.http import HttpResponse
from django.urls import path
from django.utils import timezone
from django.views.decorators.http import require_safe

from northing.people.actions.rights import require_admin
from northing.spreadsheets.actions.undoing import UndoRefused, undo_import, undoing_for
from northing.spreadsheets.models import Import
from northing.spreadsheets.queries.past_imports import import_of, left_by
from northing.spreadsheets.rules.undoing import UNDONE_WITHIN
from northing.web.local import takes_forms
from northing.web.page import PageRequest, page, redirect_within, show

MOST_NAMED = 200


@page
def past_import(request: PageRequest, key: UUID) -> HttpResponse:
    """One import: who, when, how much, and what undoing it did."""
    require_admin(request.person)
    return _show_import(request, import_of(request.person, key))


@takes_forms
@page
def undo(request: PageRequest, key: UUID) -> HttpResponse:
    """GET lists what undoing would do; POST does it, all or nothing."""
    require_admin(request.person)
    imported = import_of(request.person, key)
    try:
        if request.method == "POST":
            undo_import(imported, request.person, request.today)
            return redirect_within(request, f"imports/{imported.pk}")
        planned = undoing_for(imported, request.person)
    except UndoRefused as refusal:
        return _show_import(request, import_of(request.person, key), str(refusal), status=409)
    context = {"imported": imported, "planned": planned, "most": MOST_NAMED}
    return show(request, "imports/undo.html", context, here="import")


def last_day_to_undo(imported: Import) -> datetime:
    """Until when an import may be undone."""
    return imported.at + UNDONE_WITHIN


def _show_import(
    request: PageRequest, imported: Import, refusal: str = "", status: int = 200
) -> HttpResponse:
    until = last_day_to_undo(imported)
    left, hidden = left_by(imported, request.person) if imported.is_undone else ((), 0)
    context = {
        "me": request.person.pk,
        "zone": request.organization.time_zone,
        "left": left,
        "hidden": hidden,
        "imported": imported,
        "refusal": refusal,
        "until": until,
        "is_in_time": timezone.now() < until,
    }
    return show(request, "imports/past.html", context, here="import", status=status)


_IMPORT = "<slug:organization>/imports/<uuid:key>"

urlpatterns = [
    path(_IMPORT, require_safe(past_import), name="past_import"),
    path(f"{_IMPORT}/undo", undo, name="undo_import"),
]
