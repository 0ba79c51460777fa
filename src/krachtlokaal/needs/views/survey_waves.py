"""Which waves of the KrachtMeting count for a survey: take one that is there, or begin one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.needs.enums import SurveyState
from krachtlokaal.needs.forms.surveys import WaveForm
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.queries.surveys import attachable, waves_of
from krachtlokaal.needs.services import survey_waves as services
from krachtlokaal.needs.services.surveys import NotNow
from krachtlokaal.needs.views.survey_steps import STEPS, over
from krachtlokaal.needs.views.surveys import survey_of
from krachtlokaal.surveys.models import Wave
from krachtlokaal.surveys.queries.wave_steps import usual_title, versions

_BIGGEST = 18  # digits of a number in an address or form


@allow(Capability.RUN_NEEDS)
def survey_waves(request: MemberRequest, pk: int) -> HttpResponse:
    """The waves that count, those that could, and a form for a new one."""
    survey = survey_of(pk)
    if survey.state not in {SurveyState.PREPARING, SurveyState.FIELD}:
        return over(request, survey)
    found = versions()
    start = {"title": usual_title(found)}
    form = WaveForm(request.POST or None, versions=found, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            wave = services.begin_wave(access=request.access, survey=survey, **form.cleaned_data)
        except NotNow:
            return over(request, survey)
        _tell_begun(request, wave)
        return redirect("needs:survey_waves", pk)
    context = {
        "survey": survey,
        "form": form,
        "versions": found,
        "steps": STEPS if survey.state == SurveyState.PREPARING else [],
        "waves": waves_of(survey),
        "others": attachable(),
    }
    return render(request, "needs/surveys/waves.html", context)


def _tell_begun(request: MemberRequest, wave: Wave) -> None:
    told = _("„%(title)s” staat klaar. Maak de uitnodiging hier af: kies „Verder”.")
    messages.success(request, told % {"title": wave.title})


@require_POST
@allow(Capability.RUN_NEEDS)
def survey_wave_attach(request: MemberRequest, pk: int) -> HttpResponse:
    survey = survey_of(pk)
    wave = get_object_or_404(Wave, pk=_number(request.POST.get("wave", "")))
    try:
        services.attach(survey=survey, wave=wave)
    except NotNow:
        return over(request, survey)
    except services.CannotDo as why:
        messages.warning(request, str(why))
    else:
        messages.success(request, _("„%(title)s” telt nu mee.") % {"title": wave.title})
    return redirect("needs:survey_waves", pk)


@require_POST
@allow(Capability.RUN_NEEDS)
def survey_wave_detach(request: MemberRequest, pk: int) -> HttpResponse:
    survey: NeedsSurvey = survey_of(pk)
    try:
        services.detach(survey=survey, wave=_number(request.POST.get("wave", "")))
    except NotNow:
        return over(request, survey)
    except services.CannotDo as why:
        messages.warning(request, str(why))
    else:
        messages.success(request, _("De meting is los van deze peiling. De meting zelf blijft."))
    return redirect("needs:survey_waves", pk)


def _number(typed: str) -> int:
    """No wave has number 0."""
    return int(typed) if typed.isascii() and typed.isdigit() and len(typed) <= _BIGGEST else 0
