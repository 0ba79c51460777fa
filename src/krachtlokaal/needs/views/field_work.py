"""The field-work cockpit of a survey, and the call list with the most helpful call first."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.core.downloads import attachment
from krachtlokaal.needs.enums import SurveyState
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.queries import calls as queries
from krachtlokaal.needs.queries.calls import Choice
from krachtlokaal.needs.queries.cockpit import cockpit_of, helps
from krachtlokaal.needs.queries.participation import participation_of
from krachtlokaal.needs.queries.surveys import waves_of
from krachtlokaal.needs.services import field_work as services
from krachtlokaal.needs.views.survey_steps import over
from krachtlokaal.needs.views.surveys import survey_of
from krachtlokaal.publishing import xlsx
from krachtlokaal.register.models import Organisation
from krachtlokaal.surveys.queries import call_list as surveys_calls

PER_PAGE = 50
SHOWN = 5


@allow(Capability.SEE_FIELD_WORK)
def field_work(request: MemberRequest, pk: int) -> HttpResponse:
    """How far everybody is and how sure the outcome; renewed by itself while a wave is open."""
    survey = survey_of(pk)
    if survey.state == SurveyState.PREPARING:
        return over(request, survey)
    cockpit = cockpit_of(survey)
    choice = Choice(goal=Choice.from_query(request.GET).goal)
    found = queries.call_list(cockpit.part, cockpit.waves, choice, SHOWN)
    first = found.chosen if cockpit.is_live else []
    context = {
        "survey": survey,
        "cockpit": cockpit,
        "choice": choice,
        "helps": helps(cockpit.part, found.silent, choice) if cockpit.is_live else [],
        "rows": queries.rows_of(first, cockpit.part, cockpit.waves),
        "count": found.count,
        "goals": _goals(survey, choice, "needs:field_work"),
        "is_live": cockpit.is_live and "stil" not in request.GET,
        "back": _back(survey, "needs:field_work", choice),
    }
    return render(request, "needs/field/cockpit.html", context)


def _goals(survey: NeedsSurvey, choice: Choice, name: str) -> list[tuple[str, str, bool]]:
    url = reverse(name, args=[survey.pk])
    names = {"": _("Kleinste marge"), queries.BALANCE: _("Beste afspiegeling")}
    return [
        (text, f"{url}?{choice.query(goal=goal)}", goal == choice.goal)
        for goal, text in names.items()
    ]


def _back(survey: NeedsSurvey, name: str, choice: Choice, page: int = 1) -> str:
    """What makes the page of a call come back here."""
    query = choice.query()
    if page > 1:
        query = f"{query}&page={page}" if query else f"page={page}"
    url = reverse(name, args=[survey.pk])
    return urlencode({"terug": f"{url}?{query}" if query else url})


@allow(Capability.SEE_FIELD_WORK)
def calls(request: MemberRequest, pk: int) -> HttpResponse:
    """Who has not answered yet, the most helpful first, with telephone numbers."""
    survey = survey_of(pk)
    if survey.state == SurveyState.PREPARING:
        return over(request, survey)
    waves = list(waves_of(survey))
    choice = Choice.from_query(request.GET)
    part = participation_of(survey, waves)
    found = queries.call_list(part, waves, choice)
    page = Paginator(found.chosen, PER_PAGE).get_page(request.GET.get("page"))
    context = {
        "survey": survey,
        "choice": choice,
        "tabs": _tabs(survey, choice),
        "goals": _goals(survey, choice, "needs:calls"),
        "page": page,
        "rows": queries.rows_of(list(page.object_list), part, waves),
        "count": found.count,
        "query": choice.query(),
        "all_query": choice.query(sector="", size="", town=""),
        "back": _back(survey, "needs:calls", choice, page.number),
        "may_export": request.access.may(Capability.EXPORT),
    }
    return render(request, "needs/field/calls.html", context)


def _tabs(survey: NeedsSurvey, choice: Choice) -> list[tuple[str, str, bool]]:
    url = reverse("needs:calls", args=[survey.pk])
    names = {
        queries.ALL: _("Allemaal"),
        queries.NEVER: _("Nog niet gebeld"),
        queries.UNASKED: _("Nooit uitgenodigd"),
        queries.REFUSED: _("Doet niet mee"),
    }
    return [
        (name, f"{url}?{choice.query(which=which)}", which == choice.which)
        for which, name in names.items()
    ]


@require_POST
@allow(Capability.EXPORT)
def calls_file(request: MemberRequest, pk: int) -> HttpResponse:
    """The call list as a file, in its order and with the filters of the page."""
    survey = survey_of(pk)
    waves = list(waves_of(survey))
    part = participation_of(survey, waves)
    found = queries.call_list(part, waves, Choice.from_query(request.GET))
    rows = queries.rows_of(found.chosen, part, waves)
    services.note_export(survey=survey, count=len(rows))
    lines = surveys_calls.as_rows(queries.as_lines(rows))
    data = xlsx.write(_("Bellijst"), surveys_calls.columns(), lines)
    name = f"bellijst {timezone.localdate():%Y-%m-%d}.xlsx"
    return attachment(data, xlsx.CONTENT_TYPE, name)


@require_POST
@allow(Capability.SEE_FIELD_WORK)
def ask_along(request: MemberRequest, pk: int, organisation: int) -> HttpResponse:
    """One that was never asked is taken into the wave; then it can be called and invited."""
    survey = survey_of(pk)
    about: Any = get_object_or_404(Organisation, pk=organisation)
    try:
        made = services.ask_along(survey=survey, organisation=about)
    except services.CannotDo as why:
        messages.warning(request, str(why))
        return redirect("needs:calls", pk)
    messages.success(request, _("Opgenomen in de meting. U kunt nu bellen of uitnodigen."))
    back = urlencode({"terug": reverse("needs:calls", args=[pk])})
    return redirect(f"{reverse('surveys:call', args=[made.wave_id, made.pk])}?{back}")
