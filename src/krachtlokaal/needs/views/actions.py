"""The actions of a survey: agreed on, put in order, and reported on afterwards."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.needs.forms.actions import ActionForm, OutcomeForm
from krachtlokaal.needs.models import Action
from krachtlokaal.needs.queries import actions as queries
from krachtlokaal.needs.services import actions as services
from krachtlokaal.needs.views.surveys import survey_of
from krachtlokaal.register.services.versions import ChangedMeanwhile
from krachtlokaal.register.views.editing import told_of_clash


@allow(Capability.SEE_NEEDS)
def actions(request: MemberRequest, pk: int) -> HttpResponse:
    """All of them with how they stand; what came of those of the survey before."""
    survey = survey_of(pk)
    context = {
        "survey": survey,
        "lines": queries.lines(survey),
        "earlier": queries.lines(survey.previous) if survey.previous else [],
        "may_write": request.access.may(Capability.WORK_NEEDS),
    }
    return render(request, "needs/report/actions.html", context)


@allow(Capability.WORK_NEEDS)
def action_new(request: MemberRequest, pk: int) -> HttpResponse:
    survey = survey_of(pk)
    form = ActionForm(request.POST or None, initial={"version": 0})
    if request.method == "POST" and form.is_valid():
        services.make(survey=survey, values=_values(form))
        messages.success(request, _("De actie staat erbij."))
        return redirect("needs:actions", pk)
    return render(request, "needs/report/action.html", {"survey": survey, "form": form})


@allow(Capability.WORK_NEEDS)
def action(request: MemberRequest, pk: int) -> HttpResponse:
    """Other words, another owner, day or theme."""
    found = _action(pk)
    start = {name: getattr(found, name) for name in ("version", "text", "owner", "due_on", "theme")}
    form = ActionForm(request.POST or None, initial=start)
    clashes = []
    if request.method == "POST" and form.is_valid():
        try:
            version = form.cleaned_data["version"]
            services.change(action=found, version=version, values=_values(form))
        except ChangedMeanwhile as clash:
            clashes = told_of_clash(request, form, clash.current)
        else:
            return redirect(_url(found))
    context = {"survey": found.survey, "action": found, "form": form, "clashes": clashes}
    return render(request, "needs/report/action.html", context)


@allow(Capability.WORK_NEEDS)
def action_report(request: MemberRequest, pk: int) -> HttpResponse:
    """How it stands and what came of it."""
    found = _action(pk)
    start = {name: getattr(found, name) for name in ("version", "state", "outcome")}
    form = OutcomeForm(request.POST or None, initial=start)
    clashes = []
    if request.method == "POST" and form.is_valid():
        try:
            version = form.cleaned_data["version"]
            services.report(action=found, version=version, values=_values(form))
        except ChangedMeanwhile as clash:
            clashes = told_of_clash(request, form, clash.current)
        else:
            messages.success(request, _("Wat ervan kwam, staat erbij."))
            return redirect(_url(found))
    context = {"survey": found.survey, "action": found, "form": form, "clashes": clashes}
    return render(request, "needs/report/action_report.html", context)


@require_POST
@allow(Capability.WORK_NEEDS)
def action_move(request: MemberRequest, pk: int) -> HttpResponse:
    found = _action(pk)
    services.move(action=found, steps=-1 if request.POST.get("wat") == "omhoog" else 1)
    return redirect(_url(found))


@allow(Capability.WORK_NEEDS)
def action_remove(request: MemberRequest, pk: int) -> HttpResponse:
    """Ask, then take it off the list; fixed versions keep it."""
    found = _action(pk)
    if request.method == "POST":
        services.remove(action=found)
        messages.success(request, _("De actie is van de lijst."))
        return redirect("needs:actions", found.survey_id)
    context = {
        "question": _("Wilt u deze actie van de lijst halen?"),
        "consequence": _("%s Vastgestelde versies van het rapport veranderen niet.") % found.text,
        "yes": _("Ja, haal de actie weg"),
        "danger": True,
        "back_url": _url(found),
    }
    return render(request, "layouts/confirm.html", context)


def _action(pk: int) -> Action:
    rows = Action.objects.select_related("survey", "survey__previous", "theme")
    return get_object_or_404(rows, pk=pk)


def _values(form: ActionForm | OutcomeForm) -> dict[str, object]:
    return {name: value for name, value in form.cleaned_data.items() if name != "version"}


def _url(found: Action) -> str:
    return f"{reverse('needs:actions', args=[found.survey_id])}#actie-{found.pk}"
