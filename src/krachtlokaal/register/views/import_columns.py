"""What the columns of a list hold, which sheet it is on, and where unknown villages lie."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.register.forms.imports import ColumnsForm, MannerForm, PlacesForm, SheetForm
from krachtlokaal.register.intake.files import UnreadableFile
from krachtlokaal.register.models import ImportRun
from krachtlokaal.register.queries import imports as queries
from krachtlokaal.register.queries.import_area import area_of, codes_in
from krachtlokaal.register.services.imports import mapping, reading, uploads
from krachtlokaal.register.services.versions import ChangedMeanwhile
from krachtlokaal.register.views.imports import tell_changed


def _run(pk: int) -> ImportRun:
    return get_object_or_404(ImportRun.objects.select_related("workspace").defer("file"), pk=pk)


@allow(Capability.IMPORT)
def columns(request: MemberRequest, pk: int) -> HttpResponse:
    """The proposal per column; the answer is remembered for the next list."""
    run = _run(pk)
    if run.state not in mapping.CHECKABLE:
        return redirect("register:import", pk)
    remembered = reading.remembered_columns(request.access.workspace)
    proposals = reading.proposals(run.head["header"], run.head["sample"], remembered)
    form = ColumnsForm(request.POST or None, run=run, proposals=proposals)
    if request.method == "POST" and form.is_valid() and _confirmed(request, run, form):
        return redirect("register:import", pk)
    sheets = SheetForm(run=run) if len(run.head.get("sheets", [])) > 1 else None
    context = {"run": run, "form": form, "sheet_form": sheets, "steps": queries.steps()}
    return render(request, "register/imports/columns.html", context)


def _confirmed(request: MemberRequest, run: ImportRun, form: ColumnsForm) -> bool:
    try:
        mapping.confirm(
            run=run,
            version=form.cleaned_data["version"],
            user=request.access.user,
            mapping=form.mapping(),
            overwrite=form.cleaned_data["manner"] == "list",
        )
    except ChangedMeanwhile as changed:
        # What was chosen stays on the page; sending it again is on purpose.
        form.add_error(None, queries.changed_sentence())
        form.data = {**form.data.dict(), "version": str(changed.current.version)}  # type: ignore[attr-defined]  # posted data; a run
        return False
    return True


@require_POST
@allow(Capability.IMPORT)
def sheet(request: MemberRequest, pk: int) -> HttpResponse:
    """The list stands on another sheet of the file."""
    run = get_object_or_404(ImportRun.objects.select_related("workspace"), pk=pk)
    form = SheetForm(request.POST, run=run)
    try:
        if form.is_valid():
            uploads.choose_sheet(run=run, **form.cleaned_data)
    except ChangedMeanwhile:
        tell_changed(request)
    except UnreadableFile as unreadable:
        messages.error(request, str(unreadable))
    return redirect("register:import_columns", pk)


@require_POST
@allow(Capability.IMPORT)
def manner(request: MemberRequest, pk: int) -> HttpResponse:
    """Whether the list goes first or only fills gaps; checks the list again."""
    run, form = _run(pk), MannerForm(request.POST)
    if form.is_valid():
        overwrite = form.cleaned_data["manner"] == "list"
        try:
            mapping.choose_manner(
                run=run,
                version=form.cleaned_data["version"],
                user=request.access.user,
                overwrite=overwrite,
            )
        except ChangedMeanwhile:
            tell_changed(request)
    return redirect("register:import", pk)


@require_POST
@allow(Capability.IMPORT)
def places(request: MemberRequest, pk: int) -> HttpResponse:
    """Where villages lie that the map lacks; checks the list again."""
    run = _run(pk)
    near = sorted(codes_in(area_of(request.access.workspace)))
    form = PlacesForm(request.POST, run=run, near=near)
    if form.is_valid() and (answers := form.answers()):
        version = form.cleaned_data["version"]
        try:
            mapping.answer(run=run, version=version, user=request.access.user, answers=answers)
        except ChangedMeanwhile:
            tell_changed(request)
    else:
        messages.warning(request, queries.no_answer_sentence())
    return redirect("register:import", pk)
