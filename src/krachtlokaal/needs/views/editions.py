"""Fix a version, and what a fixed one is: its address, its files."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.text import slugify
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.needs.enums import FileKind
from krachtlokaal.needs.forms.reports import FixForm
from krachtlokaal.needs.models import Edition
from krachtlokaal.needs.queries import editions as queries
from krachtlokaal.needs.queries import reports
from krachtlokaal.needs.reports.material import material_of
from krachtlokaal.needs.services import editions as services
from krachtlokaal.needs.views.surveys import survey_of
from krachtlokaal.office import links


@allow(Capability.RUN_NEEDS)
def report_fix(request: MemberRequest, pk: int) -> HttpResponse:
    """What should be looked at first; then one button, that can't be undone."""
    survey = survey_of(pk)
    blocks = list(reports.blocks_of(survey))
    if not blocks:
        return redirect("needs:report", pk)
    remarks = queries.remarks(survey, blocks, material_of(survey))
    last = reports.editions_of(survey).first()
    start = {
        "version": last.number if last else 0,
        "title": last.title if last else _("Rapport %s") % survey.title,
    }
    form = FixForm(request.POST or None, initial=start, has_remarks=bool(remarks))
    if request.method == "POST" and form.is_valid():
        data, user = form.cleaned_data, request.access.user.pk
        try:
            made = services.fix(
                survey=survey, title=data["title"], after=data["version"], user=user
            )
        except services.NotNow:
            messages.warning(
                request, _("Er is intussen iets veranderd. Kijk het na en stel dan vast.")
            )
            return redirect("needs:report_fix", pk)
        messages.success(request, _("Versie %s is vastgesteld.") % made.number)
        return redirect("needs:edition", made.pk)
    context = {"survey": survey, "form": form, "remarks": remarks, "last": last}
    context |= {"is_stopped": any(one.stops for one in remarks)}
    return render(request, "needs/report/fix.html", context)


@allow(Capability.SEE_NEEDS)
def edition(request: MemberRequest, pk: int) -> HttpResponse:
    """A fixed version for colleagues: where it can be read, and its files."""
    found = _edition(pk)
    link = found.link if found.link and found.link.revoked_at is None else None
    address = reverse("needs:report_public", args=[links.token(link)]) if link else ""
    context = {
        "survey": found.survey,
        "edition": found,
        "public_url": request.build_absolute_uri(address) if address else "",
        "kinds": kinds_of(found),
        "may_run": request.access.may(Capability.RUN_NEEDS),
    }
    return render(request, "needs/report/edition.html", context)


@allow(Capability.SEE_NEEDS)
def edition_file(_request: MemberRequest, pk: int, kind: str) -> HttpResponse:
    return as_file(_edition(pk), kind)


@require_POST
@allow(Capability.RUN_NEEDS)
def edition_link(request: MemberRequest, pk: int) -> HttpResponse:
    """End the address of a version, or give it a new one."""
    found = _edition(pk)
    if request.POST.get("wat") == "stop":
        services.end_link(edition=found)
        messages.success(request, _("De link werkt niet meer. U kunt een nieuwe maken."))
    else:
        services.renew_link(edition=found)
        messages.success(request, _("Er is een nieuwe link. De oude werkt niet meer."))
    return redirect("needs:edition", pk)


def kinds_of(found: Edition) -> list[FileKind]:
    """Which files there are: without figures there are no open data."""
    return [k for k in FileKind if k != FileKind.DATA or found.release_version is not None]


def as_file(found: Edition, kind: str) -> HttpResponse:
    """A file of an edition to keep."""
    if kind not in FileKind.values:
        raise Http404
    data = queries.file_of(found, FileKind(kind))
    if data is None:
        raise Http404
    name = f"{slugify(found.title) or 'rapport'}-versie-{found.number}.{kind}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    content_type = queries.CONTENT_TYPES[FileKind(kind)]
    return HttpResponse(data, content_type=content_type, headers=headers)


def _edition(pk: int) -> Edition:
    rows = Edition.objects.select_related("survey", "workspace", "link")
    return get_object_or_404(rows, pk=pk)
