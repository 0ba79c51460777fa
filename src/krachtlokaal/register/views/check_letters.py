"""The pages behind the link of *Klopt dit nog?*. GET never changes anything."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from krachtlokaal.accounts.gate import by_link
from krachtlokaal.office import links
from krachtlokaal.office.models import PersonalLink
from krachtlokaal.register.enums import CheckState
from krachtlokaal.register.forms.checks import (
    OrganisationForm,
    OwnDataForm,
    SuccessionForm,
    starting_facts,
    starting_own,
)
from krachtlokaal.register.forms.versions import Clash, VersionedForm, accept_version, clashes
from krachtlokaal.register.queries import checks as queries
from krachtlokaal.register.queries.checks import PURPOSE, Letter
from krachtlokaal.register.services import checks as services
from krachtlokaal.register.services import successions
from krachtlokaal.register.services.versions import ChangedMeanwhile
from krachtlokaal.register.views.gone import friendly


@friendly
@by_link(PURPOSE, organisation=queries.organisation_of)
def check(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """What is known, with the three ways on; after an answer what was recorded."""
    letter = queries.letter_of(link)
    if request.method == "POST":
        if request.POST.get("deed") == "intrekken":
            _withdraw(request, letter)
        else:
            services.confirm(check=letter.check)
        return _back(link)
    answered = letter.check.state != CheckState.ASKED
    template = "register/checks/thanks.html" if answered else "register/checks/letter.html"
    return render(request, template, _context(link, letter))


@friendly
@by_link(PURPOSE, organisation=queries.organisation_of)
def change(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """Her own data and what she knows of the organisation, on one page."""
    letter = queries.letter_of(link)
    data = request.POST or None
    own = OwnDataForm(data, prefix="u", initial=starting_own(letter))
    facts = OrganisationForm(data, prefix="o", initial=starting_facts(letter))
    found: list[Clash] = []
    if request.method == "POST" and all([own.is_valid(), facts.is_valid()]):
        try:
            _save(letter, own, facts)
        except ChangedMeanwhile:
            found = _clashes(queries.letter_of(link), own, facts)
        else:
            return _back(link)
    context = {"own": own, "facts": facts, "clashes": found}
    return render(request, "register/checks/change.html", _context(link, letter) | context)


def _save(letter: Letter, own: OwnDataForm, facts: OrganisationForm) -> None:
    versions = {
        "contact": own.cleaned_data.pop("version"),
        "organisation": facts.cleaned_data.pop("version"),
    }
    services.change(
        check=letter.check, versions=versions, facts=facts.cleaned_data, own=own.cleaned_data
    )


def _clashes(now: Letter, own: VersionedForm, facts: VersionedForm) -> list[Clash]:
    """What somebody else saved meanwhile; sending the same form again is then meant."""
    found = clashes(own, now.contact) + clashes(facts, now.organisation)
    accept_version(own, now.contact)
    accept_version(facts, now.organisation)
    return found


@friendly
@by_link(PURPOSE, organisation=queries.organisation_of)
def stop(request: HttpRequest, link: PersonalLink) -> HttpResponse:
    """She stops, and names who takes over."""
    letter = queries.letter_of(link)
    form = SuccessionForm(
        request.POST or None,
        leaving=letter.contact.email,
        initial={"role": letter.contact.role},
    )
    if request.method == "POST" and form.is_valid():
        successions.start(leaving=letter.contact, values=form.cleaned_data)
        return _back(link)
    return render(request, "register/checks/stop.html", _context(link, letter) | {"form": form})


def _withdraw(request: HttpRequest, letter: Letter) -> None:
    if letter.succession is None:
        messages.warning(request, _("Uw opvolger heeft al geantwoord. Intrekken kan niet meer."))
        return
    try:
        successions.withdraw(succession=letter.succession)
    except successions.AlreadyAnswered:
        messages.warning(request, _("Uw opvolger heeft al geantwoord. Intrekken kan niet meer."))
    else:
        messages.success(request, _("U heeft de bestuurswissel ingetrokken. U blijft contact."))


def _back(link: PersonalLink) -> HttpResponse:
    return redirect("register:check", links.token(link))


def _context(link: PersonalLink, letter: Letter) -> dict[str, object]:
    return {
        "letter": letter,
        "token": links.token(link),
        "until": link.expires_at,
        "place": letter.workspace.name,
    }
