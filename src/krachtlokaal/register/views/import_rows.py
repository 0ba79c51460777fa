"""One row of a list: what it says, and what happens with it after all."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.register.enums import ImportState
from krachtlokaal.register.forms.imports import RowForm
from krachtlokaal.register.models import ImportRow, ImportRun
from krachtlokaal.register.queries import imports as queries
from krachtlokaal.register.services.imports import choices
from krachtlokaal.register.services.versions import ChangedMeanwhile
from krachtlokaal.register.views.imports import tell_changed


@allow(Capability.IMPORT)
def row(request: MemberRequest, pk: int, number: int) -> HttpResponse:
    """The cells of a row and what would happen; until it is imported somebody may choose."""
    run = get_object_or_404(ImportRun.objects.select_related("workspace").defer("file"), pk=pk)
    found = get_object_or_404(run.rows.select_related("organisation"), number=number)
    line = queries.lines([found], run)[0]
    search = request.GET.get("q", "").strip()[:80]
    form = _form(request, run, found, search) if line.can_choose else None
    if request.method == "POST" and form is None:
        return redirect("register:import", pk)
    if request.method == "POST" and form is not None and form.is_valid():
        return _choose(request, run, found, form)
    cells = list(zip(run.head["header"], found.cells, strict=False))
    context = {
        "run": run, "line": line, "form": form, "cells": cells, "search": search,
        "checked": run.state == ImportState.CHECKED,
    }  # fmt: skip
    return render(request, "register/imports/row.html", context)


def _form(request: MemberRequest, run: ImportRun, found: ImportRow, search: str) -> RowForm:
    return RowForm(
        request.POST or None,
        version=run.version,
        candidates=queries.candidates(run, found, search),
        current=queries.current_choice(found),
    )


def _choose(
    request: MemberRequest, run: ImportRun, found: ImportRow, form: RowForm
) -> HttpResponse:
    action, organisation = form.decision()
    try:
        choices.choose(
            run=run,
            version=form.cleaned_data["version"],
            row=found,
            action=action,
            organisation=organisation,
        )
    except ChangedMeanwhile:
        tell_changed(request)
        return redirect("register:import_row", run.pk, found.number)
    messages.success(request, _("Uw keuze voor rij %s is bewaard.") % found.number)
    return redirect("register:import", run.pk)
