"""Contacts of the own workspace at an organisation; those of others do not exist here."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow
from krachtlokaal.register.forms.contacts import ContactChangeForm, ContactForm
from krachtlokaal.register.forms.organisations import EndForm
from krachtlokaal.register.models import Contact, Organisation
from krachtlokaal.register.services import contacts as services
from krachtlokaal.register.services.versions import ChangedMeanwhile
from krachtlokaal.register.views.editing import told_of_clash


@allow(Capability.WRITE_CONTACTS)
def contact_new(request: MemberRequest, pk: int) -> HttpResponse:
    """A new contact at an organisation."""
    organisation = get_object_or_404(Organisation, pk=pk)
    form = ContactForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        services.add(
            workspace=request.access.workspace, organisation=organisation, values=form.cleaned_data
        )
        messages.success(request, _("Het contact is toegevoegd."))
        return redirect("portal:organisation", pk)
    context = {"form": form, "organisation": organisation}
    return render(request, "register/contacts/form.html", context)


@allow(Capability.WRITE_CONTACTS)
def contact_change(request: MemberRequest, pk: int) -> HttpResponse:
    """Other data of a contact."""
    contact = _own(pk)
    start = {name: getattr(contact, name) for name in (*services.FIELDS, "version")}
    form = ContactChangeForm(request.POST or None, initial=start)
    clashes = []
    if request.method == "POST" and form.is_valid():
        try:
            services.change(
                contact=contact, version=form.cleaned_data["version"], values=form.cleaned_data
            )
        except ChangedMeanwhile as meanwhile:
            clashes = told_of_clash(request, form, meanwhile.current)
        else:
            messages.success(request, _("Het contact is gewijzigd."))
            return redirect("portal:organisation", contact.organisation_id)
    context = {"form": form, "contact": contact, "clashes": clashes}
    return render(request, "register/contacts/form.html", context | _about(contact))


@allow(Capability.WRITE_CONTACTS)
def contact_end(request: MemberRequest, pk: int) -> HttpResponse:
    """This person stopped."""
    contact = _own(pk)
    start = {"on": timezone.localdate(), "version": contact.version}
    form = EndForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        try:
            services.end(contact=contact, **form.cleaned_data)
        except ChangedMeanwhile as meanwhile:
            told_of_clash(request, form, meanwhile.current)
        else:
            messages.success(request, _("Het contact staat nu als gestopt."))
            return redirect("portal:organisation", contact.organisation_id)
    context = {"form": form, "contact": contact}
    return render(request, "register/contacts/end.html", context | _about(contact))


@allow(Capability.WRITE_CONTACTS)
@require_POST
def contact_restart(request: MemberRequest, pk: int) -> HttpResponse:
    """The contact did not stop after all."""
    contact = _own(pk)
    services.restart(contact=contact, version=contact.version)
    messages.success(request, _("Het contact staat niet meer als gestopt."))
    return redirect("portal:organisation", contact.organisation_id)


def _own(pk: int) -> Contact:
    return get_object_or_404(Contact.objects.select_related("organisation"), pk=pk)


def _about(contact: Contact) -> dict[str, Organisation]:
    return {"organisation": contact.organisation}
