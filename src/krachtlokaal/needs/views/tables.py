"""Round tables of a survey: the list, one table with its next step, and what is planned of it."""

from dataclasses import replace

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.needs.enums import SurveyState, TableState
from krachtlokaal.needs.forms.tables import TableForm, starting
from krachtlokaal.needs.models import NeedsSurvey, RoundTable
from krachtlokaal.needs.queries import guests as guest_queries
from krachtlokaal.needs.queries import tables as queries
from krachtlokaal.needs.queries.guides import proposed_guide
from krachtlokaal.needs.services import tables as services
from krachtlokaal.needs.views.surveys import survey_of
from krachtlokaal.register.forms.versions import Clash
from krachtlokaal.register.services.versions import ChangedMeanwhile
from krachtlokaal.register.views.editing import told_of_clash


def table_of(pk: int) -> RoundTable:
    rows = RoundTable.objects.select_related("survey__workspace", "survey__previous")
    return get_object_or_404(rows, pk=pk)


@allow(Capability.SEE_NEEDS)
def tables(request: MemberRequest, pk: int) -> HttpResponse:
    """All tables of a survey, and whether their guests together look like the area."""
    survey = survey_of(pk)
    lines = queries.lines(queries.tables_of(survey))
    context = {
        "survey": survey,
        "lines": lines,
        "spread": guest_queries.spread_of_survey(survey),
        "missing": max(survey.planned_tables - len(lines), 0),
        "may_work": _may_plan(request, survey),
    }
    return render(request, "needs/tables/list.html", context)


def _may_plan(request: MemberRequest, survey: NeedsSurvey) -> bool:
    return request.access.may(Capability.WORK_NEEDS) and survey.state == SurveyState.FIELD


@allow(Capability.SEE_NEEDS)
def table(request: MemberRequest, pk: int) -> HttpResponse:
    """Where one table stands. Guests are named for who works with them only."""
    found = table_of(pk)
    guests = list(guest_queries.guests_of(found))
    may_work = request.access.may(Capability.WORK_NEEDS)
    context = {
        "survey": found.survey,
        "table": found,
        "state": queries.state_of(found),
        "warnings": queries.warnings(found, found.survey),
        "facts": queries.facts(found),
        "spread": guest_queries.spread_of(found.survey, guests),
        "may_work": may_work,
    }
    if may_work:
        lines = guest_queries.lines(guests)
        letters = len(guest_queries.letters_of(found))
        context |= {"lines": lines, "letters": letters}
    return render(request, "needs/tables/table.html", context)


@allow(Capability.WORK_NEEDS)
def table_new(request: MemberRequest, pk: int) -> HttpResponse:
    """With the guide that we propose."""
    survey = survey_of(pk)
    if survey.state != SurveyState.FIELD:
        messages.info(request, _("Het veldwerk loopt niet. Een tafel plannen kan nu niet."))
        return redirect("needs:tables", pk)
    form = TableForm(
        request.POST or None,
        survey=survey,
        initial={"guide": "\n".join(proposed_guide()), "version": 0},
    )
    if request.method == "POST" and form.is_valid():
        made = services.make(survey=survey, values=form.values())
        messages.success(request, _("De ronde tafel is gepland."))
        return redirect("needs:table", made.pk)
    context = {"survey": survey, "form": form, "draft": services.draft_name(survey, None)}
    return render(request, "needs/tables/form.html", context)


@allow(Capability.WORK_NEEDS)
def table_change(request: MemberRequest, pk: int) -> HttpResponse:
    """All that was planned. Guests hear of another day, time or place."""
    found = table_of(pk)
    if services.is_closed(found):
        return closed(request, found)
    form = TableForm(
        request.POST or None, survey=found.survey, table=found, initial=starting(found)
    )
    clashes: list[Clash] = []
    if request.method == "POST" and form.is_valid():
        try:
            version = form.cleaned_data["version"]
            mails = services.change(table=found, version=version, values=form.values())
        except ChangedMeanwhile as meanwhile:
            clashes = _readable(form, told_of_clash(request, form, meanwhile.current))
        except services.NotNow:
            return closed(request, found)
        else:
            messages.success(request, _moved(mails))
            return redirect("needs:table", pk)
    context = {"survey": found.survey, "table": found, "form": form, "clashes": clashes}
    context["draft"] = services.draft_name(found.survey, found)
    return render(request, "needs/tables/form.html", context)


def closed(request: MemberRequest, table: RoundTable) -> HttpResponse:
    """Back to the table, with the reason why nothing of it changes any more."""
    told = _("Deze ronde tafel gaat niet door, of het rapport is vastgesteld. Wijzigen kan niet.")
    messages.info(request, told)
    return redirect("needs:table", table.pk)


def _readable(form: TableForm, found: list[Clash]) -> list[Clash]:
    """Questions of a guide beside each other instead of a list in brackets."""
    label, mine = str(form.fields["guide"].label), " / ".join(form.cleaned_data["guide"])
    now = " / ".join(form.table.guide) if form.table else ""
    return [replace(one, theirs=now, yours=mine) if one.label == label else one for one in found]


def _moved(mails: int) -> str:
    told = ngettext(
        "De ronde tafel is bewaard. %(number)s gast krijgt een mail met de nieuwe gegevens.",
        "De ronde tafel is bewaard. %(number)s gasten krijgen een mail met de nieuwe gegevens.",
        mails,
    )
    return told % {"number": mails} if mails else _("De ronde tafel is bewaard.")


@allow(Capability.WORK_NEEDS)
def table_call_off(request: MemberRequest, pk: int) -> HttpResponse:
    """Asks once, and says who hears of it."""
    found = table_of(pk)
    if found.state != TableState.PLANNED:
        messages.info(request, _("Deze ronde tafel is al begonnen of afgelast."))
        return redirect("needs:table", pk)
    if request.method == "POST":
        mails = services.call_off(table=found)
        told = _("De ronde tafel is afgelast. Mails aan gasten: %(number)s.")
        messages.success(request, told % {"number": mails})
        return redirect("needs:table", pk)
    context = {"survey": found.survey, "table": found, "counts": queries.counts_of(found)}
    return render(request, "needs/tables/call_off.html", context)
