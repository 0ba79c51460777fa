"""The field work of a wave: how far everybody is, whom to call, and a paper answer typed in."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.core.downloads import attachment
from krachtlokaal.publishing import csv_files, xlsx
from krachtlokaal.register.models import Contact
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.forms.field_work import CallForm
from krachtlokaal.surveys.models import Measurement, Wave
from krachtlokaal.surveys.queries import call_list, words
from krachtlokaal.surveys.queries.call_list import Choice
from krachtlokaal.surveys.queries.field_work import behind, progress_of
from krachtlokaal.surveys.queries.invitations import with_problem
from krachtlokaal.surveys.services import field_work as services

PER_PAGE = 25
PROBLEMS_SHOWN = 10


def wave_of(pk: int) -> Wave:
    rows = Wave.objects.select_related("workspace", "questionnaire_version__questionnaire")
    return get_object_or_404(rows.exclude(state=WaveState.PREPARING), pk=pk)


@allow(Capability.SEE_FIELD_WORK)
def field_work(request: MemberRequest, pk: int) -> HttpResponse:
    """How far everybody is, renewed by itself as long as the wave is open."""
    wave = wave_of(pk)
    progress = progress_of(wave)
    problems = with_problem(wave)
    is_open = wave.state == WaveState.OPEN
    context = {
        "wave": wave,
        "total": progress.total,
        "tables": _tables(progress),
        "behind": behind(progress.sectors),
        "left": progress.total.asked - progress.total.sent,
        "problems": problems[:PROBLEMS_SHOWN],
        "problem_count": problems.count(),
        "days_left": (wave.closes_on - timezone.localdate()).days if wave.closes_on else None,
        "is_open": is_open,
        "is_live": is_open and "stil" not in request.GET,
        "may_run": request.access.may(Capability.RUN_WAVES),
    }
    return render(request, "surveys/field/cockpit.html", context)


def _tables(progress: Any) -> list[tuple[str, str, str, Any]]:  # noqa: ANN401 groups of all kinds
    """Heading, what stands in the first column, the filter in an address, and the rows."""
    return [
        (_("Per soort"), _("Soort"), "soort", progress.sectors),
        (_("Per grootte"), _("Vrijwilligers"), "grootte", progress.sizes),
        (_("Per gemeente"), _("Gemeente"), "gemeente", progress.towns),
    ]


@allow(Capability.SEE_FIELD_WORK)
def calls(request: MemberRequest, pk: int) -> HttpResponse:
    """Who has not answered yet, with telephone numbers."""
    wave = wave_of(pk)
    choice = Choice.from_query(request.GET)
    rows = Paginator(call_list.to_call(wave, choice), PER_PAGE)
    page = rows.get_page(request.GET.get("page"))
    context = {
        "wave": wave,
        "choice": choice,
        "tabs": _tabs(wave, choice),
        "page": page,
        "lines": call_list.lines(page.object_list),
        "count": rows.count,
        "query": choice.query(),
        "all_query": choice.query(sector="", size="", town=""),
        "may_export": request.access.may(Capability.EXPORT),
    }
    return render(request, "surveys/field/calls.html", context)


def _tabs(wave: Wave, choice: Choice) -> list[tuple[str, str, bool]]:
    url = reverse("surveys:calls", args=[wave.pk])
    names = {
        call_list.OPEN: _("Allemaal"),
        call_list.NEVER: _("Nog niet gebeld"),
        call_list.PROBLEMS: _("Mail kwam niet aan"),
        call_list.STARTED: _("Begonnen"),
        call_list.REFUSED: _("Doet niet mee"),
    }
    return [
        (name, f"{url}?{choice.query(which=which)}", which == choice.which)
        for which, name in names.items()
    ]


@allow(Capability.SEE_FIELD_WORK)
def call(request: MemberRequest, pk: int, measurement: int) -> HttpResponse:
    """One organisation: whom to call, and what came of it."""
    wave = wave_of(pk)
    line = call_list.one(wave, measurement)
    if line is None:
        return _answered(request, wave, measurement)
    form = CallForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        row = _measurement(wave, measurement)
        services.note_call(access=request.access, measurement=row, **form.cleaned_data)
        messages.success(request, _("Het telefoontje is opgeschreven."))
        return redirect(_list_of(request, wave))
    context = {
        "wave": wave,
        "line": line,
        "form": form,
        "calls": call_list.calls_of(measurement),
        "contacts": Contact.objects.filter(organisation=line.organisation, ended_on=None),
        "is_open": wave.state == WaveState.OPEN,
        "list_url": _list_of(request, wave),
        "back": request.GET.urlencode(),
    }
    return render(request, "surveys/field/call.html", context)


def _list_of(request: MemberRequest, wave: Wave) -> str:
    """The list that she came from: another room may have one of its own, named in the address."""
    back = request.GET.get("terug", "")
    if back.startswith("/") and url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        return back
    return f"{reverse('surveys:calls', args=[wave.pk])}?{request.GET.urlencode()}"


def _answered(request: MemberRequest, wave: Wave, measurement: int) -> HttpResponse:
    """Somebody answered meanwhile: no call is needed."""
    row = _measurement(wave, measurement)
    told = _("%(name)s heeft intussen geantwoord.") % {"name": row.organisation.name}
    messages.info(request, told)
    return redirect(_list_of(request, wave))


def _measurement(wave: Wave, number: int) -> Measurement:
    rows = Measurement.objects.filter(wave=wave).select_related("organisation")
    return get_object_or_404(rows, pk=number)


@require_POST
@allow(Capability.EXPORT)
def call_list_file(request: MemberRequest, pk: int) -> HttpResponse:
    """The call list as a file, with the filters of the page."""
    wave = wave_of(pk)
    found = call_list.lines(call_list.to_call(wave, Choice.from_query(request.GET)))
    services.note_export(wave=wave, count=len(found))
    name = f"bellijst {timezone.localdate():%Y-%m-%d}"
    columns, rows = call_list.columns(), call_list.as_rows(found)
    if request.POST.get("vorm") == "csv":
        data = csv_files.write(columns, rows, csv_files.Flavour.DUTCH)
        return attachment(data, csv_files.CONTENT_TYPE, f"{name}.csv")
    data = xlsx.write(_("Bellijst"), columns, rows)
    return attachment(data, xlsx.CONTENT_TYPE, f"{name}.xlsx")


@require_POST
@allow(Capability.SEE_FIELD_WORK)
def invite_again(request: MemberRequest, pk: int, measurement: int) -> HttpResponse:
    """An invitation to another contact, or to a mended address."""
    wave = wave_of(pk)
    row = _measurement(wave, measurement)
    wanted = request.POST.get("contact", "")
    rows = Contact.objects.filter(organisation=row.organisation_id)
    contact = get_object_or_404(rows, pk=wanted if wanted.isdigit() and len(wanted) < 19 else 0)
    query = request.GET.urlencode()
    this = reverse("surveys:call", args=[pk, measurement]) + (f"?{query}" if query else "")
    if wave.state != WaveState.OPEN:
        messages.warning(request, _("De meting is niet open. Uitnodigen kan nu niet."))
        return redirect(this)
    try:
        services.invite_contact(wave=wave, measurement=row, contact=contact)
    except services.CannotDo as why:
        messages.warning(request, str(why))
    else:
        told = _("Er gaat een uitnodiging naar %(email)s.") % {"email": contact.email}
        messages.success(request, told)
    return redirect(this)


@require_POST
@allow(Capability.SEE_FIELD_WORK)
def paper(request: MemberRequest, pk: int, measurement: int) -> HttpResponse:
    """Type in a paper answer: the same pages as for who answers herself."""
    wave = wave_of(pk)
    row = _measurement(wave, measurement)
    if wave.state != WaveState.OPEN:
        messages.warning(request, _("De meting is niet open. Intypen kan nu niet."))
        return redirect("surveys:call", pk, measurement)
    try:
        secret = services.type_in(wave=wave, measurement=row)
    except services.CannotDo as why:
        messages.warning(request, str(why))
        return redirect("surveys:field_work", pk)
    return redirect(words.LINK_TO, secret)
