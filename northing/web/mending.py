"""Rejected rows as files to mend: before an import from its plan, afterwards as they were kept."""

from pathlib import PurePath
from uuid import UUID

from django.http import HttpResponse
from django.urls import path
from django.utils.http import content_disposition_header
from django.views.decorators.http import require_safe

from northing.people.actions.rights import require_admin
from northing.spreadsheets.actions.importing import plan_for
from northing.spreadsheets.queries.files import file_of, upload_of
from northing.spreadsheets.queries.past_imports import ImportNotFound, rejected_by
from northing.spreadsheets.rules.planning import Wishes
from northing.spreadsheets.rules.rejecting import rejected_of, warned_of
from northing.spreadsheets.rules.rows_to_mend import rows_to_mend
from northing.web.page import PageRequest, page


@page
def before(request: PageRequest, key: UUID) -> HttpResponse:
    """The rows of an upload that do not fit; with `?of=warnings` those worth a second look."""
    require_admin(request.person)
    file = file_of(request.person, key)
    wishes = Wishes(mapping=file.mapping, answers=file.answers)
    plan = plan_for(upload_of(file), wishes, request.person, request.today)
    is_of_warnings = request.GET.get("of") == "warnings"
    text, _ = rows_to_mend(plan, warned_of(plan) if is_of_warnings else rejected_of(plan))
    return _as_file(text, file.name)


@page
def afterwards(request: PageRequest, key: UUID) -> HttpResponse:
    """The rows that an import left out, for whoever imported them: nobody else had the file."""
    require_admin(request.person)
    name, text = rejected_by(request.person, key)
    if not text:
        raise ImportNotFound(str(key))
    return _as_file(text, name)


def _as_file(text: str, name: str) -> HttpResponse:
    """CSV with the mark by which spreadsheet programs know UTF-8."""
    answer = HttpResponse("\ufeff" + text, content_type="text/csv; charset=utf-8")
    named = f"{PurePath(name).stem or 'rows'} - to mend.csv"
    answer["Content-Disposition"] = content_disposition_header(True, named) or "attachment"
    return answer


urlpatterns = [
    path("<slug:organization>/import/<uuid:key>/to-mend", require_safe(before), name="to_mend"),
    path("<slug:organization>/imports/<uuid:key>/to-mend", require_safe(afterwards), name="left"),
]
