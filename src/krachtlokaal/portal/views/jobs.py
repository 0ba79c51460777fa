"""Pages of jobs: what goes on, what came of it, and the files that were made."""

from dataclasses import replace

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import Access, MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.office import jobs as service
from krachtlokaal.office.forms import JobFilter
from krachtlokaal.office.models import Job, JobFile
from krachtlokaal.office.queries import jobs as queries

PER_PAGE = 25


@allow(Capability.SEE_JOBS)
def jobs(request: MemberRequest) -> HttpResponse:
    form = JobFilter(request.GET)
    rows = queries.listed(**form.cleaned_data) if form.is_valid() else queries.listed()
    page = Paginator(rows, PER_PAGE).get_page(request.GET.get("page"))
    lines = [(job, queries.SHOWN[job.state]) for job in page]  # type: ignore[index]  # states are the keys
    context = {"form": form, "page": page, "lines": lines, "is_filtered": any(form.data.values())}
    return render(request, "portal/office/jobs.html", context)


@allow(Capability.SEE_JOBS)
def job(request: MemberRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(Job, pk=pk)
    panel = queries.panel(row, may_retry=may_retry(request.access, row))
    context = {
        "row": row,
        # The page has the title as its heading already.
        "job": replace(panel, title=_("Hoe staat het ermee")),
        # Who may not take data along gets no file that a colleague had made either.
        "files": queries.files(row) if request.access.may(Capability.EXPORT) else [],
    }
    return render(request, "portal/office/job.html", context)


@require_POST
@allow(Capability.SEE_JOBS)
def job_retry(request: MemberRequest, pk: int) -> HttpResponse:
    row = get_object_or_404(Job, pk=pk)
    if not may_retry(request.access, row):
        raise PermissionDenied
    if service.retry(row):
        messages.success(request, _("De taak begint opnieuw."))
    else:
        messages.info(request, _("Deze taak is al opnieuw begonnen, of is intussen klaar."))
    return redirect("portal:job", pk=row.pk)


@allow(Capability.EXPORT)
def job_file(
    request: MemberRequest,  # noqa: ARG001  # every view gets it
    pk: int,
    file_pk: int,
) -> HttpResponse:
    row = get_object_or_404(Job, pk=pk)
    file = get_object_or_404(queries.files(row).defer(None), pk=file_pk)
    return _download(file)


def may_retry(access: Access, row: Job) -> bool:
    """Who began a job may begin it again, and who manages the workspace."""
    return row.user_id == access.user.pk or access.may(Capability.MANAGE_WORKSPACE)


def _download(file: JobFile) -> HttpResponse:
    """As a file to keep, never as a page of ours, whatever is in it."""
    response = HttpResponse(bytes(file.data), content_type=file.content_type)
    response["Content-Disposition"] = content_disposition_header(True, file.name) or "attachment"  # noqa: FBT003  # Django's signature
    response["X-Content-Type-Options"] = "nosniff"
    response["Cache-Control"] = "private, no-store"
    return response
