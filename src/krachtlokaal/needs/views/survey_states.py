"""A survey goes on: close its field work, throw one away that never began, begin the next one."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.needs.enums import SurveyState
from krachtlokaal.needs.services import surveys as services
from krachtlokaal.needs.views.survey_steps import over
from krachtlokaal.needs.views.surveys import survey_of


@allow(Capability.RUN_NEEDS)
def survey_close(request: MemberRequest, pk: int) -> HttpResponse:
    """The field work is over, after a question; not as long as a wave runs."""
    survey = survey_of(pk)
    if survey.state != SurveyState.FIELD:
        return over(request, survey)
    if request.method == "POST":
        try:
            services.close(survey=survey)
        except services.NotNow:
            return over(request, survey)
        except services.StillOpen as why:
            return _still_open(request, pk, why.titles)
        messages.success(request, _("Het veldwerk is gesloten. Nu kunt u het rapport schrijven."))
        return redirect("needs:survey", pk)
    context = {
        "question": _("Sluit u het veldwerk van „%(title)s”?") % {"title": survey.title},
        "consequence": _(
            "Daarna kunt u het rapport schrijven. Alle metingen van deze peiling moeten gesloten"
            " zijn. Er komen geen metingen meer bij."
        ),
        "yes": _("Ja, sluit het veldwerk"),
        "back_url": reverse("needs:survey", args=[pk]),
    }
    return render(request, "layouts/confirm.html", context)


def _still_open(request: MemberRequest, pk: int, titles: list[str]) -> HttpResponse:
    told = _("Nog niet gesloten: %(waves)s. Sluit eerst elke meting.")
    messages.warning(request, told % {"waves": ", ".join(titles)})
    return redirect("needs:survey", pk)


@allow(Capability.RUN_NEEDS)
def survey_remove(request: MemberRequest, pk: int) -> HttpResponse:
    """Throw away one in preparation, after a question."""
    survey = survey_of(pk)
    if survey.state != SurveyState.PREPARING:
        return over(request, survey)
    if request.method == "POST":
        try:
            services.remove(survey=survey)
        except services.NotNow:
            return over(request, survey)
        messages.success(request, _("De peiling is weg. De metingen zijn er nog."))
        return redirect("needs:surveys")
    context = {
        "question": _("Gooit u „%(title)s” weg?") % {"title": survey.title},
        "consequence": _(
            "De opzet van deze peiling verdwijnt. Metingen die u eraan koppelde, blijven bestaan."
            " Terughalen kan niet."
        ),
        "yes": _("Ja, gooi weg"),
        "danger": True,
        "back_url": reverse("needs:survey", args=[pk]),
    }
    return render(request, "layouts/confirm.html", context)


@allow(Capability.RUN_NEEDS)
def survey_repeat(request: MemberRequest, pk: int) -> HttpResponse:
    """The next one with the same area, question and partners, after a question."""
    survey = survey_of(pk)
    if survey.state == SurveyState.PREPARING:
        return over(request, survey)
    if request.method == "POST":
        made = services.repeat(access=request.access, survey=survey)
        told = _("Het vervolg staat klaar. Kijk na of gebied, vraag en partners nog kloppen.")
        messages.success(request, told)
        return redirect("needs:survey_area", made.pk)
    context = {
        "question": _("Begint u een vervolg op „%(title)s”?") % {"title": survey.title},
        "consequence": _(
            "U krijgt een nieuwe peiling met hetzelfde gebied, dezelfde vraag en dezelfde"
            " partners. In het rapport ziet u dan wat er sinds deze peiling is veranderd."
        ),
        "yes": _("Begin het vervolg"),
        "back_url": reverse("needs:survey", args=[pk]),
    }
    return render(request, "layouts/confirm.html", context)
