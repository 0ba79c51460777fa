"""Bring a list, see what would happen, say yes, see what happened, take it back."""

from django.conf import settings
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.core.uploads import refused_upload
from krachtlokaal.office import jobs
from krachtlokaal.office.enums import JobState
from krachtlokaal.publishing import xlsx
from krachtlokaal.register.enums import ImportState
from krachtlokaal.register.forms.imports import MannerForm, PlacesForm, UploadForm
from krachtlokaal.register.intake.files import UnreadableFile
from krachtlokaal.register.models import ImportRun
from krachtlokaal.register.queries import imports as queries
from krachtlokaal.register.queries.import_area import area_of, codes_in
from krachtlokaal.register.services.imports import rejected as rejects
from krachtlokaal.register.services.imports import sample as samples
from krachtlokaal.register.services.imports import undoing, uploads, writing
from krachtlokaal.register.services.versions import ChangedMeanwhile

PER_PAGE = 20
ROWS_PER_PAGE = 50


@allow(Capability.IMPORT)
def imports(request: MemberRequest) -> HttpResponse:
    """Earlier lists, and the way to bring another one."""
    sent = request.method == "POST"
    data = (request.POST, request.FILES) if sent else ()
    form = UploadForm(*data, refused=refused_upload(request))
    if sent and form.is_valid() and (run := _receive(request, form)):
        return redirect("register:import_columns", run.pk)
    page = Paginator(queries.runs(), PER_PAGE).get_page(request.GET.get("page"))
    context = {"form": form, "page": page, "limit": settings.UPLOAD_MAX_BYTES // 1024**2}
    return render(request, "register/imports/list.html", context)


def _receive(request: MemberRequest, form: UploadForm) -> ImportRun | None:
    file = form.cleaned_data["file"]
    try:
        return uploads.receive(
            workspace=request.access.workspace,
            user=request.access.user,
            data=file.read(),
            name=file.name,
        )
    except UnreadableFile as unreadable:
        form.add_error("file", str(unreadable))
        return None


@allow(Capability.IMPORT)
def sample(request: MemberRequest) -> HttpResponse:  # noqa: ARG001 every view takes one
    """A list as it may look, to download."""
    return _download(samples.workbook(), "voorbeeld-organisaties.xlsx")


def _download(content: bytes, name: str) -> HttpResponse:
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "no-store"}
    return HttpResponse(content, content_type=xlsx.CONTENT_TYPE, headers=headers)


@allow(Capability.IMPORT)
def show(request: MemberRequest, pk: int) -> HttpResponse:
    """One list, as far as it is: what would happen, how far the job is, or what happened."""
    run = get_object_or_404(queries.runs(), pk=pk)
    if run.state == ImportState.UPLOADED:
        return redirect("register:import_columns", pk)
    job = queries.job_of(run) if run.state in queries.BUSY else None
    if job and job.state == JobState.DONE:
        # It got ready between the two looks: the list has moved on with it.
        run, job = get_object_or_404(queries.runs(), pk=pk), None
    if job:
        context = {"run": run, "job": queries.panel(run, job)}
        return render(request, "register/imports/job.html", context)
    if request.htmx:
        # The progress bar asks for itself; what comes after it is another page.
        return HttpResponse(headers={"HX-Refresh": "true"})
    return _preview(request, run) if run.state == ImportState.CHECKED else _result(request, run)


def _rows(request: MemberRequest, run: ImportRun) -> dict[str, object]:
    tab = request.GET.get("soort", "")
    found = queries.rows(run, tab, remarks=tab == "remarks")
    page = Paginator(found, ROWS_PER_PAGE).get_page(request.GET.get("page"))
    return {
        "run": run,
        "page": page,
        "lines": queries.lines(page, run),
        "tabs": queries.tabs(run, tab),
        "tab": tab,
    }


def _preview(request: MemberRequest, run: ImportRun) -> HttpResponse:
    near = sorted(codes_in(area_of(request.access.workspace)))
    context = _rows(request, run) | {
        "places": PlacesForm(run=run, near=near) if run.counts.get("questions") else None,
        "manner": MannerForm(initial=queries.manner(run)),
        "writes": queries.writes(run),
        "figures": queries.figures(run),
        "steps": queries.steps(),
    }
    return render(request, "register/imports/preview.html", context)


def _result(request: MemberRequest, run: ImportRun) -> HttpResponse:
    kept = Paginator(run.kept_fields, ROWS_PER_PAGE).get_page(request.GET.get("blad"))
    context = _rows(request, run) | {
        "kept": kept,
        "kept_lines": queries.kept(kept),
        "figures": queries.figures(run),
    }
    return render(request, "register/imports/result.html", context)


@allow(Capability.IMPORT)
def agree(request: MemberRequest, pk: int) -> HttpResponse:
    """Yes to exactly what the preview said; without script this page asks once more."""
    run = get_object_or_404(queries.runs(), pk=pk)
    if request.method != "POST" or run.state != ImportState.CHECKED:
        return redirect("register:import", pk)
    return _do(request, run, writing.agree)


@allow(Capability.IMPORT)
def undo(request: MemberRequest, pk: int) -> HttpResponse:
    """Ask, then take the whole import back."""
    run = get_object_or_404(queries.runs(), pk=pk)
    if run.state != ImportState.IMPORTED:
        return redirect("register:import", pk)
    if request.method == "POST":
        return _do(request, run, undoing.ask)
    return render(request, "register/imports/undo.html", {"run": run})


def _do(request: MemberRequest, run: ImportRun, deed: queries.Deed) -> HttpResponse:
    try:
        deed(run=run, version=_version(request), user=request.access.user)
    except ChangedMeanwhile:
        tell_changed(request)
    return redirect("register:import", run.pk)


def _version(request: MemberRequest) -> int:
    given = request.POST.get("version", "")
    return int(given) if given.isascii() and given.isdigit() else 0


def tell_changed(request: MemberRequest) -> None:
    messages.warning(
        request,
        _("Iemand anders veranderde intussen iets aan deze lijst. Dit is hoe het nu is: kijk het"
          " na en kies dan opnieuw."),
    )  # fmt: skip


@require_POST
@allow(Capability.IMPORT)
def again(request: MemberRequest, pk: int) -> HttpResponse:  # noqa: ARG001 every view takes one
    """Begin a job that failed once more."""
    run = get_object_or_404(queries.runs(), pk=pk)
    job = queries.job_of(run)
    if run.state in queries.BUSY and job is not None:
        jobs.retry(job)
    return redirect("register:import", pk)


@allow(Capability.IMPORT)
def discard(request: MemberRequest, pk: int) -> HttpResponse:
    """Ask, then throw a list away that is not in the register."""
    run = get_object_or_404(queries.runs(), pk=pk)
    if run.state not in uploads.NOT_IMPORTED:
        return redirect("register:import", pk)
    if request.method != "POST":
        return render(request, "register/imports/discard.html", {"run": run})
    try:
        uploads.discard(run=run, version=_version(request))
    except ChangedMeanwhile:
        tell_changed(request)
        return redirect("register:import", pk)
    messages.success(request, _("De lijst is weggegooid. Er is niets ingelezen."))
    return redirect("register:imports")


@allow(Capability.IMPORT)
def rejected(request: MemberRequest, pk: int) -> HttpResponse:  # noqa: ARG001 every view takes one
    """The rows that were left out, with what is wrong with each."""
    run = get_object_or_404(ImportRun.objects.defer("file"), pk=pk)
    return _download(rejects.workbook(run), f"niet-ingelezen-{run.pk}.xlsx")
