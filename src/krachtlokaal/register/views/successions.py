"""The bestuurswissel: started by an adviser, answered by the successor."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _

from krachtlokaal.accounts.access import MemberRequest
from krachtlokaal.accounts.enums import Capability
from krachtlokaal.accounts.gate import allow, by_link
from krachtlokaal.office import links
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.enums import SuccessionState
from krachtlokaal.register.forms.checks import SuccessionForm, SuccessorForm
from krachtlokaal.register.models import Contact, Succession
from krachtlokaal.register.queries import successions as queries
from krachtlokaal.register.services import successions as services
from krachtlokaal.register.views.gone import friendly


@allow(Capability.SEND_MAIL)
def start(request: MemberRequest, pk: int) -> HttpResponse:
    """An adviser names who takes over from a contact."""
    contact = get_object_or_404(Contact.objects.select_related("organisation"), pk=pk)
    form = SuccessionForm(
        request.POST or None, leaving=contact.email, initial={"role": contact.role}
    )
    if request.method == "POST" and form.is_valid():
        try:
            services.start(leaving=contact, values=form.cleaned_data)
        except services.AlreadyStopped:
            messages.warning(request, _("Dit contact is al gestopt."))
        else:
            name = {"name": form.cleaned_data["name"]}
            messages.success(
                request, _("%(name)s krijgt een mail met de vraag of dit klopt.") % name
            )
        return redirect("portal:organisation", contact.organisation_id)
    context = {"form": form, "contact": contact, "organisation": contact.organisation}
    return render(request, "register/checks/succession_new.html", context)


@allow(Capability.SEND_MAIL)
def withdraw(request: MemberRequest, pk: int) -> HttpResponse:
    """Take the question to a successor back, after a question."""
    found = get_object_or_404(Succession, pk=pk)
    if request.method == "POST":
        try:
            services.withdraw(succession=found)
        except services.AlreadyAnswered:
            messages.warning(request, _("Dit is intussen al beantwoord of ingetrokken."))
        else:
            messages.success(request, _("De bestuurswissel is ingetrokken."))
        return redirect(f"{reverse('register:checks')}?toestand=wissel")
    context = {
        "question": _("Trekt u de bestuurswissel naar %(name)s in?") % {"name": found.name},
        "consequence": _("De link in de mail werkt dan niet meer. Het oude contact blijft."),
        "yes": _("Ja, trek de bestuurswissel in"),
        "danger": True,
        "back_url": f"{reverse('register:checks')}?toestand=wissel",
    }
    return render(request, "layouts/confirm.html", context)


@friendly
@by_link(queries.PURPOSE, organisation=queries.organisation_of)
def succession(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """The successor says yes, with the own data checked, or no."""
    found = queries.succession_of(link)
    start_with = {"name": found.name, "email": found.email, "phone": found.phone}
    declines = request.POST.get("deed") == "nee"
    form = SuccessorForm(
        request.POST if request.POST and not declines else None, initial=start_with
    )
    if request.method == "POST" and found.state == SuccessionState.ASKED:
        try:
            done = _answer(found, form, declines=declines)
        except services.AlreadyAnswered:
            done = True
        if done:
            return redirect("register:succession", links.token(link))
    context = {
        "form": form,
        "succession": found,
        "place": found.workspace.name,
        "until": link.expires_at,
    }
    is_open = found.state == SuccessionState.ASKED
    name = "succession.html" if is_open else "succession_done.html"
    return render(request, f"register/checks/{name}", context)


def _answer(found: Succession, form: SuccessorForm, *, declines: bool) -> bool:
    if declines:
        services.decline(succession=found)
        return True
    if not form.is_valid():
        return False
    services.accept(succession=found, values={**form.cleaned_data, "role": found.role})
    return True
