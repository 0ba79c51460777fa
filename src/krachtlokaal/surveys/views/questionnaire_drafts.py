"""A draft of a questionnaire: its texts with a preview, another file, publish, throw away."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.office import drafts
from krachtlokaal.surveys.definition.editing import EditPart, edit_parts
from krachtlokaal.surveys.definition.exporting import to_yaml
from krachtlokaal.surveys.definition.faults import Faults
from krachtlokaal.surveys.definition.texts import with_texts
from krachtlokaal.surveys.enums import VersionState
from krachtlokaal.surveys.forms.questionnaires import TextsForm
from krachtlokaal.surveys.models import QuestionnaireVersion
from krachtlokaal.surveys.pages.previewing import preview
from krachtlokaal.surveys.queries import versions as queries
from krachtlokaal.surveys.services import questionnaires as services
from krachtlokaal.surveys.views.questionnaires import chosen_language, file_form
from krachtlokaal.surveys.views.wording import Desk, save_texts


@allow(Capability.EDIT_QUESTIONNAIRES)
def questionnaire_texts(request: MemberRequest, pk: int) -> HttpResponse:
    """The texts of one part in Dutch and another language, with what respondents will see."""
    desk = _desk(request, pk)
    clashes = None
    if request.method == "POST" and "voorbeeld" not in request.POST and desk.form.is_valid():
        clashes = save_texts(desk)
        if clashes == []:
            drafts.forget(desk.draft_key)
            messages.success(request, _("De teksten zijn bewaard."))
            return redirect(desk.url)
    context = {
        "desk": desk,
        "version": desk.version,
        "form": desk.form,
        "choices": desk.choices(),
        "tabs": desk.tabs(),
        "rows": desk.form.rows(),
        "preview": _shown(desk),
        "clashes": clashes,
    }
    return render(request, "surveys/questionnaires/texts.html", context)


@require_POST
@allow(Capability.EDIT_QUESTIONNAIRES)
def questionnaire_preview(request: MemberRequest, pk: int) -> HttpResponse:
    """What respondents will see of what is typed now; nothing is kept."""
    return HttpResponse(_shown(_desk(request, pk)))


@allow(Capability.EDIT_QUESTIONNAIRES)
def questionnaire_replace(request: MemberRequest, pk: int) -> HttpResponse:
    """Another structure, scale or condition for a draft: by its file."""
    version = own_draft(request, pk)
    start: dict[str, object] = {"text": to_yaml(version.definition), "version": version.edit}
    form = file_form(request, start)
    faults: Faults | None = None
    if request.method == "POST" and form.is_valid():
        text, edit = form.cleaned_data["text"], form.cleaned_data.get("version")
        try:
            services.replace_draft(version=version, text=text, edit=edit or 0)
        except Faults as told:
            faults = told
        except services.ChangedMeanwhile as told:
            form.add_error(None, _changed(told))
            form.take_version(told.current.edit)
        except services.CannotDo as refused:
            form.add_error(None, str(refused))
        else:
            messages.success(request, _("Het concept is vervangen."))
            return redirect("surveys:questionnaire", pk)
        form.show_text(text)
    context = {"form": form, "faults": faults.faults if faults else (), "version": version}
    return render(request, "surveys/questionnaires/file.html", context)


def own_draft(request: MemberRequest, pk: int) -> QuestionnaireVersion:
    """A draft of this workspace; what is published can't be edited and is not found here."""
    rows = queries.readable(request.access.workspace.pk).filter(state=VersionState.DRAFT)
    return get_object_or_404(rows, pk=pk)


def _desk(request: MemberRequest, pk: int) -> Desk:
    version = own_draft(request, pk)
    parts = edit_parts(version.definition)
    wanted = request.GET.get("deel", parts[0].key)
    part: EditPart | None = next((one for one in parts if one.key == wanted), None)
    if part is None:
        raise Http404
    language = chosen_language(request)
    sent = request.POST if request.method == "POST" else None
    form = TextsForm(part.wordings, language, data=sent, edit=version.edit)
    address = reverse("surveys:questionnaire_texts", args=[pk])
    return Desk(version, parts, part, language, form, address)


def _shown(desk: Desk) -> str:
    return preview(
        with_texts(desk.version.definition, desk.form.typed()), desk.part.key, desk.language
    )


def _changed(told: services.ChangedMeanwhile) -> str:
    return _(
        "Iemand anders heeft dit concept intussen gewijzigd (bewerking {edit}). Haal het bestand"
        " op om te zien wat er nu staat. Bewaart u nog een keer, dan geldt uw tekst hieronder."
    ).format(edit=told.current.edit)
