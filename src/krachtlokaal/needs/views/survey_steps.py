"""The steps of a survey: the area, the plan, the waves; and freeze its population."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.needs.enums import SurveyState
from krachtlokaal.needs.forms.surveys import AreaForm, FreezeForm, PlanForm
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.queries import area
from krachtlokaal.needs.queries.freezing import freezing_job, missing
from krachtlokaal.needs.queries.surveys import waves_of
from krachtlokaal.needs.services import freezing
from krachtlokaal.needs.services import surveys as services
from krachtlokaal.needs.views.surveys import survey_of
from krachtlokaal.register.services.versions import ChangedMeanwhile
from krachtlokaal.register.views.editing import told_of_clash

STEPS = [
    gettext_lazy("Gebied"),
    gettext_lazy("Opzet"),
    gettext_lazy("Meting"),
    gettext_lazy("Beginnen"),
]
NEW_DRAFT = "needs.survey.new"


def over(request: MemberRequest, survey: NeedsSurvey) -> HttpResponse:
    """Another tab or a colleague was first."""
    messages.info(request, _("Dat kan nu niet meer. Zo staat het er met deze peiling voor."))
    return redirect("needs:survey", survey.pk)


@allow(Capability.RUN_NEEDS)
def survey_new(request: MemberRequest) -> HttpResponse:
    """The first step makes the survey."""
    start = {"version": 0, "title": _("Behoeftepeiling")}
    form = AreaForm(request.POST or None, towns=area.in_reach(request.access), initial=start)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        made = services.make(
            access=request.access, title=data["title"], municipalities=data["municipalities"]
        )
        return redirect("needs:survey_plan", made.pk)
    context = {"form": form, "steps": STEPS, "survey": None}
    return render(request, "needs/surveys/area.html", context)


@allow(Capability.RUN_NEEDS)
def survey_area(request: MemberRequest, pk: int) -> HttpResponse:
    """The name and the municipalities, as long as the population is not fixed."""
    survey = survey_of(pk)
    if survey.state != SurveyState.PREPARING:
        return over(request, survey)
    start = {name: getattr(survey, name) for name in ("title", "municipalities", "version")}
    form = AreaForm(request.POST or None, towns=area.in_reach(request.access), initial=start)
    clashes: list[Any] = []
    if request.method == "POST" and form.is_valid():
        try:
            values = dict(form.cleaned_data)
            services.change(survey=survey, version=values.pop("version"), values=values)
        except ChangedMeanwhile as meanwhile:
            clashes = told_of_clash(request, form, meanwhile.current)
        except services.NotNow:
            return over(request, survey)
        else:
            return redirect("needs:survey_plan", pk)
    context = {"form": form, "steps": STEPS, "survey": survey, "clashes": clashes}
    return render(request, "needs/surveys/area.html", context)


@allow(Capability.RUN_NEEDS)
def survey_plan(request: MemberRequest, pk: int) -> HttpResponse:
    """The question, the period and the people; also while the field work runs."""
    survey = survey_of(pk)
    if survey.state not in {SurveyState.PREPARING, SurveyState.FIELD}:
        return over(request, survey)
    form = PlanForm(request.POST or None, initial=PlanForm.initial_of(survey))
    clashes: list[Any] = []
    if request.method == "POST" and form.is_valid():
        try:
            values = dict(form.cleaned_data)
            services.change(survey=survey, version=values.pop("version"), values=values)
        except ChangedMeanwhile as meanwhile:
            clashes = told_of_clash(request, form, meanwhile.current)
        except services.NotNow:
            return over(request, survey)
        else:
            return _after_plan(request, survey)
    context = {
        "form": form,
        "steps": STEPS if survey.state == SurveyState.PREPARING else [],
        "survey": survey,
        "clashes": clashes,
        "draft": services.draft_name(survey, "plan"),
    }
    return render(request, "needs/surveys/plan.html", context)


def _after_plan(request: MemberRequest, survey: NeedsSurvey) -> HttpResponse:
    if survey.state == SurveyState.PREPARING:
        return redirect("needs:survey_waves", survey.pk)
    messages.success(request, _("De opzet is bewaard."))
    return redirect("needs:survey", survey.pk)


@allow(Capability.RUN_NEEDS)
def survey_freeze(request: MemberRequest, pk: int) -> HttpResponse:
    """Who belongs to it, in numbers; the button says what happens."""
    survey = survey_of(pk)
    if survey.state != SurveyState.PREPARING:
        return over(request, survey)
    if (job := freezing_job(survey)) is not None:
        return redirect("portal:job", job.pk)
    form = FreezeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        done = _freeze(request, survey, form)
        if done is not None:
            return done
        survey = survey_of(pk)
    sizes = area.sizes_today(survey.municipalities)
    context = {
        "survey": survey,
        "steps": STEPS,
        "sizes": sizes,
        "size_names": area.size_names(),
        "missing": missing(survey, sizes),
        "waves": waves_of(survey),
    }
    return render(request, "needs/surveys/freeze.html", context)


def _freeze(request: MemberRequest, survey: NeedsSurvey, form: FreezeForm) -> HttpResponse | None:
    """None where the page is to be looked at again."""
    changed = _("De peiling of het register is intussen gewijzigd. Kijk de aantallen nog na.")
    try:
        job = freezing.freeze(survey=survey, user=request.access.user.pk, **form.cleaned_data)
    except services.NotNow:
        return over(request, survey)
    except (freezing.OtherNumber, freezing.NotReady, ChangedMeanwhile):
        messages.warning(request, changed)
        return None
    if job is not None:
        return redirect("portal:job", job.pk)
    messages.success(request, _("Het veldwerk is begonnen. Vastgelegd is wie erbij hoort."))
    return redirect("needs:survey", survey.pk)


@allow(Capability.SEE_NEEDS)
def population(request: MemberRequest, pk: int) -> HttpResponse:
    """What was frozen: sizes per municipality, sector and size."""
    survey = survey_of(pk)
    if not survey.frozen_at:
        return over(request, survey)
    context = {
        "survey": survey,
        "sizes": area.sizes_frozen(survey),
        "size_names": area.size_names(),
    }
    return render(request, "needs/surveys/population.html", context)
