"""Notes and labels of the own workspace at an organisation."""

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.core.templatetags.kl import number
from krachtlokaal.register import rules
from krachtlokaal.register.forms.contacts import BulkTagForm, NoteForm, TagForm
from krachtlokaal.register.models import Note, Organisation, Tag
from krachtlokaal.register.queries.filters import Filters
from krachtlokaal.register.queries.organisations import organisations
from krachtlokaal.register.services import notes, tags


@allow(Capability.WRITE_CONTACTS)
def note_new(request: MemberRequest, pk: int) -> HttpResponse:
    """Write something down about an organisation."""
    organisation = get_object_or_404(Organisation, pk=pk)
    form = NoteForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        notes.add(access=request.access, organisation=organisation, text=form.cleaned_data["text"])
        messages.success(request, _("De notitie is bewaard."))
        return _back(pk, "notities")
    context = {"form": form, "organisation": organisation}
    return render(request, "register/organisations/note.html", context)


@allow(Capability.WRITE_CONTACTS)
@require_POST
def note_remove(request: MemberRequest, pk: int) -> HttpResponse:
    """Throw a note away."""
    note = get_object_or_404(Note.objects.select_related("organisation"), pk=pk)
    if not rules.may_remove_note(request.access, note):
        raise PermissionDenied
    notes.remove(note=note)
    messages.success(request, _("De notitie is weg."))
    return _back(note.organisation_id, "notities")


@allow(Capability.WRITE_CONTACTS)
def tag_add(request: MemberRequest, pk: int) -> HttpResponse:
    """Give one organisation a label."""
    organisation = get_object_or_404(Organisation, pk=pk)
    form = TagForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        tags.give(
            workspace=request.access.workspace,
            organisations=Organisation.objects.filter(pk=pk),
            name=form.cleaned_data["name"],
        )
        return _back(pk, "labels")
    context = {"form": form, "organisation": organisation, "known": Tag.objects.all()}
    return render(request, "register/organisations/tag.html", context)


@allow(Capability.WRITE_CONTACTS)
@require_POST
def tag_remove(request: MemberRequest, pk: int, tag: int) -> HttpResponse:  # noqa: ARG001 the gate asks for it
    """Take a label off one organisation."""
    organisation, label = get_object_or_404(Organisation, pk=pk), get_object_or_404(Tag, pk=tag)
    tags.take(tag=label, organisations=Organisation.objects.filter(pk=organisation.pk))
    return _back(pk, "labels")


@allow(Capability.WRITE_CONTACTS)
def tag_organisations(request: MemberRequest) -> HttpResponse:
    """Give a choice of organisations a label, or take one off them."""
    filters = Filters.from_querydict(request.GET)
    chosen = organisations(filters, request.access)
    form = BulkTagForm(request.POST or None)
    if request.method == "POST" and form.is_valid() and _tag(request, form, filters):
        return redirect("register:list")
    context = {"form": form, "count": chosen.count(), "known": Tag.objects.all()}
    return render(request, "register/organisations/tag_many.html", context)


def _tag(request: MemberRequest, form: BulkTagForm, filters: Filters) -> bool:
    """Whether the label was given or taken; else the form says why not."""
    chosen, name = organisations(filters, request.access), form.cleaned_data["name"]
    if form.cleaned_data["deed"] == "take":
        label = Tag.objects.filter(name__iexact=name).first()
        if label is None:
            form.add_error("name", _("Dit label kennen wij niet."))
            return False
        count = tags.take(tag=label, organisations=chosen)
    else:
        try:
            count = tags.give(workspace=request.access.workspace, organisations=chosen, name=name)
        except tags.TooMany as many:
            sentence = _("U koos %(count)s organisaties. Kies er ten hoogste %(most)s tegelijk.")
            shown = {"count": number(many.count), "most": number(tags.MOST_AT_ONCE)}
            form.add_error(None, sentence % shown)
            return False
    sentence = ngettext("%s organisatie is bijgewerkt.", "%s organisaties zijn bijgewerkt.", count)
    messages.success(request, sentence % number(count))
    return True


def _back(pk: int, part: str) -> HttpResponseRedirect:
    return HttpResponseRedirect(f"{redirect('portal:organisation', pk).url}#{part}")
