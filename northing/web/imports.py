"""Importing a spreadsheet: the file, its columns, the differences, done. Four steps, all forms."""

from collections.abc import Callable, Mapping
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.urls import path
from django.views.decorators.csrf import csrf_exempt, csrf_protect
from django.views.decorators.http import require_POST, require_safe

from northing.cycles.queries import cycles_named
from northing.goals.rules.rights import NotAllowed
from northing.people.rules import may_administer
from northing.spreadsheets.actions.importing import ImportRefused, import_file, plan_for
from northing.spreadsheets.actions.uploading import keep_wishes, take_in
from northing.spreadsheets.files import FileRefused
from northing.spreadsheets.files.limits import MAX_FILE, MEBIBYTE
from northing.spreadsheets.files.reading import check_size
from northing.spreadsheets.models import ImportedFile
from northing.spreadsheets.queries.files import file_of, upload_of, waiting_files_of
from northing.spreadsheets.queries.past_imports import imports_of
from northing.spreadsheets.rules import rejecting
from northing.spreadsheets.rules.plan import Plan
from northing.spreadsheets.rules.planning import Wishes
from northing.spreadsheets.rules.sample_rows import NAME
from northing.web import import_view
from northing.web.import_sample import sample_for
from northing.web.local import takes_forms
from northing.web.page import PageRequest, page, redirect_within, show

PASTED = "pasted rows.csv"
# Room for the form around the file.
MOST_BYTES = MAX_FILE + MEBIBYTE


@takes_forms
@page
def choose_file(request: PageRequest) -> HttpResponse:
    """Step 1: drop a file or paste rows. Too large a request is refused before it is read."""
    _require_admin(request)
    if request.method != "POST":
        return _file_form(request)
    try:
        check_size(int(request.META.get("CONTENT_LENGTH") or 0) - MEBIBYTE)
    except FileRefused as refusal:
        return _file_form(request, refusal=refusal, status=413)
    return _with_token(_take_in)(request)


@takes_forms
@page
def columns(request: PageRequest, key: UUID) -> HttpResponse:
    """Step 2: what each column holds."""
    _require_admin(request)
    file = _open_file(request, key)
    if request.method == "POST":
        return _keep_columns(request, file)
    plan = _plan(request, file)
    tables = [(table, import_view.column_rows(table)) for table in plan.tables]
    rows = [row for _, found in tables for row in found]
    context = {
        "file": file,
        "tables": tables,
        "used": len(rows),
        "recognised": sum(row["field"] not in import_view.NOT_RECOGNISED for row in rows),
        "to_check": sum(not row["sure"] for row in rows),
        "fields": import_view.field_choices(),
        "left_out": [each for each in plan.skipped if each.place.row is None],
        "repairs": [] if plan.tables else import_view.repairs(plan.errors),
    }
    return show(request, "imports/columns.html", context, here="import")


@takes_forms
@page
def differences(request: PageRequest, key: UUID) -> HttpResponse:
    """Step 3: what would be created and updated, what stands in the way, what must be asked."""
    _require_admin(request)
    file = _open_file(request, key)
    if request.method == "POST":
        answers = {**_typed(request, "answer:"), **_typed(request, "other:")}
        keep_wishes(file, mapping=None, answers={**file.answers, **answers})
        return redirect_within(request, f"import/{file.pk}/differences")
    return _show_differences(request, file, _plan(request, file))


@page
def apply(request: PageRequest, key: UUID) -> HttpResponse:
    """Step 4: write everything, or nothing and say why."""
    _require_admin(request)
    file = _open_file(request, key)
    if file.is_applied:
        return redirect_within(request, f"import/{file.pk}/done")
    try:
        import_file(file, request.person, request.today)
    except ImportRefused as refused:
        return _show_differences(request, file, refused.plan, status=422)
    return redirect_within(request, f"import/{file.pk}/done")


@page
def done(request: PageRequest, key: UUID) -> HttpResponse:
    """What was imported, and where it stands now."""
    _require_admin(request)
    file = _open_file(request, key)
    if not file.is_applied:
        return redirect_within(request, f"import/{file.pk}/differences")
    if file.became is not None and file.became.is_undone:
        return redirect_within(request, f"imports/{file.became.pk}")
    cycles = cycles_named(request.organization.pk, file.outcome.get("cycles", []))
    return show(request, "imports/done.html", {"file": file, "cycles": cycles}, here="import")


