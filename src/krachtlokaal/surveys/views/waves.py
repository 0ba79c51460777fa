"""Waves: the list, one wave, and what can be done with it while it runs."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.register.services.versions import ChangedMeanwhile
from krachtlokaal.surveys.enums import WaveState
from krachtlokaal.surveys.forms.waves import ExtendForm
from krachtlokaal.surveys.models import Wave
from krachtlokaal.surveys.queries import waves as queries
from krachtlokaal.surveys.queries.field_work import counts_of
from krachtlokaal.surveys.queries.paper import languages_of, letters_to_post
from krachtlokaal.surveys.queries.wave_steps import in_short, language_names
from krachtlokaal.surveys.services import waves as services

PER_PAGE = 25


@allow(Capability.SEE_TOTALS)
def waves(request: MemberRequest) -> HttpResponse:
    """All waves of the workspace, the newest first. Who sees totals alone finds those here."""
    by_boards = request.GET.get("toon") == "zelf"
    rows = Paginator(queries.all_waves(by_boards=by_boards), PER_PAGE)
    page = rows.get_page(request.GET.get("page"))
    url = reverse("surveys:waves")
    context = {
        "page": page,
        "lines": queries.lines(page.object_list),
        "may_run": request.access.may(Capability.RUN_WAVES),
        "may_follow": request.access.may(Capability.SEE_FIELD_WORK),
        "by_boards": by_boards,
        "tabs": [
            (_("Metingen"), url, not by_boards),
            (_("Door besturen zelf begonnen"), f"{url}?toon=zelf", by_boards),
        ],
    }
    return render(request, "surveys/waves/list.html", context)


@allow(Capability.SEE_FIELD_WORK)
def wave(request: MemberRequest, pk: int) -> HttpResponse:
    """One wave: what it is, how it goes, and the one next step. In preparation: that step."""
    found = _wave(pk)
    may_run = request.access.may(Capability.RUN_WAVES)
    if found.state == WaveState.PREPARING and may_run:
        return redirect("surveys:wave_who", pk)
    job = queries.opening_job(found)
    context = {
        "wave": found,
        "facts": in_short(found),
        "counts": counts_of([pk]).get(pk),
        "job": job,
        "has_failed": found.state == WaveState.PLANNED and queries.failed(job),
        "is_busy": found.state == WaveState.PLANNED and job is not None,
        "letters": letters_to_post(found),
        "languages": [(code, language_names()[code]) for code in languages_of(found)],
        "may_run": may_run,
    }
    return render(request, "surveys/waves/wave.html", context)


def _wave(pk: int) -> Wave:
    rows = Wave.objects.select_related("workspace", "questionnaire_version__questionnaire")
    return get_object_or_404(rows, pk=pk)


@require_POST
@allow(Capability.RUN_WAVES)
def wave_take_back(request: MemberRequest, pk: int) -> HttpResponse:
    """Back to the preparation."""
    try:
        services.take_back(wave=_wave(pk))
    except services.NotNow:
        return _not_now(request, pk)
    messages.success(request, _("De meting is weer in voorbereiding. Er is niets verstuurd."))
    return redirect("surveys:wave_who", pk)


@allow(Capability.RUN_WAVES)
def wave_extend(request: MemberRequest, pk: int) -> HttpResponse:
    """A later last day."""
    found = _wave(pk)
    if found.state not in {WaveState.OPEN, WaveState.PLANNED}:
        return _not_now(request, pk)
    form = ExtendForm(
        request.POST or None, after=found.closes_on, initial={"version": found.version}
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.extend(wave=found, **form.cleaned_data)
        except (services.NotNow, ChangedMeanwhile):
            return _not_now(request, pk)
        messages.success(request, _("De meting is verlengd. De links werken ook langer."))
        return redirect("surveys:wave", pk)
    return render(request, "surveys/waves/extend.html", {"form": form, "wave": found})


@allow(Capability.RUN_WAVES)
def wave_close(request: MemberRequest, pk: int) -> HttpResponse:
    """Close before its last day, after a question."""
    found = _wave(pk)
    if found.state != WaveState.OPEN:
        return _not_now(request, pk)
    if request.method == "POST":
        services.close(wave=found)
        messages.success(request, _("De meting is gesloten."))
        return redirect("surveys:wave", pk)
    context = {
        "question": _("Sluit u „%(title)s”?") % {"title": found.title},
        "consequence": _(
            "Vanaf nu kan niemand meer antwoorden. Wat nog niet verstuurd was, telt niet mee."
            " Weer openen kan niet. Wie antwoordde, kan de eigen uitkomst nog wel zien."
        ),
        "yes": _("Ja, sluit de meting"),
        "danger": True,
        "back_url": reverse("surveys:wave", args=[pk]),
    }
    return render(request, "layouts/confirm.html", context)


@allow(Capability.RUN_WAVES)
def wave_call_off(request: MemberRequest, pk: int) -> HttpResponse:
    """Stop it for good, after a question."""
    found = _wave(pk)
    if found.state not in {WaveState.PREPARING, WaveState.PLANNED, WaveState.OPEN}:
        return _not_now(request, pk)
    if request.method == "POST":
        services.call_off(wave=found)
        messages.success(request, _("De meting is afgelast."))
        return redirect("surveys:waves")
    context = {
        "question": _("Gelast u „%(title)s” af?") % {"title": found.title},
        "consequence": _(
            "Niemand kan dan nog antwoorden. Mails die klaarstaan, gaan niet weg. Wie de link"
            " opent, leest dat de meting niet doorgaat. Terugdraaien kan niet."
        ),
        "yes": _("Ja, gelast de meting af"),
        "danger": True,
        "back_url": reverse("surveys:wave", args=[pk]),
    }
    return render(request, "layouts/confirm.html", context)


def _not_now(request: MemberRequest, pk: int) -> HttpResponse:
    """Another tab or a colleague was first."""
    messages.info(request, _("De meting is intussen gewijzigd. Dit is hoe het nu staat."))
    return redirect("surveys:wave", pk)
