"""Two coders: who codes twice, where they differ, how far they agree; and the cards as a file."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.core.downloads import attachment
from krachtlokaal.needs.enums import SurveyState
from krachtlokaal.needs.forms import second_coding as forms
from krachtlokaal.needs.models import NeedsSurvey
from krachtlokaal.needs.queries import agreement, coding_desk, coding_file, differences
from krachtlokaal.needs.queries.differences import Difference
from krachtlokaal.needs.services import coding as coding_services
from krachtlokaal.needs.services import second_coding as services
from krachtlokaal.needs.views.coding import key_of, tabs
from krachtlokaal.needs.views.surveys import survey_of
from krachtlokaal.publishing import csv_files, xlsx
from krachtlokaal.register.services.versions import ChangedMeanwhile

PER_PAGE = 10


@allow(Capability.RUN_NEEDS)
def twice(request: MemberRequest, pk: int) -> HttpResponse:
    """Which cards two people code."""
    survey = survey_of(pk)
    form = forms.TwiceForm(survey, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        size, wanted = form.size_of_sample(), form.cleaned_data["how"] != forms.NONE
        version = form.cleaned_data["version"]
        try:
            services.choose(survey=survey, version=version, twice=wanted, size=size)
        except ChangedMeanwhile:
            form.add_error(None, _("Een collega wijzigde deze peiling net. Kijk en kies opnieuw."))
            form = _fresh(request, form, survey)
        except coding_services.CannotDo as why:
            form.add_error(None, str(why))
        else:
            messages.success(request, _("Uw keuze is bewaard."))
            return redirect("needs:coding_twice", pk)
    context = {
        "survey": survey,
        "tabs": tabs(survey, request.access, "needs:coding_twice"),
        "form": form,
        "progress": coding_desk.progress_of(survey),
        "is_fixed": survey.state == SurveyState.FINISHED,
    }
    return render(request, "needs/coding/twice.html", context)


def _fresh(request: MemberRequest, form: forms.TwiceForm, survey: NeedsSurvey) -> forms.TwiceForm:
    """What she chose, on the survey as it is now."""
    data = request.POST.copy()
    data["version"] = str(survey.version)
    again = forms.TwiceForm(survey, data)
    for why in form.non_field_errors():
        again.add_error(None, str(why))
    return again


@allow(Capability.WORK_NEEDS)
def differences_page(request: MemberRequest, pk: int) -> HttpResponse:
    """Both codings beside each other, and what both decided."""
    survey = survey_of(pk)
    page = Paginator(differences.undecided(survey), PER_PAGE).get_page(request.GET.get("page"))
    found = differences.side_by_side(page.object_list)
    context = {
        "survey": survey,
        "tabs": tabs(survey, request.access, "needs:coding_differences"),
        "page": page,
        "forms": [forms.SettleForm(one) for one in found],
        "is_fixed": survey.state == SurveyState.FINISHED,
    }
    return render(request, "needs/coding/differences.html", context)


@allow(Capability.WORK_NEEDS)
def difference(request: MemberRequest, pk: int, card: str) -> HttpResponse:
    """One card: decide. Also the page where a choice that was not complete comes back."""
    survey = survey_of(pk)
    found = _found(survey, card)
    if found is None:
        messages.info(request, _("Over dit kaartje valt niets meer te besluiten."))
        return redirect("needs:coding_differences", pk)
    form = forms.SettleForm(found, request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            services.settle(
                access=request.access, survey=survey, card=found.card.pk, made=form.made()
            )
        except coding_services.CannotDo as why:
            messages.warning(request, str(why))
        else:
            messages.success(request, _("Vastgelegd. Dit telt voor het rapport."))
        return redirect("needs:coding_differences", pk)
    context = {
        "survey": survey,
        "tabs": tabs(survey, request.access, "needs:coding_differences"),
        "form": form,
    }
    return render(request, "needs/coding/difference.html", context)


def _found(survey: NeedsSurvey, card: str) -> Difference | None:
    key = key_of(card)
    if key is None or not survey.cards.filter(pk=key).exists():
        raise Http404
    rows = differences.undecided(survey).filter(card=key)
    return next(iter(differences.side_by_side(rows)), None)


@allow(Capability.WORK_NEEDS)
def agreement_page(request: MemberRequest, pk: int) -> HttpResponse:
    """How far both agree, in words and in the usual figure."""
    survey = survey_of(pk)
    context = {
        "survey": survey,
        "tabs": tabs(survey, request.access, "needs:coding_agreement"),
        "found": agreement.agreement_of(survey),
        "enough": agreement.ENOUGH,
        "progress": coding_desk.progress_of(survey),
    }
    return render(request, "needs/coding/agreement.html", context)


@require_POST
@allow(Capability.EXPORT)
def file(request: MemberRequest, pk: int) -> HttpResponse:
    """Cards that may be quoted, as a file."""
    survey = survey_of(pk)
    found = coding_file.leaving(survey)
    coding_services.note_export(survey=survey, count=len(found))
    name = f"kaartjes {timezone.localdate():%Y-%m-%d}"
    columns, rows = coding_file.columns(), coding_file.rows(found)
    if request.POST.get("vorm") == "csv":
        data = csv_files.write(columns, rows, csv_files.Flavour.DUTCH)
        return attachment(data, csv_files.CONTENT_TYPE, f"{name}.csv")
    return attachment(xlsx.write(_("Kaartjes"), columns, rows), xlsx.CONTENT_TYPE, f"{name}.xlsx")
