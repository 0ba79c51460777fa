"""Questionnaires: the list, one version, its file, and what differs between two versions."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.surveys import data
from krachtlokaal.surveys.definition.comparing import compare
from krachtlokaal.surveys.definition.editing import missing_by_language
from krachtlokaal.surveys.definition.exporting import to_yaml
from krachtlokaal.surveys.definition.faults import Faults
from krachtlokaal.surveys.forms.questionnaires import LANGUAGE_NAMES, FileForm
from krachtlokaal.surveys.models import QuestionnaireVersion
from krachtlokaal.surveys.pages.differences import in_words
from krachtlokaal.surveys.pages.outline import outline
from krachtlokaal.surveys.queries import versions as queries
from krachtlokaal.surveys.queries.definitions import of_version
from krachtlokaal.surveys.services import questionnaires as services


@allow(Capability.SEE_TOTALS)
def questionnaires(request: MemberRequest) -> HttpResponse:
    """All questionnaires with their versions."""
    context = {
        "lines": queries.lines(request.access.workspace.pk),
        "may_edit": request.access.may(Capability.EDIT_QUESTIONNAIRES),
    }
    return render(request, "surveys/questionnaires/list.html", context)


@allow(Capability.SEE_TOTALS)
def questionnaire(request: MemberRequest, pk: int) -> HttpResponse:
    """One version: every question of it in a language, and what can be done with it."""
    version = readable_version(request, pk)
    definition = of_version(version)
    language = chosen_language(request)
    context = {
        "version": version,
        "definition": definition,
        "sections": outline(definition, language),
        "title": definition.title.into(language),
        "tabs": [
            (name, f"?taal={code}", code == language)
            for code, name in LANGUAGE_NAMES.items()
            if code in definition.languages
        ],
        "missing": _missing(version),
        "others": queries.others_of(version, request.access.workspace.pk),
        "may_edit": may_edit(request, version),
    }
    return render(request, "surveys/questionnaires/version.html", context)


@allow(Capability.SEE_TOTALS)
def questionnaire_file(request: MemberRequest, pk: int) -> HttpResponse:
    """The version as YAML."""
    version = readable_version(request, pk)
    name = f"{version.questionnaire.key}_{version.number}.yaml"
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    text = to_yaml(version.definition)
    return HttpResponse(text, content_type="application/yaml; charset=utf-8", headers=headers)


@allow(Capability.SEE_TOTALS)
def questionnaire_compare(request: MemberRequest, pk: int, other: int) -> HttpResponse:
    """What differs between an older and a newer version, and whether trends may be drawn."""
    two = [readable_version(request, one) for one in (pk, other)]
    if two[0].questionnaire_id != two[1].questionnaire_id:
        raise Http404
    before, after = sorted(two, key=lambda row: queries.number_in_order(row.number))
    found = in_words(compare(of_version(before), of_version(after)), get_language() or "nl")
    context = {"before": before, "after": after, **found}
    return render(request, "surveys/questionnaires/compare.html", context)


@allow(Capability.EDIT_QUESTIONNAIRES)
def questionnaire_new(request: MemberRequest) -> HttpResponse:
    """A draft from a file: a new questionnaire, or the next version of one."""
    form = file_form(request, {"text": data.text_of(request.GET.get("begin", ""))})
    faults: Faults | None = None
    if request.method == "POST" and form.is_valid():
        try:
            text = form.cleaned_data["text"]
            made = services.draft_from_yaml(workspace=request.access.workspace, text=text)
        except Faults as told:
            faults = told
            form.show_text(text)
        except services.CannotDo as refused:
            form.add_error(None, str(refused))
            form.show_text(text)
        else:
            messages.success(request, _("Het concept staat klaar."))
            return redirect("surveys:questionnaire", made.pk)
    context = {"form": form, "faults": faults.faults if faults else ()}
    return render(request, "surveys/questionnaires/file.html", context)


def file_form(request: MemberRequest, start: dict[str, object] | None = None) -> FileForm:
    """As it was sent, even with nothing in it; else with what it starts with."""
    if request.method == "POST":
        return FileForm(request.POST, request.FILES, initial=start)
    return FileForm(initial=start)


def readable_version(request: MemberRequest, pk: int) -> QuestionnaireVersion:
    return get_object_or_404(queries.readable(request.access.workspace.pk), pk=pk)


def may_edit(request: MemberRequest, version: QuestionnaireVersion) -> bool:
    """Whether she may change, publish or retire versions of this questionnaire."""
    is_own = version.questionnaire.workspace_id == request.access.workspace.pk
    return is_own and request.access.may(Capability.EDIT_QUESTIONNAIRES)


def chosen_language(request: MemberRequest) -> str:
    """The language of the questions that are shown; of the reader unless she chose one."""
    asked = request.GET.get("taal", get_language() or "nl")
    return asked if asked in LANGUAGE_NAMES else "nl"


def _missing(version: QuestionnaireVersion) -> list[tuple[object, int]]:
    counted = missing_by_language(version.definition)
    return [(LANGUAGE_NAMES[code], number) for code, number in counted.items() if number]