def _typed(request: PageRequest, prefix: str) -> dict[str, str]:
    """What was chosen (`answer:…`) or typed (`other:…`), by the key of its question."""
    return {
        name.removeprefix(prefix): str(value).strip()
        for name, value in request.POST.items()
        if name.startswith(prefix) and str(value).strip()
    }


def _take_in(request: HttpRequest) -> HttpResponse:
    asked: PageRequest = request  # type: ignore[assignment]
    uploaded = request.FILES.get("file")
    pasted = request.POST.get("pasted", "")
    try:
        if uploaded is not None:
            check_size(uploaded.size or 0)
            file = take_in(uploaded.name or "file", uploaded.read(), asked.person)
        elif "sample" in request.POST:
            file = take_in(NAME, sample_for(asked).encode(), asked.person)
        else:
            file = take_in(PASTED, pasted.encode(), asked.person)
    except FileRefused as refusal:
        status = 413 if uploaded is not None and (uploaded.size or 0) > MAX_FILE else 422
        return _file_form(asked, pasted=pasted, refusal=refusal, status=status)
    return redirect_within(asked, f"import/{file.pk}/columns")


def _with_token(view: Callable[[HttpRequest], HttpResponse]) -> Callable[..., HttpResponse]:
    """The check against forged forms, made after the size was seen: it reads the whole body."""
    return csrf_protect(view)


def _keep_columns(request: PageRequest, file: ImportedFile) -> HttpResponse:
    """Keep only what differs from the proposal, so that better proposals stay possible."""
    proposed = {
        row["name"].removeprefix("map:"): row["field"]
        for table in _plan(request, file, mapping={}).tables
        for row in import_view.column_rows(table)
    }
    chosen = {
        column: request.POST.get(f"map:{column}", field) for column, field in proposed.items()
    }
    mapping = {column: field for column, field in chosen.items() if field != proposed[column]}
    keep_wishes(file, mapping=mapping, answers=None)
    return redirect_within(request, f"import/{file.pk}/differences")


def _file_form(
    request: PageRequest,
    *,
    pasted: str = "",
    refusal: FileRefused | None = None,
    status: int = 200,
) -> HttpResponse:
    context = {
        "pasted": pasted,
        "refusal": refusal,
        "files": waiting_files_of(request.person),
        "imports": imports_of(request.person),
        "zone": request.organization.time_zone,
        "most_bytes": MAX_FILE,
        "most": f"{MAX_FILE // MEBIBYTE} MiB",
    }
    return show(request, "imports/file.html", context, here="import", status=status)


def _show_differences(
    request: PageRequest, file: ImportedFile, plan: Plan, status: int = 200
) -> HttpResponse:
    together, alone = import_view.one_for_many(plan.open_questions)
    context = {
        "file": file,
        "plan": plan,
        "together": together,
        "alone": alone,
        "errors": import_view.repairs(plan.errors),
        "warnings": import_view.repairs(plan.warnings),
        "open_questions": plan.open_questions,
        "decided": [each for each in plan.questions if not each.is_open],
        "to_mend": f"/{request.organization.slug}/import/{file.pk}/to-mend",
        "may_leave_out": any(each.key == rejecting.QUESTION for each in plan.questions),
        "rejected": len({(one.place.sheet, one.place.row) for one in rejecting.rejected_of(plan)}),
        "goals": import_view.outline(plan.new),
        "updates": import_view.updates(plan),
        "most": import_view.MOST_GOALS,
    }
    return show(request, "imports/differences.html", context, here="import", status=status)


def _plan(
    request: PageRequest, file: ImportedFile, mapping: Mapping[str, str] | None = None
) -> Plan:
    wishes = Wishes(mapping=file.mapping if mapping is None else mapping, answers=file.answers)
    return plan_for(upload_of(file), wishes, request.person, request.today)


def _open_file(request: PageRequest, key: UUID) -> ImportedFile:
    return file_of(request.person, key)


def _require_admin(request: PageRequest) -> None:
    if not may_administer(request.person.role):
        raise NotAllowed("Admins import spreadsheets. Ask one of them.")


_FILE = "<slug:organization>/import/<uuid:key>"

urlpatterns = [
    path("<slug:organization>/import", csrf_exempt(choose_file), name="import"),
    path(f"{_FILE}/columns", columns, name="import_columns"),
    path(f"{_FILE}/differences", differences, name="import_differences"),
    path(f"{_FILE}/apply", require_POST(apply)),
    path(f"{_FILE}/done", require_safe(done), name="import_done"),
]
