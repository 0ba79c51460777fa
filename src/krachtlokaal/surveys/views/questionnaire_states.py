"""Publish a draft, take a version out of use, throw a draft away, begin the next version."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.surveys.definition.editing import missing_by_language
from krachtlokaal.surveys.definition.faults import Faults
from krachtlokaal.surveys.enums import VersionState
from krachtlokaal.surveys.forms.questionnaires import LANGUAGE_NAMES, NumberForm
from krachtlokaal.surveys.models import QuestionnaireVersion
from krachtlokaal.surveys.services import questionnaires as services
from krachtlokaal.surveys.views.questionnaire_drafts import own_draft
from krachtlokaal.surveys.views.questionnaires import may_edit, readable_version


@allow(Capability.EDIT_QUESTIONNAIRES)
def questionnaire_publish(request: MemberRequest, pk: int) -> HttpResponse:
    """Ask, then freeze the draft."""
    version = own_draft(request, pk)
    if request.method == "POST":
        try:
            services.publish(version=version)
        except services.CannotDo as refused:
            messages.error(request, str(refused))
        else:
            messages.success(request, _("De vragenlijst is gepubliceerd."))
        return redirect("surveys:questionnaire", pk)
    question = _("Wilt u {version} publiceren?").format(version=version)
    told = _("Daarna verandert deze versie niet meer. Een verbetering wordt een nieuwe versie.")
    more = _untranslated(version)
    context = {"consequence": f"{told} {more}".strip(), "yes": _("Ja, publiceer deze versie")}
    return _asked(request, version, question, **context)


@allow(Capability.EDIT_QUESTIONNAIRES)
def questionnaire_retire(request: MemberRequest, pk: int) -> HttpResponse:
    """Ask, then take a published version out of use."""
    version = _own_published(request, pk)
    if request.method == "POST":
        services.retire(version=version)
        messages.success(request, _("Deze versie is uit gebruik."))
        return redirect("surveys:questionnaire", pk)
    question = _("Wilt u {version} uit gebruik nemen?").format(version=version)
    told = _("Een nieuwe meting kan deze versie niet meer kiezen. Metingen die lopen, gaan door.")
    return _asked(request, version, question, consequence=told, yes=_("Ja, neem uit gebruik"))


@allow(Capability.EDIT_QUESTIONNAIRES)
def questionnaire_discard(request: MemberRequest, pk: int) -> HttpResponse:
    """Ask, then throw a draft away."""
    version = own_draft(request, pk)
    if request.method == "POST":
        services.discard(version=version)
        messages.success(request, _("Het concept is weg."))
        return redirect("surveys:questionnaires")
    question = _("Wilt u het concept {version} weggooien?").format(version=version)
    told = _("U kunt dit niet ongedaan maken. Haal eerst het bestand op als u het wilt bewaren.")
    yes = _("Ja, gooi het concept weg")
    return _asked(request, version, question, consequence=told, yes=yes, danger="1")


@allow(Capability.EDIT_QUESTIONNAIRES)
def questionnaire_next(request: MemberRequest, pk: int) -> HttpResponse:
    """A new draft with the content of this version."""
    version = _own(request, pk)
    form = NumberForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            number = form.cleaned_data["number"]
            made = services.draft_from_version(version=version, number=number)
        except (Faults, services.CannotDo) as refused:
            form.add_error("number", str(refused))
        else:
            messages.success(request, _("Het nieuwe concept staat klaar."))
            return redirect("surveys:questionnaire", made.pk)
    return render(request, "surveys/questionnaires/next.html", {"form": form, "version": version})


def _asked(
    request: MemberRequest, version: QuestionnaireVersion, question: str, **more: str
) -> HttpResponse:
    back = reverse("surveys:questionnaire", args=[version.pk])
    return render(request, "layouts/confirm.html", {"question": question, "back_url": back, **more})


def _own(request: MemberRequest, pk: int) -> QuestionnaireVersion:
    version = readable_version(request, pk)
    if not may_edit(request, version):
        raise Http404
    return version


def _own_published(request: MemberRequest, pk: int) -> QuestionnaireVersion:
    version = _own(request, pk)
    if version.state != VersionState.PUBLISHED:
        raise Http404
    return version


def _untranslated(version: QuestionnaireVersion) -> str:
    missing = missing_by_language(version.definition).items()
    told = [f"{LANGUAGE_NAMES[code]}: {number}" for code, number in missing if number]
    if not told:
        return ""
    return _("Nog niet vertaald ({missing}). Die teksten staan er in het Nederlands.").format(
        missing=", ".join(told)
    )
